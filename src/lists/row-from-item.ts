import type { FieldValues } from "../graph";
import { isRecord, property, textAt } from "../kernel";
import type { Register, Row } from "../registers";
import { decodeFields } from "./field-codec";
import type { ListSchema } from "./found-list";

/**
 * A list item as Graph gives it, as a register row. One pass, as a first pull reads tens of thousands of them.
 * @returns undefined for an item without its id or its fields (deleted, or not expanded).
 */
export function rowFromItem(register: Register, schema: ListSchema, item: unknown): Row | undefined {
  const id = textAt(item, "id");
  const fields = property(item, "fields");
  if (id === undefined || !isRecord(fields) || isDeleted(item)) return undefined;
  const { values, extras } = readFields(register, schema, { id, fields });
  const etag = etagOf(item);
  const changedBy = nameAt(item, "lastModifiedBy");
  const createdBy = nameAt(item, "createdBy");
  const modified = textAt(item, "lastModifiedDateTime");
  const created = textAt(item, "createdDateTime");
  const changedAtMs = momentOf(modified);
  const createdAtMs = created === modified ? changedAtMs : momentOf(created);
  // As it nearly always is: rows written down in one piece are half the size of those that are put together, and copied faster.
  if (etag !== undefined && changedBy !== undefined && createdBy !== undefined && changedAtMs !== undefined && createdAtMs !== undefined)
    return { id, values, extras, etag, changedBy, createdBy, changedAtMs, createdAtMs };
  return {
    ...{ id, values, extras },
    ...(etag === undefined ? {} : { etag }),
    ...(changedBy === undefined ? {} : { changedBy }),
    ...(createdBy === undefined ? {} : { createdBy }),
    ...(changedAtMs === undefined ? {} : { changedAtMs }),
    ...(createdAtMs === undefined ? {} : { createdAtMs }),
  };
}

/** A deleted entry may carry no mark but its missing eTag (graph.md 6). */
export function isGone(item: unknown): item is { readonly id: string } {
  return textAt(item, "id") !== undefined && (isDeleted(item) || etagOf(item) === undefined);
}

/** The answer of a write, which carries the fields alone (graph.md 5.2). */
export function rowFromFields(answer: { register: Register; schema: ListSchema; id: string; fields: FieldValues; etag: string | undefined }): Row {
  const { id, etag } = answer;
  const { values, extras } = readFields(answer.register, answer.schema, answer);
  return etag === undefined ? { id, values, extras } : { id, values, extras, etag };
}

/** Extras stand under the names that the list's owner gave them. */
export function readFields(
  register: Register,
  { displayNames, adopted }: ListSchema,
  { id, fields }: { readonly id: string; readonly fields: FieldValues },
): Pick<Row, "values" | "extras"> {
  const decoded = adopted === undefined ? decodeFields(register, fields) : adopted.read(fields, id);
  const extras = Object.entries(decoded.extras);
  if (extras.length === 0) return decoded;
  return { values: decoded.values, extras: Object.fromEntries(extras.map(([name, shown]) => [displayNames.get(name) ?? name, shown] as const)) };
}

function isDeleted(item: unknown): boolean {
  return isRecord(property(item, "deleted"));
}

function etagOf(item: unknown): string | undefined {
  return textAt(item, "@odata.etag") ?? textAt(item, "eTag");
}

/** `{ user: { displayName } }`; often with parts missing, or absent. */
function nameAt(item: unknown, by: "createdBy" | "lastModifiedBy"): string | undefined {
  return textAt(property(property(item, by), "user"), "displayName");
}

function momentOf(text: string | undefined): number | undefined {
  const atMs = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isNaN(atMs) ? undefined : atMs;
}
