import { parseIsoDate, type CalendarDate } from "../kernel";
import { isOpenRow, milestones, valueAt, type Row } from "../registers";
import { slipOf, type Slip } from "./slip";

export interface MilestoneFacts {
  readonly title: string;
  readonly baseline?: CalendarDate;
  /** The day it is expected: its forecast, or its baseline while it has no forecast. */
  readonly forecast: CalendarDate;
  /** Calendar days from baseline to forecast, positive when later; to today once the forecast has passed. Absent without a baseline. */
  readonly slipDays?: number;
  /** Nobody has moved the forecast, though its day has passed. */
  readonly hasPassed?: boolean;
}

interface Expected {
  readonly row: Row;
  readonly baseline: CalendarDate | undefined;
  readonly expected: CalendarDate;
  readonly slip: Slip;
}

/** The open milestone of a project that is expected next; undefined when none is open and dated. */
export function nextMilestone(rows: readonly Row[], projectRef: string, today: CalendarDate): MilestoneFacts | undefined {
  let next: Expected | undefined;
  for (const row of rows) {
    if (valueAt(row.values, "ProjectRef") !== projectRef || !isOpenRow(milestones, row.values) || dateAt(row, "ActualDate") !== undefined) continue;
    const baseline = dateAt(row, "BaselineDate");
    const slip = slipOf({ baseline, forecast: dateAt(row, "ForecastDate") }, today);
    if (slip.expected !== undefined && (next === undefined || slip.expected < next.expected)) next = { row, baseline, expected: slip.expected, slip };
  }
  if (next === undefined) return undefined;
  const { row, baseline, expected, slip } = next;
  return {
    title: String(valueAt(row.values, "Title") ?? ""),
    forecast: expected,
    ...(baseline === undefined || slip.days === undefined ? {} : { baseline, slipDays: slip.days }),
    ...(slip.hasPassed ? { hasPassed: true } : {}),
  };
}

/** A date column's value; undefined when empty. */
export function dateAt(row: Row, column: string): CalendarDate | undefined {
  const value = valueAt(row.values, column);
  return typeof value === "string" ? parseIsoDate(value) : undefined;
}
