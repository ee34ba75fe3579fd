import { findingsOf, inShort, rule } from "./quality-ground";

const active = { Status: "Active" } as const;

rule("DQ-01", [
  ["an active project without an SRO", "fails", { project: active }],
  ["an SRO of no letters", "fails", { project: { ...active, Sro: "" } }],
  ["an SRO by name", "passes", { project: { ...active, Sro: "Ann" } }],
  ["a project that is not active yet", "silent", { project: { Status: "Pipeline" } }],
  ["a status of the trust's own", "silent", { project: { Status: "Under way" } }],
]);

rule("DQ-02", [
  ["an active project without a manager", "fails", { project: active }],
  ["a manager", "passes", { project: { ...active, ProjectManager: "Bob" } }],
  ["a project on hold", "silent", { project: { Status: "On hold" } }],
]);

rule("DQ-03", [
  ["impact 3 without a clinical lead", "fails", { project: { ...active, ClinicalImpact: 3 } }],
  ["impact 4 with one", "passes", { project: { ...active, ClinicalImpact: 4, ClinicalLead: "Dr Cho" } }],
  ["impact 2", "silent", { project: { ...active, ClinicalImpact: 2 } }],
  ["impact not assessed", "silent", { project: active }],
  ["not active", "silent", { project: { Status: "Pipeline", ClinicalImpact: 4 } }],
]);

rule("DQ-04", [
  ["31 days since anything changed", "fails", { project: { ...active, $changed: "2026-10-24" } }],
  ["30 days since anything changed", "passes", { project: { ...active, $changed: "2026-10-25" } }],
  [
    "one record changed lately",
    "passes",
    { project: { ...active, $changed: "2026-01-01" }, Risks: [{ $changed: "2026-05-05" }], Issues: [{ $changed: "2026-11-20" }] },
  ],
  [
    "records as old as the project",
    "fails",
    { project: { ...active, $changed: "2026-01-01" }, Risks: [{ $changed: "2026-02-01" }, { $changed: "2026-01-05" }] },
  ],
  ["only a snapshot is new", "fails", { project: { ...active, $changed: "2026-01-01" }, PortfolioSnapshots: [{ $changed: "2026-11-20" }] }],
  [
    "the first of its records is the newest",
    "passes",
    { project: { ...active, $changed: "2026-01-01" }, Risks: [{ $changed: "2026-11-20" }, { $changed: "2026-02-02" }] },
  ],
  ["the project is newer than its records", "passes", { project: { ...active, $changed: "2026-11-20" }, Risks: [{ $changed: "2026-02-02" }, {}] }],
  ["only a record says when it changed", "fails", { project: active, Risks: [{}, { $changed: "2026-02-02" }] }],
  ["only a record says when it changed, lately", "passes", { project: active, Risks: [{ $changed: "2026-11-20" }, {}] }],
  ["nobody knows when anything changed", "passes", { project: active, Risks: [{}] }, { today: "2090-01-01" }],
  ["the trust's own limit", "passes", { project: { ...active, $changed: "2026-10-24" } }, { settings: { "dq.staleDays": 31 } }],
  ["not active", "silent", { project: { Status: "Completed", $changed: "2020-01-01" } }],
]);

rule("DQ-05", [
  ["the forecast end was yesterday", "fails", { project: { ...active, EndForecast: "2026-11-23" } }],
  ["the forecast end is today", "passes", { project: { ...active, EndForecast: "2026-11-24" } }],
  ["no forecast end", "passes", { project: active }],
  ["completed", "silent", { project: { Status: "Completed", EndForecast: "2026-11-23" } }],
]);

