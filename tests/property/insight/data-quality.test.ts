import fc from "fast-check";
import { findPatientDetails } from "../../../src/kernel";
import {
  contractRag,
  decisionDue,
  portfolioQuality,
  projectQuality,
  qualityRules,
  recordsIn,
  siteFacts,
  siteQuality,
  type Quality,
} from "../../../src/insight";
import { monthIn, monthText } from "../../../src/insight/month-count";
import { qualityScore, type CountsBySeverity } from "../../../src/insight/quality-score";
import { rankOf } from "../../../src/insight/rag";
import type { ProjectRecords, RegisterOfAProject } from "../../../src/insight/records";
import { createTaming } from "../../../src/insight/tame";
import { applyChanges, type Column, type Columns, type contracts, type Register, type Values } from "../../../src/registers";
import { allRegisters } from "../../../src/registers/all-registers";
import { standpoint } from "../../unit/insight/money-setting";
import { findingsOf, projectOf, rowOf, tameRecords, type Cells } from "../../unit/insight/quality-ground";

const at = standpoint();
const ofAProject: readonly RegisterOfAProject[] = [
  "Risks",
  "Issues",
  "Actions",
  "Assumptions",
  "Dependencies",
  "Decisions",
  "Changes",
  "Milestones",
  "Costs",
  "Benefits",
  "BenefitMeasures",
  "Contracts",
  "Lessons",
  "GateReviews",
  "QualityRegister",
  "Hazards",
  "ImpactAssessments",
  "ResourceDemand",
  "HighlightReports",
  "PortfolioSnapshots",
];

function registerNamed(name: string): Register {
  const found = allRegisters.find((register) => register.name === name);
  if (found === undefined) throw new Error(`no such register: ${name}`);
  return found;
}

