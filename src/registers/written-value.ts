import { valueWords } from "../content";
import {
  formatDate,
  formatPence,
  parseFinancialYear,
  parsePence,
  parseWrittenDate,
  pence,
  safeHref,
  type CalendarDate,
  type DateOrder,
  type Pence,
} from "../kernel";
import type { Column } from "./language/column";
import type { Value } from "./language/row";

/** What became of a text that a person or a file wrote for a column. */
export type Reading = { readonly kind: "value"; readonly value: Value } | { readonly kind: "empty" } | { readonly kind: "wrong"; readonly says: string };

/** How a file writes its amounts and days; a form uses neither. */
export interface WritingHabits {
  readonly scale?: 1 | 1_000 | 1_000_000;
  readonly dateOrder?: DateOrder;
}

const empty: Reading = { kind: "empty" };
const wrong = (says: string): Reading => ({ kind: "wrong", says });
const read = (value: Value): Reading => ({ kind: "value", value });

/** Invisible characters come with copied text and never carry meaning in a register. */
const invisible = /[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g;

/** Reads what somebody wrote, forgiving spaces, commas, pound signs and invisible characters (NHS content style, forms). */
export function readWritten(column: Column, written: string, habits: WritingHabits = {}): Reading {
  const bare = written.replace(invisible, "").replace(/\r\n?/g, "\n").trim();
  if (bare === "") return empty;
  const { label } = column;
  switch (column.type) {
    case "text":
    case "reference":
    case "person":
      return readLine(column, bare);
    case "longText":
      return read(bare);
    case "people":
      return read(
        bare
          .split(/\s*[;\n]\s*/)
          .filter((line) => line !== "")
          .join("\n"),
      );
    case "link": {
      const address = safeHref(bare);
      return address === undefined ? wrong(valueWords.notALink(label)) : read(address);
    }
    case "choice":
      return read(matchChoice(column.choices, bare));
    case "wholeNumber":
      return readNumber(bare, 0) ?? wrong(valueWords.notAWholeNumber(label));
    case "number":
      return readNumber(bare, column.decimals) ?? wrong(valueWords.notANumber(label));
    case "money": {
      const amount = parsePence(bare, habits.scale);
      return amount === undefined ? wrong(valueWords.notAMoney(label)) : read(amount);
    }
    case "date": {
      const day = parseWrittenDate(bare, habits.dateOrder);
      return day === undefined ? wrong(valueWords.notADate(label)) : read(day);
    }
    case "yesNo":
      return readYesNo(bare) ?? wrong(valueWords.notYesNo(label));
  }
}

/** Text is kept as typed but for its edges; a financial year is written one way. */
function readLine(column: Column, bare: string): Reading {
  if (bare.includes("\n")) return column.type === "text" ? read(bare.replace(/\s*\n\s*/g, " ")) : wrong(valueWords.notOneLine(column.label));
  return read(column.type === "text" && column.writtenAs === "financialYear" ? (parseFinancialYear(bare) ?? bare) : bare);
}

/** The listed value that differs only in case, spaces or dashes; otherwise what was written, for validation to judge. */
export function matchChoice(choices: readonly string[], written: string): string {
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[\s\-–_/]+/g, " ")
      .trim();
  return choices.find((choice) => plain(choice) === plain(written)) ?? written;
}

function readNumber(bare: string, decimals: number): Reading | undefined {
  const plain = bare.replace(/[\s,]/g, "").replace(/[–−]/g, "-").replace(/%$/, "");
  if (!/^[-+]?(\d+\.?\d*|\.\d+)$/.test(plain)) return undefined;
  const value = Number(plain);
  const fits = Number.isFinite(value) && (decimals === 0 ? Number.isSafeInteger(value) : true);
  return fits ? read(decimals === 0 ? value : Number(value.toFixed(decimals))) : undefined;
}

function readYesNo(bare: string): Reading | undefined {
  const plain = bare.toLowerCase();
  if (["yes", "y", "true", "1", "✓", "x"].includes(plain)) return read(true);
  return ["no", "n", "false", "0"].includes(plain) ? read(false) : undefined;
}

/** The value as a person reads it: "6 August 2026", "£1,234.50", "Yes". Empty text for an empty cell: the caller says "Not set". */
export function showValue(column: Column, value: Value | undefined): string {
  if (value === undefined) return "";
  switch (column.type) {
    case "money":
      return typeof value === "number" && Number.isSafeInteger(value) ? formatPence(pence(value)) : String(value);
    case "date":
      return formatDate(value as CalendarDate); // the codec lets only days into a date column
    case "yesNo":
      return value === true ? valueWords.yes : valueWords.no;
    case "number":
      return typeof value === "number" ? value.toLocaleString("en-GB", { maximumFractionDigits: column.decimals }) : String(value);
    default:
      return String(value);
  }
}

/** Text for a form field, which `readWritten` reads back to the same value. */
export function writtenValue(column: Column, value: Value | undefined): string {
  if (column.type === "money" && typeof value === "number") return formatPence(value as Pence).replace("£", ""); // money columns hold pence
  if (column.type === "number" && typeof value === "number") return String(value);
  return showValue(column, value);
}
