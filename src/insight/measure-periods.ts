import { dateParts, type CalendarDate } from "../kernel";

/** Periods of more than a month. There is a row a month at the most, so that a week is measured with its month. */
const longer: ReadonlyMap<string | undefined, number> = new Map([
  ["Quarterly", 3],
  ["Every 6 months", 6],
  ["Yearly", 12],
]);

/** Months of one period of a benefit's measurements: one, too, for what is measured once and while nobody says how often. */
export function monthsOfPeriod(frequency: string | undefined): number {
  return longer.get(frequency) ?? 1;
}

/** Whether the last day of a period that begins in the month of `start` is before today. */
export function isOver(start: CalendarDate, months: number, today: CalendarDate): boolean {
  return monthIndex(start) + months <= monthIndex(today);
}

function monthIndex(day: CalendarDate): number {
  const { year, month } = dateParts(day);
  return year * 12 + month;
}
