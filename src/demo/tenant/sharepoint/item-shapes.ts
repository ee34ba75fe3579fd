import type { Call, World } from "../engine/world";
import { serviceRoot } from "../engine/wire";
import { pick, type Expansion } from "../odata/options";
import type { ColumnRecord, FieldValue, FieldValues, ItemRecord, ListRecord, SiteRecord } from "../state/records";
import { workOut } from "./calculated";
import { isDateOnly, isMultiChoice, isMultiPointer, isPointer, lookupTarget } from "./column-kinds";
import { identityOf, lookupIdOf, personInSite, systemAccountLookupId } from "./people-list";
import type { ListInSite } from "./site-rights";
import { isoSeconds, localDay, localTimeMs, midnightMs } from "./site-time";
import { siteUrl } from "./sites";
import { valueText } from "./value-text";

/** With its quotes, as the service gives it: opaque to every client. */
export function itemEtag(item: ItemRecord): string {
  return `"${item.guid},${String(item.version)}"`;
}

export interface ItemView {
  readonly item: ItemRecord;
  readonly select: readonly string[] | undefined;
  /** undefined: the answer carries no fields. */
  readonly fields: Expansion | undefined;
}

export function itemContext({ site, list }: ListInSite): string {
  return `${serviceRoot}/$metadata#sites('${encodeURIComponent(site.id)}')/lists('${encodeURIComponent(list.id)}')/items`;
}

export function itemUrl(site: SiteRecord, list: ListRecord, item: ItemRecord): string {
  return `${siteUrl(site)}/Lists/${encodeURIComponent(list.name)}/${String(item.id)}_.000`;
}

export function presentItem(call: Call, place: ListInSite, view: ItemView): Readonly<Record<string, unknown>> {
  const { site, list } = place;
  const { item } = view;
  const { world, tenant } = call;
  const etag = itemEtag(item);
  const shown = pick(
    {
      "@odata.etag": etag,
      createdDateTime: itemTime(world, site, item.createdMs),
      eTag: etag,
      id: String(item.id),
      lastModifiedDateTime: itemTime(world, site, item.modifiedMs),
      webUrl: itemUrl(site, list, item),
      createdBy: identityOf(world, tenant.id, item.createdById),
      lastModifiedBy: identityOf(world, tenant.id, item.modifiedById),
      parentReference: { id: list.id, siteId: site.id },
      contentType: contentTypeOf(list),
    },
    view.select,
  );
  if (view.fields === undefined) return shown;
  const context = `${itemContext(place)}('${String(item.id)}')/fields/$entity`;
  return { ...shown, "fields@odata.context": context, fields: presentFields(call, place, { item, select: view.fields.select }) };
}

export function contentTypeOf(list: ListRecord): { readonly id: string; readonly name: string } {
  return { id: `0x0100${list.id.replace(/-/g, "").toUpperCase()}`, name: "Item" };
}

export function itemTime(world: World, site: SiteRecord, momentMs: number): string {
  return isoSeconds(world.quirks.siteLocalTimes ? localTimeMs(momentMs, site.timeZone) : momentMs);
}

/** The `fields` of an item: own columns that have a value, then the system's. An empty column is absent. */
export function presentFields(call: Call, place: ListInSite, view: Pick<ItemView, "item" | "select">): Readonly<Record<string, unknown>> {
  const { item, select } = view;
  const shown: Record<string, unknown> = { "@odata.etag": itemEtag(item) };
  addOwnFields(call.world, place, { fields: item.fields, select, shown });
  for (const name of systemFieldNames) {
    if (select?.includes(name) === false) continue;
    const value = systemField(call, place, { item, name });
    if (value !== undefined) shown[name] = value;
  }
  return shown;
}

interface OwnFields {
  readonly fields: FieldValues;
  readonly select?: readonly string[] | undefined;
}

/** Values of own columns in the shapes of the wire. `select` adds the names of people, which come only when asked for. */
export function ownFields(world: World, place: ListInSite, view: OwnFields): Readonly<Record<string, unknown>> {
  const shown: Record<string, unknown> = {};
  addOwnFields(world, place, { ...view, shown });
  return shown;
}

