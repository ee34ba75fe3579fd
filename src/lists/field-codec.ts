import { isoMomentFromDate, isRecord, penceFromPounds, poundsFromPence, ukDateFromIsoMoment, type CalendarDate, type Pence } from "../kernel";
import { columnOf, valuesFrom, type Changes, type Column, type Register, type Value, type Values } from "../registers";

/** Fields of a list item as Graph sends and takes them; names and values are nobody's promise until read here. */
export type Fields = Readonly<Record<string, unknown>>;

export interface DecodedFields {
  readonly values: Values;
  /** Columns a list owner added, by name, as text. */
  readonly extras: Readonly<Record<string, string>>;
}

/** SharePoint's own columns, which say nothing to a person (graph.md 5.1). */
const systemFields = new Set(
  "id ContentType Modified Created AuthorLookupId EditorLookupId _UIVersionString Attachments Edit LinkTitleNoMenu LinkTitle ItemChildCount FolderChildCount _ComplianceFlags _ComplianceTag _ComplianceTagWrittenTime _ComplianceTagUserId AppAuthorLookupId AppEditorLookupId".split(
    " ",
  ),
);

/** @returns only what fits its column: a value of another type than its column's is shown among the extras, never worked with. */
export function decodeFields(register: Register, fields: Fields): DecodedFields {
  const values: [string, Value][] = [];
  const extras: [string, string][] = [];
  for (const [name, wire] of Object.entries(fields)) {
    if (wire === null || wire === undefined || wire === "" || name.includes("@") || systemFields.has(name)) continue;
    const column = columnFor(register, name);
    const value = column === undefined ? undefined : decodeValue(column, wire);
    if (value !== undefined) values.push([name, value]);
    else {
      const shown = asText(wire);
      if (shown !== undefined) extras.push([name, shown]);
    }
  }
  return { values: valuesFrom(values), extras: Object.fromEntries(extras) };
}

/** Values as Graph takes them; an emptied column travels as null. Columns the register does not know never travel. */
export function encodeFields(register: Register, changes: Changes): Fields {
  const encoded: [string, unknown][] = [];
  for (const [name, value] of Object.entries(changes)) {
    const column = columnFor(register, name);
    if (column !== undefined) encoded.push([name, value === null ? null : encodeValue(column, value)]);
  }
  return Object.fromEntries(encoded);
}

const addressColumn: Column = { type: "text", label: "Address", level: "full", longest: 255 };

function columnFor(register: Register, name: string): Column | undefined {
  const column = columnOf(register, name);
  if (column !== undefined) return column;
  const owner = name.endsWith("Address") ? columnOf(register, name.slice(0, -"Address".length)) : undefined;
  return owner?.type === "person" ? addressColumn : undefined;
}

function decodeValue(column: Column, wire: unknown): Value | undefined {
  switch (column.type) {
    case "money":
      // Beyond 15 digits pence are no longer exact; such an amount is shown as text instead of rounded.
      return typeof wire === "number" && Math.abs(wire) < 1e13 ? penceFromPounds(wire) : undefined;
    case "number":
    case "wholeNumber":
      return typeof wire === "number" && Number.isFinite(wire) ? wire : undefined;
    case "date":
      return typeof wire === "string" ? ukDateFromIsoMoment(wire) : undefined;
    case "yesNo":
      return typeof wire === "boolean" ? wire : undefined;
    case "longText":
    case "people":
      return typeof wire === "string" ? wire.replace(/\r\n?/g, "\n") : undefined;
    default:
      return typeof wire === "string" ? wire : undefined;
  }
}

function encodeValue(column: Column, value: Value): unknown {
  if (column.type === "money") return poundsFromPence(value as Pence); // money columns hold pence by the register's definition
  if (column.type === "date") return isoMomentFromDate(value as CalendarDate); // date columns hold days, likewise
  return value;
}

function asText(wire: unknown): string | undefined {
  if (typeof wire === "string") return wire;
  if (typeof wire === "number" || typeof wire === "boolean") return String(wire);
  if (Array.isArray(wire))
    return wire
      .map(asText)
      .filter((part) => part !== undefined)
      .join("; ");
  if (!isRecord(wire)) return undefined;
  const named = wire["LookupValue"] ?? wire["Description"] ?? wire["Url"] ?? wire["Label"];
  return typeof named === "string" ? named : undefined;
}
