import { dateParts, type CalendarDate } from "../kernel";

/** Months of one period of a benefit's measurements. There is a row a month at the most, so that a week is measured with its month. */
const monthsOf: ReadonlyMap<string | undefined, number> = new Map([
  ["Weekly", 1],
  ["Monthly", 1],
  ["Quarterly", 3],
  ["Every 6 months", 6],
  ["Yearly", 12],
]);

/** One month for what is measured once, and while nobody says how often. */
export function monthsOfPeriod(frequency: string | undefined): number {
  return monthsOf.get(frequency) ?? 1;
}

/** Whether the last day of a period that begins in the month of `start` is before today. */
export function isOver(start: CalendarDate, months: number, today: CalendarDate): boolean {
  return monthIndex(start) + months <= monthIndex(today);
}

function monthIndex(day: CalendarDate): number {
  const { year, month } = dateParts(day);
  return year * 12 + month;
}
