/** A day without a time, as "2026-08-06". Compares correctly as text. */
export type CalendarDate = string & { readonly unit: "day" };

const monthNames = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const dayMs = 86_400_000;
const earliestYear = 1900;
const latestYear = 2199;

/** @returns undefined when there is no such day, or its year is outside 1900 to 2199. `month` counts from 1. */
export function calendarDate(year: number, month: number, day: number): CalendarDate | undefined {
  if (![year, month, day].every(Number.isInteger) || year < earliestYear || year > latestYear) return undefined;
  const at = new Date(Date.UTC(year, month - 1, day));
  if (at.getUTCFullYear() !== year || at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) return undefined;
  return at.toISOString().slice(0, 10) as CalendarDate;
}

/** Reads "2026-08-06" and nothing else. */
export function parseIsoDate(text: string): CalendarDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? calendarDate(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function dateParts(date: CalendarDate): DateParts {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** Days since 1 January 1970; the one number behind all date arithmetic. */
export function dayNumber(date: CalendarDate): number {
  const { year, month, day } = dateParts(date);
  return Date.UTC(year, month - 1, day) / dayMs;
}

export function dateFromDayNumber(days: number): CalendarDate {
  return new Date(days * dayMs).toISOString().slice(0, 10) as CalendarDate;
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateFromDayNumber(dayNumber(date) + days);
}

/** Positive when `to` is later. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

const ukDay = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London", year: "numeric", month: "2-digit", day: "2-digit" });

/** The day in London at a moment, whatever the machine's zone (reference 14.1). */
export function ukDateAt(momentMs: number): CalendarDate {
  return ukDay.format(momentMs) as CalendarDate;
}

/**
 * A date-only value of SharePoint: noon UTC when we wrote it, midnight of the site's zone otherwise
 * (a UK summer date then reads T23:00:00Z of the day before; graph.md 5.3). Read as the day in London.
 */
export function ukDateFromIsoMoment(text: string): CalendarDate | undefined {
  const momentMs = Date.parse(text);
  return Number.isNaN(momentMs) ? undefined : parseIsoDate(ukDateAt(momentMs));
}

/** Noon UTC is the same day in London and in every zone a site is likely to have. */
export function isoMomentFromDate(date: CalendarDate): string {
  return `${date}T12:00:00Z`;
}

/** "6 August 2026" */
export function formatDate(date: CalendarDate): string {
  const { year, month, day } = dateParts(date);
  return `${String(day)} ${monthNames[month - 1] ?? ""} ${String(year)}`;
}

/** "6 Aug 2026", for dense grids; the accessible name stays full. */
export function formatShortDate(date: CalendarDate): string {
  const { year, month, day } = dateParts(date);
  return `${String(day)} ${(monthNames[month - 1] ?? "").slice(0, 3)} ${String(year)}`;
}

/** "4 November 2026, 16:10" in London time. */
export function formatMoment(momentMs: number): string {
  const time = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", hour: "2-digit", minute: "2-digit" }).format(momentMs);
  return `${formatDate(ukDateAt(momentMs))}, ${time}`;
}

export type DateOrder = "day first" | "month first" | "year first";

/**
 * Reads a day as a person writes it: "6 August 2026", "6 aug 26", "06/08/2026", "6.8.26", "2026-08-06".
 * Two-digit years are 2000 to 2069 and 1970 to 1999. A time of midnight after the day is allowed.
 * @param order settles days written in numbers alone; a named month, or a year of four digits in front, is read whatever the order says.
 */
export function parseWrittenDate(text: string, order: DateOrder = "day first"): CalendarDate | undefined {
  const bare = text
    .trim()
    .toLowerCase()
    .replace(/[ t]+00:00(:00(\.0+)?)?z?$/, "")
    .replace(/^(mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+/, "");
  const named = /^(\d{1,2})(?:st|nd|rd|th)?[\s\-/.]*([a-z]{3,9})\.?,?[\s\-/.]*(\d{4}|\d{2})$/.exec(bare);
  if (named) return calendarDate(fullYear(named[3]), monthNumber(named[2]), Number(named[1]));
  const namedFirst = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4}|\d{2})$/.exec(bare);
  if (namedFirst) return calendarDate(fullYear(namedFirst[3]), monthNumber(namedFirst[1]), Number(namedFirst[2]));
  const numeric = /^(\d{1,4})[\s\-/.](\d{1,2})[\s\-/.](\d{1,4})$/.exec(bare);
  if (!numeric) return undefined;
  const [first = "", second = "", third = ""] = numeric.slice(1);
  if (first.length === 4) return third.length <= 2 ? calendarDate(Number(first), Number(second), Number(third)) : undefined;
  if (first.length > 2 || !(third.length === 2 || third.length === 4)) return undefined;
  if (order === "year first") return first.length === 2 && third.length === 2 ? calendarDate(fullYear(first), Number(second), Number(third)) : undefined;
  return order === "month first" ? calendarDate(fullYear(third), Number(first), Number(second)) : calendarDate(fullYear(third), Number(second), Number(first));
}

function fullYear(text: string | undefined): number {
  const year = Number(text);
  if ((text ?? "").length !== 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

function monthNumber(name: string | undefined): number {
  return (
    monthNames.findIndex((month) => month.toLowerCase() === name || month.slice(0, 3).toLowerCase() === name || (name === "sept" && month === "September")) + 1
  );
}
