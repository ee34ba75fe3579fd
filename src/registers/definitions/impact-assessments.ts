import { daysBetween } from "../../kernel";
import { choice, date, link, longText, person, wholeNumber, yesNo } from "../language/column";
import { filled, isOneOf, whenever } from "../language/conditions";
import { register } from "../language/register";
import { assessmentStatuses, assessmentTypes, dpiaOutcomes, impactDirections } from "../choices";
import { likelihoodByConsequence } from "../shapes";
import { needsProject } from "../shared-rules";

const approved = ["Approved", "Approved with conditions"];
const screened = ["In progress", "Submitted", ...approved, "Rejected", "Review due"];
const yearDays = 366;

export const impactAssessments = register({
  name: "ImpactAssessments",
  label: "Impact assessments",
  one: "impact assessment",
  many: "impact assessments",
  purpose: "DPIA, EIA, QIA and other assessments.",
  ref: { prefix: "IA-", digits: 4, mostDigits: 4 },
  belongsTo: "project",
  level: "full",
  titleFrom: "AssessmentType",
  shows: ["AssessmentType", "Lead", "DueDate", "ReviewDate", "Status"],
  statusColumn: "Status",
  closedStatuses: ["Not required", "Closed", "Rejected"],
  columns: {
    AssessmentType: choice(assessmentTypes, { label: "Type", level: "standard", needed: "create" }),
    ScreeningResult: yesNo({ label: "Screening: full assessment needed", level: "standard" }),
    Lead: person({ label: "Lead", level: "standard", needed: "gate", indexed: true }),
    Approver: person({ label: "Approver", level: "standard", help: "DPO/IG lead, chief nurse, medical director, equality lead." }),
    SecondApprover: person({ label: "Second approver", level: "standard", help: "QIA: the other of chief nurse and chief medical officer." }),
    Status: choice(assessmentStatuses, { label: "Status", level: "standard", needed: "gate", indexed: true, standard: "Screening" }),
    StartedDate: date({ label: "Started", level: "standard" }),
    DueDate: date({ label: "Due", level: "standard", needed: "gate", notYetEnforced: "Before gate 3 or go-live" }),
    ApprovedDate: date({ label: "Approved", level: "standard" }),
    ReviewDate: date({ label: "Review", level: "standard" }),
    QiaSafetyPre: likelihoodByConsequence({
      label: "QIA patient safety, before (L×C)",
      level: "full",
      help: "Likelihood and consequence, like 3x4. Empty means neutral or positive.",
    }),
    QiaSafetyPost: likelihoodByConsequence({ label: "QIA patient safety, after", level: "full" }),
    QiaEffectPre: likelihoodByConsequence({ label: "QIA clinical effectiveness, before", level: "full" }),
    QiaEffectPost: likelihoodByConsequence({ label: "QIA clinical effectiveness, after", level: "full" }),
    QiaExperiencePre: likelihoodByConsequence({ label: "QIA patient experience, before", level: "full" }),
    QiaExperiencePost: likelihoodByConsequence({ label: "QIA patient experience, after", level: "full" }),
    QiaWorkforcePre: likelihoodByConsequence({ label: "QIA workforce, before", level: "full" }),
    QiaWorkforcePost: likelihoodByConsequence({ label: "QIA workforce, after", level: "full" }),
    QiaAccessPre: likelihoodByConsequence({ label: "QIA equality and access, before", level: "full" }),
    QiaAccessPost: likelihoodByConsequence({ label: "QIA equality and access, after", level: "full" }),
    QiaOpsPre: likelihoodByConsequence({ label: "QIA operational delivery, before", level: "full" }),
    QiaOpsPost: likelihoodByConsequence({ label: "QIA operational delivery, after", level: "full" }),
    QiaMaxPre: wholeNumber({ label: "QIA highest score before", level: "standard", filledBy: "ownRow", from: 0, to: 25 }),
    QiaMaxPost: wholeNumber({ label: "QIA highest score after", level: "standard", filledBy: "ownRow", from: 0, to: 25 }),
    QiaMetrics: longText({ label: "Quality measures to watch", level: "standard" }),
    EiaGroups: longText({ label: "Groups affected (EIA)", level: "standard", help: "Protected characteristics with direction." }),
    EiaDirection: choice(impactDirections, { label: "Overall effect (EIA)", level: "standard" }),
    DpiaOutcome: choice(dpiaOutcomes, { label: "DPIA outcome", level: "standard" }),
    Summary: longText({ label: "Summary", level: "standard", needed: "gate", help: "No patient data." }),
    DocumentUrl: link({ label: "Full assessment", level: "standard" }),
  },
  workedOut: {
    QiaMaxPre: (assessment) =>
      highest([
        assessment.QiaSafetyPre,
        assessment.QiaEffectPre,
        assessment.QiaExperiencePre,
        assessment.QiaWorkforcePre,
        assessment.QiaAccessPre,
        assessment.QiaOpsPre,
      ]),
    QiaMaxPost: (assessment) =>
      highest([
        assessment.QiaSafetyPost,
        assessment.QiaEffectPost,
        assessment.QiaExperiencePost,
        assessment.QiaWorkforcePost,
        assessment.QiaAccessPost,
        assessment.QiaOpsPost,
      ]),
  },
  rules: [
    needsProject("V-IMP-PROJECT", "impact assessment"),
    {
      id: "V-IMP-SCREENED",
      severity: "error",
      at: "report",
      says: "After screening, say whether a full assessment is needed",
      fields: ["ScreeningResult"],
      holds: (assessment) => whenever(isOneOf(assessment.Status, ...screened), filled(assessment.ScreeningResult)),
    },
    {
      id: "V-IMP-APPROVED",
      severity: "error",
      at: "report",
      says: "An approved assessment needs its approver, the day and the next review",
      fields: ["Approver", "ApprovedDate", "ReviewDate"],
      holds: (assessment) =>
        whenever(isOneOf(assessment.Status, ...approved), filled(assessment.Approver) && filled(assessment.ApprovedDate) && filled(assessment.ReviewDate)),
    },
    {
      id: "V-IMP-SECOND",
      severity: "error",
      at: "report",
      says: "This QIA needs the chief nurse and the chief medical officer",
      fields: ["SecondApprover"],
      holds: (assessment) =>
        whenever(
          assessment.AssessmentType === "QIA" && isOneOf(assessment.Status, ...approved) && (assessment.QiaMaxPost ?? 0) >= 8,
          filled(assessment.SecondApprover),
        ),
    },
    {
      id: "V-IMP-QIA-REVIEW",
      severity: "error",
      at: "report",
      says: "A QIA is reviewed within 12 months of its approval",
      fields: ["ReviewDate"],
      holds: (assessment) =>
        whenever(
          assessment.AssessmentType === "QIA",
          assessment.ApprovedDate === undefined ||
            assessment.ReviewDate === undefined ||
            daysBetween(assessment.ApprovedDate, assessment.ReviewDate) <= yearDays,
        ),
    },
    {
      id: "V-IMP-METRICS",
      severity: "error",
      at: "report",
      says: "A full QIA needs the quality measures to watch",
      fields: ["QiaMetrics"],
      holds: (assessment, context) => whenever((assessment.QiaMaxPre ?? 0) > limitOf(context.setting("qia.stage2Above"), 8), filled(assessment.QiaMetrics)),
    },
    {
      id: "V-IMP-EIA",
      severity: "error",
      at: "report",
      says: "An equality impact assessment needs the groups and the overall effect",
      fields: ["EiaGroups", "EiaDirection"],
      holds: (assessment) => whenever(assessment.AssessmentType === "EIA", filled(assessment.EiaGroups) && filled(assessment.EiaDirection)),
    },
    {
      id: "V-IMP-DPIA",
      severity: "error",
      at: "report",
      says: "An approved DPIA needs its outcome",
      fields: ["DpiaOutcome"],
      holds: (assessment) => whenever(assessment.AssessmentType === "DPIA" && isOneOf(assessment.Status, ...approved), filled(assessment.DpiaOutcome)),
    },
  ],
});

/** The highest product of "LxC" cells. Undefined when none is scored: not assessed is not nothing. */
function highest(scores: readonly (string | undefined)[]): number | undefined {
  const products = scores.flatMap((score) => {
    const match = /^([1-5])x([1-5])$/.exec(score ?? "");
    return match === null ? [] : [Number(match[1]) * Number(match[2])];
  });
  return products.length === 0 ? undefined : Math.max(...products);
}

function limitOf(setting: unknown, standard: number): number {
  return typeof setting === "number" ? setting : standard;
}
