import { contractFigureWords, findingInputWords, moneyFigureWords, qualityFigureWords, qualityWords } from "../../../src/content";
import { contractRag, decisionDue, isAboveThreshold, kpisRequired, qualityRules, recordsIn, siteFacts, siteQuality } from "../../../src/insight";
import type { contracts } from "../../../src/registers";
import { allRegisters } from "../../../src/registers/all-registers";
import { standpoint } from "./money-setting";
import { judge, projectOf, rowOf, type Cells, type Circumstances, type Given } from "./quality-ground";

const past = "2026-01-05";
const months = (prefix: string, pence: number): Cells =>
  Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`${prefix}${String(index + 1).padStart(2, "0")}`, pence]));
const snapshot = { PeriodMonth: "2026-04", RisksJson: '[{"Ref":"R-0001","CurrentScore":15}]' };
const contract: Cells = {
  ContractKind: "Works",
  ProcurementRegime: "Procurement Act 2023",
  ValueExVat: 500_000_001,
  VatRate: 0,
  KpiCount: 1,
  EndDate: "2027-01-01",
};

/** Everything is wrong with it that can be wrong with one project at a time. */
const faulty: Given = {
  project: {
    Status: "Active",
    Stage: "8 Benefits realisation",
    ClinicalImpact: 4,
    EndForecast: past,
    $changed: past,
    RagOverall: "Red",
    BudgetApproved: 1,
    StrategicObjectiveCode: "OLD",
    IsCip: true,
  },
  Risks: [
    {
      Ref: "R-0001",
      MitigationDueDate: past,
      CurrentScore: 9,
      NextReviewDate: past,
      Response: "Treat",
      TargetDate: past,
      CurrentLikelihood: 3,
      CurrentConsequence: 5,
      TargetLikelihood: 1,
      TargetConsequence: 1,
      InherentLikelihood: 1,
      InherentConsequence: 1,
      Cause: "x",
      RiskEvent: "x",
      Effect: "x",
    },
    { Response: "Tolerate", CurrentLikelihood: 3, CurrentConsequence: 3, TargetLikelihood: 1, TargetConsequence: 1 },
  ],
  Issues: [
    {
      DueDate: past,
      Priority: "Critical",
      RaisedDate: past,
      EscalationLevel: "Project",
      OwnerAddress: "ann@example.org",
      Description: "NHS number 401 023 2137",
    },
  ],
  Actions: [{ DueDate: past, TimesMoved: 3, SourceRef: "R-0009" }],
  Milestones: [
    { ForecastDate: past, BaselineDate: "2025-01-01", MilestoneType: "Project" },
    { BaselineDate: past },
    { Title: "Go live", ForecastDate: "2026-11-25", SlipReason: "x" },
  ],
  Costs: [
    {
      FinancialYear: "2026/27",
      Status: "Live",
      ForecastDate: past,
      CapRev: "Revenue",
      Recurrence: "Recurrent",
      ...months("BudM", 1_000_000),
      ...months("ActM", 1_000_000),
      ...months("FctM", 9_000_000),
      ActM08: 0,
    },
    { CostCentre: "A1", VarianceReason: "x" },
  ],
  Benefits: [
    { Frequency: "Monthly", StartDate: past, Measure: "Stay", Status: "Realising", BenefitClass: "Cash-releasing (CRB)", Ref: "B-0001" },
    { Frequency: "Once", StartDate: past, Measure: "Stay", TargetDate: past, Owner: "Bob" },
  ],
  BenefitMeasures: [{ BenefitRef: "B-0001", PeriodStart: past, ActualMeasure: 1 }],
  Dependencies: [{ NeededBy: past, $made: past }, { NeededBy: "2026-11-30" }],
  Changes: [{ Status: "Submitted", SubmittedDate: past }],
  Decisions: [{ NeededBy: past }],
  HighlightReports: [
    { PeriodMonth: "2026-09", Status: "Published" },
    { PeriodMonth: "2026-11", Status: "Draft", RagOverall: "Green" },
  ],
  Hazards: [{ ResidualLikelihood: 5, ResidualSeverity: 5, ReviewDate: past }, {}],
  ImpactAssessments: [{ DueDate: past }, { Status: "Approved", ReviewDate: past }],
  Contracts: [contract],
  GateReviews: [{ PlannedDate: past }],
  QualityRegister: [{ PlannedDate: past }],
  Assumptions: [{ ValidateBy: past }],
  PortfolioSnapshots: [snapshot],
};

