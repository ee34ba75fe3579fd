import { formatDate, parsePence, ukDateFromIsoMoment } from "../../kernel";
import {
  columnOf,
  completeRow,
  valueAt,
  valuesFrom,
  type Adoption,
  type Column,
  type Columns,
  type ListLook,
  type MappedColumn,
  type Register,
  type Value,
  type Values,
} from "../../registers";
import { textOf } from "./their-words";

/** The rows that were looked at, as the register would show them. */
export function previewRows(register: Register, adoption: Adoption, rows: ListLook["rows"]): readonly Values[] {
  return rows.map((row) => {
    const values = new Map<string, Value>();
    for (const [name, mapped] of adoption.columns) {
      const column = columnOf(register, name);
      const value = column === undefined ? undefined : readCellOf(column, mapped, row);
      if (value !== undefined) values.set(name, value);
    }
    if (adoption.allOfProject !== undefined) values.set("ProjectRef", adoption.allOfProject);
    return completeRow(register, valuesFrom(values));
  });
}

function readCellOf(column: Column, { field, heldAs, words }: MappedColumn, row: ListLook["rows"][number]): Value | undefined {
  const text = textOf(row, field);
  const key = heldAs === "lookup" ? textOf(row, `${field}LookupId`) : text;
  const word = words.find(({ theirs }) => theirs === key);
  if (word !== undefined) return word.ours;
  if (text === undefined || (column.type === "reference" && (heldAs === "lookup" || words.length > 0))) return undefined;
  return readText(column, heldAs === "richText" ? withoutMarkup(text) : text);
}

/** What a text means in the column, or nothing: what cannot be read is shown under the list's own name and never worked with. */
function readText(column: Column, text: string): Value | undefined {
  switch (column.type) {
    case "wholeNumber":
    case "number": {
      const number = Number(text.replace(/,/g, ""));
      return Number.isFinite(number) && (column.type === "number" || Number.isInteger(number)) ? number : undefined;
    }
    case "money":
      return parsePence(text);
    case "date":
      return ukDateFromIsoMoment(text);
    case "yesNo":
      return text === "true" ? true : text === "false" ? false : undefined;
    default:
      return text;
  }
}

function withoutMarkup(html: string): string {
  return html
    .replace(/<[^>]*>/g, " ")
    .replace(/&nbsp;|&#160;/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** How many rows have what the register asks for first, by mapped column. */
export function filledCounts(
  register: Register,
  adoption: Adoption,
  rows: readonly Values[],
): readonly { readonly name: string; readonly label: string; readonly filled: number }[] {
  return Object.entries(register.columns as Columns).flatMap(([name, { label, level, needed }]) => {
    const isOurs = adoption.columns.has(name) || (name === "ProjectRef" && adoption.allOfProject !== undefined);
    if (!isOurs || (level !== "light" && needed !== "create" && name !== register.statusColumn)) return [];
    return [{ name, label, filled: rows.filter((row) => valueAt(row, name) !== undefined).length }];
  });
}

/** A few different values of a column of theirs, as a person recognises them. */
export function samplesOf(field: string, heldAs: MappedColumn["heldAs"], rows: ListLook["rows"]): readonly string[] {
  const shown = new Set<string>();
  for (const row of rows) {
    const text = textOf(row, field);
    if (text !== undefined) shown.add(sampleText(heldAs, text));
    if (shown.size === samples) break;
  }
  return [...shown];
}

const samples = 3;
const longestSample = 60;

function sampleText(heldAs: MappedColumn["heldAs"], text: string): string {
  const day = heldAs === "date" || heldAs === "dateTime" ? ukDateFromIsoMoment(text) : undefined;
  const plain = day !== undefined ? formatDate(day) : heldAs === "richText" ? withoutMarkup(text) : text;
  return plain.length <= longestSample ? plain : `${plain.slice(0, longestSample - 1)}…`;
}
