import { calendarDate, dateFromDayNumber, dayNumber, type CalendarDate } from "../kernel";

/** What a number in a cell stands for, by its number format. */
export type NumberMeaning = "number" | "date" | "percent";

/**
 * The meaning of a format code. Time alone, such as "[h]:mm", is a number (a duration); with a day or a year it is a date.
 * A built-in id comes without a code (ECMA-376 part 1, 18.8.30).
 */
export function meaningOfFormat(id: number, code: string | undefined): NumberMeaning {
  if (code === undefined) return meaningOfBuiltIn(id);
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "").split(";")[0] ?? "";
  if (/general/i.test(bare)) return "number";
  if (bare.includes("%")) return "percent";
  const isMonthAlone = /m/i.test(bare) && !/[hs0#?]/i.test(bare);
  return /[dy]/i.test(bare) || isMonthAlone ? "date" : "number";
}

function meaningOfBuiltIn(id: number): NumberMeaning {
  if (id === 9 || id === 10) return "percent";
  const isDate = (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58);
  return isDate ? "date" : "number";
}

/** Two ways to count days: from 1900 with a 29 February 1900 that never was (serial 60), or from 1904. */
export type DateSystem = 1900 | 1904;

const epochs: Readonly<Record<DateSystem, CalendarDate | undefined>> = { 1900: calendarDate(1900, 1, 1), 1904: calendarDate(1904, 1, 1) };

/** A serial number with or without a time to its day; undefined for serials without a day between 1900 and 2199. */
export function dateFromSerial(serial: number, system: DateSystem): CalendarDate | undefined {
  const epoch = epochs[system];
  const days = Math.floor(serial);
  if (epoch === undefined || !(days >= (system === 1900 ? 1 : 0)) || days > 110_000 || (system === 1900 && days === 60)) return undefined;
  const offset = system === 1904 ? days : days < 60 ? days - 1 : days - 2;
  const date = dateFromDayNumber(dayNumber(epoch) + offset);
  return date < "2200" ? date : undefined;
}

/** A day to its serial number in the 1900 system, the one that our workbooks use. */
export function serialFromDate(date: CalendarDate): number {
  const offset = dayNumber(date) - dayNumber(epochs[1900] ?? date);
  return offset < 59 ? offset + 1 : offset + 2;
}
