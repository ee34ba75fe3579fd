import { addDays, type CalendarDate } from "../kernel";
import { isOpenRow, risks, type RiskBand } from "../registers";
import { fact, threshold, type Figure, type Input } from "./figure";
import { sourceOf, type RecordOf } from "./records";
import type { Standpoint } from "./standpoint";
import type { Thresholds } from "./thresholds";

type Risk = RecordOf<"Risks">;

/** An open risk; one in draft is not in the register yet. A status that the trust added, or none, counts as open. */
export function isOpenRisk({ values }: Risk): boolean {
  return values.Status !== "Draft" && isOpenRow(risks, values);
}

/** Everything that is not called an opportunity: the column's standard is Threat, and a threat must not hide behind an empty cell. */
export function isThreat({ values }: Risk): boolean {
  return values.RiskType !== "Opportunity";
}

/** Likelihood × consequence, each a whole number 1 to 5 (reference 3.1). From the two themselves: a score typed past the product may be old. */
export function scoreOf(likelihood: number | undefined, consequence: number | undefined): number | undefined {
  return isOneToFive(likelihood) && isOneToFive(consequence) ? likelihood * consequence : undefined;
}

export function currentScore({ values }: Risk): number | undefined {
  return scoreOf(values.CurrentLikelihood, values.CurrentConsequence);
}

const bandsFromWorst: readonly RiskBand[] = ["Extreme", "High", "Moderate", "Low"];

/**
 * The band by the trust's own limits. `bandOf` of the registers paints and sorts by the national limits, which every column of a row can be
 * worked out with; figures and rules hold against these. With the standard limits the two agree.
 */
export function bandWithin(score: number | undefined, { thresholds }: Pick<Standpoint, "thresholds">): RiskBand | undefined {
  return score === undefined ? undefined : bandsFromWorst.find((band) => score >= (thresholds["risk.bands"][band][0] ?? Infinity));
}

export function riskBand(risk: Risk, standpoint: Standpoint): Figure<RiskBand> {
  return {
    value: bandWithin(currentScore(risk), standpoint),
    rule: "riskBand",
    inputs: [...scoreInput("currentScore", risk, currentScore(risk)), ...bandLimits(standpoint.thresholds)],
  };
}

/** How far the score still has to come down. */
export function gapToTarget(risk: Risk): Figure<number> {
  const current = currentScore(risk);
  const target = scoreOf(risk.values.TargetLikelihood, risk.values.TargetConsequence);
  return {
    value: current === undefined || target === undefined ? undefined : current - target,
    rule: "gapToTarget",
    inputs: [...scoreInput("currentScore", risk, current), ...scoreInput("targetScore", risk, target)],
  };
}

/** By how many per cent the controls bring the score down from where it began; minus when it rose. */
export function riskReduction(risk: Risk): Figure<number> {
  const current = currentScore(risk);
  const inherent = scoreOf(risk.values.InherentLikelihood, risk.values.InherentConsequence);
  return {
    value: current === undefined || inherent === undefined ? undefined : ((inherent - current) / inherent) * 100,
    rule: "riskReduction",
    inputs: [...scoreInput("inherentScore", risk, inherent), ...scoreInput("currentScore", risk, current)],
  };
}

/** Where a risk of this score is normally managed (reference 3.5). A prompt beside "Managed at", never a block. */
export function escalationPrompt(risk: Risk, { thresholds }: Standpoint): Figure<"Executive" | "Programme" | "Project"> {
  const limits = thresholds["risk.escalation"];
  const score = currentScore(risk);
  const level = score === undefined ? undefined : score >= limits.Executive ? "Executive" : score >= limits.Programme ? "Programme" : "Project";
  const managedAt = risk.values.EscalationLevel;
  return {
    value: level,
    rule: "escalationPrompt",
    inputs: [
      ...scoreInput("currentScore", risk, score),
      ...(managedAt === undefined ? [] : [fact("managedAt", { unit: "words", value: managedAt }, sourceOf("Risks", risk))]),
      threshold("executiveFrom", { unit: "score", value: limits.Executive }),
      threshold("programmeFrom", { unit: "score", value: limits.Programme }),
    ],
  };
}

/** When it should be looked at again: so many days after the last review, by its band. */
export function reviewDue(risk: Risk, standpoint: Standpoint): Figure<CalendarDate> {
  const { LastReviewDate } = risk.values;
  const band = bandWithin(currentScore(risk), standpoint);
  const days = band === undefined ? undefined : standpoint.thresholds["risk.reviewDays"][band];
  return {
    value: days === undefined || LastReviewDate === undefined ? undefined : addDays(LastReviewDate, days),
    rule: "reviewDue",
    inputs: [
      ...(LastReviewDate === undefined ? [] : [fact("lastReview", { unit: "date", value: LastReviewDate }, sourceOf("Risks", risk))]),
      ...scoreInput("currentScore", risk, currentScore(risk)),
      ...(days === undefined ? [] : [threshold("reviewDays", { unit: "days", value: days })]),
    ],
  };
}

export function scoreInput(name: string, risk: Risk, score: number | undefined): readonly Input[] {
  return score === undefined ? [] : [fact(name, { unit: "score", value: score }, sourceOf("Risks", risk))];
}

function bandLimits(thresholds: Thresholds): readonly Input[] {
  const from = (name: string, band: RiskBand): Input => threshold(name, { unit: "score", value: thresholds["risk.bands"][band][0] ?? Infinity });
  return [from("extremeFrom", "Extreme"), from("highFrom", "High"), from("moderateFrom", "Moderate")];
}

function isOneToFive(value: number | undefined): value is number {
  return value !== undefined && Number.isInteger(value) && value >= 1 && value <= 5;
}
