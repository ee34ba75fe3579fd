import { isRecord, property } from "../../../kernel";
import { nameIn, strikes, type Call } from "../engine/world";
import { readJsonBody, refuse, serviceRoot, type Outcome } from "../engine/wire";
import { readExpand, selectedNames, type Expansion } from "../odata/options";
import type { ItemRecord } from "../state/records";
import { defaultFields, readFields } from "./field-writes";
import { itemContext, itemEtag, presentFields, presentItem } from "./item-shapes";
import { checkIfMatch, checkUnique, mergeFields, removeItem, storeItem } from "./item-writes";
import { listFor, type ListInSite } from "./site-rights";

export interface ItemInList {
  readonly place: ListInSite;
  readonly item: ItemRecord;
}

/** The item of an address. A library's files are no list items here, and the list of people is never written. */
export function itemsFor(call: Call, role: "read" | "write"): Outcome<ListInSite> {
  const found = listFor(call, role);
  if (!found.ok) return found;
  if (found.value.list.template === "documentLibrary") return refuse(404, "itemNotFound", "The resource could not be found.");
  return role === "write" && found.value.list.system ? refuse(403, "accessDenied", "Access denied") : found;
}

export function itemFor(call: Call, role: "read" | "write"): Outcome<ItemInList> {
  const found = itemsFor(call, role);
  if (!found.ok) return found;
  const item = call.world.state.items.get(found.value.list.id, nameIn(call, "item"));
  if (item === undefined || item.deleted) return refuse(404, "itemNotFound", "Item does not exist. It may have been deleted by another user.");
  // What Graph answers for an item under a retention label is not verified; this is its answer for a locked file (msgraph-sdk-java issue 365).
  if (role === "write" && item.label !== undefined) return refuse(423, "resourceLocked", "The resource you are attempting to access is locked");
  return { ok: true, value: { place: found.value, item } };
}

/** The $expand of items knows `fields` only; other expansions exist in Graph and are not imitated. */
export function readFieldsExpansion(call: Call): Outcome<Expansion | undefined> {
  const expand = readExpand(call.query.get("$expand"));
  if (!expand.ok) return expand;
  const unknown = expand.value.find(({ name }) => name !== "fields");
  if (unknown !== undefined)
    return refuse(
      400,
      "BadRequest",
      `Parsing OData Select and Expand failed: Could not find a property named '${unknown.name}' on type 'microsoft.graph.listItem'.`,
    );
  return { ok: true, value: expand.value[0] };
}

/** GET …/items/{item} */
export function getItem(call: Call): Outcome {
  const found = itemFor(call, "read");
  if (!found.ok) return found;
  const fields = readFieldsExpansion(call);
  return fields.ok ? answerItem(call, found.value, { status: 200, fields: fields.value }) : fields;
}

/** GET …/items/{item}/fields */
export function getFields(call: Call): Outcome {
  const found = itemFor(call, "read");
  return found.ok ? answerFields(call, found.value, { select: selectedNames(call.query.get("$select")), withEtag: true }) : found;
}

/** POST …/items */
export function createItem(call: Call): Outcome {
  const found = itemsFor(call, "write");
  if (!found.ok) return found;
  const sent = readItemBody(call);
  if (!sent.ok) return sent;
  // A list over its limits: the code is documented, for this case not verified.
  if (strikes(call, "listFull") !== undefined) return refuse(507, "quotaLimitReached", "The list has as many items as it may have.");
  const changes = readFields(call.world, found.value, sent.value);
  if (!changes.ok) return changes;
  const fields = mergeFields(mergeFields({}, defaultFields(call.world, found.value)), changes.value);
  const unique = checkUnique(call.world, found.value, { id: undefined, fields });
  if (!unique.ok) return unique;
  const item = storeItem(call.world, found.value, { before: undefined, fields, author: call.caller });
  return answerItem(call, { place: found.value, item }, { status: 201, fields: { name: "fields", select: undefined, expand: [] } });
}

