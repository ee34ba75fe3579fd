import type { List } from "@microsoft/microsoft-graph-types";
import { isRecord, textAt } from "../../../kernel";
import { randomGuid } from "../engine/encoding";
import { readJsonBody, refuse, serviceRoot, type Outcome } from "../engine/wire";
import type { Call, World } from "../engine/world";
import { readFilter } from "../odata/filter";
import { pick, readExpand, selectedNames, type Expansion } from "../odata/options";
import type { ColumnRecord, ListRecord, SiteRecord } from "../state/records";
import { readNewColumn } from "./column-writes";
import { columnContext, presentColumns } from "./columns";
import { presentItem } from "./item-shapes";
import { identityOf } from "./people-list";
import { isShown, listFor, shownListFor, siteFor, type ListInSite } from "./site-rights";
import { siteUrl } from "./sites";
import { isoSeconds } from "./site-time";
import { titleColumn } from "./system-columns";

const templates = ["genericList", "documentLibrary"];

function listContext(site: SiteRecord): string {
  return `${serviceRoot}/$metadata#sites('${encodeURIComponent(site.id)}')/lists`;
}

export function listUrl(site: SiteRecord, list: ListRecord): string {
  const folder = list.template === "documentLibrary" ? "" : "/Lists";
  return `${siteUrl(site)}${folder}/${encodeURIComponent(list.name)}`;
}

interface ListView {
  readonly select: readonly string[] | undefined;
  readonly expand: readonly Expansion[];
}

function readView(call: Call): Outcome<ListView> {
  const expand = readExpand(call.query.get("$expand"));
  if (!expand.ok) return expand;
  const unknown = expand.value.find(({ name }) => !["columns", "items", "fields"].includes(name));
  if (unknown !== undefined)
    return refuse(
      400,
      "BadRequest",
      `Parsing OData Select and Expand failed: Could not find a property named '${unknown.name}' on type 'microsoft.graph.list'.`,
    );
  return { ok: true, value: { select: selectedNames(call.query.get("$select")), expand: expand.value } };
}

/** GET …/lists: lists of the system only when `system` is selected or one is asked for by name. */
export function listLists(call: Call): Outcome {
  const site = siteFor(call, "read");
  if (!site.ok) return site;
  const view = readView(call);
  if (!view.ok) return view;
  let lists = [...call.world.state.lists.inGroup(site.value.id).values()].filter((list) => isShown(call, { site: site.value, list }));
  const filter = call.query.get("$filter");
  if (filter !== undefined) {
    const clauses = readFilter(filter, "and");
    const [clause] = clauses.ok ? clauses.value : [];
    if (!clauses.ok || clauses.value.length !== 1 || clause?.field !== "displayName" || clause.comparison !== "eq") {
      return refuse(400, "invalidRequest", "The provided filter statement is not supported");
    }
    lists = lists.filter(({ displayName }) => displayName.toLowerCase() === String(clause.literal).toLowerCase());
  } else if (view.value.select?.includes("system") !== true) {
    lists = lists.filter(({ system }) => !system);
  }
  const value = lists.map((list) => presentList(call, { site: site.value, list }, view.value));
  return { ok: true, value: { status: 200, json: { "@odata.context": listContext(site.value), value } } };
}

/** GET …/lists/{list} */
export function getList(call: Call): Outcome {
  const found = shownListFor(call);
  if (!found.ok) return found;
  const view = readView(call);
  return view.ok ? answerList(call, found.value, { status: 200, view: view.value }) : view;
}

/** POST …/lists: the list's address comes from this first display name and stays. */
export function createList(call: Call): Outcome {
  const site = siteFor(call, "manage");
  if (!site.ok) return site;
  const body = readJsonBody(call.body, call.headers.get("content-type"));
  if (!body.ok) return body;
  const list = readNewList(call, site.value, body.value);
  if (!list.ok) return list;
  const columns = readColumns(call.world, list.value, body.value["columns"]);
  if (!columns.ok) {
    call.world.state.columns.removeGroup(list.value.id);
    return columns;
  }
  call.world.state.lists.put(site.value.id, list.value.id, list.value);
  return answerList(call, { site: site.value, list: list.value }, { status: 201, view: { select: undefined, expand: [] } });
}

