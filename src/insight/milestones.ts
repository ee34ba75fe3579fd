import { daysBetween, parseIsoDate, type CalendarDate } from "../kernel";
import { isOpenRow, milestones, valueAt, type Row } from "../registers";

export interface MilestoneFacts {
  readonly title: string;
  readonly baseline?: CalendarDate;
  readonly forecast: CalendarDate;
  /** Calendar days from baseline to forecast, positive when later; absent without a baseline. */
  readonly slipDays?: number;
}

/** The open milestone of a project with the nearest forecast; undefined when none is open and dated. */
export function nextMilestone(rows: readonly Row[], projectRef: string): MilestoneFacts | undefined {
  const dated = rows.flatMap((row) => {
    const forecast = dateAt(row, "ForecastDate");
    return valueAt(row.values, "ProjectRef") === projectRef && isOpenRow(milestones, row.values) && forecast !== undefined ? [{ row, forecast }] : [];
  });
  const [next] = dated.sort((one, other) => (one.forecast < other.forecast ? -1 : one.forecast > other.forecast ? 1 : 0));
  if (next === undefined) return undefined;
  const baseline = dateAt(next.row, "BaselineDate");
  return {
    title: String(valueAt(next.row.values, "Title") ?? ""),
    forecast: next.forecast,
    ...(baseline === undefined ? {} : { baseline, slipDays: daysBetween(baseline, next.forecast) }),
  };
}

/** A date column's value; undefined when empty. */
export function dateAt(row: Row, column: string): CalendarDate | undefined {
  const value = valueAt(row.values, column);
  return typeof value === "string" ? parseIsoDate(value) : undefined;
}
