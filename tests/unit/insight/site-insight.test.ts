import { createSiteInsight, type SiteInsight, type SiteRows } from "../../../src/insight";
import type { Register, Row } from "../../../src/registers";
import { allRegisters } from "../../../src/registers/all-registers";
import { day, rowOf, type Cells } from "./quality-ground";

type Lists = Readonly<Record<string, readonly Row[]>>;

const none: readonly Row[] = [];

function moment(
  lists: Lists,
  { today = "2026-11-24", registers = allRegisters }: { readonly today?: string; readonly registers?: readonly Register[] } = {},
): SiteRows {
  return { today: day(today), registers, rowsOf: (register) => lists[register] ?? none };
}

const list = (name: string, ...rows: readonly Cells[]): readonly Row[] => rows.map((cells, index) => rowOf(cells, `${name}-${String(index + 1)}`));

const risk = (ProjectRef: string, cells: Cells = {}): Cells => ({
  ProjectRef,
  Ref: `R-${ProjectRef}`,
  Title: "Delay",
  Status: "Open",
  CurrentLikelihood: 2,
  CurrentConsequence: 2,
  ...cells,
});
const benefit = (ProjectRef: string, cells: Cells = {}): Cells => ({ ProjectRef, Ref: `B-${ProjectRef}`, Measure: "Beds", StartDate: "2026-04-01", ...cells });

/** Two active projects of one programme. */
const start: Lists = {
  Projects: list(
    "p",
    { Ref: "P-0001", Status: "Active", Stage: "5 Deliver", ProgrammeRef: "PG-01" },
    { Ref: "P-0002", Status: "Active", Stage: "5 Deliver", ProgrammeRef: "PG-01" },
  ),
  Risks: list("r", risk("P-0001"), risk("P-0002")),
  Benefits: list("b", benefit("P-0001"), benefit("P-0002", { Measure: "Theatres" })),
};

/** The same rows but for those that were replaced, as the store hands them on: untouched rows are the very rows of before. */
function replaced(lists: Lists, register: string, id: string, cells: Cells): Lists {
  return { ...lists, [register]: (lists[register] ?? none).map((row) => (row.id === id ? rowOf(cells, id) : row)) };
}

/** The insight of several moments by one memory; the last one must be what a new memory would say. */
function through(...moments: readonly SiteRows[]): readonly SiteInsight[] {
  const insightOf = createSiteInsight();
  const found = moments.map(insightOf);
  const fresh = moments.map((at) => createSiteInsight()(at));
  expect(found).toEqual(fresh);
  return found;
}

/** Which projects were judged again from one moment to the next. */
function judgedAgain(before: SiteRows, after: SiteRows): readonly string[] {
  const [first, second] = through(before, after);
  return (second?.projects ?? []).filter((insight, index) => insight !== first?.projects[index]).map(({ ref }) => ref);
}

describe("the insight of a site", () => {
  it("gives each project its own records and figures, in the order of the register", () => {
    const [site] = through(moment(start));
    expect(site?.projects.map(({ ref, records }) => [ref, records.Risks.map(({ id }) => id), records.Benefits.map(({ id }) => id)])).toEqual([
      ["P-0001", ["r-1"], ["b-1"]],
      ["P-0002", ["r-2"], ["b-2"]],
    ]);
    expect(site?.projects.map(({ rags }) => rags.risk.value)).toEqual(["Green", "Green"]);
    expect(site?.standpoint.today).toBe("2026-11-24");
  });

  it("keeps several rows of a project in their order, and gives those without a project to nobody", () => {
    const [site] = through(moment({ ...start, Risks: list("r", risk("P-0002"), risk("P-0001"), { Ref: "R-9", Status: "Open" }, risk("P-0002")) }));
    expect(site?.projects.map(({ records }) => records.Risks.map(({ id }) => id))).toEqual([["r-2"], ["r-1", "r-4"]]);
  });

  it("finds a project by its Ref: the first of a Ref, and none without one", () => {
    const [site] = through(moment({ Projects: list("p", { Ref: "P-0001", Title: "First" }, { Ref: "P-0001", Title: "Copy" }, { Title: "Typed in Lists" }) }));
    expect(site?.projects.map(({ ref }) => ref)).toEqual(["P-0001", "P-0001", ""]);
    expect([...(site?.byRef.keys() ?? [])]).toEqual(["P-0001"]);
    expect(site?.byRef.get("P-0001")).toBe(site?.projects[0]);
  });

  it("gives a project without a Ref no records, not even those without a project", () => {
    const [site] = through(moment({ Projects: list("p", { Title: "Typed in Lists" }), Risks: list("r", { Ref: "R-9", Status: "Open" }) }));
    expect(site?.projects.map(({ records }) => records.Risks)).toEqual([[]]);
  });

  it("is the very insight of before while nothing changed", () => {
    const [first, second] = through(moment(start), moment(start));
    expect(second).toBe(first);
  });
});

