import { addDays, type CalendarDate } from "../kernel";
import type { Changes } from "../registers";
import { fact, threshold, type Input } from "./figure";
import { frozenScores, unmovedSince } from "./frozen-scores";
import { monthText } from "./month-count";
import { checksOf, failsOncePast, isFilled, isOpen, type CheckGroup, type Fault, type Judged } from "./quality-rule";
import type { RecordOf } from "./records";
import { bandWithin, currentScore, isOpenRisk, scoreOf } from "./risk-figures";

type Risk = RecordOf<"Risks">;

const descriptions = ["Cause", "RiskEvent", "Effect"] as const;
const describedFrom = 10;
const extremeFrom = 15;
const openActions = ["Not started", "In progress", "Blocked"] as const;

interface Known extends Judged {
  readonly today: CalendarDate;
  /** Whether anybody in the site says where an action comes from. */
  readonly hasSources: boolean;
  /** Refs that an open action says it comes from. */
  readonly answered: ReadonlySet<string | undefined>;
  readonly frozen: ReturnType<typeof frozenScores>;
}

/** DQ-13 to DQ-20 (reference 13). */
export const riskChecks: CheckGroup = checksOf("Risks", knownOf, [
  {
    rule: "DQ-13",
    severity: "High",
    field: "Owner",
    appliesTo: isOpenRisk,
    fault: ({ values }) => (!isFilled(values.Owner) && !isFilled(values.ExternalOwner) ? { inputs: [] } : undefined),
  },
  {
    rule: "DQ-14",
    severity: "High",
    field: "ResponsePlan",
    appliesTo: (risk, { hasSources }) => isOpenRisk(risk) && hasSources,
    fault: (risk, { answered }) => {
      const score = currentScore(risk);
      if (score === undefined || score < extremeFrom || answered.has(risk.values.Ref)) return undefined;
      return { inputs: [...scored("currentScore", score), threshold("extremeFrom", { unit: "score", value: extremeFrom })] };
    },
  },
  {
    rule: "DQ-15",
    severity: "High",
    field: "MitigationDueDate",
    appliesTo: isOpenRisk,
    fault: ({ values }, { today }) => failsOncePast("mitigationDue", values.MitigationDueDate, today),
  },
  {
    rule: "DQ-16",
    severity: "Medium",
    field: "NextReviewDate",
    appliesTo: isOpenRisk,
    fault: (risk, known) => {
      const fault = failsOncePast("nextReview", risk.values.NextReviewDate, known.today);
      if (fault === undefined) return undefined;
      const fix = reviewedToday(risk, known);
      return fix === undefined ? fault : { ...fault, fix };
    },
  },
  {
    rule: "DQ-17",
    severity: "Medium",
    field: "TargetDate",
    appliesTo: (risk) => isOpenRisk(risk) && risk.values.Response === "Treat",
    fault: (risk, { today }) => {
      const late = failsOncePast("targetDate", risk.values.TargetDate, today);
      const [current, target] = [currentScore(risk), targetScore(risk)];
      if (late === undefined || current === undefined || target === undefined || current <= target) return undefined;
      return { inputs: [...late.inputs, ...scored("currentScore", current), ...scored("targetScore", target)] };
    },
  },
  {
    rule: "DQ-18",
    severity: "Medium",
    field: "RiskEvent",
    appliesTo: isOpenRisk,
    fault: notDescribed,
  },
  {
    rule: "DQ-19",
    severity: "Low",
    field: "CurrentLikelihood",
    appliesTo: (risk, { frozen }) => isOpenRisk(risk) && risk.values.Response === "Treat" && frozen.length > 0,
    fault: (risk, { frozen }) => {
      const now = { CurrentScore: currentScore(risk), InherentScore: inherentScore(risk), TargetScore: targetScore(risk) };
      const since = unmovedSince(risk.values.Ref ?? "", now, frozen);
      if (since === undefined) return undefined;
      return { inputs: [fact("unmovedSince", { unit: "words", value: monthText(since) }), ...scored("currentScore", now.CurrentScore)] };
    },
  },
  {
    rule: "DQ-20",
    severity: "Low",
    field: "CurrentLikelihood",
    appliesTo: () => true,
    fault: wrongScores,
  },
]);

function knownOf(judged: Judged): Known {
  const { records, site, standpoint } = judged;
  const open = records.Actions.filter(({ values }) => isOpen(values.Status, ...openActions) && isFilled(values.SourceRef));
  return {
    ...judged,
    today: standpoint.today,
    hasSources: site.usesColumn("Actions", "SourceRef"),
    answered: new Set(open.map(({ values }) => values.SourceRef)),
    frozen: frozenScores(records.PortfolioSnapshots, standpoint.today),
  };
}

function inherentScore({ values }: Risk): number | undefined {
  return scoreOf(values.InherentLikelihood, values.InherentConsequence);
}

function targetScore({ values }: Risk): number | undefined {
  return scoreOf(values.TargetLikelihood, values.TargetConsequence);
}

function scored(name: string, score: number | undefined): readonly Input[] {
  return score === undefined ? [] : [fact(name, { unit: "score", value: score })];
}

/** Of the parts that the site writes down at all. */
function notDescribed(risk: Risk, { site }: Known): Fault | undefined {
  const short = descriptions.filter((column) => {
    return lengthOf(risk, column) < describedFrom && site.usesColumn("Risks", column);
  });
  const [field] = short;
  if (field === undefined) return undefined;
  const lengths = short.map((column) => fact(`characters${column}`, { unit: "count", value: lengthOf(risk, column) }));
  return { field, inputs: [...lengths, threshold("describedFrom", { unit: "count", value: describedFrom })] };
}

function lengthOf({ values }: Risk, column: (typeof descriptions)[number]): number {
  return (values[column] ?? "").trim().length;
}

/** V-RSK-02 and V-RSK-05 (reference 2.4). */
function wrongScores(risk: Risk): Fault | undefined {
  const [inherent, current, target] = [inherentScore(risk), currentScore(risk), targetScore(risk)];
  if (current !== undefined && inherent !== undefined && current > inherent) {
    return { inputs: [...scored("currentScore", current), ...scored("inherentScore", inherent)] };
  }
  if (risk.values.Response !== "Tolerate" || current === undefined || target === undefined || current <= target) return undefined;
  return { field: "Response", inputs: [...scored("currentScore", current), ...scored("targetScore", target)] };
}

/** "Reviewed today, nothing changed": the next review follows the band of the score (reference 3.5). */
function reviewedToday(risk: Risk, { today, standpoint }: Known): Changes | undefined {
  const band = bandWithin(currentScore(risk), standpoint);
  return band === undefined ? undefined : { LastReviewDate: today, NextReviewDate: addDays(today, standpoint.thresholds["risk.reviewDays"][band]) };
}
