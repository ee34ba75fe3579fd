import { addRollUps, createSiteInsight, onTimeShare, rollUpOf, siteRollUps, type RollUp, type SiteInsight } from "../../../src/insight";
import type { Row } from "../../../src/registers";
import { allRegisters } from "../../../src/registers/all-registers";
import { months } from "./money-setting";
import { day, rowOf, type Cells } from "./quality-ground";

const none: readonly Row[] = [];

function site(lists: Readonly<Record<string, readonly Cells[]>>): SiteInsight {
  const rows = new Map(Object.entries(lists).map(([name, cells]) => [name, cells.map((values, index) => rowOf(values, `${name}-${String(index)}`))]));
  return createSiteInsight()({ today: day("2026-11-24"), registers: allRegisters, rowsOf: (name) => rows.get(name) ?? none });
}

const closed = [{ FinancialYear: "2026/27", MonthNo: 7, PeriodStatus: "Closed" }];
const costs = (ProjectRef: string): Cells => ({
  ProjectRef,
  FinancialYear: "2026/27",
  CapRev: "Revenue",
  ...months("BudM", Array<number>(12).fill(10)),
  ...months("ActM", Array<number>(7).fill(9)),
  ...months("FctM", Array<number>(5).fill(11), 8),
});
const extreme: Cells = { CurrentLikelihood: 3, CurrentConsequence: 5 };

const two = site({
  FinancialPeriods: closed,
  Projects: [
    { Ref: "P-0001", Status: "Active", Stage: "5 Deliver", RagOverall: "Green", BudgetApproved: 100, ProgrammeRef: "PG-001", SponsorDivision: "SURG" },
    { Ref: "P-0002", Status: "Completed", Stage: "7 Close", RagOverall: "Red", BudgetApproved: 20, ProgrammeRef: "PG-001" },
  ],
  Costs: [costs("P-0001")],
  Risks: [
    { ...extreme, ProjectRef: "P-0001" },
    { ...extreme, ProjectRef: "P-0001", Status: "Closed" },
    { ProjectRef: "P-0001", CurrentLikelihood: 2, CurrentConsequence: 5 },
    { ...extreme, ProjectRef: "P-0002", Status: "Open" },
  ],
  Milestones: [
    { ProjectRef: "P-0001", BaselineDate: "2026-05-01", ActualDate: "2026-05-01" },
    { ProjectRef: "P-0001", BaselineDate: "2026-05-01", ActualDate: "2026-05-02" },
    { ProjectRef: "P-0002", BaselineDate: "2026-05-01", ActualDate: "2026-04-02" },
  ],
  Benefits: [{ ProjectRef: "P-0001", Ref: "B-0001", Frequency: "Monthly" }],
  BenefitMeasures: [{ ProjectRef: "P-0001", BenefitRef: "B-0001", PeriodStart: "2026-05-01", PlannedValue: 300, RealisedValue: 200 }],
});

describe("a roll-up", () => {
  it("counts and adds up what its projects are", () => {
    expect(siteRollUps(two).all).toEqual({
      projects: 2,
      active: 1,
      declared: new Map([["Green", 1]]),
      workedOut: new Map([["Red", 1]]),
      stages: new Map([
        ["5 Deliver", 1],
        ["7 Close", 1],
      ]),
      approvedBudget: { amount: 120, without: 0 },
      budget: { amount: 12_000, without: 1 },
      budgetToDate: { amount: 7_000, without: 1 },
      spentToDate: { amount: 6_300, without: 1 },
      outturn: { amount: 11_800, without: 1 },
      benefitsPlanned: { amount: 300, without: 1 },
      benefitsRealised: { amount: 200, without: 1 },
      extremeRisks: 2,
      onTime: 2,
      late: 1,
    });
  });

  it("knows no amount while no project has one, and counts a project without a RAG or a stage", () => {
    const { all } = siteRollUps(site({ Projects: [{ Ref: "P-0001", Status: "Active", RagOverall: "Purple" }] }));
    expect(all.declared).toEqual(new Map([[undefined, 1]]));
    expect(all.stages).toEqual(new Map([[undefined, 1]]));
    expect(all.workedOut).toEqual(new Map([["Green", 1]]));
    for (const sum of [all.approvedBudget, all.budget, all.spentToDate, all.outturn, all.benefitsPlanned])
      expect(sum).toEqual({ amount: undefined, without: 1 });
  });

  it("of nothing is 0, without an amount", () => {
    const nothing = addRollUps([]);
    expect([nothing.projects, nothing.active, nothing.extremeRisks, nothing.onTime, nothing.late]).toEqual([0, 0, 0, 0, 0]);
    expect([nothing.declared.size, nothing.workedOut.size, nothing.stages.size]).toEqual([0, 0, 0]);
    expect(nothing.outturn).toEqual({ amount: undefined, without: 0 });
    expect(siteRollUps(site({})).all).toEqual(nothing);
  });

  it("stands for each programme and each division, and for what belongs to none", () => {
    const { programmes, divisions } = siteRollUps(two);
    const counts = (map: ReadonlyMap<string | undefined, RollUp>) => [...map].map(([key, { projects }]) => [key, projects]);
    expect(counts(programmes)).toEqual([["PG-001", 2]]);
    expect(counts(divisions)).toEqual([
      ["SURG", 1],
      [undefined, 1],
    ]);
    for (const groups of [programmes, divisions]) expect(addRollUps([...groups.values()])).toEqual(siteRollUps(two).all);
    expect(divisions.get("SURG")).toEqual(rollUpOf(two.projects[0]!, two.standpoint));
  });

  it("holds risks against the bands of the site that they stand in", () => {
    const bands = JSON.stringify({ Low: [1, 3], Moderate: [4, 6], High: [8, 9], Extreme: [10, 25] });
    const own = site({
      Settings: [{ Key: "risk.bands", ValueJson: bands }],
      Projects: [{ Ref: "P-0001" }],
      Risks: [{ ProjectRef: "P-0001", CurrentLikelihood: 2, CurrentConsequence: 5 }],
    });
    expect(addRollUps([siteRollUps(two).all, siteRollUps(own).all])).toMatchObject({ projects: 3, extremeRisks: 3 });
  });

  it("tells how many milestones were on time", () => {
    expect(onTimeShare(siteRollUps(two).all)).toBeCloseTo(66.67, 2);
    expect(onTimeShare(addRollUps([]))).toBeUndefined();
  });
});