describe("after a change", () => {
  it("of nothing but the arrays, every project keeps its figures", () => {
    expect(judgedAgain(moment(start), moment({ ...start, Risks: [...(start["Risks"] ?? none)] }))).toEqual([]);
  });

  it("of one project's risk, only that project is judged again", () => {
    const after = replaced(start, "Risks", "r-2", risk("P-0002", { CurrentLikelihood: 5, CurrentConsequence: 4 }));
    expect(judgedAgain(moment(start), moment(after))).toEqual(["P-0002"]);
    expect(through(moment(start), moment(after))[1]?.projects.map(({ rags }) => rags.risk.value)).toEqual(["Green", "Red"]);
  });

  it("of a project's own row, only that project is judged again", () => {
    const after = replaced(start, "Projects", "p-1", {
      Ref: "P-0001",
      Status: "Active",
      Stage: "5 Deliver",
      ContingencyRemaining: 1_000_000_00,
      ProgrammeRef: "PG-01",
      Title: "New name",
    });
    expect(judgedAgain(moment(start), moment(after))).toEqual(["P-0001"]);
  });

  it("that takes a project's only row away, that project has none", () => {
    expect(judgedAgain(moment(start), moment({ ...start, Risks: (start["Risks"] ?? none).slice(1) }))).toEqual(["P-0001"]);
  });

  it("of a row's project, both are judged again", () => {
    expect(judgedAgain(moment(start), moment(replaced(start, "Risks", "r-2", risk("P-0001"))))).toEqual(["P-0001", "P-0002"]);
  });

  it.each(["Settings", "FinancialPeriods"])("of %s, all are judged again from the new standpoint", (register) => {
    const own: Lists = {
      Settings: list("s", { Key: "rag.risk.redScore", ValueJson: "3" }),
      FinancialPeriods: list("f", { FinancialYear: "2026/27", MonthNo: 7, PeriodStatus: "Closed" }),
    };
    expect(judgedAgain(moment(start), moment({ ...start, [register]: own[register] ?? none }))).toEqual(["P-0001", "P-0002"]);
  });

  it("of the day, all are judged again", () => {
    expect(judgedAgain(moment(start), moment(start, { today: "2026-11-25" }))).toEqual(["P-0001", "P-0002"]);
  });

  it("of the strategic objectives or of how the lists are kept, all are judged again", () => {
    expect(judgedAgain(moment(start), moment({ ...start, StrategicObjectives: list("o", { Code: "SO-1", Active: true }) }))).toEqual(["P-0001", "P-0002"]);
    expect(judgedAgain(moment(start), moment(start, { registers: [...allRegisters] }))).toEqual(["P-0001", "P-0002"]);
  });

  it("that makes the site use a column or a register for the first time, all are judged again", () => {
    const withoutRisks: Lists = { ...start, Risks: none };
    const withOne: Lists = { ...start, Risks: list("r", risk("P-0001")) };
    expect(judgedAgain(moment(withoutRisks), moment(withOne))).toEqual(["P-0001", "P-0002"]);
    expect(judgedAgain(moment(withOne), moment({ ...withOne, Risks: none }))).toEqual(["P-0001", "P-0002"]);
  });

  it("that makes two projects count one benefit twice, all are judged again; a further change of theirs leaves the others alone", () => {
    const twice = replaced(start, "Benefits", "b-2", benefit("P-0002"));
    expect(judgedAgain(moment(start), moment(twice))).toEqual(["P-0001", "P-0002"]);
    const renamed = replaced(twice, "Benefits", "b-2", benefit("P-0002", { Title: "Beds of the ward" }));
    expect(judgedAgain(moment(twice), moment(renamed))).toEqual(["P-0002"]);
  });

  it("and another, what the first one changed is not forgotten", () => {
    const second = replaced(start, "Risks", "r-2", risk("P-0002", { CurrentLikelihood: 5, CurrentConsequence: 4 }));
    const third = replaced(second, "Risks", "r-1", risk("P-0001", { CurrentLikelihood: 5, CurrentConsequence: 4 }));
    const [, before, after] = through(moment(start), moment(second), moment(third));
    expect(after?.projects[1]).toBe(before?.projects[1]);
    expect(after?.projects.map(({ rags }) => rags.risk.value)).toEqual(["Red", "Red"]);
  });

  it("that is taken back, the figures of before are worked out again", () => {
    const changed = replaced(start, "Risks", "r-2", risk("P-0002", { CurrentLikelihood: 5, CurrentConsequence: 4 }));
    const [first, , third] = through(moment(start), moment(changed), moment(start));
    expect(third?.projects[0]).toBe(first?.projects[0]);
    expect(third?.projects[1]?.rags.risk.value).toBe("Green");
  });
});