const circumstances: Circumstances = { overall: "Red", objectives: [{ Code: "NEW" }], inactive: ["ann@example.org"], closed: { "2026/27": 8 } };
const somewhere: Given = { Lessons: [{}], project: { EndBaseline: past } };

function everyFinding() {
  const at = standpoint();
  const project = projectOf({ ResourceDemand: [{ Person: "Ann", FinancialYear: "2026/27", AllocationStatus: "Agreed", AllM08: 1 }] });
  const { project: _, ...withoutProject } = projectOf({});
  const lists = new Map([
    ["IntakeRequests", [rowOf({ Status: "Submitted", SubmittedDate: past }, "q")]],
    ["ResourceCapacity", [rowOf({ Person: "Ann", FinancialYear: "2026/27", CapM08: 0.5 }, "c")]],
  ]);
  const site = siteQuality(
    {
      needs: project.ResourceDemand,
      withoutProject,
      rowsOf: (register) => lists.get(register) ?? [],
      site: siteFacts({ registers: allRegisters, projects: [project] }, at),
    },
    at,
  );
  const bare: Given = { project: { Status: "Active", Stage: "3 Plan (OBC)", BudgetApproved: 1, ProjectManager: "Bob" } };
  return [
    ...judge(faulty, { ...circumstances, elsewhere: somewhere }).findings,
    ...judge(bare, { ...circumstances, elsewhere: faulty }).findings,
    ...judge({ ...bare, Benefits: [{ Owner: "Bob" }], Hazards: [{}] }, circumstances).findings,
    ...site.findings,
  ];
}

test("every rule finds something, and has its message, why it matters and what to do", () => {
  const rules = qualityRules.map(({ rule }) => rule);
  expect([...new Set(everyFinding().map(({ rule }) => rule))].sort()).toEqual(rules);
  expect(Object.keys(qualityWords).sort()).toEqual(rules);
});

test("what one step mends has words for its button, and nothing else has", () => {
  const mended = new Set(everyFinding().flatMap(({ rule, fix }) => (fix === undefined ? [] : [rule])));
  const buttons = Object.entries(qualityWords).flatMap(([rule, words]) => ("fix" in words ? [rule] : []));
  expect([...mended].sort()).toEqual(buttons.sort());
});

test("every thing that a finding rests on has its words, and no words stand there for what is gone", () => {
  const named = new Set(everyFinding().flatMap(({ inputs }) => inputs.map(({ name }) => name)));
  const ofFigures = { ...contractFigureWords.inputs, ...moneyFigureWords.inputs };
  expect([...named].filter((name) => !(name in findingInputWords) && !(name in ofFigures))).toEqual([]);
  expect(Object.keys(findingInputWords).filter((name) => !named.has(name))).toEqual([]);
});

test("the score and the figures of a contract have their words", () => {
  const at = standpoint();
  const rows = [contract, { ...contract, RenewalDecision: "Extend" }, { Stage: "Ended" }, { ...contract, ExtensionNoticeDate: past }];
  const figures = recordsIn<typeof contracts>(rows.map((cells, index) => rowOf(cells, String(index)))).flatMap((row) => [
    isAboveThreshold(row, at),
    decisionDue(row, at),
    contractRag(row, at),
    kpisRequired(row, at),
  ]);
  expect(new Set(figures.map(({ rule }) => rule))).toEqual(new Set(Object.keys(contractFigureWords.rules)));
  expect(new Set(figures.flatMap(({ inputs }) => inputs.map(({ name }) => name)))).toEqual(new Set(Object.keys(contractFigureWords.inputs)));
  const { score } = judge(faulty, circumstances);
  expect(Object.keys(qualityFigureWords.rules)).toEqual([score.rule]);
  expect(score.inputs.map(({ name }) => name)).toEqual(Object.keys(qualityFigureWords.inputs));
});

test("a figure’s rule is told in two sentences at most", () => {
  for (const { says } of Object.values(contractFigureWords.rules)) expect(says.split(/(?<=[.!?])\s+/).length).toBeLessThanOrEqual(2);
});
