import type { FieldValues, ListItem } from "../graph";
import type { Register, Row } from "../registers";
import { decodeFields } from "./field-codec";
import type { ListSchema } from "./list-schema";

/** A list item as a register row. @returns undefined for an item without its fields (deleted, or not expanded). */
export function rowFromItem(register: Register, schema: ListSchema, item: ListItem): Row | undefined {
  if (item.fields === undefined || item.isDeleted) return undefined;
  const changedAtMs = item.modified === undefined ? Number.NaN : Date.parse(item.modified);
  const createdAtMs = item.created === undefined ? Number.NaN : Date.parse(item.created);
  return {
    ...rowFromFields({ register, schema, id: item.id, fields: item.fields, etag: item.etag }),
    ...(item.modifiedBy?.displayName === undefined ? {} : { changedBy: item.modifiedBy.displayName }),
    ...(item.createdBy?.displayName === undefined ? {} : { createdBy: item.createdBy.displayName }),
    ...(Number.isNaN(changedAtMs) ? {} : { changedAtMs }),
    ...(Number.isNaN(createdAtMs) ? {} : { createdAtMs }),
  };
}

/** The answer of a write, which carries the fields alone (graph.md 5.2). */
export function rowFromFields(answer: { register: Register; schema: ListSchema; id: string; fields: FieldValues; etag: string | undefined }): Row {
  const { values, extras } = decodeFields(answer.register, answer.fields);
  const named = Object.entries(extras).map(([name, shown]) => [answer.schema.displayNames.get(name) ?? name, shown] as const);
  return { id: answer.id, values, extras: Object.fromEntries(named), ...(answer.etag === undefined ? {} : { etag: answer.etag }) };
}
