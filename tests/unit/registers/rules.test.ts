import { costs, lightRegisters, type Register, type RuleContext, type Values } from "../../../src/registers";
import { ruleContext } from "./rule-context";

interface Case {
  readonly rule: string;
  readonly keeps: readonly Values[];
  readonly breaks: readonly Values[];
  readonly context?: RuleContext;
}

const sro = { Sro: "Bola Hart", SroAddress: "bola.hart@northmere.example" };
const manager = { ProjectManager: "Amina Okafor", ProjectManagerAddress: "amina.okafor@northmere.example" };
const longEnough = "Fifty characters and more of plain words for a reader on the board.";

const baselined: Values = { Ref: "P-0001", BaselineVersion: 1, StartBaseline: "2026-04-01", EndBaseline: "2027-03-31", BudgetApproved: 1_000_000_00 };
const unscored = { Status: "Open", ExternalOwner: "A supplier", Response: "Treat", NextReviewDate: "2026-12-01" };
const cases: Readonly<Record<string, readonly Case[]>> = {
  Projects: [
    {
      rule: "V-PRJ-01",
      keeps: [{ Status: "Pipeline" }, { Status: "Active", ...sro, ...manager, EndForecast: "2027-03-31", Stage: "2 Define (SOC)" }],
      breaks: [
        { Status: "Active" },
        { Status: "Active", ...sro, ...manager, EndForecast: "2027-03-31", Stage: "1 Identify" },
        { Status: "Active", ...sro, ...manager, EndForecast: "2027-03-31", Stage: "Second stage" },
      ],
    },
    {
      rule: "V-PRJ-01-COMPLETED",
      keeps: [{ Status: "Active" }, { Status: "Completed", EndActual: "2026-05-01", Stage: "7 Close" }],
      breaks: [
        { Status: "Completed", Stage: "7 Close" },
        { Status: "Completed", EndActual: "2026-05-01", Stage: "5 Deliver" },
      ],
    },
    {
      rule: "V-PRJ-01-HOLD",
      keeps: [{ Status: "Active" }, { Status: "Stopped", HoldReason: "No funding" }],
      breaks: [{ Status: "On hold" }, { Status: "Stopped" }],
    },
    { rule: "V-PRJ-SRO", keeps: [{ Status: "Active" }, { Status: "On hold", ...sro }], breaks: [{ Status: "On hold" }] },
    {
      rule: "V-PRJ-02",
      // Unchanged, other columns changed, and what was never locked; the row before is the context's.
      keeps: [baselined, { ...baselined, EndForecast: "2027-06-30", Title: "Scanners" }],
      breaks: [
        { ...baselined, EndBaseline: "2027-06-30" },
        { ...baselined, BudgetApproved: 1_100_000_00 },
        { Ref: "P-0001", BaselineVersion: 1, StartBaseline: "2026-04-01", EndBaseline: "2027-03-31" },
        { ...baselined, EndBaseline: "2027-06-30", BaselineVersion: 2 },
      ],
      context: { ...ruleContext(), before: baselined },
    },
    {
      rule: "V-PRJ-03",
      keeps: [{ BudgetApproved: 100 }, { BudgetApproved: 100, BudgetCapital: 40 }, { BudgetApproved: 100, BudgetCapital: 40, BudgetRevenue: 60 }],
      breaks: [{ BudgetApproved: 100, BudgetCapital: 40, BudgetRevenue: 59 }],
    },
    {
      rule: "V-PRJ-04",
      keeps: [{ ...sro }, { ...sro, ...manager }, { Sro: "Amina Okafor", SroAddress: "another@northmere.example", ...manager }],
      breaks: [
        { Sro: "A. Okafor", SroAddress: "amina.okafor@northmere.example", ...manager },
        { Sro: "Amina Okafor", ProjectManager: "Amina Okafor" },
      ],
    },
    {
      rule: "V-PRJ-05",
      keeps: [{ Status: "Active" }, { Status: "Active", EndForecast: "2026-11-24" }, { Status: "Completed", EndForecast: "2026-11-23" }],
      breaks: [{ Status: "Active", EndForecast: "2026-11-23" }],
    },
    {
      rule: "V-PRJ-BASELINE-ORDER",
      keeps: [{ StartBaseline: "2026-01-01" }, { StartBaseline: "2026-01-01", EndBaseline: "2026-01-01" }],
      breaks: [{ StartBaseline: "2026-01-02", EndBaseline: "2026-01-01" }],
    },
    { rule: "V-PRJ-FORECAST-ORDER", keeps: [{ EndForecast: "2026-01-01" }], breaks: [{ StartForecast: "2026-01-02", EndForecast: "2026-01-01" }] },
    {
      rule: "V-PRJ-BASELINE",
      keeps: [{ Stage: "2 Define (SOC)" }, { Stage: "3 Plan (OBC)", StartBaseline: "2026-01-01", EndBaseline: "2027-01-01" }],
      breaks: [{ Stage: "3 Plan (OBC)", StartBaseline: "2026-01-01" }],
    },
    {
      rule: "V-PRJ-CONTINGENCY",
      keeps: [{ ContingencyApproved: 5 }, { ContingencyApproved: 5, BudgetApproved: 5, ContingencyRemaining: 0 }],
      breaks: [
        { ContingencyApproved: 6, BudgetApproved: 5 },
        { ContingencyApproved: 5, ContingencyRemaining: 6 },
      ],
    },
    {
      rule: "V-PRJ-CLINICAL-LEAD",
      keeps: [{ ClinicalImpact: 2 }, { ClinicalImpact: 3, ClinicalLead: "Dr Femi Ash" }],
      breaks: [{ ClinicalImpact: 3 }, { ClinicalImpact: 4 }],
    },
    {
      rule: "V-PRJ-FUNDING",
      keeps: [{ BudgetApproved: 0 }, { BudgetApproved: 1, FinanceLead: "Kit Moss", FundingSourceCode: "CAP" }],
      breaks: [{ BudgetApproved: 1 }, { BudgetApproved: 1, FinanceLead: "Kit Moss" }],
    },
    {
      rule: "V-PRJ-QIA",
      keeps: [
        { IsCip: true, Stage: "4 Approve and procure (FBC)" },
        { Ref: "P-0001", IsCip: true, Stage: "5 Deliver" },
        { Ref: "P-0002", Stage: "5 Deliver" },
      ],
      breaks: [
        { Ref: "P-0002", IsCip: true, Stage: "5 Deliver" },
        { IsCip: true, Stage: "5 Deliver" },
      ],
      context: ruleContext({
        rows: {
          ImpactAssessments: [
            { ProjectRef: "P-0001", AssessmentType: "QIA" },
            { ProjectRef: "P-0002", AssessmentType: "EIA" },
          ],
        },
      }),
    },
    { rule: "V-PRJ-DESCRIPTION", keeps: [{ Description: "Twenty characters ok" }], breaks: [{ Description: "Too short" }] },
    { rule: "V-PRJ-PARENT", keeps: [{ Ref: "P-0001" }, { Ref: "P-0001", ParentRef: "P-0002" }], breaks: [{ Ref: "P-0001", ParentRef: "P-0001" }] },
  ],
  Risks: [
    {
      rule: "V-RSK-01",
      keeps: [{ Status: "Draft" }, { ...unscored, CurrentScore: 4 }],
      breaks: [{ Status: "Open", Owner: "Amina Okafor", CurrentScore: 4, Response: "Treat" }, unscored, { Status: "Open" }],
    },
    { rule: "V-RSK-02", keeps: [{ CurrentScore: 12 }, { CurrentScore: 12, InherentScore: 12 }], breaks: [{ CurrentScore: 12, InherentScore: 9 }] },
    { rule: "V-RSK-03", keeps: [{ TargetScore: 6 }, { TargetScore: 6, CurrentScore: 6 }], breaks: [{ TargetScore: 8, CurrentScore: 6 }] },
    { rule: "V-RSK-04", keeps: [{}, { ProjectRef: "P-0001" }, { ProgrammeRef: "PG-001" }], breaks: [{ ProjectRef: "P-0001", ProgrammeRef: "PG-001" }] },
    { rule: "V-RSK-NO-PROJECT", keeps: [{ ProjectRef: "P-0001" }, { ProgrammeRef: "PG-001" }], breaks: [{}] },
    {
      rule: "V-RSK-05",
      keeps: [{ Response: "Tolerate" }, { Response: "Treat", CurrentScore: 9, TargetScore: 4 }],
      breaks: [{ Response: "Tolerate", CurrentScore: 9, TargetScore: 4 }],
    },
    { rule: "V-RSK-CONTROL-GAPS", keeps: [{ CurrentScore: 12 }, { CurrentScore: 15, ControlGaps: "No alarm" }], breaks: [{ CurrentScore: 15 }] },
    {
      rule: "V-RSK-TREAT",
      keeps: [{ Response: "Tolerate" }, { Response: "Treat", ResponsePlan: "Buy two", TargetScore: 4, TargetDate: "2027-01-01" }],
      breaks: [{ Response: "Treat" }, { Response: "Treat", ResponsePlan: "Buy two", TargetScore: 4 }],
    },
    { rule: "V-RSK-PLAN", keeps: [{}, { Response: "Transfer", ResponsePlan: "Insure" }], breaks: [{ Response: "Transfer" }, { Response: "Terminate" }] },
    {
      rule: "V-RSK-COST-RANGE",
      keeps: [{ CostImpact: 5 }, { CostImpactMin: 1, CostImpact: 5, CostImpactMax: 9 }],
      breaks: [
        { CostImpactMin: 6, CostImpact: 5 },
        { CostImpact: 5, CostImpactMax: 4 },
      ],
    },
    {
      rule: "V-RSK-CLOSED",
      keeps: [{ Status: "Open" }, { Status: "Closed", ClosedDate: "2026-01-01", ClosureReason: "Gone" }],
      breaks: [{ Status: "Closed", ClosedDate: "2026-01-01" }],
    },
    {
      rule: "V-RSK-ISSUE",
      keeps: [{ Status: "Became an issue", IssueRef: "I-0001", ClosedDate: "2026-01-01" }],
      breaks: [{ Status: "Became an issue", IssueRef: "I-0001" }],
    },
  ],
  Issues: [
    { rule: "V-ISS-PROJECT", keeps: [{ ProjectRef: "P-0001" }], breaks: [{}] },
    {
      rule: "V-ISS-DUE",
      keeps: [{ DueDate: "2026-01-01" }, { RaisedDate: "2026-01-01", DueDate: "2026-01-01" }],
      breaks: [{ RaisedDate: "2026-01-02", DueDate: "2026-01-01" }],
    },
    { rule: "V-ISS-RESOLVED-ORDER", keeps: [{ ResolvedDate: "2026-01-01" }], breaks: [{ RaisedDate: "2026-01-02", ResolvedDate: "2026-01-01" }] },
    {
      rule: "V-ISS-PLAN",
      keeps: [{}, { Status: "Open" }, { Status: "In progress", Resolution: "Replace it" }],
      breaks: [{ Status: "In progress" }, { Status: "Closed" }],
    },
    {
      rule: "V-ISS-ESCALATED",
      keeps: [
        { Status: "Open", EscalationLevel: "Project" },
        { Status: "Escalated", EscalationLevel: "Division" },
      ],
      breaks: [{ Status: "Escalated" }, { Status: "Escalated", EscalationLevel: "Project" }],
    },
    { rule: "V-ISS-DESCRIPTION", keeps: [{}, { Description: "Ten letters" }], breaks: [{ Description: "Short" }] },
    {
      rule: "V-ISS-RESOLVED",
      keeps: [{ Status: "Open" }, { Status: "Closed", ResolvedDate: "2026-01-01" }],
      breaks: [{ Status: "Resolved" }, { Status: "Closed" }],
    },
  ],
  Actions: [
    { rule: "V-ACT-BELONGS", keeps: [{ ProjectRef: "P-0001" }, { ProgrammeRef: "PG-001" }], breaks: [{}] },
    { rule: "V-ACT-COMPLETED", keeps: [{}, { Status: "Cancelled" }, { Status: "Complete", CompletedDate: "2026-01-01" }], breaks: [{ Status: "Complete" }] },
  ],
  Decisions: [
    { rule: "V-DEC-BELONGS", keeps: [{ ProgrammeRef: "PG-001" }], breaks: [{}] },
    {
      rule: "V-DEC-NEEDED-BY",
      keeps: [{}, { Status: "Decided" }, { Status: "Proposed", NeededBy: "2026-12-01" }],
      breaks: [{ Status: "Proposed" }, { Status: "Deferred" }],
    },
    {
      rule: "V-DEC-DECIDED",
      keeps: [{ Status: "Proposed" }, { Status: "Decided", DecisionDate: "2026-01-01", Outcome: "Approved", Rationale: "Best value" }],
      breaks: [{ Status: "Decided", DecisionDate: "2026-01-01", Outcome: "Approved" }],
    },
    {
      rule: "V-DEC-CONDITIONS",
      keeps: [{ Outcome: "Approved" }, { Outcome: "Approved with conditions", Conditions: "By May" }],
      breaks: [{ Outcome: "Approved with conditions" }],
    },
    { rule: "V-DEC-SUPERSEDED", keeps: [{ Status: "Superseded", SupersededBy: "D-0002" }], breaks: [{ Status: "Superseded" }] },
    {
      rule: "V-DEC-ITSELF",
      keeps: [{ Ref: "D-0001" }, { Ref: "D-0001", SupersededBy: "D-0002" }, { SupersededBy: "D-0002" }],
      breaks: [{ Ref: "D-0001", SupersededBy: "D-0001" }],
    },
  ],
  Milestones: [
    { rule: "V-MIL-PROJECT", keeps: [{ ProjectRef: "P-0001" }], breaks: [{}] },
    { rule: "V-MIL-COMPLETE", keeps: [{}, { Status: "Complete", ActualDate: "2026-01-01" }], breaks: [{ Status: "Complete" }] },
    {
      rule: "V-MIL-BASELINE",
      keeps: [{ ProjectRef: "P-0002" }, { ProjectRef: "P-0009" }, {}, { ProjectRef: "P-0001", BaselineDate: "2026-01-01" }],
      breaks: [{ ProjectRef: "P-0001" }],
      context: ruleContext({ rows: { Projects: [{ Ref: "P-0001", Stage: "3 Plan (OBC)" }, { Ref: "P-0002" }] } }),
    },
    {
      rule: "V-MIL-GATE",
      keeps: [{ MilestoneType: "Project" }, { MilestoneType: "Gate", Gate: "Gate 3 Investment decision" }],
      breaks: [{ MilestoneType: "Gate" }],
    },
    {
      rule: "V-MIL-SLIP",
      keeps: [
        { BaselineDate: "2026-01-01" },
        { BaselineDate: "2026-01-01", ForecastDate: "2026-01-08" },
        { BaselineDate: "2026-01-01", ForecastDate: "2026-01-09", SlipReason: "Strike" },
      ],
      breaks: [
        { BaselineDate: "2026-01-01", ForecastDate: "2026-01-09" },
        { BaselineDate: "2026-01-01", ForecastDate: "2026-01-01", ActualDate: "2026-02-01" },
      ],
    },
  ],
  HighlightReports: [
    { rule: "V-HR-BELONGS", keeps: [{ ProjectRef: "P-0001" }], breaks: [{}] },
    {
      rule: "V-HR-UNIQUE",
      keeps: [
        { ProjectRef: "P-0001" },
        { Ref: "HR-00001", ProjectRef: "P-0001", PeriodMonth: "2026-10" },
        { ProjectRef: "P-0001", PeriodMonth: "2026-11" },
        { ProjectRef: "P-0001", PeriodMonth: "2026-10", Series: "Weekly" },
        { ProjectRef: "P-0001", PeriodMonth: "2026-10", Supersedes: "HR-00001" },
        { ProjectRef: "P-0002", PeriodMonth: "2026-10" },
        { ProjectRef: "P-0003", PeriodMonth: "2026-10" },
      ],
      breaks: [
        { ProjectRef: "P-0001", PeriodMonth: "2026-10" },
        { Ref: "HR-00007", ClientKey: "f".repeat(32), ProjectRef: "P-0001", PeriodMonth: "2026-10" },
      ],
      context: ruleContext({
        rows: {
          HighlightReports: [
            { Ref: "HR-00001", ProjectRef: "P-0001", PeriodMonth: "2026-10", Status: "Draft" },
            { Ref: "HR-00002", ProjectRef: "P-0002", PeriodMonth: "2026-10", Status: "Superseded" },
            { Ref: "HR-00003", ProjectRef: "P-0003", PeriodMonth: "2026-10", Status: "Draft", Archived: true },
          ],
        },
      }),
    },
    {
      rule: "V-HR-RATED",
      keeps: [{}, { Status: "Draft" }, { Status: "Submitted", RagOverall: "Red" }],
      breaks: [{ Status: "Submitted" }, { Status: "Published", RagOverall: "Not rated" }],
    },
    { rule: "V-HR-SUMMARY", keeps: [{}, { Summary: longEnough }], breaks: [{ Summary: "Going well" }] },
    {
      rule: "V-HR-PATH",
      keeps: [{ RagOverall: "Green" }, { RagOverall: "Amber", PathToGreen: "Recruit by May" }],
      breaks: [{ RagOverall: "Amber" }, { RagOverall: "Red" }],
    },
    { rule: "V-HR-GREEN-DATE", keeps: [{ RagOverall: "Amber" }, { RagOverall: "Red", ForecastGreenDate: "2027-01-01" }], breaks: [{ RagOverall: "Red" }] },
    { rule: "V-HR-RETURNED", keeps: [{ Status: "Draft" }, { Status: "Returned", ReturnNote: "Add the costs" }], breaks: [{ Status: "Returned" }] },
    {
      rule: "V-HR-REVIEWER",
      keeps: [{ ReportAuthor: "Amina Okafor" }, { ReportAuthor: "Amina Okafor", PmoReviewedBy: "Bola Hart" }],
      breaks: [{ ReportAuthor: "Amina Okafor", PmoReviewedBy: "Amina Okafor" }],
    },
    {
      rule: "V-HR-APPROVER",
      keeps: [{}, { ProjectRef: "P-0001" }, { ProjectRef: "P-0001", SroApprovedBy: "Bola Hart" }, { ProjectRef: "P-0002", SroApprovedBy: "Kit Moss" }],
      breaks: [{ ProjectRef: "P-0001", SroApprovedBy: "Kit Moss", SroApprovedByAddress: "kit.moss@northmere.example" }],
      context: ruleContext({ rows: { Projects: [{ Ref: "P-0001", ...sro }, { Ref: "P-0002" }] } }),
    },
    {
      rule: "V-HR-DATES",
      keeps: [{ PublishedDate: "2026-01-01" }, { SubmittedDate: "2026-01-01", SroApprovedDate: "2026-01-01", PublishedDate: "2026-01-02" }],
      breaks: [
        { SubmittedDate: "2026-01-02", SroApprovedDate: "2026-01-01" },
        { SroApprovedDate: "2026-01-02", PublishedDate: "2026-01-01" },
      ],
    },
    { rule: "V-HR-CORRECTION", keeps: [{}, { Supersedes: "HR-00001", CorrectionReason: "Wrong month" }], breaks: [{ Supersedes: "HR-00001" }] },
  ],
  Costs: [
    { rule: "V-CST-PROJECT", keeps: [{ ProjectRef: "P-0001" }], breaks: [{}] },
    {
      rule: "V-CST-01",
      keeps: [
        {},
        { Ref: "CO-00001", ProjectRef: "P-0001", Title: "Server room", FinancialYear: "2026/27", CapRev: "Capital" },
        { ProjectRef: "P-0001", Title: "Server room", FinancialYear: "2027/28", CapRev: "Capital" },
        { ProjectRef: "P-0001", Title: "Server room", FinancialYear: "2026/27", CapRev: "Capital", CostCentre: "AB12" },
        { ProjectRef: "P-0002", Title: "Server room", FinancialYear: "2026/27", CapRev: "Capital" },
      ],
      breaks: [{ ProjectRef: "P-0001", Title: "Server room", FinancialYear: "2026/27", CapRev: "Capital" }],
      context: ruleContext({ rows: { Costs: [{ Ref: "CO-00001", ProjectRef: "P-0001", Title: "Server room", FinancialYear: "2026/27", CapRev: "Capital" }] } }),
    },
    {
      rule: "V-CST-02",
      keeps: [
        { FinancialYear: "2026/27" },
        { FinancialYear: "2026/27", ActM08: 5 },
        { FinancialYear: "2026/27", ActM09: 0 },
        { FinancialYear: "2025/26", ActM09: 5 },
        { FinancialYear: "2026/27", ActM12: 5 },
      ],
      breaks: [
        { FinancialYear: "2026/27", ActM09: 5 },
        { FinancialYear: "2026/27", AccM09: -5 },
      ],
      context: ruleContext({
        rows: {
          FinancialPeriods: [
            { FinancialYear: "2026/27", MonthNo: 8, PeriodStatus: "Closed" },
            { FinancialYear: "2026/27", MonthNo: 9, PeriodStatus: "Open" },
          ],
        },
      }),
    },
    {
      rule: "V-CST-03",
      keeps: [{}, { ActM03: 5 }, { ActM03: -5, CostCategory: "Income" }, { ActM03: -5, VarianceReason: "Credit note" }],
      breaks: [{ ActM03: -5 }],
    },
    { rule: "V-CST-YEAR", keeps: [{}, { FinancialYear: "2026/27" }, { FinancialYear: "1999/00" }], breaks: [{ FinancialYear: "2026/28" }] },
    {
      rule: "V-CST-CAPITAL",
      keeps: [{ CapRev: "Capital" }, { CapRev: "Revenue", Recurrence: "Recurrent" }],
      breaks: [{ CapRev: "Capital", Recurrence: "Recurrent" }],
    },
    {
      rule: "V-CST-CODES",
      keeps: [{ Status: "Planned" }, { Status: "Live", CostCentre: "AB12", SubjectiveCode: "5210" }],
      breaks: [{ Status: "Live", CostCentre: "AB12" }, { Status: "Committed" }],
    },
    { rule: "V-CST-COST-CENTRE", keeps: [{}, { CostCentre: "AB12" }], breaks: [{ CostCentre: "a1" }] },
    { rule: "V-CST-SUBJECTIVE", keeps: [{}, { SubjectiveCode: "5210" }], breaks: [{ SubjectiveCode: "52A0" }] },
    {
      rule: "V-CST-SCHEME",
      keeps: [{ CapRev: "Capital" }, { CapRev: "Capital", Status: "Live", CapitalSchemeCode: "C7" }],
      breaks: [{ CapRev: "Capital", Status: "Live" }],
    },
  ],
};