rule("DQ-06", [
  [
    "stage 3 without a start",
    "fails",
    { project: { Stage: "3 Plan (OBC)", EndBaseline: "2027-01-01" } },
    { elsewhere: { project: { StartBaseline: "2026-01-01" } } },
  ],
  [
    "stage 3 without an end",
    "fails",
    { project: { Stage: "3 Plan (OBC)", StartBaseline: "2027-01-01" } },
    { elsewhere: { project: { EndBaseline: "2026-01-01" } } },
  ],
  ["both baselines", "passes", { project: { Stage: "8 Benefits realisation", StartBaseline: "2026-01-01", EndBaseline: "2027-01-01" } }],
  ["stage 2", "silent", { project: { Stage: "2 Define (SOC)" } }, { elsewhere: { project: { EndBaseline: "2026-01-01" } } }],
  ["nobody in the site keeps baselines", "silent", { project: { Stage: "3 Plan (OBC)" } }],
  ["only ends are kept in the site, and this one has its end", "passes", { project: { Stage: "3 Plan (OBC)", EndBaseline: "2026-01-01" } }],
  ["a stage of the trust's own", "silent", { project: { Stage: "Doing" } }, { elsewhere: { project: { EndBaseline: "2026-01-01" } } }],
]);

rule("DQ-08", [
  ["risks, but none open", "fails", { project: active, Risks: [{ Status: "Closed" }, { Status: "Draft" }] }],
  ["none, while other projects have some", "fails", { project: active }, { elsewhere: { Risks: [{}] } }],
  ["an open risk", "passes", { project: active, Risks: [{ Status: "Closed" }, { Status: "Open" }] }],
  ["a risk without a status", "passes", { project: active, Risks: [{}] }],
  ["a status of the trust's own, as for the RAG", "passes", { project: active, Risks: [{ Status: "Parked" }] }],
  ["the site keeps no risks", "silent", { project: active }],
  ["not active", "silent", { project: { Status: "Pipeline" }, Risks: [{ Status: "Closed" }] }],
]);

rule("DQ-09", [
  ["no milestone of a reported type", "fails", { project: active, Milestones: [{ MilestoneType: "Project" }] }],
  ["a gate", "passes", { project: active, Milestones: [{ MilestoneType: "Project" }, { MilestoneType: "Gate" }] }],
  ["one that was removed", "fails", { project: active, Milestones: [{ MilestoneType: "Gate", Status: "Removed by change" }] }],
  ["types are not used in the site", "passes", { project: active, Milestones: [{}] }],
  ["types are used elsewhere", "fails", { project: active, Milestones: [{}] }, { elsewhere: { Milestones: [{ MilestoneType: "Project" }] } }],
  ["no milestone, while other projects have some", "fails", { project: active }, { elsewhere: { Milestones: [{}] } }],
  [
    "the trust's own types",
    "passes",
    { project: active, Milestones: [{ MilestoneType: "External" }] },
    { settings: { "rag.time.milestoneTypes": ["External"] } },
  ],
  ["the site keeps no milestones", "silent", { project: active }],
  ["not active", "silent", { project: { Status: "Completed" }, Milestones: [{ MilestoneType: "Project" }] }],
]);

const budgeted = { ...active, BudgetApproved: 1 } as const;

rule("DQ-10", [
  ["no line of this year", "fails", { project: budgeted, Costs: [{ FinancialYear: "2025/26" }] }],
  ["a line of this year", "passes", { project: budgeted, Costs: [{ FinancialYear: "2025/26" }, { FinancialYear: "2026/27" }] }],
  ["a budget of nothing", "silent", { project: { ...active, BudgetApproved: 0 }, Costs: [{ FinancialYear: "2025/26" }] }],
  ["no budget", "silent", { project: active, Costs: [{ FinancialYear: "2025/26" }] }],
  ["not active", "silent", { project: { ...budgeted, Status: "On hold" }, Costs: [{ FinancialYear: "2025/26" }] }],
  ["the site keeps no costs", "silent", { project: budgeted }],
  ["other projects keep costs", "fails", { project: budgeted }, { elsewhere: { Costs: [{}] } }],
]);

