import type { CalendarDate } from "../kernel";
import { monthIn } from "./month-count";

/** Months of one period of a benefit's measurements. There is a row a month at the most, so that a week is measured with its month. */
const monthsBetween: ReadonlyMap<string | undefined, number> = new Map([
  ["Weekly", 1],
  ["Monthly", 1],
  ["Quarterly", 3],
  ["Every 6 months", 6],
  ["Yearly", 12],
]);

/** One, too, for what is measured once and while nobody says how often. */
export function monthsOfPeriod(frequency: string | undefined): number {
  return monthsBetween.get(frequency) ?? 1;
}

/** Whether the last day of a period that begins in the month of `start` is before today. */
export function isOver(start: CalendarDate, months: number, today: CalendarDate): boolean {
  return monthsSince(monthIn(start), today) >= months;
}

interface Measured {
  readonly Frequency?: string;
  readonly StartDate?: CalendarDate;
  readonly EndDate?: CalendarDate;
}

/**
 * The first month of the newest period that is over, counted from the month in which the benefit starts, and not begun after its end.
 * Undefined while none is over, and for what is measured once or nobody says how often.
 */
export function newestPeriodOver({ Frequency, StartDate, EndDate }: Measured, today: CalendarDate): number | undefined {
  const [step, start, end] = [monthsBetween.get(Frequency), monthIn(StartDate), monthIn(EndDate)];
  if (step === undefined || start === undefined) return undefined;
  const over = Math.floor(monthsSince(start, today) / step);
  const wanted = end === undefined ? over : Math.min(over, Math.floor((end - start) / step) + 1);
  return wanted < 1 ? undefined : start + (wanted - 1) * step;
}

function monthsSince(month: number | undefined, today: CalendarDate): number {
  return (monthIn(today) ?? NaN) - (month ?? NaN);
}
