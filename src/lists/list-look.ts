import { collectPages, graphPath, parseColumn, parseListItem, readAll, scopesFor, type Column, type Graph, type GraphPath, type List } from "../graph";
import { booleanAt, numberAt, property, succeed, textAt, type Result } from "../kernel";
import type { HeldAs, ListLook, TheirColumn } from "../registers";
import { shownFields, type Fields } from "./field-codec";

const read = { scopes: scopesFor("readRegisters") };
const rowsLookedAt = 200;
const mostLookupItems = 500;
/** Graph answers at most so many look-ups and people in one query (fieldvalueset.md). */
const mostPointers = 12;

/** SharePoint's own columns of every list, which are nobody's register (graph.md 5.1). */
const ownOfSharePoint = new Set(
  "ID ContentType ContentTypeId Modified Created Author Editor Attachments Edit LinkTitle LinkTitleNoMenu DocIcon ItemChildCount FolderChildCount AppAuthor AppEditor ComplianceAssetId _UIVersionString _ColorTag _ComplianceFlags _ComplianceTag _ComplianceTagWrittenTime _ComplianceTagUserId _IsRecord".split(
    " ",
  ),
);

export function theirColumns(columns: readonly Column[]): readonly TheirColumn[] {
  return columns.filter(({ name, isHidden }) => !isHidden && !ownOfSharePoint.has(name)).map(theirColumn);
}

function theirColumn(column: Column): TheirColumn {
  const longest = column.kind === "text" ? (numberAt(column.facet, "maxLength") ?? 255) : undefined;
  return {
    field: column.name,
    displayName: column.displayName,
    heldAs: heldAsOf(column),
    isRequired: column.isRequired,
    isReadOnly: column.isReadOnly,
    choices: column.choices,
    takesOtherWords: booleanAt(column.facet, "allowTextEntry") === true,
    ...(longest === undefined ? {} : { longest }),
    items: [],
  };
}

export function heldAsOf({ kind, facet }: Column): HeldAs {
  switch (kind) {
    case "note":
      return textAt(facet, "textType") === "richText" ? "richText" : "lines";
    case "lookup":
      return booleanAt(facet, "allowMultipleValues") === true ? "lookups" : "lookup";
    case "boolean":
      return "yesNo";
    default:
      return kind;
  }
}

/**
 * The fields to ask an item for. People and look-ups come with their names only when these are named, and a query takes twelve:
 * those that are mapped come first.
 */
export function fieldsToRead(columns: readonly TheirColumn[], mapped: ReadonlySet<string>): readonly string[] {
  const isPointer = ({ heldAs }: TheirColumn): boolean => ["person", "people", "lookup", "lookups"].includes(heldAs);
  const pointers = columns.filter(isPointer).toSorted((one, other) => Number(mapped.has(other.field)) - Number(mapped.has(one.field)));
  return [
    ...columns.filter((column) => !isPointer(column)).map(({ field }) => field),
    ...pointers.slice(0, mostPointers).flatMap(({ field, heldAs }) => (heldAs === "people" || heldAs === "lookups" ? [field] : [field, `${field}LookupId`])),
  ];
}

/** Reads the columns, the first rows and what each look-up may point at; changes nothing. */
export async function lookAtList(graph: Graph, site: string, list: Pick<List, "id" | "displayName" | "webUrl">): Promise<Result<ListLook>> {
  const found = await readColumnsOf(graph, graphPath`/sites/${site}/lists/${list.id}/columns`);
  if (!found.ok) return found;
  const columns = theirColumns(found.value);
  const select = fieldsToRead(columns, new Set());
  const rows = await graph.get(graphPath`/sites/${site}/lists/${list.id}/items`, { ...read, query: { expand: [{ of: "fields", select }], top: rowsLookedAt } });
  if (!rows.ok) return rows;
  const fields: readonly Fields[] = itemsIn(rows.value.body).map((item) => parseListItem(item)?.fields ?? {});
  const withItems = await Promise.all(
    columns.map(async (column) => {
      const source = found.value.find(({ name }) => name === column.field);
      return column.heldAs === "lookup" && source !== undefined ? { ...column, items: await lookupItems(graph, site, source) } : column;
    }),
  );
  return succeed({ listId: list.id, listName: list.displayName, webUrl: list.webUrl, columns: withItems, rows: fields.map(shownFields) });
}

function itemsIn(body: unknown): readonly unknown[] {
  const value = property(body, "value");
  return Array.isArray(value) ? value : [];
}

async function readColumnsOf(graph: Graph, address: GraphPath): Promise<Result<readonly Column[]>> {
  const answer = await collectPages(graph.pages(address, read));
  return answer.ok ? succeed(answer.value.map(parseColumn).filter((column) => column !== undefined)) : answer;
}

/** What a look-up may point at; nothing where its list may not be read. */
async function lookupItems(graph: Graph, site: string, { facet }: Column): Promise<TheirColumn["items"]> {
  const listId = textAt(facet, "listId");
  const shownField = textAt(facet, "columnName") ?? "Title";
  if (listId === undefined) return [];
  const found = await readAll(graph, graphPath`/sites/${site}/lists/${listId}/items`, {
    ...read,
    query: { expand: [{ of: "fields", select: [shownField] }], top: mostLookupItems },
    parse: parseListItem,
  });
  if (!found.ok) return [];
  return found.value.slice(0, mostLookupItems).flatMap(({ id, fields }) => {
    const shown = shownFields(fields ?? {})[shownField];
    return shown === undefined ? [] : [{ id, shown }];
  });
}
