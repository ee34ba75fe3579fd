import { bookSites, type SiteBook } from "../../../src/demo/seed/site-books";
import { findPatientDetails, type CalendarDate } from "../../../src/kernel";
import { allRegisters, blockingProblems, columnOf, type Columns, type Row, type RuleContext, type Values } from "../../../src/registers";
import { day, today } from "./fixture";

const small = bookSites({ size: "small", seed: 1, today });

function bookOf(books: readonly SiteBook[], key: string): SiteBook {
  const found = books.find(({ site }) => site.key === key);
  if (found === undefined) throw new Error(`no site ${key}`);
  return found;
}

function valuesOf({ book }: SiteBook, register: string): readonly Values[] {
  return book.rows.filter((row) => row.register.name === register).map(({ values }) => values);
}

function contextOf({ book }: SiteBook, on: CalendarDate): RuleContext {
  const byRef = new Map<string, Row>();
  const byProject = new Map<string, Row[]>();
  for (const { register, values } of book.rows) {
    const row: Row = { id: "1", values, extras: {} };
    byRef.set(`${register.name} ${String(values["Ref"])}`, row);
    const group = `${register.name} ${String(values["ProjectRef"] ?? "")}`;
    const rows = byProject.get(group) ?? [];
    rows.push(row);
    byProject.set(group, rows);
  }
  const settings = new Map(valuesOf({ book } as SiteBook, "Settings").map((values) => [values["Key"], JSON.parse(String(values["ValueJson"])) as unknown]));
  return {
    today: on,
    me: "",
    setting: (key) => settings.get(key),
    find: (register, ref) => byRef.get(`${register} ${ref}`),
    rowsOf: (register, project) => byProject.get(`${register} ${project}`) ?? [],
  };
}

/** Register, Ref and rule of every row that a form would refuse to save. */
function refusedRows(site: SiteBook, on: CalendarDate): readonly string[] {
  const context = contextOf(site, on);
  return site.book.rows.flatMap(({ register, values }) => (blockingProblems(register, values, { context }).length > 0 ? [String(values["Ref"])] : []));
}

