import { refuse, type Outcome } from "../engine/wire";
import type { World } from "../engine/world";
import type { ColumnRecord, FieldValue } from "../state/records";
import { isMultiChoice, isMultiLine, isMultiPointer, isPointer, lookupTarget } from "./column-kinds";
import type { ListInSite } from "./site-rights";
import { isoSeconds } from "./site-time";
import { systemColumn } from "./system-columns";

/** A field to set, or to clear when undefined. */
export type FieldChanges = ReadonlyMap<string, FieldValue | undefined>;

const longestMultiLine = 64_000;
const readOnlyNames = ["id", "AuthorLookupId", "EditorLookupId"];

/**
 * Checks the fields of a write against the columns of a list. Required, choice membership and number limits are
 * not enforced: whether Graph does is not known, so clients must check for themselves.
 */
export function readFields(world: World, place: ListInSite, sent: Readonly<Record<string, unknown>>): Outcome<FieldChanges> {
  const changes = new Map<string, FieldValue | undefined>();
  for (const [name, value] of Object.entries(sent)) {
    if (name.includes("@")) continue;
    const column = columnOfField(world, place, name);
    if (column === undefined) return refuse(400, "invalidRequest", `Field '${name}' is not recognized`);
    if (column === "read only" || column.readOnly) return refuse(400, "invalidRequest", `Field '${name}' is read-only`);
    if (column.kind === "hyperlinkOrPicture") return refuse(500, "generalException", "General exception while processing");
    const annotation = sent[`${name}@odata.type`];
    const read = readValue(world, place, { column, value, annotation });
    if (!read.ok) return read;
    changes.set(column.name, read.value);
  }
  return { ok: true, value: changes };
}

/** People and look-ups are written under "<name>LookupId"; under their bare name they are not writable. */
function columnOfField(world: World, place: ListInSite, name: string): ColumnRecord | "read only" | undefined {
  const columns = world.state.columns.inGroup(place.list.id);
  if (readOnlyNames.includes(name) || systemColumn(name) !== undefined) return "read only";
  const column = columns.get(name);
  if (column !== undefined) return isPointer(column) ? undefined : column;
  if (!name.endsWith("LookupId")) return undefined;
  const pointer = columns.get(name.slice(0, -"LookupId".length));
  return pointer !== undefined && isPointer(pointer) ? pointer : undefined;
}

interface SentValue {
  readonly column: ColumnRecord;
  readonly value: unknown;
  readonly annotation: unknown;
}

function readValue(world: World, place: ListInSite, sent: SentValue): Outcome<FieldValue | undefined> {
  const { column, value, annotation } = sent;
  const many = isMultiChoice(column) || isMultiPointer(column);
  if (many) return readMany(world, place, sent);
  if (value === null) return { ok: true, value: undefined };
  if (Array.isArray(value) || annotation !== undefined) return wrongType(column);
  if (isPointer(column)) return readPointer(world, place, { column, value, annotation });
  switch (column.kind) {
    case "text":
      return readText(column, value);
    case "choice":
      return typeof value === "string" ? { ok: true, value: value === "" ? undefined : value } : wrongType(column);
    case "number":
    case "currency":
      return typeof value === "number" && Number.isFinite(value) ? { ok: true, value: value === 0 ? 0 : value } : wrongType(column);
    case "boolean":
      return typeof value === "boolean" ? { ok: true, value } : wrongType(column);
    case "dateTime":
      return readDate(column, value);
    default:
      return wrongType(column);
  }
}

function readText(column: ColumnRecord, value: unknown): Outcome<FieldValue | undefined> {
  if (typeof value !== "string") return wrongType(column);
  const maxLength = column.settings["maxLength"];
  const limit = isMultiLine(column) ? longestMultiLine : typeof maxLength === "number" && maxLength > 0 ? maxLength : 255;
  if (value.length > limit) return refuse(400, "invalidRequest", `Field '${column.name}' takes at most ${String(limit)} characters`);
  return { ok: true, value: value === "" ? undefined : value };
}

function readDate(column: ColumnRecord, value: unknown): Outcome<FieldValue> {
  const isIso = typeof value === "string" && /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/.test(value);
  const momentMs = isIso ? Date.parse(/T.*(Z|[+-]\d\d:\d\d)$/.test(value) ? value : value.includes("T") ? `${value}Z` : `${value}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(momentMs) ? wrongType(column) : { ok: true, value: isoSeconds(momentMs) };
}

function readPointer(world: World, place: ListInSite, { column, value }: SentValue): Outcome<FieldValue> {
  const id = readLookupId(value);
  if (id === undefined) return wrongType(column);
  const listId = column.kind === "personOrGroup" ? place.site.peopleListId : lookupTarget(column).listId;
  const target = world.state.items.get(listId, String(id));
  if (target === undefined || target.deleted) return refuse(400, "invalidRequest", `Field '${column.name}' points to an item that does not exist`);
  return { ok: true, value: id };
}

function readLookupId(value: unknown): number | undefined {
  if (typeof value === "number" && Number.isSafeInteger(value) && value > 0) return value;
  return typeof value === "string" && /^[1-9]\d{0,9}$/.test(value) ? Number(value) : undefined;
}

/** Several values need their type beside them; null is refused, an empty list clears. */
function readMany(world: World, place: ListInSite, { column, value, annotation }: SentValue): Outcome<FieldValue | undefined> {
  const types = isMultiChoice(column) ? ["Collection(Edm.String)"] : ["Collection(Edm.Int32)", "Collection(Edm.String)"];
  if (!Array.isArray(value)) return wrongType(column);
  if (typeof annotation !== "string" || !types.includes(annotation.replace(/^#/, ""))) {
    return refuse(
      400,
      "BadRequest",
      "A value without a type name was found and no expected type is available. When the model is specified, each value in the payload must have a type which can be either specified in the payload, explicitly by the caller or implicitly inferred from the parent value.",
    );
  }
  if (isMultiChoice(column)) {
    if (!value.every((one): one is string => typeof one === "string")) return wrongType(column);
    return { ok: true, value: value.length === 0 ? undefined : value };
  }
  const ids: number[] = [];
  for (const one of value) {
    const id = readPointer(world, place, { column, value: one, annotation });
    if (!id.ok) return id;
    ids.push(Number(id.value));
  }
  return { ok: true, value: ids.length === 0 ? undefined : ids };
}

function wrongType(column: ColumnRecord): Outcome<never> {
  return refuse(400, "invalidRequest", `The value of field '${column.name}' has the wrong type`);
}

/** What a new item gets where the writer was silent. */
export function defaultFields(world: World, place: ListInSite): FieldChanges {
  const changes = new Map<string, FieldValue | undefined>();
  for (const column of world.state.columns.inGroup(place.list.id).values()) {
    const text = column.defaultValue?.["value"];
    if (typeof text !== "string" || text === "" || isPointer(column)) continue;
    const value = defaultOf(column, text);
    if (value !== undefined) changes.set(column.name, value);
  }
  return changes;
}

/** A default is always text in Graph, whatever the column holds. */
function defaultOf(column: ColumnRecord, text: string): FieldValue | undefined {
  switch (column.kind) {
    case "number":
    case "currency":
      return Number.isFinite(Number(text)) ? Number(text) : undefined;
    case "boolean":
      return text === "1" || text.toLowerCase() === "true";
    case "choice":
      return isMultiChoice(column) ? [text] : text;
    case "text":
      return text;
    case "dateTime": {
      const read = readDate(column, text);
      return read.ok ? read.value : undefined;
    }
    default:
      return undefined;
  }
}
