import { isoMomentFromDate, isRecord, penceFromPounds, poundsFromPence, ukDateFromIsoMoment, type CalendarDate, type Pence } from "../kernel";
import { columnOf, type Changes, type Column, type Register, type Value, type Values } from "../registers";

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

const noExtras: Readonly<Record<string, string>> = Object.freeze({});

/** @returns only what fits its column: a value of another type than its column's is shown among the extras, never worked with. */
export function decodeFields(register: Register, fields: Fields): DecodedFields {
  const columns = columnsOnTheWire(register);
  const values: Record<string, Value> = {};
  let extras: [string, string][] | undefined;
  for (const name of Object.keys(fields)) {
    const wire = fields[name];
    if (wire === null || wire === undefined || wire === "") continue;
    const column = columns.get(name);
    if (column === undefined && (systemFields.has(name) || name.includes("@"))) continue;
    const value = column === undefined ? undefined : decodeValue(column, wire);
    if (value !== undefined)
      values[name] = value; // a column of the register, so never "__proto__"
    else {
      const shown = asText(wire);
      if (shown !== undefined) (extras ??= []).push([name, shown]);
    }
  }
  return { values, extras: extras === undefined ? noExtras : Object.fromEntries(extras) };
}

/** Every field as text, but SharePoint's own. */
export function shownFields(fields: Fields): Readonly<Record<string, string>> {
  const shown = Object.entries(fields).flatMap(([name, wire]) => {
    const text = systemFields.has(name) || name.includes("@") || wire === "" ? undefined : asText(wire);
    return text === undefined ? [] : [[name, text] as const];
  });
  return Object.fromEntries(shown);
}

const columnsByRegister = new WeakMap<Register, ReadonlyMap<string, Column>>();

/** By field name, people's addresses too; a name of SharePoint's own is never a register's. Worked out once a register, for every row of it. */
function columnsOnTheWire(register: Register): ReadonlyMap<string, Column> {
  const known = columnsByRegister.get(register);
  if (known !== undefined) return known;
  const names = Object.keys(register.columns).flatMap((name) => [name, `${name}Address`]);
  const columns = new Map<string, Column>();
  for (const name of names) {
    const column = columnFor(register, name);
    if (column !== undefined && !systemFields.has(name) && !name.includes("@") && name !== "__proto__") columns.set(name, column);
  }
  columnsByRegister.set(register, columns);
  return columns;
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
      return typeof wire === "string" ? dayOf(wire) : undefined;
    case "yesNo":
      return typeof wire === "boolean" ? wire : undefined;
    case "longText":
    case "people":
      return typeof wire === "string" ? (wire.includes("\r") ? wire.replace(/\r\n?/g, "\n") : wire) : undefined;
    default:
      return typeof wire === "string" ? wire : undefined;
  }
}

/** Dates repeat from row to row, and the day in London is dear to find. */
const days = new Map<string, CalendarDate | undefined>();
const mostDays = 5_000;
const longestMoment = 40;

function dayOf(moment: string): CalendarDate | undefined {
  const known = days.get(moment);
  if (known !== undefined || days.has(moment)) return known;
  const day = ukDateFromIsoMoment(moment);
  if (days.size >= mostDays) days.clear();
  if (moment.length <= longestMoment) days.set(moment, day);
  return day;
}

export function encodeValue(column: Column, value: Value): unknown {
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
