import type { CalendarDate } from "../kernel";
import { fact, threshold, type Figure, type Input } from "./figure";
import { oncePer } from "./once-per";
import type { Rag } from "./rag";
import { sourceOf, type RecordOf } from "./records";
import { slipOf, slipRag, type Slip } from "./slip";
import type { Standpoint } from "./standpoint";
import type { Thresholds } from "./thresholds";

type Milestone = RecordOf<"Milestones">;

/** A milestone that has come is not rated any more; one that was removed by change has no RAG at all (reference 4.2). */
export type MilestoneRag = Rag | "Complete";

/** Whether it still has to come: not removed, not marked complete, and no actual day. */
export function isToCome({ values }: Milestone): boolean {
  return values.Status !== "Removed by change" && values.Status !== "Complete" && values.ActualDate === undefined;
}

/** Whether its expected day has passed and it has not come. */
export function isOverdue(milestone: Milestone, today: CalendarDate): boolean {
  return isToCome(milestone) && slipOfMilestone(milestone, today).hasPassed;
}

/** Calendar days after the baseline, minus when early. Undefined without a baseline, when removed, and when complete without its day. */
export function milestoneSlip(milestone: Milestone, standpoint: Standpoint): Figure<number> {
  const { values } = milestone;
  const isKnown = isToCome(milestone) || (values.Status !== "Removed by change" && values.ActualDate !== undefined);
  const slip = slipOfMilestone(milestone, standpoint.today);
  return { value: isKnown ? slip.days : undefined, rule: "milestoneSlip", inputs: datesOf(milestone, slip, standpoint.today) };
}

export function milestoneRag(milestone: Milestone, standpoint: Standpoint): Figure<MilestoneRag> {
  const { today, thresholds } = standpoint;
  const slip = slipOfMilestone(milestone, today);
  const facts = datesOf(milestone, slip, today);
  if (!isToCome(milestone)) {
    return { value: milestone.values.Status === "Removed by change" ? undefined : "Complete", rule: "milestoneRag", inputs: facts };
  }
  const days: readonly Input[] = slip.days === undefined ? [] : [fact("slip", { unit: "days", value: slip.days }, sourceOf("Milestones", milestone))];
  return { value: slipRag(slip.days, thresholds), rule: "milestoneRag", inputs: [...facts, ...days, ...slipLimits(thresholds)] };
}

/**
 * Of the milestones that have come and had a baseline, the per cent that came by it: do what you said, when you said (reference 4.2).
 * Those that are past their baseline and still to come are counted beside it, so that nobody keeps promises by never finishing.
 */
export function onTimePercentage(milestones: readonly Milestone[], { today }: Standpoint): Figure<number> {
  const { onTime, late, stillToCome, withoutDay } = onTimeCounts(milestones, today);
  return {
    value: onTimeShare({ onTime, late }),
    rule: "onTimePercentage",
    inputs: [
      fact("onTime", { unit: "count", value: onTime }),
      fact("late", { unit: "count", value: late }),
      fact("pastBaseline", { unit: "count", value: stillToCome }),
      fact("completeWithoutDay", { unit: "count", value: withoutDay }),
    ],
  };
}

/** Per cent, unrounded; undefined while none has come. */
export function onTimeShare({ onTime, late }: { readonly onTime: number; readonly late: number }): number | undefined {
  return onTime + late === 0 ? undefined : (onTime / (onTime + late)) * 100;
}

interface OnTimeCounts {
  readonly onTime: number;
  readonly late: number;
  readonly stillToCome: number;
  readonly withoutDay: number;
}

export function onTimeCounts(milestones: readonly Milestone[], today: CalendarDate): OnTimeCounts {
  let [onTime, late, stillToCome, withoutDay] = [0, 0, 0, 0];
  for (const milestone of milestones) {
    const { Status, ActualDate, BaselineDate } = milestone.values;
    if (Status === "Removed by change" || BaselineDate === undefined) continue;
    if (ActualDate !== undefined && ActualDate <= BaselineDate) onTime += 1;
    else if (ActualDate !== undefined) late += 1;
    else if (Status === "Complete") withoutDay += 1;
    else if (BaselineDate < today) stillToCome += 1;
  }
  return { onTime, late, stillToCome, withoutDay };
}

const saysGoLive = /\bgo(es)?[ -]?live\b/i;
const saysLater = /\b(after|post|since)\b/i;

/** The first day on which the project goes live and has not yet: a milestone that says so, or the gate before it (reference 9.1). */
export function goLive(milestones: readonly Milestone[]): { readonly milestone: Milestone; readonly day: CalendarDate } | undefined {
  let first: { readonly milestone: Milestone; readonly day: CalendarDate } | undefined;
  for (const milestone of milestones) {
    const { Gate, Title = "", ForecastDate, BaselineDate } = milestone.values;
    const isGoLive = Gate === "Gate 4 Readiness for service" || (saysGoLive.test(Title) && !saysLater.test(Title));
    if (!isGoLive || !isToCome(milestone)) continue;
    const day = ForecastDate ?? BaselineDate;
    if (day !== undefined && (first === undefined || day < first.day)) first = { milestone, day };
  }
  return first;
}

export const slipLimits = oncePer((thresholds: Thresholds): readonly Input[] => [
  threshold("amberAbove", { unit: "days", value: thresholds["rag.time.amberDays"] }),
  threshold("redAbove", { unit: "days", value: thresholds["rag.time.redDays"] }),
]);

export function slipOfMilestone({ values }: Milestone, today: CalendarDate): Slip {
  return slipOf({ baseline: values.BaselineDate, forecast: values.ForecastDate, actual: values.ActualDate }, today);
}

function datesOf(milestone: Milestone, { hasPassed }: Slip, today: CalendarDate): readonly Input[] {
  const { Status, BaselineDate, ForecastDate, ActualDate } = milestone.values;
  const from = sourceOf("Milestones", milestone);
  const dated = (name: string, value: CalendarDate | undefined): readonly Input[] => (value === undefined ? [] : [fact(name, { unit: "date", value }, from)]);
  return [
    ...dated("baseline", BaselineDate),
    ...dated("forecast", ForecastDate),
    ...dated("actual", ActualDate),
    ...(hasPassed && isToCome(milestone) ? [fact("today", { unit: "date", value: today })] : []),
    ...(Status === "Removed by change" || Status === "Complete" ? [fact("status", { unit: "words", value: Status }, from)] : []),
  ];
}