function readItemBody(call: Call): Outcome<Readonly<Record<string, unknown>>> {
  const body = readJsonBody(call.body, call.headers.get("content-type"));
  if (!body.ok) return body;
  const unknown = Object.keys(body.value).find((name) => !["fields", "contentType"].includes(name) && !name.includes("@"));
  if (unknown !== undefined) {
    return refuse(400, "BadRequest", `The property '${unknown}' does not exist on type 'microsoft.graph.listItem' or cannot be written.`);
  }
  const fields = property(body.value, "fields") ?? {};
  return isRecord(fields) ? { ok: true, value: fields } : refuse(400, "BadRequest", "The property 'fields' has a value of the wrong type.");
}

/** PATCH …/items/{item} {"fields":{…}}: answers the item with its fields */
export function changeItem(call: Call): Outcome {
  const found = itemFor(call, "write");
  if (!found.ok) return found;
  const sent = readItemBody(call);
  if (!sent.ok) return sent;
  const changed = applyChange(call, found.value, sent.value);
  if (!changed.ok) return changed;
  return answerItem(call, changed.value, { status: 200, fields: { name: "fields", select: undefined, expand: [] } });
}

/** PATCH …/items/{item}/fields: answers the fields only */
export function changeFields(call: Call): Outcome {
  const found = itemFor(call, "write");
  if (!found.ok) return found;
  const sent = readJsonBody(call.body, call.headers.get("content-type"));
  if (!sent.ok) return sent;
  const changed = applyChange(call, found.value, sent.value);
  if (!changed.ok) return changed;
  return answerFields(call, changed.value, { select: undefined, withEtag: call.world.quirks.etagOnFieldsPatch });
}

function applyChange(call: Call, found: ItemInList, sent: Readonly<Record<string, unknown>>): Outcome<ItemInList> {
  const { place, item } = found;
  const matched = checkIfMatch(call, item);
  if (!matched.ok) return matched;
  const changes = readFields(call.world, place, sent);
  if (!changes.ok) return changes;
  const fields = mergeFields(item.fields, changes.value);
  const unique = checkUnique(call.world, place, { id: item.id, fields });
  if (!unique.ok) return unique;
  return { ok: true, value: { place, item: storeItem(call.world, place, { before: item, fields, author: call.caller }) } };
}

/** DELETE …/items/{item} */
export function deleteItem(call: Call): Outcome {
  const found = itemFor(call, "write");
  if (!found.ok) return found;
  const matched = checkIfMatch(call, found.value.item);
  if (!matched.ok) return matched;
  removeItem(call.world, found.value.place, found.value.item);
  return { ok: true, value: { status: 204 } };
}

function answerItem(call: Call, { place, item }: ItemInList, how: { readonly status: number; readonly fields: Expansion | undefined }): Outcome {
  const shown = presentItem(call, place, { item, select: selectedNames(call.query.get("$select")), fields: how.fields });
  const location = how.status === 201 ? { Location: `${serviceRoot}/sites/${place.site.id}/lists/${place.list.id}/items/${String(item.id)}` } : {};
  return {
    ok: true,
    value: { status: how.status, headers: { ETag: itemEtag(item), ...location }, json: { "@odata.context": `${itemContext(place)}/$entity`, ...shown } },
  };
}

function answerFields(call: Call, { place, item }: ItemInList, how: { readonly select: readonly string[] | undefined; readonly withEtag: boolean }): Outcome {
  const context = `${itemContext(place)}('${String(item.id)}')/fields/$entity`;
  const fields = Object.entries(presentFields(call, place, { item, select: how.select })).filter(([name]) => how.withEtag || name !== "@odata.etag");
  return {
    ok: true,
    value: { status: 200, headers: how.withEtag ? { ETag: itemEtag(item) } : {}, json: { "@odata.context": context, ...Object.fromEntries(fields) } },
  };
}