rule("DQ-11", [
  ["stage 3 without a benefit", "fails", { project: { Stage: "3 Plan (OBC)" } }, { elsewhere: { Benefits: [{}] } }],
  ["a disbenefit alone", "fails", { project: { Stage: "4 Approve and procure (FBC)" }, Benefits: [{ IsDisbenefit: true }] }],
  ["a benefit", "passes", { project: { Stage: "3 Plan (OBC)" }, Benefits: [{ IsDisbenefit: true }, { IsDisbenefit: false }] }],
  ["stage 2", "silent", { project: { Stage: "2 Define (SOC)" } }, { elsewhere: { Benefits: [{}] } }],
  ["the site keeps no benefits", "silent", { project: { Stage: "3 Plan (OBC)" } }],
]);

const objectives = [{ Code: "DIG", Active: true }, { Code: "OLD", Active: false }, { Code: "NEW" }, {}];

rule("DQ-12", [
  ["an objective that is no longer active", "fails", { project: { StrategicObjectiveCode: "OLD" } }, { objectives }],
  ["an objective that nobody knows", "fails", { project: { StrategicObjectiveCode: "XXX" } }, { objectives }],
  ["an active one", "passes", { project: { StrategicObjectiveCode: "DIG" } }, { objectives }],
  ["one of which nobody said that it is not active", "passes", { project: { StrategicObjectiveCode: "NEW" } }, { objectives }],
  ["no objective", "silent", {}, { objectives }],
  ["an empty list", "silent", { project: { StrategicObjectiveCode: "OLD" } }, { objectives: [] }],
  ["no list", "silent", { project: { StrategicObjectiveCode: "OLD" } }],
]);

const scheme = { IsCip: true, Stage: "5 Deliver" } as const;

rule("DQ-48", [
  ["no assessment", "fails", { project: scheme }, { elsewhere: { ImpactAssessments: [{}] } }],
  ["one that is not approved", "fails", { project: scheme, ImpactAssessments: [{ AssessmentType: "QIA", Status: "Submitted" }] }],
  ["an approved one of another type", "fails", { project: scheme, ImpactAssessments: [{ AssessmentType: "DPIA", Status: "Approved" }] }],
  ["an approved one", "passes", { project: scheme, ImpactAssessments: [{ AssessmentType: "QIA", Status: "Approved" }] }],
  ["one approved with conditions", "passes", { project: scheme, ImpactAssessments: [{ AssessmentType: "QIA", Status: "Approved with conditions" }] }],
  ["an approved one whose review is due", "passes", { project: scheme, ImpactAssessments: [{ AssessmentType: "QIA", Status: "Review due" }] }],
  ["stage 4", "silent", { project: { ...scheme, Stage: "4 Approve and procure (FBC)" } }, { elsewhere: { ImpactAssessments: [{}] } }],
  ["no such scheme", "silent", { project: { ...scheme, IsCip: false } }, { elsewhere: { ImpactAssessments: [{}] } }],
  ["the site keeps no assessments", "silent", { project: scheme }],
]);

rule("DQ-58", [
  ["completed without a lesson", "fails", { project: { Status: "Completed" } }, { elsewhere: { Lessons: [{}] } }],
  ["closed, its benefits still watched", "fails", { project: { ...active, Stage: "8 Benefits realisation" } }, { elsewhere: { Lessons: [{}] } }],
  ["a lesson", "passes", { project: { Status: "Completed" }, Lessons: [{}] }],
  ["still closing", "silent", { project: { ...active, Stage: "7 Close" } }, { elsewhere: { Lessons: [{}] } }],
  ["the site keeps no lessons", "silent", { project: { Status: "Completed" } }],
]);

