import { calendarDate, dayNumber, parseIsoDate, parseWrittenDate, type CalendarDate, type DateOrder } from "../../../../kernel";

/** What a cell holds; an empty cell holds "". Errors are texts such as "#N/A". */
export type CellValue = string | number | boolean;

/** How Excel stores what somebody put into a cell. */
export interface StoredEntry {
  readonly value: CellValue;
  readonly formula?: string;
  readonly numberFormat: string;
}

export interface EntryRules {
  /** A person in the United Kingdom writes the day first; `range.values` of the API reads month first (types of @types/office-js, Range.values). */
  readonly dateOrder: DateOrder;
  /** Excel completes "3/4" with the current year. */
  readonly currentYear: number;
}

const daysFrom1899To1970 = 25_569;

/** Excel's serial number of a day: 1 January 1900 is 1, 6 August 2026 is 46240. */
export function serialFromDate(date: CalendarDate): number {
  return dayNumber(date) + daysFrom1899To1970;
}

/**
 * Does what Excel does to an entry: text that looks like a number, an amount, a percentage, a truth value or a day
 * becomes one; text that starts with = + - becomes a formula; an apostrophe in front or the format "@" keeps the text.
 */
export function storeEntry(entry: CellValue, numberFormat: string, rules: EntryRules): StoredEntry {
  if (typeof entry !== "string" || numberFormat === "@") return { value: entry, numberFormat };
  if (entry.startsWith("'")) return { value: entry.slice(1), numberFormat };
  const bare = entry.trim();
  return storeNumber(bare, numberFormat) ?? storeDate(bare, numberFormat, rules) ?? storeFormula(bare, numberFormat) ?? { value: entry, numberFormat };
}

function storeNumber(text: string, numberFormat: string): StoredEntry | undefined {
  if (/^(true|false)$/i.test(text)) return { value: text.toLowerCase() === "true", numberFormat };
  const match = /^(\()?([-+])?(£)?((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|\.\d+)(e[-+]?\d+)?(%)?(\))?$/i.exec(text);
  if (!match) return undefined;
  const [, open, sign, pound, digits = "", exponent = "", percent, close] = match;
  if ((open === undefined) !== (close === undefined) || (open !== undefined && sign !== undefined)) return undefined;
  const magnitude = Number(digits.replaceAll(",", "") + exponent) / (percent === undefined ? 1 : 100);
  const value = open !== undefined || sign === "-" ? -magnitude : magnitude;
  return { value, numberFormat: numberFormat === "General" ? impliedFormat({ text, pound, percent }) : numberFormat };
}

function impliedFormat(seen: { text: string; pound: string | undefined; percent: string | undefined }): string {
  const fraction = /\.\d/.test(seen.text) ? ".00" : "";
  if (seen.percent !== undefined) return `0${fraction}%`;
  if (seen.pound !== undefined) return `£#,##0${fraction}`;
  return seen.text.includes(",") ? `#,##0${fraction}` : "General";
}

function storeDate(text: string, numberFormat: string, rules: EntryRules): StoredEntry | undefined {
  const date = parseIsoDate(text) ?? readDayOfThisYear(text, rules) ?? readFullDate(text, rules);
  if (date === undefined) return undefined;
  const implied = /[a-z]/i.test(text) ? "d-mmm-yy" : "dd/mm/yyyy";
  return { value: serialFromDate(date), numberFormat: numberFormat === "General" ? implied : numberFormat };
}

function readFullDate(text: string, rules: EntryRules): CalendarDate | undefined {
  // Excel reads / and - between numbers, and spaces around a month's name; a full stop stays text.
  const looksRight = /^\d{1,4}[/-]\d{1,2}[/-]\d{1,4}$/.test(text) || /^\d{1,2}[\s-]*[a-z]{3,9}[\s-]+(\d{4}|\d{2})$/i.test(text);
  return looksRight ? parseWrittenDate(text, rules.dateOrder) : undefined;
}

function readDayOfThisYear(text: string, rules: EntryRules): CalendarDate | undefined {
  const numeric = /^(\d{1,2})[/-](\d{1,2})$/.exec(text);
  if (numeric) {
    const [first, second] = [Number(numeric[1]), Number(numeric[2])];
    const [day, month] = rules.dateOrder === "month first" ? [second, first] : [first, second];
    return calendarDate(rules.currentYear, month, day);
  }
  const named = /^(\d{1,2})[\s-]*([a-z]{3,9})$/i.exec(text);
  return named ? parseWrittenDate(`${text} ${String(rules.currentYear)}`) : undefined;
}

function storeFormula(text: string, numberFormat: string): StoredEntry | undefined {
  if (!/^[=+-]./.test(text)) return undefined;
  return { value: "", formula: text.startsWith("=") ? text : `=${text}`, numberFormat };
}

export type ValueType = "Empty" | "String" | "Double" | "Boolean" | "Error";

export function valueType(value: CellValue): ValueType {
  if (value === "") return "Empty";
  if (typeof value === "number") return "Double";
  if (typeof value === "boolean") return "Boolean";
  return isErrorValue(value) ? "Error" : "String";
}

export function isErrorValue(value: CellValue): boolean {
  return typeof value === "string" && /^#(N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!|BUSY!)$/.test(value);
}
