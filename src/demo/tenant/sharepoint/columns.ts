import type { ColumnDefinition } from "@microsoft/microsoft-graph-types";
import { nameIn, type Call, type World } from "../engine/world";
import { readJsonBody, refuse, serviceRoot, type Outcome } from "../engine/wire";
import { pick, selectedNames } from "../odata/options";
import type { ColumnRecord, ItemRecord, ListRecord } from "../state/records";
import { readChangedColumn, readNewColumn } from "./column-writes";
import { listFor, type ListInSite } from "./site-rights";
import { systemColumn, systemColumns } from "./system-columns";

export function columnContext({ site, list }: ListInSite): string {
  return `${serviceRoot}/$metadata#sites('${encodeURIComponent(site.id)}')/lists('${encodeURIComponent(list.id)}')/columns`;
}

/** What Graph shows of a list column; it never returns `type`, `validation`, `isDeletable` or hyperlinkOrPicture (columnDefinition page). */
export function presentColumn(column: ColumnRecord): Readonly<Record<string, unknown>> {
  const shown: ColumnDefinition = {
    columnGroup: column.columnGroup,
    description: column.description,
    displayName: column.displayName,
    enforceUniqueValues: column.enforceUniqueValues,
    hidden: column.hidden,
    id: column.id,
    indexed: column.indexed,
    name: column.name,
    readOnly: column.readOnly,
    required: column.required,
  };
  return {
    ...shown,
    ...(column.defaultValue === null ? {} : { defaultValue: column.defaultValue }),
    ...(column.kind === "hyperlinkOrPicture" ? {} : { [column.kind]: column.settings }),
  };
}

/** Own columns first, then the system's; hidden ones only when `hidden` is selected. */
export function presentColumns(world: World, list: ListRecord, select: readonly string[] | undefined): readonly unknown[] {
  const showHidden = select?.includes("hidden") === true;
  return [...world.state.columns.inGroup(list.id).values(), ...systemColumns()]
    .filter(({ hidden }) => showHidden || !hidden)
    .map((column) => pick(presentColumn(column), select));
}

/** GET …/columns */
export function listColumns(call: Call): Outcome {
  const found = listFor(call, "read");
  if (!found.ok) return found;
  const value = presentColumns(call.world, found.value.list, selectedNames(call.query.get("$select")));
  return { ok: true, value: { status: 200, json: { "@odata.context": columnContext(found.value), value } } };
}

/** GET …/columns/{column}, by id or name */
export function getColumn(call: Call): Outcome {
  const found = listFor(call, "read");
  if (!found.ok) return found;
  const column = findColumn(call, found.value.list);
  return column.ok ? answerColumn(200, found.value, column.value) : column;
}

/** POST …/columns */
export function createColumn(call: Call): Outcome {
  const found = ownListFor(call);
  if (!found.ok) return found;
  const body = readJsonBody(call.body, call.headers.get("content-type"));
  if (!body.ok) return body;
  const column = readNewColumn(call.world, found.value.list, body.value);
  if (!column.ok) return column;
  call.world.state.columns.put(found.value.list.id, column.value.name, column.value);
  return answerColumn(201, found.value, column.value);
}

/** PATCH …/columns/{column} */
export function changeColumn(call: Call): Outcome {
  const found = ownListFor(call);
  if (!found.ok) return found;
  const column = findColumn(call, found.value.list);
  if (!column.ok) return column;
  if (systemColumn(column.value.name) !== undefined) return refuse(400, "invalidRequest", "A column of the system cannot be changed.");
  const body = readJsonBody(call.body, call.headers.get("content-type"));
  if (!body.ok) return body;
  const changed = readChangedColumn(call.world, found.value.list, { column: column.value, body: body.value });
  if (!changed.ok) return changed;
  call.world.state.columns.put(found.value.list.id, changed.value.name, changed.value);
  return answerColumn(200, found.value, changed.value);
}

/** DELETE …/columns/{column}: its values go with it, the items' eTags stay. */
export function deleteColumn(call: Call): Outcome {
  const found = ownListFor(call);
  if (!found.ok) return found;
  const column = findColumn(call, found.value.list);
  if (!column.ok) return column;
  const { name } = column.value;
  if (name === "Title" || systemColumn(name) !== undefined) return refuse(400, "invalidRequest", "A column of the system cannot be deleted.");
  const { state, indexes } = call.world;
  const { list } = found.value;
  state.columns.remove(list.id, name);
  for (const [key, item] of state.items.inGroup(list.id)) {
    if (Object.hasOwn(item.fields, name)) state.items.put(list.id, key, withoutField(item, name));
  }
  indexes.forget(list.id);
  return { ok: true, value: { status: 204 } };
}

function withoutField(item: ItemRecord, name: string): ItemRecord {
  return { ...item, fields: Object.fromEntries(Object.entries(item.fields).filter(([one]) => one !== name)) };
}

function ownListFor(call: Call): Outcome<ListInSite> {
  const found = listFor(call, "manage");
  return found.ok && found.value.list.system ? refuse(403, "accessDenied", "Access denied") : found;
}

function findColumn(call: Call, list: ListRecord): Outcome<ColumnRecord> {
  const reference = nameIn(call, "column");
  const columns = call.world.state.columns.inGroup(list.id);
  const column =
    columns.get(reference) ?? systemColumn(reference) ?? [...columns.values(), ...systemColumns()].find(({ id }) => id === reference.toLowerCase());
  return column === undefined ? refuse(404, "itemNotFound", "The specified column was not found") : { ok: true, value: column };
}

function answerColumn(status: number, place: ListInSite, column: ColumnRecord): Outcome {
  const context = columnContext(place);
  const headers = status === 201 ? { Location: `${serviceRoot}/sites/${place.site.id}/lists/${place.list.id}/columns/${column.id}` } : {};
  return { ok: true, value: { status, headers, json: { "@odata.context": `${context}/$entity`, ...presentColumn(column) } } };
}
