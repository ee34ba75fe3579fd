import { daysBetween, type CalendarDate } from "../kernel";
import { hazards, isOpenRow } from "../registers";
import { fact, threshold } from "./figure";
import { goLive } from "./milestone-figures";
import { checksOf, dated, failsOncePast, isFilled, isOneOf, isOpen, type CheckGroup, type Fault, type Judged } from "./quality-rule";
import { residualLevel } from "./rag-quality";
import type { RecordOf } from "./records";
import type { Standpoint } from "./standpoint";

type Hazard = RecordOf<"Hazards">;
type Assessment = RecordOf<"ImpactAssessments">;

const openAssessment = ["Screening", "In progress", "Submitted", "Approved", "Approved with conditions", "Review due"] as const;
const approved = ["Approved", "Approved with conditions", "Review due"] as const;

/** From here a hazard must be brought down before anything else (reference 10.1); at the level below, somebody must accept it. */
const mandatoryLevel = 4;
const undesirableLevel = 3;
const goLiveDays = 30;

interface Known {
  readonly today: CalendarDate;
  readonly standpoint: Standpoint;
  /** The next day on which the project goes live. */
  readonly goLive: CalendarDate | undefined;
}

function knownOf({ records, standpoint }: Judged): Known {
  return { standpoint, today: standpoint.today, goLive: goLive(records.Milestones)?.day };
}

/** DQ-46 and DQ-47 (reference 13). */
export const hazardChecks: CheckGroup = checksOf("Hazards", knownOf, [
  {
    rule: "DQ-46",
    severity: "High",
    field: "ResidualLikelihood",
    appliesTo: isOpenHazard,
    fault: unacceptable,
  },
  {
    rule: "DQ-47",
    severity: "Medium",
    field: "ReviewDate",
    appliesTo: isOpenHazard,
    fault: ({ values }, { today }) => failsOncePast("reviewDate", values.ReviewDate, today),
  },
]);

/** DQ-49. What was approved is held to its review alone. */
export const assessmentChecks: CheckGroup = checksOf("ImpactAssessments", knownOf, [
  {
    rule: "DQ-49",
    severity: "Medium",
    field: "DueDate",
    appliesTo: ({ values }) => isOpen(values.Status, ...openAssessment),
    fault: overdueAssessment,
  },
]);

/** DQ-52. */
export const gateChecks: CheckGroup = checksOf("GateReviews", knownOf, [
  {
    rule: "DQ-52",
    severity: "Medium",
    field: "HeldDate",
    appliesTo: ({ values }) => isOpen(values.Outcome, "Not yet decided"),
    fault: ({ values }, { today }) => (isFilled(values.HeldDate) ? undefined : failsOncePast("plannedDate", values.PlannedDate, today)),
  },
]);

/** DQ-53. */
export const qualityRegisterChecks: CheckGroup = checksOf("QualityRegister", knownOf, [
  {
    rule: "DQ-53",
    severity: "Medium",
    field: "Result",
    appliesTo: ({ values }) => isOpen(values.Result, "Not started"),
    fault: ({ values }, { today }) => failsOncePast("plannedDate", values.PlannedDate, today),
  },
]);

function isOpenHazard({ values }: Hazard): boolean {
  return isOpenRow(hazards, values);
}

/** Level 4 or 5 at any time. In the last 30 days before go-live also a hazard that is not assessed, or one at level 3 that nobody accepted. */
function unacceptable(hazard: Hazard, { standpoint, today, goLive: day }: Known): Fault | undefined {
  const level = residualLevel(hazard, standpoint);
  const facts = [...(level === undefined ? [] : [fact("residualLevel", { unit: "score", value: level })])];
  if (level !== undefined && level >= mandatoryLevel) {
    return { inputs: [...facts, threshold("mandatoryLevel", { unit: "score", value: mandatoryLevel })] };
  }
  if (day === undefined || daysBetween(today, day) > goLiveDays || !isOpen(hazard.values.Status, "Open", "Controls in place")) return undefined;
  if (level !== undefined && level < undesirableLevel) return undefined;
  return { inputs: [...facts, ...dated("goLive", day), threshold("goLiveWithin", { unit: "days", value: goLiveDays })] };
}

function overdueAssessment({ values }: Assessment, { today }: Known): Fault | undefined {
  const late = isOneOf(values.Status, ...approved) ? undefined : failsOncePast("dueDate", values.DueDate, today);
  if (late !== undefined) return late;
  const due = failsOncePast("reviewDate", values.ReviewDate, today);
  return due === undefined ? undefined : { ...due, field: "ReviewDate" };
}
