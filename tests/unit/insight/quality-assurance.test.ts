import { findingsOf, inShort, rule, type Cells } from "./quality-ground";

const yesterday = "2026-11-23";
const today = "2026-11-24";
const hazard = (ResidualLikelihood: number, ResidualSeverity: number, cells: Cells = {}): Cells => ({ ResidualLikelihood, ResidualSeverity, ...cells });
const goesLive = (ForecastDate: string): Cells => ({ Title: "Go live", ForecastDate });

rule("DQ-46", [
  ["level 4", "fails", { Hazards: [hazard(4, 4)] }],
  ["level 5 with its controls in place", "fails", { Hazards: [hazard(5, 5, { Status: "Controls in place" })] }],
  ["level 4 that was accepted all the same", "fails", { Hazards: [hazard(4, 4, { Status: "Accepted" })] }],
  ["level 4 of a status of the trust's own, as for the RAG", "fails", { Hazards: [hazard(4, 4, { Status: "Watched" })] }],
  ["level 4 that was transferred", "fails", { Hazards: [hazard(4, 4, { Status: "Transferred" })] }],
  ["level 3", "passes", { Hazards: [hazard(3, 3)] }],
  ["not assessed", "passes", { Hazards: [{ Status: "Open" }] }],
  ["level 3, go-live in 30 days", "fails", { Hazards: [hazard(3, 3)], Milestones: [goesLive("2026-12-24")] }],
  ["level 3, go-live in 31 days", "passes", { Hazards: [hazard(3, 3)], Milestones: [goesLive("2026-12-25")] }],
  ["level 3 and accepted, go-live tomorrow", "passes", { Hazards: [hazard(3, 3, { Status: "Accepted" })], Milestones: [goesLive("2026-11-25")] }],
  ["level 3 and transferred, go-live tomorrow", "passes", { Hazards: [hazard(3, 3, { Status: "Transferred" })], Milestones: [goesLive("2026-11-25")] }],
  [
    "level 3 with its controls in place, go-live tomorrow",
    "fails",
    { Hazards: [hazard(3, 3, { Status: "Controls in place" })], Milestones: [goesLive("2026-11-25")] },
  ],
  ["level 2, go-live tomorrow", "passes", { Hazards: [hazard(3, 2)], Milestones: [goesLive("2026-11-25")] }],
  ["not assessed, go-live tomorrow", "fails", { Hazards: [{ Status: "Open" }], Milestones: [goesLive("2026-11-25")] }],
  ["the trust's own matrix", "fails", { Hazards: [hazard(1, 1)] }, { settings: { "hazard.matrix": Array.from({ length: 5 }, () => [5, 5, 5, 5, 5]) } }],
  ["closed", "silent", { Hazards: [hazard(5, 5, { Status: "Closed" })] }],
]);

rule("DQ-47", [
  ["due yesterday", "fails", { Hazards: [{ ReviewDate: yesterday, Status: "Accepted" }] }],
  ["due today", "passes", { Hazards: [{ ReviewDate: today }] }],
  ["no day", "passes", { Hazards: [{}] }],
  ["closed", "silent", { Hazards: [{ ReviewDate: yesterday, Status: "Closed" }] }],
]);

rule("DQ-49", [
  ["due yesterday", "fails", { ImpactAssessments: [{ DueDate: yesterday, Status: "In progress" }] }],
  ["still screening", "fails", { ImpactAssessments: [{ DueDate: yesterday, Status: "Screening" }] }],
  ["submitted only", "fails", { ImpactAssessments: [{ DueDate: yesterday, Status: "Submitted" }] }],
  ["without a status", "fails", { ImpactAssessments: [{ DueDate: yesterday }] }],
  ["due today", "passes", { ImpactAssessments: [{ DueDate: today }] }],
  ["no day", "passes", { ImpactAssessments: [{}] }],
  ["approved", "passes", { ImpactAssessments: [{ DueDate: yesterday, Status: "Approved" }] }],
  ["approved with conditions", "passes", { ImpactAssessments: [{ DueDate: yesterday, Status: "Approved with conditions" }] }],
  ["approved before, its review to come", "passes", { ImpactAssessments: [{ DueDate: yesterday, Status: "Review due", ReviewDate: today }] }],
  ["approved, its review due yesterday", "fails", { ImpactAssessments: [{ ReviewDate: yesterday, Status: "Approved" }] }],
  ["not required", "silent", { ImpactAssessments: [{ DueDate: yesterday, Status: "Not required" }] }],
  ["closed", "silent", { ImpactAssessments: [{ ReviewDate: yesterday, Status: "Closed" }] }],
]);

rule("DQ-52", [
  ["planned for yesterday", "fails", { GateReviews: [{ PlannedDate: yesterday }] }],
  ["planned for yesterday, not decided", "fails", { GateReviews: [{ PlannedDate: yesterday, Outcome: "Not yet decided" }] }],
  ["planned for today", "passes", { GateReviews: [{ PlannedDate: today }] }],
  ["held", "passes", { GateReviews: [{ PlannedDate: yesterday, HeldDate: yesterday }] }],
  ["no day", "passes", { GateReviews: [{}] }],
  ["it has an outcome", "silent", { GateReviews: [{ PlannedDate: yesterday, Outcome: "Proceed" }] }],
]);

