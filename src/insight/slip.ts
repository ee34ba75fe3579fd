import { daysBetween, type CalendarDate } from "../kernel";
import type { Rag } from "./rag";
import type { Thresholds } from "./thresholds";

/** The dates of what is promised for a day: a milestone, or the end of a project. */
export interface PromisedDates {
  readonly baseline?: CalendarDate | undefined;
  readonly forecast?: CalendarDate | undefined;
  readonly actual?: CalendarDate | undefined;
}

export interface Slip {
  /** The forecast, or the baseline while there is none; the actual day once it has come. */
  readonly expected: CalendarDate | undefined;
  /** The expected day has passed, and it has not come. */
  readonly hasPassed: boolean;
  /** Calendar days after the baseline, minus when early; undefined without a baseline. */
  readonly days: number | undefined;
}

/** The one way to tell slip (reference 4.2). A forecast that has passed slips further each day: whoever does not move it gains nothing. */
export function slipOf({ baseline, forecast, actual }: PromisedDates, today: CalendarDate): Slip {
  const expected = actual ?? forecast ?? baseline;
  const hasPassed = actual === undefined && expected !== undefined && expected < today;
  const effective = hasPassed ? today : expected;
  return { expected, hasPassed, days: baseline === undefined || effective === undefined ? undefined : daysBetween(baseline, effective) };
}

export function slipRag(days: number | undefined, thresholds: Thresholds): Rag {
  if (days === undefined) return "Not rated";
  if (days > thresholds["rag.time.redDays"]) return "Red";
  return days > thresholds["rag.time.amberDays"] ? "Amber" : "Green";
}