describe("a finding of a project", () => {
  const of = (...given: Parameters<typeof findingsOf>) => findingsOf(...given).map(inShort);

  test("says what it rests on", () => {
    expect(of("DQ-03", { project: { ...active, ClinicalImpact: 3 } })).toEqual([{ field: "ClinicalLead", ref: "P-0001", inputs: { clinicalImpact: 3 } }]);
    expect(of("DQ-04", { project: { ...active, $changed: "2026-10-01" } })).toEqual([
      { field: "Status", ref: "P-0001", inputs: { lastChange: "2026-10-01", staleDays: 30 } },
    ]);
    expect(of("DQ-05", { project: { ...active, EndForecast: "2026-11-01" } })).toEqual([
      { field: "EndForecast", ref: "P-0001", inputs: { endForecast: "2026-11-01" } },
    ]);
    expect(of("DQ-08", { project: active, Risks: [{ Status: "Closed" }] })).toEqual([{ field: "Status", ref: "P-0001", inputs: { risks: 1 } }]);
    expect(of("DQ-09", { project: active, Milestones: [{ MilestoneType: "Project" }] })).toEqual([
      { field: "Status", ref: "P-0001", inputs: { milestones: 1, milestoneTypes: "Key (board), Programme, Gate" } },
    ]);
    expect(of("DQ-09", { project: active }, { elsewhere: { Milestones: [{}] } })).toEqual([{ field: "Status", ref: "P-0001", inputs: { milestones: 0 } }]);
    expect(of("DQ-10", { project: budgeted, Costs: [{ FinancialYear: "2025/26" }] })).toEqual([
      { field: "BudgetApproved", ref: "P-0001", inputs: { financialYear: "2026/27" } },
    ]);
    expect(of("DQ-11", { project: { Stage: "5 Deliver" }, Benefits: [{ IsDisbenefit: true }] })).toEqual([
      { field: "Stage", ref: "P-0001", inputs: { stage: "5 Deliver" } },
    ]);
    expect(of("DQ-12", { project: { StrategicObjectiveCode: "OLD" } }, { objectives })).toEqual([
      { field: "StrategicObjectiveCode", ref: "P-0001", inputs: { objective: "OLD" } },
    ]);
    expect(of("DQ-48", { project: scheme, ImpactAssessments: [{ AssessmentType: "QIA" }, { AssessmentType: "EIA" }] })).toEqual([
      { field: "IsCip", ref: "P-0001", inputs: { stage: "5 Deliver", qualityAssessments: 1 } },
    ]);
    expect(of("DQ-58", { project: { Status: "Completed" } }, { elsewhere: { Lessons: [{}] } })).toEqual([
      { field: "Status", ref: "P-0001", inputs: { status: "Completed" } },
    ]);
    expect(of("DQ-01", { project: active })).toEqual([{ field: "Sro", ref: "P-0001", inputs: {} }]);
    expect(of("DQ-02", { project: active })).toEqual([{ field: "ProjectManager", ref: "P-0001", inputs: {} }]);
  });

  test("stands at the baseline that is missing first", () => {
    const elsewhere = { project: { StartBaseline: "2026-01-01", EndBaseline: "2027-01-01" } };
    const fields = (project: object) => findingsOf("DQ-06", { project: { Stage: "3 Plan (OBC)", ...project } }, { elsewhere }).map(inShort);
    expect(fields({})).toEqual([{ field: "StartBaseline", ref: "P-0001", inputs: { stage: "3 Plan (OBC)" } }]);
    expect(fields({ StartBaseline: "2026-01-01" })).toMatchObject([{ field: "EndBaseline" }]);
  });

  test("names the record that its facts stand in, and no record for a limit", () => {
    const [finding] = findingsOf("DQ-04", { project: { ...active, $changed: "2026-10-01" } });
    expect(finding).toMatchObject({ rule: "DQ-04", severity: "High", register: "Projects", id: "1" });
    expect(finding?.inputs).toEqual([
      { name: "lastChange", kind: "fact", unit: "date", value: "2026-10-01", from: { register: "Projects", ref: "P-0001" } },
      { name: "staleDays", kind: "threshold", unit: "days", value: 30 },
    ]);
  });
});
