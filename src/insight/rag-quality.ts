import { daysBetween } from "../kernel";
import { hazardLevel, isOpenRow, hazards } from "../registers";
import { fact, threshold, type Figure, type Input } from "./figure";
import { goLive } from "./milestone-figures";
import { oncePer } from "./once-per";
import { worstOf, type Rag } from "./rag";
import { sourceOf, type ProjectRecords, type RecordOf } from "./records";
import type { Standpoint } from "./standpoint";
import type { Thresholds } from "./thresholds";

type QualityRecords = Pick<ProjectRecords, "QualityRegister" | "Hazards" | "ImpactAssessments" | "Milestones">;

interface Found {
  readonly rag: Rag;
  readonly input: Input;
}

/** From this level a hazard must be reduced before anything goes live; at the one below, somebody must accept it (reference 10.1). */
const mandatoryLevel = 4;
const undesirableLevel = 3;
/** Reference 4.6; not among the settings. */
const goLiveDays = 14;

const checked = ["Pass", "Pass with conditions", "Fail"];
const beforeGoLive = ["DCB0160 clinical safety", "QIA", "DPIA"];
/** Neither approved yet nor set aside. A review that is due was approved before; a status that the trust added says nothing. */
const pending = ["Screening", "In progress", "Submitted", "Rejected"];

/** Worst of the quality checks, the hazards and the assessments; Not rated when none of them says anything (reference 4.6). */
export function qualityRag(records: QualityRecords, standpoint: Standpoint): Figure<Rag> {
  const { QualityRegister, Hazards, ImpactAssessments } = records;
  const open = Hazards.filter(({ values }) => isOpenRow(hazards, values));
  const withoutLevel = open.filter((hazard) => residualLevel(hazard, standpoint) === undefined).length;
  const found = [
    ...QualityRegister.flatMap((check) => judgeCheck(check, standpoint)),
    ...open.flatMap((hazard) => judgeHazard(hazard, standpoint)),
    ...judgeAssessments(records, standpoint),
  ];
  const saysSomething = QualityRegister.length + (Hazards.length - withoutLevel) + ImpactAssessments.length > 0;
  return {
    value: saysSomething ? worstOf(["Green", ...found.map(({ rag }) => rag)]) : "Not rated",
    rule: "qualityRag",
    inputs: [
      ...found.map(({ input }) => input),
      fact("checks", { unit: "count", value: QualityRegister.length }),
      fact("openHazards", { unit: "count", value: open.length }),
      ...(withoutLevel === 0 ? [] : [fact("hazardsNotAssessed", { unit: "count", value: withoutLevel })]),
      fact("assessments", { unit: "count", value: ImpactAssessments.length }),
      ...limits(standpoint.thresholds),
    ],
  };
}

const limits = oncePer((thresholds: Thresholds): readonly Input[] => [
  threshold("checkLateAbove", { unit: "days", value: thresholds["rag.quality.overdueDays"] }),
  threshold("goLiveWithin", { unit: "days", value: goLiveDays }),
]);

function judgeCheck(check: RecordOf<"QualityRegister">, { today, thresholds }: Standpoint): readonly Found[] {
  const { Result, IsCritical, PlannedDate, ActualDate } = check.values;
  const from = sourceOf("QualityRegister", check);
  if (Result === "Fail") {
    const name = IsCritical === true ? "criticalFail" : "fail";
    return [{ rag: IsCritical === true ? "Red" : "Amber", input: fact(name, { unit: "words", value: check.values.Product ?? Result }, from) }];
  }
  if (PlannedDate === undefined || ActualDate !== undefined || checked.includes(Result ?? "")) return [];
  const late = daysBetween(PlannedDate, today);
  return late > thresholds["rag.quality.overdueDays"] ? [{ rag: "Amber", input: fact("checkLate", { unit: "days", value: late }, from) }] : [];
}

/** As it stands with its controls; undefined until somebody has judged them: the initial level is no answer, nor is nought. */
export function residualLevel({ values }: RecordOf<"Hazards">, { thresholds }: Standpoint): number | undefined {
  return hazardLevel(values.ResidualLikelihood, values.ResidualSeverity, thresholds["hazard.matrix"]);
}

function judgeHazard(hazard: RecordOf<"Hazards">, standpoint: Standpoint): readonly Found[] {
  const level = residualLevel(hazard, standpoint);
  if (level === undefined || level < undesirableLevel) return [];
  const isMandatory = level >= mandatoryLevel;
  if (!isMandatory && hazard.values.Status === "Accepted") return [];
  return [{ rag: isMandatory ? "Red" : "Amber", input: fact("hazardLevel", { unit: "score", value: level }, sourceOf("Hazards", hazard)) }];
}

function judgeAssessments({ ImpactAssessments, Milestones }: QualityRecords, { today }: Standpoint): readonly Found[] {
  const waiting = ImpactAssessments.filter(isPending);
  if (waiting.length === 0) return [];
  const next = goLive(Milestones);
  const daysLeft = next === undefined ? Infinity : daysBetween(today, next.day);
  const found = waiting.flatMap((assessment): readonly Found[] => {
    const { AssessmentType = "", DueDate } = assessment.values;
    const from = sourceOf("ImpactAssessments", assessment);
    if (daysLeft <= goLiveDays && beforeGoLive.includes(AssessmentType)) {
      return [{ rag: "Red", input: fact("notApproved", { unit: "words", value: AssessmentType }, from) }];
    }
    return DueDate !== undefined && DueDate < today
      ? [{ rag: "Amber", input: fact("assessmentLate", { unit: "days", value: daysBetween(DueDate, today) }, from) }]
      : [];
  });
  if (next === undefined || !found.some(({ rag }) => rag === "Red")) return found;
  return [...found, { rag: "Red", input: fact("goLive", { unit: "date", value: next.day }, sourceOf("Milestones", next.milestone)) }];
}

/** Needed unless its screening said no; its column's standard status is Screening. */
function isPending({ values }: RecordOf<"ImpactAssessments">): boolean {
  return values.ScreeningResult !== false && pending.includes(values.Status ?? "Screening");
}
