import { allRegisters, hazardLevel, loadRegisters, refOf, registerNamed, stageNumber, type Values } from "../../../src/registers";
import { ruleContext } from "./rule-context";

beforeAll(async () => {
  await loadRegisters();
});

function workedOut(register: string, column: string, row: Values): unknown {
  return registerNamed(register)?.workedOut[column]?.(row);
}

describe("columns worked out from their own row", () => {
  it("add the budget months up to the annual budget, and leave a line without any alone", () => {
    expect(workedOut("Costs", "AnnualBudget", { BudM01: 1_000, BudM12: 250 })).toBe(1_250);
    expect(workedOut("Costs", "AnnualBudget", { BudM01: 0 })).toBe(0);
    expect(workedOut("Costs", "AnnualBudget", { ActM01: 5 })).toBeUndefined();
    expect(workedOut("Costs", "AnnualBudget", { BudM01: Number.MAX_SAFE_INTEGER, BudM02: 1 })).toBeUndefined();
  });

  it("count a milestone's slip to the actual date, else to the forecast", () => {
    expect(workedOut("Milestones", "SlipDays", { BaselineDate: "2026-03-01", ForecastDate: "2026-03-31" })).toBe(30);
    expect(workedOut("Milestones", "SlipDays", { BaselineDate: "2026-03-01", ForecastDate: "2026-03-31", ActualDate: "2026-02-28" })).toBe(-1);
    expect(workedOut("Milestones", "SlipDays", { ForecastDate: "2026-03-31" })).toBeUndefined();
  });

  it("place a report's month in its financial year", () => {
    expect(workedOut("HighlightReports", "FinancialYear", { PeriodMonth: "2026-03" })).toBe("2025/26");
    expect(workedOut("HighlightReports", "MonthNo", { PeriodMonth: "2026-03" })).toBe(12);
    expect(workedOut("HighlightReports", "MonthNo", { PeriodMonth: "2026-13" })).toBeUndefined();
  });

  it("add VAT and round half a penny away from nothing", () => {
    expect(workedOut("Contracts", "ValueIncVat", { ValueExVat: 10_001, VatRate: 0.05 })).toBe(10_501);
    expect(workedOut("Contracts", "ValueIncVat", { ValueExVat: 110, VatRate: 0.05 })).toBe(116);
    expect(workedOut("Contracts", "ValueIncVat", { ValueExVat: 110 })).toBeUndefined();
  });

  it("give the last day for notice while an extension is left", () => {
    const contract = { EndDate: "2027-03-31", NoticeDays: 90, ExtensionMonths: "12+12" };
    expect(workedOut("Contracts", "ExtensionNoticeDate", contract)).toBe("2026-12-31");
    expect(workedOut("Contracts", "ExtensionNoticeDate", { ...contract, ExtensionsUsed: 2 })).toBeUndefined();
  });

  it("place a stakeholder by influence and interest", () => {
    const quadrantOf = (Influence: number, Interest: number): unknown => workedOut("Stakeholders", "Quadrant", { Influence, Interest });
    expect([quadrantOf(4, 3), quadrantOf(3, 2), quadrantOf(2, 4), quadrantOf(1, 1)]).toEqual(["Manage closely", "Keep satisfied", "Keep informed", "Monitor"]);
  });

  it("take the highest score of a quality impact assessment", () => {
    expect(workedOut("ImpactAssessments", "QiaMaxPre", { QiaSafetyPre: "3x4", QiaOpsPre: "2x5", QiaSafetyPost: "5x5" })).toBe(12);
    expect(workedOut("ImpactAssessments", "QiaMaxPost", { QiaSafetyPre: "3x4" })).toBeUndefined();
  });

  it("compare what an estimate became with what was approved", () => {
    expect(workedOut("Estimates", "OverrunRatio", { ActualValue: 125, ApprovedValue: 100 })).toBe(1.25);
    expect(workedOut("Estimates", "OverrunRatio", { ActualValue: 125, ApprovedValue: 0 })).toBeUndefined();
  });

  it("count a dependency's gap from the giver's forecast, else from the agreed day", () => {
    expect(workedOut("Dependencies", "GapDays", { NeededBy: "2026-05-01", AgreedDate: "2026-04-30" })).toBe(-1);
    expect(workedOut("Dependencies", "GapDays", { NeededBy: "2026-05-01", AgreedDate: "2026-04-30", GiverForecast: "2026-05-11" })).toBe(10);
  });
});

describe("the suggested route of an idea", () => {
  const route = (yes: readonly number[]): unknown =>
    workedOut("IntakeRequests", "RouteCalc", Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => [`T${String(number)}`, yes.includes(number)])));

  it.each([
    [[1, 2, 3, 9], "Part of existing work"],
    [[1, 3, 4], "Business as usual"],
    [[1, 2, 3, 7], "Programme"],
    [[1, 2, 7, 8], "Project"],
    [[1, 2, 6], "Quality improvement"],
    [[1, 2, 5, 6], "Project"],
    [[1, 2, 7], "Business as usual"],
  ])("is, with yes to %j, %s", (yes, expected) => {
    expect(route(yes)).toBe(expected);
  });

  it("is open until every question is answered", () => {
    expect(workedOut("IntakeRequests", "RouteCalc", { T9: true })).toBeUndefined();
  });
});

describe("a hazard's level", () => {
  it("is looked up in the national matrix, not multiplied", () => {
    const rows = [1, 2, 3, 4, 5].map((likelihood) => [1, 2, 3, 4, 5].map((severity) => hazardLevel(likelihood, severity)).join(""));
    expect(rows).toEqual(["11223", "12234", "22334", "23345", "34455"]);
  });

  it("is unknown while a score is missing or foreign", () => {
    expect([hazardLevel(undefined, 3), hazardLevel(3, undefined), hazardLevel(6, 1), hazardLevel(1, 0)]).toEqual([undefined, undefined, undefined, undefined]);
  });

  it("follows the trust's own matrix and ignores one of another shape", () => {
    const own = Array.from({ length: 5 }, () => [5, 5, 5, 5, 5]);
    expect(hazardLevel(1, 1, own)).toBe(5);
    expect(hazardLevel(1, 1, [[5]])).toBe(1);
    const rule = registerNamed("Hazards")?.rules.find(({ id }) => id === "V-HAZ-01");
    const accepted = { Status: "Accepted", ResidualLikelihood: 1, ResidualSeverity: 1 };
    expect(rule?.holds(accepted, ruleContext())).toBe(true);
    expect(rule?.holds(accepted, ruleContext({ settings: { "hazard.matrix": own } }))).toBe(false);
  });
});

describe("refs", () => {
  it("are padded, may grow as far as the register allows, and begin with the letters of their register", () => {
    for (const register of allRegisters) {
      for (const number of [1, 42, 10 ** register.ref.mostDigits - 1]) {
        const ref = refOf(register, number);
        expect(ref).toBeDefined();
        expect(ref?.startsWith(register.ref.prefix)).toBe(true);
      }
      expect(refOf(register, 10 ** register.ref.mostDigits)).toBeUndefined();
    }
  });

  it("tell their register by their letters", () => {
    const prefixes = allRegisters.map(({ ref }) => ref.prefix);
    expect(new Set(prefixes).size).toBe(prefixes.length);
  });
});

describe("a stage", () => {
  it("is told by its number, and by nothing else", () => {
    expect([stageNumber("5 Deliver"), stageNumber("Deliver"), stageNumber(undefined), stageNumber("12 Later")]).toEqual([5, undefined, undefined, undefined]);
  });
});
