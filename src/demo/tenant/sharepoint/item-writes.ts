import { randomGuid } from "../engine/encoding";
import { refuse, type Outcome, type Refusal } from "../engine/wire";
import { strikes, type Call, type World } from "../engine/world";
import type { FieldValues, ItemRecord, PersonRecord } from "../state/records";
import type { FieldChanges } from "./field-writes";
import { itemEtag } from "./item-shapes";
import { lookupIdOf } from "./people-list";
import { listById, type ListInSite } from "./site-rights";

/** Laid over the values an item has; a cleared field is gone, not null. */
export function mergeFields(before: FieldValues, changes: FieldChanges): FieldValues {
  const merged = new Map(Object.entries(before));
  for (const [name, value] of changes) {
    if (value === undefined) merged.delete(name);
    else merged.set(name, value);
  }
  return Object.fromEntries(merged);
}

/** Refuses values that another live item of the list already has in a unique column. */
export function checkUnique(world: World, place: ListInSite, candidate: { readonly id: number | undefined; readonly fields: FieldValues }): Outcome<undefined> {
  for (const { name, enforceUniqueValues } of world.state.columns.inGroup(place.list.id).values()) {
    const value = enforceUniqueValues && Object.hasOwn(candidate.fields, name) ? candidate.fields[name] : undefined;
    if (value === undefined) continue;
    if (world.indexes.find(place.list.id, name, value).some((id) => id !== candidate.id)) {
      return refuse(400, "invalidRequest", "One or more fields with unique constraints already has the provided value.");
    }
  }
  return { ok: true, value: undefined };
}

export interface ItemWrite {
  /** undefined: a new item. */
  readonly before: ItemRecord | undefined;
  readonly fields: FieldValues;
  readonly author: PersonRecord;
}

/** Stores one change: new version, new eTag, next sequence number of the list. */
export function storeItem(world: World, place: ListInSite, write: ItemWrite): ItemRecord {
  const { before, fields, author } = write;
  lookupIdOf(world, place.site, author);
  const list = listById(world, place.site.id, place.list.id);
  const nowMs = world.clock.nowMs();
  const item: ItemRecord = {
    id: before?.id ?? list.nextItemId,
    guid: before?.guid ?? randomGuid(world.randomness),
    version: (before?.version ?? 0) + 1,
    sequence: list.sequence + 1,
    createdMs: before?.createdMs ?? nowMs,
    modifiedMs: nowMs,
    createdById: before === undefined ? author.id : before.createdById,
    modifiedById: author.id,
    fields,
    deleted: false,
    ...(before?.label === undefined ? {} : { label: before.label }),
  };
  const { state, indexes, quirks } = world;
  state.items.put(list.id, String(item.id), item);
  indexes.replace(list.id, before, item);
  const versions = `${list.id}/${String(item.id)}`;
  state.versions.put(versions, String(item.version), { number: item.version, modifiedMs: nowMs, modifiedById: author.id, fields });
  if (item.version > quirks.versionLimit) state.versions.remove(versions, String(item.version - quirks.versionLimit));
  state.lists.put(place.site.id, list.id, {
    ...list,
    nextItemId: Math.max(list.nextItemId, item.id + 1),
    sequence: item.sequence,
    modifiedMs: nowMs,
  });
  return item;
}

/** A retention label is no new version, but a change that delta tells of. */
export function setLabel(world: World, place: ListInSite, { item, label }: { readonly item: ItemRecord; readonly label: string | undefined }): void {
  const list = listById(world, place.site.id, place.list.id);
  const { label: _before, ...bare } = item;
  world.state.items.put(list.id, String(item.id), { ...bare, sequence: list.sequence + 1, ...(label === undefined ? {} : { label }) });
  world.state.lists.put(place.site.id, list.id, { ...list, sequence: list.sequence + 1 });
}

/** The item goes, a tombstone stays for delta. */
export function removeItem(world: World, place: ListInSite, item: ItemRecord): void {
  const list = listById(world, place.site.id, place.list.id);
  world.state.items.put(list.id, String(item.id), { ...item, sequence: list.sequence + 1, fields: {}, deleted: true });
  world.state.versions.removeGroup(`${list.id}/${String(item.id)}`);
  world.indexes.replace(list.id, item, undefined);
  world.state.lists.put(place.site.id, list.id, { ...list, sequence: list.sequence + 1, modifiedMs: world.clock.nowMs() });
}

/** If-Match: a text that is not the item's eTag refuses the write, and nothing changes. No header: last writer wins. */
export function checkIfMatch(call: Call, item: ItemRecord): Outcome<undefined> {
  const conflict: Refusal = {
    status: call.world.quirks.conflictStatus,
    code: "resourceModified",
    message: "The resource has changed since the caller last read it; usually an eTag mismatch",
  };
  if (strikes(call, "conflict409") !== undefined) return { ok: false, fault: { ...conflict, status: 409 } };
  const wanted = call.headers.get("if-match");
  if (wanted === undefined) {
    call.world.usage.complain("write without If-Match", call.method, call.path);
    return { ok: true, value: undefined };
  }
  return wanted === "*" || wanted === itemEtag(item) ? { ok: true, value: undefined } : { ok: false, fault: conflict };
}