const days = fc.date({ min: new Date("2025-01-01"), max: new Date("2028-12-31"), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const refs = fc.constantFrom("R-0001", "R-0002", "B-0001", "P-0001");
const texts = fc.constantFrom("x", "a text of ten characters", "NHS number 401 023 2137", "4010232137", "DOB 3 May 1980");

/** What a column may hold, as its register promises. */
function fitting(name: string, column: Column): fc.Arbitrary<Cells[string]> {
  switch (column.type) {
    case "choice":
      return fc.constantFrom(...column.choices, "A word of the trust’s own");
    case "date":
      return days;
    case "yesNo":
      return fc.boolean();
    case "money":
      return fc.constantFrom(0, 1, -500_000, 500_001, 12_000_000);
    case "wholeNumber":
    case "number":
      return fc.integer({ min: Math.ceil(column.from ?? 0), max: Math.floor(column.to ?? 10) });
    case "person":
    case "people":
      return fc.constantFrom("Ann", "Bob");
    default:
      if (name === "PeriodMonth") return days.map((day) => day.slice(0, 7));
      if (name === "RisksJson") return fc.constantFrom("[]", '[{"Ref":"R-0001","CurrentScore":9}]', "broken");
      return name.endsWith("Year") ? fc.constantFrom("2025/26", "2026/27") : name.endsWith("Ref") ? refs : texts;
  }
}

const hostile = fc.oneof(
  fc.constantFrom<unknown>(null, NaN, Infinity, -1, 1e300, true, false, "", "__proto__", "2026-99-99", "0000-00-00", "9999-12-31", "2026/27"),
  fc.string({ unit: "binary" }),
  fc.double(),
  fc.array(fc.integer()),
  fc.constant({ toString: () => "x" }),
);

function cellsOf(register: Register, value: (name: string, column: Column) => fc.Arbitrary<unknown>): fc.Arbitrary<Cells> {
  const columns = Object.entries(register.columns as Columns).filter(([, { hidden }]) => hidden !== true);
  const addresses = columns.flatMap(([name, { type }]) =>
    type === "person" ? [[`${name}Address`, fc.constantFrom("ann@example.org", "bob@example.org")] as const] : [],
  );
  const cells = [...columns.map(([name, column]) => [name, value(name, column)] as const), ...addresses];
  return fc
    .record(Object.fromEntries(cells.map(([name, arbitrary]) => [name, fc.option(arbitrary, { nil: undefined, freq: 2 })])), { requiredKeys: [] })
    .map((given) => given as Cells);
}

type Rows = Readonly<Record<string, readonly Cells[]>>;

function recordsFrom(value: (name: string, column: Column) => fc.Arbitrary<unknown>): fc.Arbitrary<{ readonly project: Cells; readonly rows: Rows }> {
  return fc.record({
    project: cellsOf(registerNamed("Projects"), value),
    rows: fc.record(Object.fromEntries(ofAProject.map((name) => [name, fc.array(cellsOf(registerNamed(name), value), { maxLength: 2 })]))),
  });
}

const tame = recordsFrom(fitting);
const anything = recordsFrom((name, column) => fc.oneof(fitting(name, column), hostile));

function judged(written: ProjectRecords, settings: Readonly<Record<string, unknown>> = {}): Quality {
  const here = standpoint({ settings });
  const records = tameRecords(written);
  const site = siteFacts({ registers: allRegisters, projects: [records], inactive: new Set(["ann@example.org"]) }, here);
  return projectQuality({ records, rags: { overall: { value: "Amber", rule: "overallRag", inputs: [] } }, site }, here);
}

const sameFindings = ({ findings }: Quality) => findings.map((finding) => JSON.stringify(finding));

describe("the quality of a project", () => {
  test("lies between 0 and 100, and is 100 exactly without findings", () => {
    fc.assert(
      fc.property(tame, ({ project, rows }) => {
        const { score, findings, applied } = judged(projectOf({ project, ...rows }));
        if (applied.High + applied.Medium + applied.Low === 0) return score.value === undefined && findings.length === 0;
        const value = score.value ?? NaN;
        return value >= 0 && value <= 100 && (value === 100) === (findings.length === 0);
      }),
      { numRuns: 60 },
    );
  });

  test("is the same whatever the order of the rows", () => {
    fc.assert(
      fc.property(tame, ({ project, rows }) => {
        const records = projectOf({ project, ...rows });
        const turned = { ...records, ...Object.fromEntries(ofAProject.map((name) => [name, [...records[name]].reverse()])) } as unknown as ProjectRecords;
        expect(sameFindings(judged(turned))).toEqual(sameFindings(judged(records)));
        expect(judged(turned).applied).toEqual(judged(records).applied);
      }),
      { numRuns: 60 },
    );
  });

  test("loses nothing but its own findings when a rule is switched off", () => {
    fc.assert(
      fc.property(tame, fc.constantFrom(...qualityRules.map(({ rule }) => rule)), ({ project, rows }, rule) => {
        const records = projectOf({ project, ...rows });
        const others = judged(records).findings.filter((finding) => finding.rule !== rule || rule === "DQ-45");
        expect(judged(records, { "dq.disabledRules": [rule] }).findings).toEqual(others);
      }),
      { numRuns: 60 },
    );
  });

  test("is told of any rows, whatever they hold, with an overall score, and is told again the same", () => {
    fc.assert(
      fc.property(anything, ({ project, rows }) => {
        const records = projectOf({ project, ...rows });
        const { score } = judged(records);
        expect(score.value === undefined || (score.value >= 0 && score.value <= 100)).toBe(true);
        expect(judged(records)).toEqual(judged(records));
      }),
      { numRuns: 150 },
    );
  });

  test("is not moved by a cell named __proto__ or constructor", () => {
    const values = JSON.parse('{"Title":"x","__proto__":{"Status":"Active"},"constructor":"Open"}') as Values;
    const records = projectOf({});
    const row = { id: "9", values, extras: {} };
    const all = { ...records, project: row, ...Object.fromEntries(ofAProject.map((name) => [name, [row]])) } as unknown as ProjectRecords;
    expect(judged(all).findings.filter(({ register }) => register === "Projects")).toEqual([]);
  });

  test("gets no finding of the same rule again once its one step was taken", () => {
    fc.assert(
      fc.property(tame, ({ project, rows }) => {
        const records = projectOf({ project, ...rows });
        for (const { fix, rule, register, id } of judged(records).findings) {
          if (fix === undefined) continue;
          const mend = <Kind extends { readonly id: string; readonly values: object }>(row: Kind) =>
            row.id === id ? { ...row, values: applyChanges(row.values as Values, fix) } : row;
          const mended = (register === "Projects"
            ? { ...records, project: mend(records.project) }
            : { ...records, [register]: (records[register as RegisterOfAProject] as readonly never[]).map(mend) }) as unknown as ProjectRecords;
          expect(judged(mended).findings.filter((finding) => finding.rule === rule && finding.register === register && finding.id === id)).toEqual([]);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe("a score", () => {
  const counts = fc.record({ High: fc.nat({ max: 999 }), Medium: fc.nat({ max: 999 }), Low: fc.nat({ max: 999 }) });
  const weights = fc.record({
    High: fc.double({ min: 0.1, max: 9, noNaN: true }),
    Medium: fc.double({ min: 0.1, max: 9, noNaN: true }),
    Low: fc.double({ min: 0.1, max: 9, noNaN: true }),
  });
  const failedOf = (applied: CountsBySeverity, share: number): CountsBySeverity => ({
    High: Math.floor(applied.High * share),
    Medium: Math.floor(applied.Medium * share),
    Low: Math.floor(applied.Low * share),
  });

  test("falls with each finding more, whatever the weights, and never leaves 0 to 100", () => {
    fc.assert(
      fc.property(counts, fc.double({ min: 0, max: 1, noNaN: true }), weights, fc.constantFrom("High", "Medium", "Low"), (applied, share, own, severity) => {
        const here = standpoint({ settings: { "dq.weights": own } });
        const failed = failedOf(applied, share);
        const before = qualityScore(applied, failed, here).value;
        if (before === undefined) return applied.High + applied.Medium + applied.Low === 0;
        if (failed[severity] >= applied[severity]) return before >= 0 && before <= 100;
        const after = qualityScore(applied, { ...failed, [severity]: failed[severity] + 1 }, here).value ?? NaN;
        return after < before && after >= 0 && before <= 100;
      }),
    );
  });

  test("of nothing but passes is 100 exactly", () => {
    fc.assert(
      fc.property(counts, weights, (applied, own) => {
        const { value } = qualityScore(applied, { High: 0, Medium: 0, Low: 0 }, standpoint({ settings: { "dq.weights": own } }));
        return value === (applied.High + applied.Medium + applied.Low === 0 ? undefined : 100);
      }),
    );
  });

  test("of a portfolio lies between the best and the worst of its projects", () => {
    fc.assert(
      fc.property(fc.array(tame, { minLength: 1, maxLength: 4 }), (all) => {
        const qualities = all.map(({ project, rows }) => judged(projectOf({ project, ...rows })));
        const scores = qualities.flatMap(({ score }) => score.value ?? []);
        const value = portfolioQuality(qualities, at).score.value;
        if (value === undefined) return scores.length === 0;
        return value >= Math.min(...scores) - 1e-9 && value <= Math.max(...scores) + 1e-9;
      }),
      { numRuns: 30 },
    );
  });
});

describe("the site’s own lists", () => {
  test("are judged whatever they hold, in whatever order", () => {
    const rowsOf = (name: string) =>
      fc.array(
        cellsOf(registerNamed(name), (column, definition) => fc.oneof(fitting(column, definition), hostile)),
        { maxLength: 4 },
      );
    fc.assert(
      fc.property(rowsOf("ResourceDemand"), rowsOf("ResourceCapacity"), rowsOf("IntakeRequests"), rowsOf("Risks"), (needs, capacities, requests, risks) => {
        const judge = (turn: <T>(rows: readonly T[]) => readonly T[]) => {
          const project = tameRecords(projectOf({ ResourceDemand: needs }));
          const { project: _, ...withoutProject } = tameRecords(projectOf({ Risks: risks, ResourceDemand: needs }, "2"));
          const rows = (list: readonly Cells[], prefix: string) => turn(list.map((cells, index) => rowOf(cells, `${prefix}${String(index)}`)));
          return siteQuality(
            {
              needs: turn(project.ResourceDemand),
              withoutProject: { ...withoutProject, Risks: turn(withoutProject.Risks), ResourceDemand: turn(withoutProject.ResourceDemand) },
              rowsOf: createTaming()({
                registers: allRegisters,
                rowsOf: (name) => (name === "IntakeRequests" ? rows(requests, "q") : name === "ResourceCapacity" ? rows(capacities, "c") : []),
              }),
              site: siteFacts({ registers: allRegisters, projects: [project] }, at),
            },
            at,
          );
        };
        expect(judge((rows) => [...rows].reverse())).toEqual(judge((rows) => rows));
      }),
      { numRuns: 60 },
    );
  });
});

describe("the search for patient details", () => {
  test("overlooks nothing that the scan itself finds", () => {
    const pieces = fc.constantFrom(
      "401 023 2137",
      "4010232137",
      "NHS number ",
      "４０１０２３２１３７",
      "DOB ",
      "date of birth: ",
      "3 May 1980",
      "1/2/34",
      "AB 12 34 56 C",
      "QQ123456C",
      " ",
      "ward 4 ",
      "x",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 6 }), (parts) => {
        const text = parts.join("");
        const isGrave = findPatientDetails(text).some(({ confidence }) => confidence === "high" || confidence === "medium");
        return isGrave === findingsOf("DQ-45", { Issues: [{ Description: text }] }).length > 0;
      }),
    );
  });
});

describe("contracts", () => {
  const contract = (cells: Cells) => recordsIn<typeof contracts>([rowOf({ ContractKind: "Goods or services", VatRate: 0.2, ...cells }, "1")])[0]!;

  test("never get better as time passes while nothing is decided", () => {
    fc.assert(
      fc.property(
        days,
        fc.nat({ max: 900_000_000 }),
        fc.option(days, { nil: undefined }),
        fc.tuple(days, days),
        (EndDate, ValueExVat, ExtensionNoticeDate, moments) => {
          const row = contract({ EndDate, ValueExVat, ExtensionNoticeDate });
          // The same thresholds hold all the while.
          const settings = { "procurement.thresholds": [{ from: "2020-01-01", goods: 135_018, works: 1, light: 1, concession: 1 }] };
          const [earlier, later] = [...moments].sort().map((today) => rankOf(contractRag(row, standpoint({ today, settings })).value ?? "Not rated"));
          return (earlier ?? 0) <= (later ?? 0);
        },
      ),
    );
  });

  test("have their decision due before they end, and never after the last day to give notice", () => {
    fc.assert(
      fc.property(days, fc.nat(), fc.option(days, { nil: undefined }), (EndDate, ValueExVat, ExtensionNoticeDate) => {
        const due = decisionDue(contract({ EndDate, ValueExVat, ExtensionNoticeDate }), at).value ?? "9999";
        return due < EndDate && (ExtensionNoticeDate === undefined || due <= ExtensionNoticeDate);
      }),
    );
  });
});

test("a month is the same after being counted", () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 9999 * 12 + 11 }), (month) => monthIn(monthText(month)) === month));
});