describe("the sample rows", () => {
  it("are the same for the same seed, and others for another", () => {
    const rows = (seed: number): string =>
      JSON.stringify(
        bookSites({ size: "small", seed, today }).map(({ book }) => [book.rows.map(({ values }) => values), book.changes.map(({ changes }) => changes)]),
      );
    const first = rows(1);
    expect(rows(1)).toBe(first);
    expect(rows(2)).not.toBe(first);
  });

  it("fill every register of the trust's first site, with 40 projects", () => {
    const counts = bookOf(small, "pmo").book.countRows();
    expect(allRegisters.filter(({ name }) => (counts.get(name) ?? 0) === 0)).toEqual([]);
    expect(counts.get("Projects")).toBe(40);
    const total = small.reduce((sum, { book }) => sum + book.rows.length, 0);
    expect(total).toBeGreaterThan(2300);
    expect(total).toBeLessThan(3300);
  });

  it("come to 500 projects and about 20,000 rows in a large trust", () => {
    const large = bookSites({ size: "large", seed: 1, today });
    expect(bookOf(large, "pmo").book.countRows().get("Projects")).toBe(500);
    const total = large.reduce((sum, { book }) => sum + book.rows.length, 0);
    expect(total).toBeGreaterThan(18_500);
    expect(total).toBeLessThan(21_500);
    const [pmo] = large;
    expect(pmo === undefined ? [] : refusedRows(pmo, today).filter((ref) => !pmo.imperfect.has(ref))).toEqual([]);
  });

  it.each(small)("of $site.key are refused by no form but for those that are wrong on purpose", (site) => {
    const refused = refusedRows(site, today);
    expect(refused.filter((ref) => !site.imperfect.has(ref))).toEqual([]);
    expect(refused.length).toBeLessThan(site.book.rows.length / 50);
  });

  it.each(["2026-04-01", "2026-04-09", "2027-01-01", "2027-03-31", "2028-02-29"])("are as good when the day is %s", (text) => {
    const on = day(text);
    for (const site of bookSites({ size: "small", seed: 3, today: on })) expect(refusedRows(site, on).filter((ref) => !site.imperfect.has(ref))).toEqual([]);
  });

  it("move with the day, so that the demo never ages", () => {
    const reports = (on: CalendarDate): readonly unknown[] =>
      [...new Set(valuesOf(bookOf(bookSites({ size: "small", seed: 1, today: on }), "pmo"), "HighlightReports").map((values) => values["PeriodMonth"]))].sort();
    expect(reports(today)).toEqual(["2026-08", "2026-09", "2026-10"]);
    expect(reports(day("2031-01-15"))).toEqual(["2030-10", "2030-11", "2030-12"]);
  });

  it.each(small)("of $site.key name only rows, projects and codes that are there", ({ book }) => {
    const known = new Map<string, Set<unknown>>();
    for (const { register, values } of book.rows) {
      for (const by of ["Ref", "Code", "OdsCode"]) {
        const key = `${register.name} ${by}`;
        known.set(key, (known.get(key) ?? new Set()).add(values[by]));
      }
    }
    const unknown = book.rows.flatMap(({ register, values }) =>
      Object.entries(register.columns as Columns).flatMap(([name, column]) => {
        const value = values[name];
        if (column.type !== "reference" || value === undefined || known.get(`${column.register} ${column.by}`)?.has(value) === true) return [];
        return [`${String(values["Ref"])} ${name} ${String(value)}`];
      }),
    );
    expect(unknown).toEqual([]);
  });

  it("hold nothing that looks like a patient's details", () => {
    const hidden = new Set(["ClientKey", "OperationId"]);
    const found = small.flatMap(({ book }) =>
      book.rows.flatMap(({ values }) =>
        Object.entries(values).filter(([name, value]) => !hidden.has(name) && typeof value === "string" && findPatientDetails(value).length > 0),
      ),
    );
    expect(found).toEqual([]);
  });

  it("have actual costs in closed months and forecasts in open ones only", () => {
    const site = bookOf(small, "pmo");
    const open = new Set(
      valuesOf(site, "FinancialPeriods").flatMap((values) =>
        values["PeriodStatus"] === "Open" ? [`${String(values["FinancialYear"])} ${String(values["MonthNo"]).padStart(2, "0")}`] : [],
      ),
    );
    expect(open).toEqual(new Set(["08", "09", "10", "11", "12"].map((month) => `2026/27 ${month}`)));
    const actuals = valuesOf(site, "Costs").flatMap((values) =>
      Object.keys(values).flatMap((name) => (name.startsWith("ActM") ? [`${String(values["FinancialYear"])} ${name.slice(4)}`] : [])),
    );
    expect(actuals.length).toBeGreaterThan(300);
    expect(actuals.filter((month) => open.has(month))).toEqual([]);
  });

  it("complete milestones only in the past, and leave some late, unowned and forgotten", () => {
    const site = bookOf(small, "pmo");
    const milestones = valuesOf(site, "Milestones");
    expect(milestones.filter((values) => String(values["ActualDate"] ?? "") > today)).toEqual([]);
    expect(milestones.filter((values) => values["ActualDate"] === undefined && String(values["ForecastDate"]) < today).length).toBeGreaterThan(0);
    expect(valuesOf(site, "Risks").filter((values) => values["Status"] === "Open" && String(values["NextReviewDate"]) < today).length).toBeGreaterThan(10);
    expect(valuesOf(site, "Risks").filter((values) => values["Owner"] === undefined).length).toBeGreaterThan(0);
    expect(valuesOf(site, "Actions").filter((values) => Number(values["TimesMoved"]) > 0).length).toBeGreaterThan(20);
    expect(valuesOf(site, "Projects").filter((values) => values["Sro"] === undefined).length).toBeGreaterThan(0);
  });

  it("give the persona who manages projects several, blood tracking among them", () => {
    const titles = valuesOf(bookOf(small, "pmo"), "Projects").flatMap((values) => (values["ProjectManager"] === "Asha Patel" ? [values["Title"]] : []));
    expect(titles).toContain("Blood tracking");
    expect(titles.length).toBeGreaterThanOrEqual(4);
  });

  it("name every register and column as the catalogue does", () => {
    for (const { register, values } of bookOf(small, "pmo").book.rows) {
      expect(allRegisters).toContain(register);
      expect(String(values["Ref"]).startsWith(register.ref.prefix)).toBe(true);
      const strangers = Object.keys(values).filter(
        (name) => columnOf(register, name) === undefined && columnOf(register, name.replace(/Address$/, ""))?.type !== "person",
      );
      expect(strangers).toEqual([]);
    }
  });
});
