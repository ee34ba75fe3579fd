import { portfolioQuality, projectQuality, qualityRules, siteFacts, type Quality } from "../../../src/insight";
import { qualityScore, type CountsBySeverity } from "../../../src/insight/quality-score";
import { issues, risks } from "../../../src/registers";
import { allRegisters } from "../../../src/registers/all-registers";
import { oracle, standpoint } from "./money-setting";
import { judge, projectOf, verdictOf, type Given } from "./quality-ground";

const at = standpoint({ closed: {} });
const none = { High: 0, Medium: 0, Low: 0 } as const;

describe("the oracle’s scores", () => {
  const { weights, cases } = oracle("dq-score.json") as {
    readonly weights: CountsBySeverity;
    readonly cases: readonly {
      readonly applicableWeights: readonly number[];
      readonly failedWeights: readonly number[];
      readonly expectedScore: number | null;
    }[];
  };
  const counted = (list: readonly number[]): CountsBySeverity => ({
    High: list.filter((weight) => weight === weights.High).length,
    Medium: list.filter((weight) => weight === weights.Medium).length,
    Low: list.filter((weight) => weight === weights.Low).length,
  });

  test("there are four", () => {
    expect(cases).toHaveLength(4);
  });

  for (const { applicableWeights, failedWeights, expectedScore } of cases) {
    test(`${String(failedWeights.filter((weight) => weight > 0).length)} failed of ${String(applicableWeights.length)} is ${String(expectedScore)}`, () => {
      const { value } = qualityScore(counted(applicableWeights), counted(failedWeights), at);
      expect(value === undefined ? null : Math.round(value)).toBe(expectedScore);
    });
  }
});

describe("the score", () => {
  test("is unrounded, and says how it came about", () => {
    const { value, rule, inputs } = qualityScore({ High: 4, Medium: 3, Low: 2 }, { High: 1, Medium: 0, Low: 2 }, at);
    expect(value).toBeCloseTo(75, 10);
    expect(rule).toBe("dataQualityScore");
    expect(inputs).toEqual([
      { name: "failedHigh", kind: "fact", unit: "count", value: 1 },
      { name: "appliedHigh", kind: "fact", unit: "count", value: 4 },
      { name: "weightHigh", kind: "threshold", unit: "count", value: 3 },
      { name: "failedMedium", kind: "fact", unit: "count", value: 0 },
      { name: "appliedMedium", kind: "fact", unit: "count", value: 3 },
      { name: "weightMedium", kind: "threshold", unit: "count", value: 2 },
      { name: "failedLow", kind: "fact", unit: "count", value: 2 },
      { name: "appliedLow", kind: "fact", unit: "count", value: 2 },
      { name: "weightLow", kind: "threshold", unit: "count", value: 1 },
    ]);
  });

  test("takes the trust’s own weights", () => {
    const own = standpoint({ settings: { "dq.weights": { High: 1, Medium: 1, Low: 8 } } });
    expect(qualityScore({ High: 1, Medium: 1, Low: 1 }, { ...none, Low: 1 }, own).value).toBeCloseTo(20, 10);
  });

  test("is not known when nothing applies, or all that applies weighs nothing", () => {
    expect(qualityScore(none, none, at).value).toBeUndefined();
    expect(qualityScore({ ...none, Low: 5 }, none, standpoint({ settings: { "dq.weights": { High: 1, Medium: 1, Low: 0 } } })).value).toBeUndefined();
    expect(judge({}).score.value).toBeUndefined();
  });

  test("counts each rule once a record", () => {
    // DQ-21 High, DQ-45 High on each; the second is overdue.
    const { score, applied, findings } = judge({ Issues: [{ Title: "One" }, { Title: "Two", DueDate: "2026-11-23" }] });
    expect(applied).toEqual({ High: 4, Medium: 0, Low: 0 });
    expect(findings.map(({ rule }) => rule)).toEqual(["DQ-21"]);
    expect(score.value).toBe(75);
  });
});

