import { fail, isRecord, succeed, textAt, type FieldProblem, type Result } from "../kernel";
import {
  columnOf,
  completeRow,
  fitOf,
  type Adoption,
  type Changes,
  type Column,
  type HeldAs,
  type MappedColumn,
  type Register,
  type Value,
} from "../registers";
import { decodeFields, encodeValue, shownFields, type DecodedFields, type Fields } from "./field-codec";
import { plainText } from "./plain-text";
import type { SitePeople } from "./site-people";

/** What a column of the trust's list can take, beside its kind. */
export interface ColumnLimits {
  readonly displayName: string;
  readonly isReadOnly: boolean;
  /** Its words, where nothing else may be typed in. */
  readonly onlyChoices?: readonly string[];
  readonly longest?: number;
}

/** A list that a trust made itself, opened for reading and writing as a register. */
export interface AdoptedList {
  readonly adoption: Adoption;
  readonly people: SitePeople;
  /** By internal name. */
  readonly limits: ReadonlyMap<string, ColumnLimits>;
}

/**
 * The fields of their item as a row of ours, with the title and the scores that their list has no column for.
 * What is not mapped, and a word that means nothing here, is shown under the name of its own column and never worked with.
 */
export function readAdopted(register: Register, { adoption, people }: AdoptedList, fields: Fields): DecodedFields {
  const ours = new Map<string, unknown>();
  const used = new Set<string>();
  const unclear = new Map<string, unknown>();
  for (const [name, mapped] of adoption.columns) {
    const column = columnOf(register, name);
    if (column === undefined) continue;
    used.add(mapped.field).add(`${mapped.field}LookupId`);
    const read = readMapped({ name, column, mapped, people }, fields);
    for (const [key, wire] of read.values) ours.set(key, wire);
    if (read.unclear !== undefined) unclear.set(mapped.field, read.unclear);
  }
  if (adoption.allOfProject !== undefined) ours.set("ProjectRef", adoption.allOfProject);
  const { values, extras } = decodeFields(register, Object.fromEntries(ours));
  const unfit = Object.entries(extras).map(([name, shown]) => [adoption.columns.get(name)?.field ?? name, shown] as const);
  const theirs = Object.entries(shownFields(fields)).filter(([name]) => !used.has(name) && !isPointer(name, fields));
  const shownAsTheirs = [...theirs, ...unfit, ...Object.entries(shownFields(Object.fromEntries(unclear)))];
  return { values: completeRow(register, values), extras: Object.fromEntries(shownAsTheirs) };
}

/** "DepartmentLookupId" says nothing to a person who is shown "Department". */
function isPointer(name: string, fields: Fields): boolean {
  return name.endsWith("LookupId") && Object.hasOwn(fields, name.slice(0, -"LookupId".length));
}

interface Mapping {
  readonly name: string;
  readonly column: Column;
  readonly mapped: MappedColumn;
  readonly people: SitePeople;
}

interface Meaning {
  /** By our column, of a person the address too. */
  readonly values: readonly (readonly [string, unknown])[];
  /** What stands there and means nothing to us. */
  readonly unclear?: unknown;
}

function readMapped({ name, column, mapped, people }: Mapping, fields: Fields): Meaning {
  const { field, heldAs, words } = mapped;
  const own = ownAt(fields, field);
  const pointer = ownAt(fields, `${field}LookupId`);
  if (heldAs === "person") {
    const person = typeof pointer === "string" || typeof pointer === "number" ? people.byLookupId(String(pointer)) : undefined;
    const shown: readonly [string, unknown] = [name, person?.name ?? own];
    return { values: column.type !== "person" || person?.address === undefined ? [shown] : [shown, [`${name}Address`, person.address]] };
  }
  const word = words.find(({ theirs }) => theirs === String(heldAs === "lookup" ? pointer : own));
  if (word !== undefined) return { values: [[name, word.ours]] };
  // A reference that nobody has told us the meaning of would point nowhere.
  if (column.type === "reference" && (heldAs === "lookup" || words.length > 0)) return { values: [], unclear: own };
  return { values: [[name, asHeld(column, heldAs, own)]] };
}

/** The value in the shape that our codec reads. */
function asHeld(column: Column, heldAs: HeldAs, wire: unknown): unknown {
  if (heldAs === "people") return joined(wire, column.type === "people" ? "\n" : "; ");
  if (heldAs === "choices" || heldAs === "lookups") return joined(wire, "; ");
  if (heldAs === "other" && isRecord(wire)) return column.type === "link" ? textAt(wire, "Url") : (textAt(wire, "Description") ?? textAt(wire, "Url"));
  if (heldAs === "richText" && typeof wire === "string") return plainText(wire);
  if (column.type === "wholeNumber" && typeof wire === "string" && /^\d{1,9}$/.test(wire.trim())) return Number(wire);
  if (typeof wire === "number" && (column.type === "text" || column.type === "reference" || column.type === "choice")) return String(wire);
  return wire;
}