rule("DQ-53", [
  ["planned for yesterday", "fails", { QualityRegister: [{ PlannedDate: yesterday, Result: "Not started" }] }],
  ["without a result", "fails", { QualityRegister: [{ PlannedDate: yesterday }] }],
  ["planned for today", "passes", { QualityRegister: [{ PlannedDate: today }] }],
  ["no day", "passes", { QualityRegister: [{}] }],
  ["in progress", "silent", { QualityRegister: [{ PlannedDate: yesterday, Result: "In progress" }] }],
  ["passed", "silent", { QualityRegister: [{ PlannedDate: yesterday, Result: "Pass" }] }],
]);

// £4,200,000 and 20% VAT are £5,040,000.
const large = {
  ValueExVat: 420_000_000,
  VatRate: 0.2,
  ContractKind: "Goods or services",
  ProcurementRegime: "Procurement Act 2023",
  EndDate: "2030-03-31",
} as const;

rule("DQ-50", [
  ["the end has passed", "fails", { Contracts: [{ ...large, EndDate: yesterday }] }],
  ["the decision is overdue", "fails", { Contracts: [{ ...large, EndDate: "2027-01-31" }] }],
  ["there is time", "passes", { Contracts: [large] }],
  ["the decision was taken", "passes", { Contracts: [{ ...large, EndDate: "2027-01-31", RenewalDecision: "Extend" }] }],
  ["ended", "silent", { Contracts: [{ ...large, EndDate: yesterday, Stage: "Ended" }] }],
  ["no end", "silent", { Contracts: [{ ...large, EndDate: undefined }] }],
]);

rule("DQ-51", [
  ["two KPIs", "fails", { Contracts: [{ ...large, KpiCount: 2 }] }],
  ["three KPIs", "passes", { Contracts: [{ ...large, KpiCount: 3 }] }],
  ["nobody counted, while others do", "fails", { Contracts: [large] }, { elsewhere: { Contracts: [{ KpiCount: 5 }] } }],
  ["nobody in the site counts", "silent", { Contracts: [large] }],
  ["£5,000,000", "silent", { Contracts: [{ ...large, ValueExVat: 500_000_000, VatRate: 0, KpiCount: 0 }] }],
  ["light touch", "silent", { Contracts: [{ ...large, ContractKind: "Light touch services", KpiCount: 0 }] }],
  ["nobody said which rules apply", "silent", { Contracts: [{ ...large, ProcurementRegime: undefined, KpiCount: 0 }] }],
]);

describe("a finding of assurance or a contract", () => {
  const of = (...given: Parameters<typeof findingsOf>) => findingsOf(...given).map(inShort);
  const ref = "1-1";

  test("says what it rests on", () => {
    expect(of("DQ-46", { Hazards: [hazard(4, 4)] })).toEqual([{ field: "ResidualLikelihood", ref, inputs: { residualLevel: 4, mandatoryLevel: 4 } }]);
    expect(of("DQ-46", { Hazards: [hazard(3, 3)], Milestones: [goesLive(today)] })).toEqual([
      { field: "ResidualLikelihood", ref, inputs: { residualLevel: 3, goLive: today, goLiveWithin: 30 } },
    ]);
    expect(of("DQ-46", { Hazards: [{}], Milestones: [goesLive(today)] })).toEqual([
      { field: "ResidualLikelihood", ref, inputs: { goLive: today, goLiveWithin: 30 } },
    ]);
    expect(of("DQ-47", { Hazards: [{ ReviewDate: yesterday }] })).toEqual([{ field: "ReviewDate", ref, inputs: { reviewDate: yesterday } }]);
    expect(of("DQ-49", { ImpactAssessments: [{ DueDate: yesterday, ReviewDate: yesterday }] })).toEqual([
      { field: "DueDate", ref, inputs: { dueDate: yesterday } },
    ]);
    expect(of("DQ-49", { ImpactAssessments: [{ Status: "Approved", DueDate: yesterday, ReviewDate: yesterday }] })).toEqual([
      { field: "ReviewDate", ref, inputs: { reviewDate: yesterday } },
    ]);
    expect(of("DQ-52", { GateReviews: [{ PlannedDate: yesterday }] })).toEqual([{ field: "HeldDate", ref, inputs: { plannedDate: yesterday } }]);
    expect(of("DQ-53", { QualityRegister: [{ PlannedDate: yesterday }] })).toEqual([{ field: "Result", ref, inputs: { plannedDate: yesterday } }]);
    expect(of("DQ-50", { Contracts: [{ ...large, EndDate: yesterday }] })).toEqual([{ field: "RenewalDecision", ref, inputs: { endDate: yesterday } }]);
    expect(of("DQ-51", { Contracts: [{ ...large, KpiCount: 2 }] })).toMatchObject([
      { field: "KpiCount", ref, inputs: { kpis: 2, fewestKpis: 3, valueIncVat: 504_000_000 } },
    ]);
  });
});
