import { valueWords, workbookWords } from "../content";
import { dateFromDayNumber, dayNumber, parseIsoDate, penceFromPounds, poundsFromPence, type CalendarDate, type Pence } from "../kernel";
import { readWritten, type Column, type Reading, type Value } from "../registers";
import type { SheetValue } from "./sheet-content";

const daysFrom1899To1970 = 25_569;
/** Excel counts a 29 February 1900 that never was, so serials up to 60 are one day off. */
const lastWrongSerial = 60;
const serialOfYear2200 = 109_575;

export function serialFromDate(date: CalendarDate): number {
  const serial = dayNumber(date) + daysFrom1899To1970;
  return serial <= lastWrongSerial ? serial - 1 : serial;
}

/** The day of a serial number, its time left out; undefined outside 1900 to 2199. */
export function dateFromSerial(serial: number): CalendarDate | undefined {
  const day = Math.floor(serial);
  if (!Number.isFinite(serial) || day < 1 || day === lastWrongSerial || day >= serialOfYear2200) return undefined;
  return dateFromDayNumber((day < lastWrongSerial ? day + 1 : day) - daysFrom1899To1970);
}

/** Excel takes no longer text in a cell. */
const longestCell = 32_767;
/** XML, and so a workbook, has no place for these. */
const illegal = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;

/** The value as its cell holds it: pounds, serial dates, "Yes". What does not fit its column is shown as text. */
export function toCell(column: Column, value: Value | undefined): SheetValue {
  if (value === undefined) return "";
  if (column.type === "money" && typeof value === "number") return poundsFromPence(value as Pence); // money columns hold pence
  if (column.type === "yesNo" && typeof value === "boolean") return value ? valueWords.yes : valueWords.no;
  if (column.type === "date" && typeof value === "string") {
    const date = parseIsoDate(value);
    if (date !== undefined) return serialFromDate(date);
  }
  if ((column.type === "wholeNumber" || column.type === "number") && typeof value === "number") return value;
  return cellText(String(value));
}

export function cellText(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(illegal, "").slice(0, longestCell);
}

/** The number format of a column's cells. "@" keeps a text a text, whatever it begins with. */
export function numberFormatOf(column: Column): string {
  switch (column.type) {
    case "money":
      return "£#,##0.00";
    case "date":
      return "d mmm yyyy";
    case "wholeNumber":
      return "0";
    case "number":
      return "General";
    default:
      return "@";
  }
}

/** Whether nobody touched the cell that was written as `written`. Excel may drop an apostrophe in front of a text. */
export function isSameCell(found: SheetValue, written: SheetValue): boolean {
  if (found === written) return true;
  if (typeof found !== "string" || typeof written !== "string") return false;
  const plain = found.replace(/\r\n?/g, "\n");
  return plain === written || (written.startsWith("'") && plain === written.slice(1));
}

const excelError = /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|BUSY!)$/;

/** Reads a cell as its column means it: a serial as a day, "£1,200" as money, a number in a text column as text. */
export function readSheetCell(column: Column, cell: SheetValue): Reading {
  if (typeof cell === "string") return excelError.test(cell) ? wrong(workbookWords.cellError(column.label)) : readWritten(column, cell);
  if (typeof cell === "boolean") return column.type === "yesNo" ? { kind: "value", value: cell } : readWritten(column, cell ? "TRUE" : "FALSE");
  switch (column.type) {
    case "money": {
      const isExact = Math.abs(cell) * 100 <= Number.MAX_SAFE_INTEGER;
      return isExact ? { kind: "value", value: penceFromPounds(cell) } : wrong(workbookWords.tooLarge(column.label));
    }
    case "date": {
      const date = dateFromSerial(cell);
      return date === undefined ? wrong(valueWords.notADate(column.label)) : { kind: "value", value: date };
    }
    case "wholeNumber":
      return Number.isSafeInteger(cell) ? { kind: "value", value: cell } : wrong(valueWords.notAWholeNumber(column.label));
    case "number":
      return { kind: "value", value: Number(cell.toFixed(column.decimals)) };
    default:
      return readWritten(column, String(cell));
  }
}

function wrong(says: string): Reading {
  return { kind: "wrong", says };
}