/** Internal names are encoded, so none of them is "__proto__". */
function addOwnFields(world: World, place: ListInSite, { fields, select, shown }: OwnFields & { readonly shown: Record<string, unknown> }): void {
  const columns = world.state.columns.inGroup(place.list.id);
  for (const column of columns.values()) {
    const stored = Object.hasOwn(fields, column.name) ? fields[column.name] : undefined;
    const value = column.kind === "calculated" ? workOut(column, columns, fields) : stored;
    if (value === undefined) continue;
    for (const [name, one] of presentValue(world, place.site, { column, value, named: select?.includes(column.name) === true })) {
      if (select === undefined || select.includes(name.split("@", 1)[0] ?? "")) shown[name] = one;
    }
  }
}

interface ValueView {
  readonly column: ColumnRecord;
  readonly value: FieldValue;
  readonly named: boolean;
}

function presentValue(world: World, site: SiteRecord, { column, value, named }: ValueView): readonly [string, unknown][] {
  if (isMultiPointer(column) && Array.isArray(value)) {
    return [[column.name, value.map((id) => pointedAt(world, site, { column, id: Number(id) }))]];
  }
  if (isPointer(column)) {
    const lookup: [string, unknown] = [`${column.name}LookupId`, valueText(value)];
    const target = named ? pointedAt(world, site, { column, id: Number(value) })["LookupValue"] : undefined;
    return target === undefined ? [lookup] : [lookup, [column.name, target]];
  }
  if (isMultiChoice(column))
    return [
      [`${column.name}@odata.type`, "#Collection(String)"],
      [column.name, value],
    ];
  if (isDateOnly(column) && world.quirks.dateOnlyReadBack === "site midnight") {
    return [[column.name, isoSeconds(midnightMs(localDay(Date.parse(valueText(value)), site.timeZone), site.timeZone))]];
  }
  return [[column.name, value]];
}

function pointedAt(world: World, site: SiteRecord, target: { readonly column: ColumnRecord; readonly id: number }): Readonly<Record<string, unknown>> {
  const { column, id } = target;
  if (column.kind === "personOrGroup") {
    const person = personInSite(world, site, id);
    return { LookupId: id, LookupValue: person?.name ?? "", Email: person?.mail ?? "" };
  }
  const { listId, columnName } = lookupTarget(column);
  const shown = world.state.items.get(listId, String(id))?.fields[columnName];
  return { LookupId: id, LookupValue: valueText(shown) };
}

const constantFields: Readonly<Record<string, string | boolean>> = {
  Attachments: false,
  Edit: "",
  ItemChildCount: "0",
  FolderChildCount: "0",
  _ComplianceFlags: "",
  _ComplianceTag: "",
  _ComplianceTagWrittenTime: "",
  _ComplianceTagUserId: "",
};

const systemFieldNames: readonly string[] = [
  ...["id", "ContentType", "Modified", "Created", "AuthorLookupId", "EditorLookupId", "_UIVersionString", "LinkTitleNoMenu", "LinkTitle"],
  ...Object.keys(constantFields),
];

function systemField(call: Call, { site, list }: ListInSite, { item, name }: { readonly item: ItemRecord; readonly name: string }): unknown {
  switch (name) {
    case "id":
      return String(item.id);
    case "ContentType":
      return contentTypeOf(list).name;
    case "Modified":
      return itemTime(call.world, site, item.modifiedMs);
    case "Created":
      return itemTime(call.world, site, item.createdMs);
    case "AuthorLookupId":
      return String(signerOf(call, site, item.createdById));
    case "EditorLookupId":
      return String(signerOf(call, site, item.modifiedById));
    case "_UIVersionString":
      return `${String(item.version)}.0`;
    case "_ComplianceTag":
      return item.label ?? "";
    case "LinkTitleNoMenu":
    case "LinkTitle":
      return Object.hasOwn(item.fields, "Title") ? item.fields.Title : undefined;
    default:
      return constantFields[name];
  }
}

function signerOf(call: Call, site: SiteRecord, personId: string | null): number {
  const person = personId === null ? undefined : call.world.state.people.get(call.tenant.id, personId);
  return person === undefined ? systemAccountLookupId : lookupIdOf(call.world, site, person);
}