describe("rules that are switched off", () => {
  const given: Given = { Issues: [{ Title: "NHS number 401 023 2137", DueDate: "2026-11-23" }] };

  test("find nothing and count for nothing", () => {
    const { findings, applied } = judge(given, { settings: { "dq.disabledRules": ["DQ-21"] } });
    expect(findings.map(({ rule }) => rule)).toEqual(["DQ-45"]);
    expect(applied.High).toBe(1);
  });

  test("never are those that look for patient details", () => {
    expect(judge(given, { settings: { "dq.disabledRules": ["DQ-45"] } }).findings.map(({ rule }) => rule)).toEqual(["DQ-21", "DQ-45"]);
  });
});

describe("findings", () => {
  test("come in order of rule, register, Ref and row", () => {
    const late = { DueDate: "2026-11-23" };
    const { findings } = judge({
      project: { Status: "Active", Sro: "A" },
      Issues: [
        { ...late, Ref: "I-0002" },
        { ...late, Ref: "I-0001" },
        { ...late, Ref: "I-0001" },
      ],
      Decisions: [{ Title: "DOB 1 May 1980", Ref: "D-0001" }],
      Actions: [{ Title: "DOB 1 May 1980", Ref: "A-0001" }],
    });
    expect(findings.map(({ rule, ref, id }) => `${rule} ${ref} ${id}`)).toEqual(
      ["DQ-02 P-0001 1", "DQ-08 P-0001 1", "DQ-21 I-0001 1-2", "DQ-21 I-0001 1-3", "DQ-21 I-0002 1-1", "DQ-45 A-0001 1-1", "DQ-45 D-0001 1-1"].filter(
        (line) => !line.startsWith("DQ-08"),
      ),
    );
  });

  test("of a row typed in Lists name it by its number", () => {
    expect(judge({ Issues: [{ DueDate: "2026-11-23" }] }).findings[0]).toMatchObject({ ref: "1-1", id: "1-1", register: "Issues" });
  });
});

describe("the rules", () => {
  test("are the 58 of the reference, each once, with its register where it has one", () => {
    expect(qualityRules.map(({ rule }) => rule)).toEqual(Array.from({ length: 58 }, (_, index) => `DQ-${String(index + 1).padStart(2, "0")}`));
    expect(qualityRules.filter(({ register }) => register === undefined).map(({ rule }) => rule)).toEqual(["DQ-44", "DQ-45", "DQ-57"]);
    expect(qualityRules.find(({ rule }) => rule === "DQ-55")).toEqual({ rule: "DQ-55", severity: "Medium", register: "ResourceDemand" });
    expect(qualityRules.find(({ rule }) => rule === "DQ-13")).toEqual({ rule: "DQ-13", severity: "High", register: "Risks" });
  });

  test("are as grave as the reference says", () => {
    const of = (severity: string) => qualityRules.filter((rule) => rule.severity === severity).map(({ rule }) => Number(rule.slice(3)));
    expect(of("High")).toEqual([1, 2, 4, 5, 13, 14, 15, 21, 25, 28, 31, 36, 39, 42, 43, 45, 46, 48, 50]);
    expect(of("Low")).toEqual([12, 19, 20, 24, 37, 44, 54, 57, 58]);
  });

  test("are silent where the list has lost the column they ask about", () => {
    const { Owner: _, ...columns } = risks.columns;
    const registers = [{ ...risks, columns } as unknown as typeof risks] as unknown as typeof allRegisters;
    expect(verdictOf("DQ-13", { Risks: [{ Status: "Open" }] }, { registers })).toBe("silent");
    expect(verdictOf("DQ-15", { Risks: [{ Status: "Open" }] }, { registers })).toBe("passes");
  });

  test("are silent of registers that the site did not bring", () => {
    const registers = [issues] as unknown as typeof allRegisters;
    const { applied } = judge({ project: { Status: "Active", Title: "x" }, Risks: [{ Title: "y" }], Issues: [{ Title: "z" }] }, { registers });
    expect(applied).toEqual({ High: 2, Medium: 0, Low: 0 });
  });
});

