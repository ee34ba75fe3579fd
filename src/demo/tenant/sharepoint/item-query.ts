import { serviceRoot, refuse, type Outcome } from "../engine/wire";
import type { Call } from "../engine/world";
import { readFilter, satisfies, type Clause, type Literal } from "../odata/filter";
import { readPageToken, readTop, selectedNames, writePageToken } from "../odata/options";
import type { ColumnRecord, FieldValue, ItemRecord } from "../state/records";
import { isMultiChoice, isMultiPointer, isPointer } from "./column-kinds";
import { itemContext, presentItem } from "./item-shapes";
import { itemsFor, readFieldsExpansion } from "./items";
import { lookupIdOf } from "./people-list";
import type { ListInSite } from "./site-rights";
import { isoSeconds } from "./site-time";
import { systemColumn } from "./system-columns";

/** Rows that one query may touch; cannot be raised in SharePoint Online. */
const viewThreshold = 5000;
const pageSize = { usual: 200, largest: 5000 };
const knownOptions = ["expand", "select", "top", "filter", "orderby", "skiptoken"];
const permission = "honornonindexedquerieswarningmayfailrandomly";

interface Ordering {
  readonly field: string;
  readonly descending: boolean;
}

/** GET …/items */
export function listItems(call: Call): Outcome {
  const found = itemsFor(call, "read");
  if (!found.ok) return found;
  const unknown = call.query.names().find((name) => !knownOptions.includes(name));
  if (unknown !== undefined) return refuse(400, "invalidRequest", `The query option '${unknown}' is not supported for list items`);
  const top = readTop(call.query, pageSize);
  if (!top.ok) return top;
  const fields = readFieldsExpansion(call);
  if (!fields.ok) return fields;
  const matching = findItems(call, found.value);
  if (!matching.ok) return matching;
  const start = startOfPage(matching.value, call.query.get("$skiptoken"));
  if (!start.ok) return start;
  const page = matching.value.slice(start.value, start.value + top.value);
  const last = page.at(-1);
  const more = last !== undefined && start.value + top.value < matching.value.length;
  const select = selectedNames(call.query.get("$select"));
  return {
    ok: true,
    value: {
      status: 200,
      json: {
        "@odata.context": itemContext(found.value),
        ...(more ? { "@odata.nextLink": nextLink(call, found.value, last.id) } : {}),
        value: page.map((item) => presentItem(call, found.value, { item, select, fields: fields.value })),
      },
    },
  };
}

function nextLink(call: Call, { site, list }: ListInSite, lastId: number): string {
  const query = call.query.with({ $skiptoken: writePageToken(`Paged=TRUE&p_ID=${String(lastId)}`) });
  return `${serviceRoot}/sites/${site.id}/lists/${list.id}/items?${query}`;
}

/** The row after the last one of the page before; rows deleted since leave no gap that matters when ids ascend. */
function startOfPage(items: readonly ItemRecord[], token: string | undefined): Outcome<number> {
  if (token === undefined) return { ok: true, value: 0 };
  const id = Number(/^Paged=TRUE&p_ID=(\d+)$/.exec(readPageToken(token) ?? "")?.[1]);
  if (Number.isNaN(id)) return refuse(400, "invalidRequest", "The skip token is not known");
  const at = items.findIndex((item) => item.id === id);
  if (at >= 0) return { ok: true, value: at + 1 };
  const next = items.findIndex((item) => item.id > id);
  return { ok: true, value: next < 0 ? items.length : next };
}

function findItems(call: Call, place: ListInSite): Outcome<readonly ItemRecord[]> {
  const filter = call.query.get("$filter");
  const clauses = filter === undefined ? { ok: true as const, value: [] } : readFilter(filter, "and");
  if (!clauses.ok) return clauses;
  const ordering = readOrdering(call.query.get("$orderby"));
  if (!ordering.ok) return ordering;
  const checked = checkReferences(call, place, [...clauses.value.map(({ field }) => field), ...(ordering.value === undefined ? [] : [ordering.value.field])]);
  if (!checked.ok) return checked;
  const live = [...call.world.state.items.inGroup(place.list.id).values()].filter(({ deleted }) => !deleted);
  const kept = applyFilter(call, place, { clauses: clauses.value, live, ordering: ordering.value });
  if (!kept.ok || ordering.value === undefined) return kept;
  const { field, descending } = ordering.value;
  const sorted = [...kept.value].sort(
    (one, other) =>
      compareValues(valueOf(call, place, { item: one, name: bare(field) }), valueOf(call, place, { item: other, name: bare(field) })) || one.id - other.id,
  );
  return { ok: true, value: descending ? sorted.reverse() : sorted };
}

function compareValues(one: string | number | boolean | undefined, other: string | number | boolean | undefined): number {
  if (one === undefined || other === undefined) return Number(one !== undefined) - Number(other !== undefined);
  return one < other ? -1 : one > other ? 1 : 0;
}

function readOrdering(text: string | undefined): Outcome<Ordering | undefined> {
  if (text === undefined) return { ok: true, value: undefined };
  const match = /^\s*([A-Za-z_][\w/]*)(?:\s+(asc|desc))?\s*$/.exec(text);
  if (match === null) return refuse(400, "invalidRequest", "Invalid orderby clause");
  return { ok: true, value: { field: match[1] ?? "", descending: match[2] === "desc" } };
}