function joined(wire: unknown, between: string): string | undefined {
  const parts = (Array.isArray(wire) ? wire : []).flatMap((one: unknown) => {
    if (typeof one === "string") return [one];
    const name = textAt(one, "LookupValue") ?? "";
    const address = textAt(one, "Email")?.toLowerCase() ?? "";
    return name === "" ? [] : [between === "\n" && address !== "" ? `${name} <${address}>` : name];
  });
  return parts.length === 0 ? undefined : parts.join(between);
}

function ownAt<T>(fields: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/**
 * Our changes as their fields. Only mapped columns that can be written travel, and only those that were changed;
 * what the product works out has no place in their list and is left out. Anything else is refused by name, and nothing is sent.
 */
export function writeAdopted(register: Register, list: AdoptedList, changes: Changes): Result<Fields> {
  const written = new Map<string, unknown>();
  const problems: FieldProblem[] = [];
  for (const name of changedColumns(register, changes)) {
    const column = columnOf(register, name);
    const value = ownAt(changes, name);
    if (column === undefined || isForUsAlone(list.adoption, name, { column, value })) continue;
    const mapped = list.adoption.columns.get(name);
    const limits = mapped === undefined ? undefined : list.limits.get(mapped.field);
    const sent =
      mapped === undefined || limits === undefined
        ? `The list ${list.adoption.listName} has no column for ${column.label}`
        : writeMapped({ name, column, mapped, people: list.people }, limits, changes);
    if (typeof sent === "string") problems.push({ field: name, says: sent });
    else written.set(sent.field, sent.wire);
  }
  return problems.length > 0 ? fail({ kind: "invalid", problems }) : succeed(Object.fromEntries(written));
}

/** A person's name and address are one column there. */
function changedColumns(register: Register, changes: Changes): ReadonlySet<string> {
  const owner = (name: string): string => (columnOf(register, name) === undefined ? name.replace(/Address$/, "") : name);
  return new Set(Object.keys(changes).map(owner));
}

/** Worked out, numbered or marked by the product; an unmapped column that is emptied; the project that all rows have. */
function isForUsAlone(
  { columns, allOfProject }: Adoption,
  name: string,
  { column, value }: { readonly column: Column; readonly value: Changes[string] | undefined },
): boolean {
  if (name === "ProjectRef" && allOfProject !== undefined) return value === allOfProject;
  if (columns.has(name)) return false;
  return value === null || name === "Title" || (column.filledBy !== undefined && name !== "Archived");
}

/** A field to send, or the sentence that says why not. */
type Sent = { readonly field: string; readonly wire: unknown } | string;

function writeMapped({ name, column, mapped, people }: Mapping, limits: ColumnLimits, changes: Changes): Sent {
  const { field, heldAs, words } = mapped;
  if (limits.isReadOnly || fitOf(column, heldAs) !== "readAndWrite") return `${column.label} can only be changed in SharePoint, in ${limits.displayName}`;
  const value = ownAt(changes, name);
  if (heldAs === "person") return personSent(mapped, people, { shown: value, address: ownAt(changes, `${name}Address`) });
  const key = heldAs === "lookup" ? `${field}LookupId` : field;
  if (value === null || value === undefined) return { field: key, wire: null };
  const word = words.find(({ ours }) => ours === value)?.theirs;
  if (heldAs === "lookup") return word === undefined ? `${limits.displayName} has nothing for ${String(value)}` : { field: key, wire: Number(word) };
  const holdsWords = heldAs === "choice" || heldAs === "text" || heldAs === "lines";
  const wire = holdsWords ? (word ?? value) : encodeValue(column, value);
  const problem = holdsWords ? textProblem(column, limits, word ?? value) : undefined;
  return problem ?? { field: key, wire };
}

function textProblem(column: Column, { onlyChoices, longest, displayName }: ColumnLimits, wire: Value): string | undefined {
  if (typeof wire !== "string") return `${displayName} has no word for ${String(wire)}`;
  if (onlyChoices?.includes(wire) === false) return `${displayName} has no choice “${wire}”`;
  return longest !== undefined && wire.length > longest ? `${column.label} takes at most ${String(longest)} characters in this list` : undefined;
}

function personSent({ field }: MappedColumn, people: SitePeople, { shown, address }: Readonly<Record<"shown" | "address", Value | null | undefined>>): Sent {
  const key = `${field}LookupId`;
  if (shown === null || address === null) return { field: key, wire: null };
  const person = typeof address === "string" ? people.byAddress(address) : undefined;
  if (person !== undefined) return { field: key, wire: Number(person.lookupId) };
  return `SharePoint does not know ${String(shown ?? address ?? "")} in this site yet. Ask them to open the site once, then try again`;
}