describe("a cell that is not of its column’s type", () => {
  test("counts as empty", () => {
    expect(verdictOf("DQ-21", { Issues: [{ DueDate: 20261101 }] })).toBe("passes");
    expect(verdictOf("DQ-21", { Issues: [{ DueDate: "2026-11" }] })).toBe("passes");
    expect(verdictOf("DQ-21", { Issues: [{ DueDate: "2026-13-01" }] })).toBe("passes");
    expect(verdictOf("DQ-21", { Issues: [{ DueDate: "2026-10-32" }] })).toBe("passes");
    expect(verdictOf("DQ-21", { Issues: [{ DueDate: "2026-10-01", Status: 7 }] })).toBe("fails");
    expect(verdictOf("DQ-24", { Actions: [{ TimesMoved: "9" }] })).toBe("passes");
    expect(verdictOf("DQ-24", { Actions: [{ TimesMoved: Infinity }] })).toBe("passes");
    expect(verdictOf("DQ-01", { project: { Status: "Active", Sro: 5 } })).toBe("fails");
    expect(verdictOf("DQ-10", { project: { Status: "Active", BudgetApproved: 0.5 }, Costs: [{ FinancialYear: "2025/26" }] })).toBe("silent");
    expect(verdictOf("DQ-48", { project: { IsCip: "yes", Stage: "5 Deliver" }, ImpactAssessments: [{}] })).toBe("silent");
    expect(verdictOf("DQ-57", { Issues: [{ OwnerAddress: true }] }, { inactive: ["true"] })).toBe("silent");
    expect(verdictOf("DQ-18", { Risks: [{ RiskEvent: 1_234_567_890_123 }] })).toBe("fails");
    expect(
      verdictOf("DQ-37", {
        Benefits: [
          { Measure: "x", StartDate: "2026-01-01", EndDate: 5 },
          { Measure: "x", StartDate: "2027-01-01" },
        ],
      }),
    ).toBe("fails");
  });

  test("names its row by its number when it is the Ref", () => {
    expect(judge({ Issues: [{ DueDate: "2026-11-23", Ref: 12 }] }).findings[0]?.ref).toBe("1-1");
  });

  test("leaves the rows that it judges as they are", () => {
    const records = projectOf({ Issues: [{ DueDate: 5, Title: "x" }] });
    const before = JSON.stringify(records);
    projectQuality(
      {
        records,
        rags: { overall: { value: undefined, rule: "overallRag", inputs: [] } },
        site: siteFacts({ registers: allRegisters, projects: [records] }, at),
      },
      at,
    );
    expect(JSON.stringify(records)).toBe(before);
  });
});

describe("a portfolio", () => {
  const first = judge({ Issues: [{ Title: "x", DueDate: "2026-11-23", Ref: "I-0002" }] });
  const second = judge({
    Issues: [
      { Title: "x", Ref: "I-0003" },
      { Title: "x", DueDate: "2026-11-23", Ref: "I-0001" },
    ],
  });

  test("is scored as if all its rules had run at once", () => {
    const both = portfolioQuality([first, second], at);
    expect(both.applied).toEqual({ High: 6, Medium: 0, Low: 0 });
    expect(both.score.value).toBeCloseTo((100 * 4) / 6, 10);
    expect(both.findings.map(({ ref }) => ref)).toEqual(["I-0001", "I-0002"]);
  });

  test("of nothing has no score", () => {
    const empty: Quality = portfolioQuality([], at);
    expect(empty).toMatchObject({ findings: [], applied: none });
    expect(empty.score.value).toBeUndefined();
  });
});