const flat = Object.entries(cases).flatMap(([register, ofRegister]) => ofRegister.map((each) => [register, each.rule, each] as const));

function lightNamed(name: string): Register | undefined {
  return lightRegisters.find((register) => register.name === name);
}

function holds(register: Register | undefined, id: string, check: { row: Values; context: RuleContext | undefined }): boolean | undefined {
  return register?.rules.find((rule) => rule.id === id)?.holds(check.row, check.context ?? ruleContext());
}

describe("rules of the light registers", () => {
  it("each have a case here", () => {
    expect(lightRegisters.flatMap(({ rules }) => rules.map(({ id }) => id)).toSorted()).toEqual(flat.map(([, id]) => id).toSorted());
  });

  it.each(flat)("%s %s holds where it should", (name, id, { keeps, context }) => {
    for (const row of keeps) expect([row, holds(lightNamed(name), id, { row, context })]).toEqual([row, true]);
  });

  it.each(flat)("%s %s finds what breaks it", (name, id, { breaks, context }) => {
    for (const row of breaks) expect([row, holds(lightNamed(name), id, { row, context })]).toEqual([row, false]);
  });

  it("lets a trust's own code patterns replace ours, and ignores one that is no pattern", () => {
    const own = ruleContext({ settings: { "finance.costCentre.regex": "^[a-z]\\d$" } });
    expect(holds(costs, "V-CST-COST-CENTRE", { row: { CostCentre: "a1" }, context: own })).toBe(true);
    const broken = ruleContext({ settings: { "finance.costCentre.regex": "[" } });
    expect(holds(costs, "V-CST-COST-CENTRE", { row: { CostCentre: "a1" }, context: broken })).toBe(true);
  });
});
