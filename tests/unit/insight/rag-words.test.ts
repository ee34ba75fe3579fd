import { ragFigureWords } from "../../../src/content";
import {
  addWorkingDays,
  changeRoute,
  declaredRag,
  escalationPrompt,
  expectedValue,
  exposure,
  gapToTarget,
  milestoneRag,
  milestoneSlip,
  onTimePercentage,
  programmeRag,
  projectRags,
  projectTier,
  reportingCalendar,
  reviewDue,
  riskBand,
  riskReduction,
  workingDay,
  workingDaysBetween,
} from "../../../src/insight";
import { benefitMoney } from "../../../src/insight/benefit-figures";
import type { Figure } from "../../../src/insight/figure";
import { projectMoney } from "../../../src/insight/project-money";
import type { Values } from "../../../src/registers";
import { day, figuresIn, projectWith, standpointOn } from "./rag-ground";

const standpoint = standpointOn("2029-11-21");
const worst = standpointOn("2029-11-21", { "rag.overall.method": "worst" });

const scored: Values = {
  Ref: "R-0001",
  CurrentLikelihood: 5,
  CurrentConsequence: 5,
  InherentLikelihood: 5,
  InherentConsequence: 5,
  TargetLikelihood: 1,
  TargetConsequence: 1,
  EscalationLevel: "Project",
  LastReviewDate: "2029-11-01",
};

/** A project with something of everything, so that every figure has all its inputs. */
const full = projectWith({
  project: { RagOverall: "Green", ContingencyRemaining: 1, BudgetApproved: 100, EndBaseline: "2029-12-01", EndForecast: "2029-12-24", ClinicalImpact: 4 },
  Milestones: [
    { MilestoneType: "Gate", BaselineDate: "2029-10-01", ForecastDate: "2029-10-01" },
    { MilestoneType: "Gate", ForecastDate: "2029-12-01" },
    { BaselineDate: "2029-10-01", ActualDate: "2029-10-01", Status: "Complete" },
    { Title: "Go live", ForecastDate: "2029-11-22" },
  ],
  Risks: [scored, { ...scored, CostImpact: 100, TimeImpactDays: 4 }, { ...scored, CostImpact: 10, RiskType: "Opportunity" }, {}],
  Changes: [{ Status: "Submitted", ScopeImpact: "Major", SubmittedDate: "2029-01-01", CostImpact: 5 }],
  QualityRegister: [{ Result: "Fail", IsCritical: true }, { Result: "Fail" }, { PlannedDate: "2029-01-01" }],
  Hazards: [{ ResidualLikelihood: 5, ResidualSeverity: 5 }, {}],
  ImpactAssessments: [{ AssessmentType: "DPIA" }, { AssessmentType: "EIA", DueDate: "2029-01-01" }],
  ResourceDemand: [
    { FinancialYear: "2029/30", DemM08: 1 },
    { FinancialYear: "2029/30", DemM08: 1, AllocationStatus: "Agreed" },
  ],
  HighlightReports: [{ PeriodMonth: "2029-10", Status: "Published", RagOverall: "Green", RagReason: "Because" }],
  Costs: [
    { FinancialYear: "2029/30", CapRev: "Capital", BudM01: 100, FctM01: 100, FctM12: 100 },
    { FinancialYear: "2029/30", CapRev: "Revenue", BudM01: 100, FctM01: 100, FctM12: 100 },
  ],
});

function figures(): readonly Figure<unknown>[] {
  const money = projectMoney(full, standpoint);
  const benefits = benefitMoney(full, standpoint);
  const planned = { ...benefits, planned: { ...benefits.planned, value: full.project.values.BudgetApproved } };
  const rags = projectRags({ records: full, money, benefits }, standpoint);
  const { period: _period, ...calendar } = reportingCalendar("2029-10", standpoint)!;
  const { netEmv, expectedDelay, contingencyCover } = exposure(full, standpoint);
  const today = day("2029-11-21");
  return [
    ...figuresIn(rags),
    ...figuresIn(projectRags({ records: full, money, benefits: planned }, worst)),
    ...figuresIn(calendar),
    ...figuresIn(declaredRag(full, rags.overall)),
    ...full.Milestones.flatMap((milestone) => [milestoneSlip(milestone, standpoint), milestoneRag(milestone, standpoint)]),
    ...full.Risks.flatMap((risk) => [riskBand(risk, standpoint), gapToTarget(risk), riskReduction(risk), reviewDue(risk, standpoint)]),
    ...full.Risks.flatMap((risk) => [escalationPrompt(risk, standpoint), expectedValue(risk, standpoint)]),
    ...full.Changes.map((change) => changeRoute(change, full.project, standpoint)),
    onTimePercentage(full.Milestones, standpoint),
    programmeRag([
      { records: projectWith({ project: { Status: "Active", Tier: "Tier 1" } }), rags },
      { records: projectWith({ project: { Status: "Active" } }), rags: { ...rags, overall: { ...rags.overall, value: "Red" } } },
    ]),
    projectTier({ project: full.project, partners: [] }, standpoint),
    workingDaysBetween(today, today, standpoint),
    addWorkingDays(today, 1, standpoint),
    workingDay(today, 1, standpoint),
    netEmv,
    expectedDelay,
    contingencyCover,
  ];
}

test("every rule has its name and its words, and no words stand there for a rule that is gone", () => {
  expect(new Set(figures().map(({ rule }) => rule))).toEqual(new Set(Object.keys(ragFigureWords.rules)));
});

test("every input has its words", () => {
  const named = new Set(figures().flatMap(({ inputs }) => inputs.map(({ name }) => name)));
  expect([...named].filter((name) => !(name in ragFigureWords.inputs))).toEqual([]);
  expect(named.size).toBeGreaterThan(90);
});

test("a rule is told in two sentences at most", () => {
  for (const { says } of Object.values(ragFigureWords.rules)) expect(says.split(/(?<=[.!?])\s+/).length).toBeLessThanOrEqual(2);
});