function readNewList(call: Call, site: SiteRecord, body: Readonly<Record<string, unknown>>): Outcome<ListRecord> {
  if (Object.hasOwn(body, "name"))
    return refuse(400, "invalidRequest", "Cannot define a 'name' for a list as it is assigned by the server. Instead, provide 'displayName'");
  const unknown = Object.keys(body).find((name) => !["displayName", "description", "columns", "list"].includes(name) && !name.includes("@"));
  if (unknown !== undefined) return unknownProperty(unknown);
  const displayName = textAt(body, "displayName");
  if (displayName === undefined || displayName.trim() === "") return refuse(400, "invalidRequest", "The list has no displayName.");
  const template = textAt(body["list"], "template") ?? "genericList";
  if (!templates.includes(template)) return refuse(400, "invalidRequest", "One of the provided arguments is not acceptable");
  const lists = [...call.world.state.lists.inGroup(site.id).values()];
  if (hasTitle(lists, displayName)) return titleTaken();
  const list: ListRecord = {
    id: randomGuid(call.world.randomness),
    siteId: site.id,
    name: freeName(displayName, lists),
    displayName,
    description: textAt(body, "description") ?? "",
    template,
    system: false,
    createdMs: call.nowMs,
    modifiedMs: call.nowMs,
    createdById: call.caller.id,
    modifiedById: call.caller.id,
    version: 0,
    nextItemId: 1,
    sequence: 0,
  };
  return { ok: true, value: list };
}

function readColumns(world: World, list: ListRecord, sent: unknown): Outcome<undefined> {
  world.state.columns.put(list.id, titleColumn.name, titleColumn);
  for (const body of Array.isArray(sent) ? sent : []) {
    const column: Outcome<ColumnRecord> = isRecord(body) ? readNewColumn(world, list, body) : refuse(400, "BadRequest", "A column must be an object.");
    if (!column.ok) return column;
    world.state.columns.put(list.id, column.value.name, column.value);
  }
  return { ok: true, value: undefined };
}

/** PATCH …/lists/{list}: displayName and description; the address stays. */
export function changeList(call: Call): Outcome {
  const found = listFor(call, "manage");
  if (!found.ok) return found;
  const { site, list } = found.value;
  if (list.system) return refuse(403, "accessDenied", "Access denied");
  const body = readJsonBody(call.body, call.headers.get("content-type"));
  if (!body.ok) return body;
  const unknown = Object.keys(body.value).find((name) => !["displayName", "description"].includes(name) && !name.includes("@"));
  if (unknown !== undefined) return unknownProperty(unknown);
  const displayName = textAt(body.value, "displayName") ?? list.displayName;
  const others = [...call.world.state.lists.inGroup(site.id).values()].filter(({ id }) => id !== list.id);
  if (hasTitle(others, displayName)) return titleTaken();
  const changed: ListRecord = {
    ...list,
    displayName,
    description: textAt(body.value, "description") ?? list.description,
    modifiedMs: call.nowMs,
    modifiedById: call.caller.id,
    version: list.version + 1,
  };
  call.world.state.lists.put(site.id, list.id, changed);
  return answerList(call, { site, list: changed }, { status: 200, view: { select: undefined, expand: [] } });
}

/** DELETE …/lists/{list}, with everything in it */
export function deleteList(call: Call): Outcome {
  const found = listFor(call, "manage");
  if (!found.ok) return found;
  const { site, list } = found.value;
  if (list.system) return refuse(403, "accessDenied", "Access denied");
  const { state, indexes } = call.world;
  for (const key of state.items.inGroup(list.id).keys()) state.versions.removeGroup(`${list.id}/${key}`);
  state.items.removeGroup(list.id);
  state.columns.removeGroup(list.id);
  state.lists.remove(site.id, list.id);
  indexes.forget(list.id);
  return { ok: true, value: { status: 204 } };
}

