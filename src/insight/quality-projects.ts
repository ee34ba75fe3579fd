import { daysBetween, financialYearOf, ukDateAt, type CalendarDate } from "../kernel";
import { stageNumber } from "../registers";
import { yearOf } from "./cost-lines";
import { threshold, type Input } from "./figure";
import { counted, dated, failsOncePast, isFilled, isOneOf, projectChecks, worded, type CheckGroup, type Fault, type Judged } from "./quality-rule";
import type { ProjectRecord, ProjectRecords } from "./records";
import { isOpenRisk } from "./risk-figures";

const clinicalFrom = 3;
const stageOfPlan = 3;
const stageOfDelivery = 5;
const stageAfterClosing = 8;
const approvedAssessment = ["Approved", "Approved with conditions", "Review due"] as const;

interface Known extends Judged {
  readonly today: CalendarDate;
  readonly stage: number;
}

/** DQ-01 to DQ-06, DQ-08 to DQ-12, DQ-48 and DQ-58 (reference 13): what a project itself lacks. */
export const projectItselfChecks: CheckGroup = projectChecks(knownOf, [
  {
    rule: "DQ-01",
    severity: "High",
    field: "Sro",
    appliesTo: isActive,
    fault: ({ values }) => (isFilled(values.Sro) ? undefined : { inputs: [] }),
  },
  {
    rule: "DQ-02",
    severity: "High",
    field: "ProjectManager",
    appliesTo: isActive,
    fault: ({ values }) => (isFilled(values.ProjectManager) ? undefined : { inputs: [] }),
  },
  {
    rule: "DQ-03",
    severity: "Medium",
    field: "ClinicalLead",
    appliesTo: (project) => isActive(project) && (project.values.ClinicalImpact ?? 0) >= clinicalFrom,
    fault: ({ values }) => (isFilled(values.ClinicalLead) ? undefined : { inputs: counted("clinicalImpact", values.ClinicalImpact) }),
  },
  {
    rule: "DQ-04",
    severity: "High",
    field: "Status",
    appliesTo: isActive,
    fault: (_, { records, today, standpoint }) => stale(records, today, standpoint.thresholds["dq.staleDays"]),
  },
  {
    rule: "DQ-05",
    severity: "High",
    field: "EndForecast",
    appliesTo: isActive,
    fault: ({ values }, { today }) => failsOncePast("endForecast", values.EndForecast, today),
  },
  {
    rule: "DQ-06",
    severity: "Medium",
    field: "EndBaseline",
    appliesTo: (_, known) => known.stage >= stageOfPlan && baselinesAsked(known).length > 0,
    fault: ({ values }, known) => {
      const [field] = baselinesAsked(known).filter((column) => !isFilled(values[column]));
      return field === undefined ? undefined : { field, inputs: staged(known) };
    },
  },
  {
    rule: "DQ-08",
    severity: "Medium",
    field: "Status",
    appliesTo: (project, { site }) => isActive(project) && site.usesRegister("Risks"),
    fault: (_, { records }) => (records.Risks.some(isOpenRisk) ? undefined : { inputs: counted("risks", records.Risks.length) }),
  },
  {
    rule: "DQ-09",
    severity: "Medium",
    field: "Status",
    appliesTo: (project, { site }) => isActive(project) && site.usesRegister("Milestones"),
    fault: noKeyMilestone,
  },
  {
    rule: "DQ-10",
    severity: "Medium",
    field: "BudgetApproved",
    appliesTo: (project, { site }) => isActive(project) && (project.values.BudgetApproved ?? 0) > 0 && site.usesRegister("Costs"),
    fault: (_, { records, today }) => {
      const year = financialYearOf(today);
      const isPlanned = records.Costs.some((line) => yearOf(line) === year);
      return isPlanned ? undefined : { inputs: worded("financialYear", year) };
    },
  },
  {
    rule: "DQ-11",
    severity: "Medium",
    field: "Stage",
    appliesTo: (_, { site, stage }) => stage >= stageOfPlan && site.usesRegister("Benefits"),
    fault: (_, known) => (known.records.Benefits.some(({ values }) => values.IsDisbenefit !== true) ? undefined : { inputs: staged(known) }),
  },
  {
    rule: "DQ-12",
    severity: "Low",
    field: "StrategicObjectiveCode",
    appliesTo: ({ values }, { site }) => isFilled(values.StrategicObjectiveCode) && site.objectives !== undefined,
    fault: ({ values }, { site }) => {
      const code = values.StrategicObjectiveCode ?? "";
      return site.objectives?.has(code) === true ? undefined : { inputs: worded("objective", code) };
    },
  },
  {
    rule: "DQ-48",
    severity: "High",
    field: "IsCip",
    appliesTo: ({ values }, { site, stage }) => values.IsCip === true && stage >= stageOfDelivery && site.usesRegister("ImpactAssessments"),
    fault: (_, known) => {
      const assessments = known.records.ImpactAssessments.filter(({ values }) => values.AssessmentType === "QIA");
      const isApproved = assessments.some(({ values }) => isOneOf(values.Status, ...approvedAssessment));
      return isApproved ? undefined : { inputs: [...staged(known), ...counted("qualityAssessments", assessments.length)] };
    },
  },
  {
    rule: "DQ-58",
    severity: "Low",
    field: "Status",
    appliesTo: ({ values }, { site, stage }) => (values.Status === "Completed" || stage >= stageAfterClosing) && site.usesRegister("Lessons"),
    fault: ({ values }, { records }) => (records.Lessons.length === 0 ? { inputs: worded("status", values.Status) } : undefined),
  },
]);

function knownOf(judged: Judged): Known {
  return { ...judged, today: judged.standpoint.today, stage: stageNumber(judged.records.project.values.Stage) ?? 0 };
}

function isActive({ values }: ProjectRecord): boolean {
  return values.Status === "Active";
}

/** The day of the newest change to the project or a record of it. Snapshots are the product's, not news. */
function stale(records: ProjectRecords, today: CalendarDate, limit: number): Fault | undefined {
  const { project, PortfolioSnapshots: _, ...registers } = records;
  let newest = project.changedAtMs;
  for (const rows of Object.values(registers)) {
    for (const row of rows) {
      const changed = row.changedAtMs;
      if (changed !== undefined && (newest === undefined || changed > newest)) newest = changed;
    }
  }
  if (newest === undefined) return undefined;
  const lastChange = ukDateAt(newest);
  if (daysBetween(lastChange, today) <= limit) return undefined;
  return { inputs: [...dated("lastChange", lastChange), threshold("staleDays", { unit: "days", value: limit })] };
}

/** Where the site gives its milestones no types, each is as good as another. */
function noKeyMilestone(_: ProjectRecord, { records, site, standpoint }: Known): Fault | undefined {
  const types = standpoint.thresholds["rag.time.milestoneTypes"];
  const isTyped = site.usesColumn("Milestones", "MilestoneType");
  const isKey = records.Milestones.some(({ values }) => values.Status !== "Removed by change" && (!isTyped || isOneOf(values.MilestoneType, ...types)));
  if (isKey) return undefined;
  const kinds = isTyped ? [threshold("milestoneTypes", { unit: "words", value: types.join(", ") })] : [];
  return { inputs: [...counted("milestones", records.Milestones.length), ...kinds] };
}

function baselinesAsked({ site }: Known): readonly ("StartBaseline" | "EndBaseline")[] {
  return (["StartBaseline", "EndBaseline"] as const).filter((column) => site.usesColumn("Projects", column));
}

function staged({ records }: Known): readonly Input[] {
  return worded("stage", records.project.values.Stage);
}