/** Fields must be written fields/Name, and be indexed unless the Prefer header takes the risk. */
function checkReferences(call: Call, place: ListInSite, fields: readonly string[]): Outcome<undefined> {
  const allowed = call.headers.get("prefer")?.toLowerCase().includes(permission) === true;
  for (const field of fields) {
    if (!field.startsWith("fields/")) return refuse(400, "BadRequest", "Invalid filter clause");
    const column = columnOf(call, place, bare(field));
    if (column === undefined) return refuse(400, "invalidRequest", `Field '${bare(field)}' is not recognized`);
    if (!column.indexed && !allowed) {
      return refuse(
        400,
        "invalidRequest",
        `Field '${bare(field)}' cannot be referenced in filter or orderby as it is not indexed. Provide the 'Prefer: HonorNonIndexedQueriesWarningMayFailRandomly' header to allow this, but be warned that such queries may fail on large lists.`,
      );
    }
  }
  return { ok: true, value: undefined };
}

function bare(field: string): string {
  return field.slice("fields/".length);
}

function columnOf(call: Call, place: ListInSite, name: string): ColumnRecord | undefined {
  const columns = call.world.state.columns.inGroup(place.list.id);
  if (name === "id") return systemColumn("ID");
  const direct = columns.get(name) ?? systemColumn(name);
  if (direct !== undefined || !name.endsWith("LookupId")) return direct;
  const pointer = columns.get(name.slice(0, -8)) ?? systemColumn(name.slice(0, -8));
  return pointer !== undefined && isPointer(pointer) ? pointer : undefined;
}

interface Filtering {
  readonly clauses: readonly Clause[];
  readonly live: readonly ItemRecord[];
  readonly ordering: Ordering | undefined;
}

function applyFilter(call: Call, place: ListInSite, { clauses, live, ordering }: Filtering): Outcome<readonly ItemRecord[]> {
  let kept = live;
  let touched = clauses.length === 0 && ordering === undefined ? 0 : live.length;
  for (const clause of clauses) {
    const name = bare(clause.field);
    const column = columnOf(call, place, name);
    if (column === undefined) continue;
    if (isPointer(column) && name === column.name) {
      // Filtering by a look-up's value silently does not filter (graph-docs issue 2351).
      call.world.usage.complain("filter on the value of a lookup, which does not filter", call.method, call.path);
      continue;
    }
    const literal = comparableLiteral(column, clause);
    if (literal === undefined) return incompatible(column, clause.literal);
    kept = kept.filter((item) => satisfies({ ...clause, literal }, valueOf(call, place, { item, name })));
    if (column.indexed) touched = Math.min(touched, kept.length);
  }
  const orderedByIndex = ordering !== undefined && clauses.length === 0 && columnOf(call, place, bare(ordering.field))?.indexed === true;
  if (touched > viewThreshold && !orderedByIndex) {
    return {
      ok: false,
      fault: { status: 422, code: "notSupported", message: "The request is unprocessable because it uses too many resources", innerCode: "tooManyResources" },
    };
  }
  return { ok: true, value: kept };
}

function comparableLiteral(column: ColumnRecord, { literal, comparison }: Clause): Literal | undefined {
  const wantsNumber = column.kind === "number" || column.kind === "currency" || isPointer(column);
  if (wantsNumber) return typeof literal === "number" ? literal : isPointer(column) && /^\d+$/.test(String(literal)) ? Number(literal) : undefined;
  if (column.kind === "boolean") return typeof literal === "boolean" ? literal : literal === 1 || literal === 0 ? literal === 1 : undefined;
  if (typeof literal !== "string") return undefined;
  if (column.kind !== "dateTime" || comparison === "startswith") return literal;
  const momentMs = Date.parse(literal);
  return Number.isNaN(momentMs) ? undefined : isoSeconds(momentMs);
}

function incompatible(column: ColumnRecord, literal: Literal): Outcome<never> {
  const types = { string: "Edm.String", number: "Edm.Int32", boolean: "Edm.Boolean" };
  const wanted =
    column.kind === "boolean" ? "Edm.Boolean" : ["number", "currency", "personOrGroup", "lookup"].includes(column.kind) ? "Edm.Double" : "Edm.String";
  const given = types[typeof literal as keyof typeof types]; // a literal is one of these three
  return refuse(
    400,
    "BadRequest",
    `A binary operator with incompatible types was detected. Found operand types '${wanted}' and '${given}' for operator kind 'Equal'.`,
  );
}

/** The value a filter or an order sees: text in lower case, look-ups as numbers. */
function valueOf(call: Call, place: ListInSite, { item, name }: { readonly item: ItemRecord; readonly name: string }): string | number | boolean | undefined {
  switch (name) {
    case "id":
    case "ID":
      return item.id;
    case "Created":
      return isoSeconds(item.createdMs).toLowerCase();
    case "Modified":
      return isoSeconds(item.modifiedMs).toLowerCase();
    case "AuthorLookupId":
      return signer(call, place, item.createdById);
    case "EditorLookupId":
      return signer(call, place, item.modifiedById);
  }
  const column = columnOf(call, place, name);
  const value: FieldValue | undefined = column !== undefined && Object.hasOwn(item.fields, column.name) ? item.fields[column.name] : undefined;
  if (value === undefined || column === undefined || isMultiChoice(column) || isMultiPointer(column)) return undefined;
  return typeof value === "string" ? value.toLowerCase() : typeof value === "number" || typeof value === "boolean" ? value : undefined;
}

function signer(call: Call, place: ListInSite, personId: string | null): number | undefined {
  const person = personId === null ? undefined : call.world.state.people.get(call.tenant.id, personId);
  return person === undefined ? undefined : lookupIdOf(call.world, place.site, person);
}
