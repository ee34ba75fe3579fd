import { addDays, calendarDate, dateParts, dayNumber, type CalendarDate } from "../../kernel";

export interface Month {
  readonly year: number;
  /** Counts from 1. */
  readonly month: number;
}

const daysInWeek = 7;

/** 0 is Monday. Day 0 of the kernel's numbering, 1 January 1970, was a Thursday. */
export function weekdayOf(date: CalendarDate): number {
  return (((dayNumber(date) + 3) % daysInWeek) + daysInWeek) % daysInWeek;
}

export function monthOf(date: CalendarDate): Month {
  const { year, month } = dateParts(date);
  return { year, month };
}

/** Whole weeks from Monday to Sunday that hold the month; days of its neighbours are undefined. */
export function weeksOfMonth({ year, month }: Month): readonly (readonly (CalendarDate | undefined)[])[] {
  const first = calendarDate(year, month, 1);
  if (first === undefined) return [];
  const weeks: (CalendarDate | undefined)[][] = [];
  for (let monday = addDays(first, -weekdayOf(first)); compareMonth(monday, { year, month }) <= 0; monday = addDays(monday, daysInWeek)) {
    weeks.push(Array.from({ length: daysInWeek }, (_, day) => dayWithin(addDays(monday, day), { year, month })));
  }
  return weeks;
}

function dayWithin(date: CalendarDate, month: Month): CalendarDate | undefined {
  return compareMonth(date, month) === 0 ? date : undefined;
}

function compareMonth(date: CalendarDate, { year, month }: Month): number {
  const parts = dateParts(date);
  return (parts.year - year) * 12 + parts.month - month;
}

/** The same day some months on, or that month's last day. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = dateParts(date);
  const count = year * 12 + month - 1 + months;
  for (let last = day; last > 27; last -= 1) {
    const found = calendarDate(Math.floor(count / 12), (count % 12) + 1, last);
    if (found !== undefined) return found;
  }
  return calendarDate(Math.floor(count / 12), (count % 12) + 1, Math.min(day, 27)) ?? date;
}

/** Where a key moves to in a calendar (APG date picker dialog); undefined when it does not move. */
export function moveInCalendar(date: CalendarDate, key: string): CalendarDate | undefined {
  switch (key) {
    case "ArrowLeft":
      return addDays(date, -1);
    case "ArrowRight":
      return addDays(date, 1);
    case "ArrowUp":
      return addDays(date, -daysInWeek);
    case "ArrowDown":
      return addDays(date, daysInWeek);
    case "Home":
      return addDays(date, -weekdayOf(date));
    case "End":
      return addDays(date, daysInWeek - 1 - weekdayOf(date));
    case "PageUp":
      return addMonths(date, -1);
    case "PageDown":
      return addMonths(date, 1);
    default:
      return undefined;
  }
}
