import { dateFromDayNumber, dateParts, dayNumber, parseIsoDate, type CalendarDate } from "../kernel";
import { bankHolidays } from "./bank-holidays";
import { fact, type Figure, type Input } from "./figure";
import type { Standpoint } from "./standpoint";

/** The years whose bank holidays are known. In others weekdays alone count, and figures say so. */
const knownYears = [...bankHolidays.keys()];
const firstKnown = Math.min(...knownYears);
const lastKnown = Math.max(...knownYears);

/** Bank holidays are known up to the end of this year. */
export const lastHolidayYear = lastKnown;

const official: ReadonlySet<number> = new Set(
  [...bankHolidays.values()].flat().flatMap((text) => {
    const day = parseIsoDate(text);
    return day === undefined ? [] : [dayNumber(day)];
  }),
);

/** Monday to Friday and not a holiday (reference 14.2). */
export function isWorkingDay(day: CalendarDate, standpoint: Standpoint): boolean {
  return isWorking(dayNumber(day), holidaysOf(standpoint));
}

/** Working days from one day to another, both counted; negative when the second is earlier. */
export function workingDaysBetween(from: CalendarDate, to: CalendarDate, standpoint: Standpoint): Figure<number> {
  const [first, last] = from <= to ? [from, to] : [to, from];
  const weekdays = weekdaysUpTo(dayNumber(last)) - weekdaysUpTo(dayNumber(first) - 1);
  const holidays = holidaysBetween(first, last, standpoint);
  const count = weekdays - holidays;
  return {
    value: from <= to || count === 0 ? count : -count,
    rule: "workingDaysBetween",
    inputs: [
      fact("from", { unit: "date", value: from }),
      fact("to", { unit: "date", value: to }),
      fact("bankHolidays", { unit: "count", value: holidays }),
      ...unknownYears(first, last),
    ],
  };
}

/** The day so many working days later, or earlier; with 0 the day itself, or the next working day when it is none. */
export function addWorkingDays(from: CalendarDate, count: number, standpoint: Standpoint): Figure<CalendarDate> {
  const value = stepped(from, count, standpoint);
  return {
    value,
    rule: "addWorkingDays",
    inputs: [
      fact("from", { unit: "date", value: from }),
      fact("workingDays", { unit: "days", value: count }),
      ...(from <= value ? unknownYears(from, value) : unknownYears(value, from)),
    ],
  };
}

/** "WD5": the fifth working day of the month that a day is in. It may reach into the next month. */
export function workingDay(month: CalendarDate, number: number, standpoint: Standpoint): Figure<CalendarDate> {
  const dayBefore = dateFromDayNumber(dayNumber(month) - dateParts(month).day);
  const { value, inputs } = addWorkingDays(dayBefore, number, standpoint);
  return { value, rule: "workingDay", inputs: inputs.filter(({ name }) => name !== "from") };
}

function stepped(from: CalendarDate, count: number, standpoint: Standpoint): CalendarDate {
  const holidays = holidaysOf(standpoint);
  const step = count < 0 ? -1 : 1;
  let day = dayNumber(from);
  for (let left = Math.abs(count); left > 0;) {
    day += step;
    if (isWorking(day, holidays)) left -= 1;
  }
  while (!isWorking(day, holidays)) day += step;
  return dateFromDayNumber(day);
}

function holidaysOf({ thresholds }: Standpoint): ReadonlySet<number> {
  const extra = thresholds["calendar.extraHolidays"];
  return extra.length === 0 ? official : new Set([...official, ...extra.map(dayNumber)]);
}

function isWorking(day: number, holidays: ReadonlySet<number>): boolean {
  return isWeekday(day) && !holidays.has(day);
}

/** Days since the Monday before 1 January 1970, which was a Thursday. */
function sinceMonday(day: number): number {
  return day + 3;
}

function isWeekday(day: number): boolean {
  return sinceMonday(day) - 7 * Math.floor(sinceMonday(day) / 7) < 5;
}

/** Monday to Friday counted up to a day, by whole weeks: the span may be years. */
function weekdaysUpTo(day: number): number {
  const days = sinceMonday(day) + 1;
  const weeks = Math.floor(days / 7);
  return weeks * 5 + Math.min(days - weeks * 7, 5);
}

function holidaysBetween(first: CalendarDate, last: CalendarDate, standpoint: Standpoint): number {
  const [from, to] = [dayNumber(first), dayNumber(last)];
  let count = 0;
  for (const day of holidaysOf(standpoint)) if (day >= from && day <= to && isWeekday(day)) count += 1;
  return count;
}

/** The years between two days whose bank holidays nobody has published yet, or that are too long ago. */
function unknownYears(first: CalendarDate, last: CalendarDate): readonly Input[] {
  const [from, to] = [dateParts(first).year, dateParts(last).year];
  const spans = [
    [from, Math.min(to, firstKnown - 1)],
    [Math.max(from, lastKnown + 1), to],
  ] as const;
  return spans.flatMap(([start, end]) =>
    start > end ? [] : [fact("withoutBankHolidays", { unit: "words", value: start === end ? String(start) : `${String(start)}–${String(end)}` })],
  );
}