function hasTitle(lists: readonly ListRecord[], title: string): boolean {
  return lists.some(({ displayName }) => displayName.toLowerCase() === title.toLowerCase());
}

/** Whether Graph answers 409 here is not documented for lists; it is the documented code of this family. */
function titleTaken(): Outcome<never> {
  return refuse(
    409,
    "nameAlreadyExists",
    "A list, survey, discussion board, or document library with the specified title already exists in this Web site.  Please choose another title.",
  );
}

function unknownProperty(name: string): Outcome<never> {
  return refuse(
    400,
    "BadRequest",
    `The property '${name}' does not exist on type 'microsoft.graph.list'. Make sure to only use property names that are defined by the type.`,
  );
}

function freeName(displayName: string, lists: readonly ListRecord[]): string {
  const bare =
    displayName
      .replace(/[~"#%&*:<>?/\\{|}.]/g, "")
      .trim()
      .slice(0, 100) || "List";
  const taken = new Set(lists.map(({ name }) => name.toLowerCase()));
  for (let number = 0; ; number += 1) {
    const name = number === 0 ? bare : `${bare}${String(number)}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

function answerList(call: Call, place: ListInSite, how: { readonly status: number; readonly view: ListView }): Outcome {
  const { site, list } = place;
  const location = how.status === 201 ? { Location: `${serviceRoot}/sites/${site.id}/lists/${list.id}` } : {};
  const names = how.view.select === undefined ? "" : `(${how.view.select.join(",")})`;
  return {
    ok: true,
    value: {
      status: how.status,
      headers: { ETag: listEtag(list), ...location },
      json: { "@odata.context": `${listContext(site)}${names}/$entity`, ...presentList(call, place, how.view) },
    },
  };
}

function listEtag(list: ListRecord): string {
  return `"${list.id},${String(list.version)}"`;
}

function presentList(call: Call, place: ListInSite, { select, expand }: ListView): Readonly<Record<string, unknown>> {
  const { site, list } = place;
  const { world, tenant } = call;
  const shown: List = {
    createdDateTime: isoSeconds(list.createdMs),
    description: list.description,
    eTag: listEtag(list),
    id: list.id,
    lastModifiedDateTime: isoSeconds(list.modifiedMs),
    name: list.name,
    webUrl: listUrl(site, list),
    displayName: list.displayName,
    createdBy: identityOf(world, tenant.id, list.createdById),
    lastModifiedBy: identityOf(world, tenant.id, list.modifiedById),
    parentReference: { siteId: site.id },
    list: { contentTypesEnabled: false, hidden: list.system, template: list.template },
  };
  const all = {
    "@odata.etag": listEtag(list),
    ...shown,
    ...(list.system ? { system: {} } : {}),
    ...(select?.includes("sharepointIds") === true
      ? { sharepointIds: { listId: list.id, siteId: site.siteGuid, siteUrl: siteUrl(site), tenantId: tenant.id, webId: site.webGuid } }
      : {}),
  };
  const columns = expand.find(({ name }) => name === "columns");
  const items = expand.find(({ name }) => name === "items");
  return {
    ...pick(all, select),
    ...(columns === undefined ? {} : { "columns@odata.context": columnContext(place), columns: presentColumns(world, list, columns.select) }),
    ...(items === undefined ? {} : { items: presentSomeItems(call, place, items) }),
  };
}

function presentSomeItems(call: Call, place: ListInSite, items: Expansion): readonly unknown[] {
  const fields = items.expand.find(({ name }) => name === "fields");
  return [...call.world.state.items.inGroup(place.list.id).values()]
    .filter(({ deleted }) => !deleted)
    .slice(0, 200)
    .map((item) => presentItem(call, place, { item, select: items.select, fields }));
}
