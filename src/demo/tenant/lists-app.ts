import { personOf, siteOf } from "./administration";
import type { World } from "./engine/world";
import { isDateOnly } from "./sharepoint/column-kinds";
import { mergeFields, removeItem, setLabel, storeItem } from "./sharepoint/item-writes";
import type { ListInSite } from "./sharepoint/site-rights";
import { isoSeconds, midnightMs } from "./sharepoint/site-time";
import type { FieldValue, ItemRecord } from "./state/records";

export interface TypedRow {
  /** Keys of the site and of the person at the keyboard. */
  readonly site: string;
  readonly person: string;
  /** Id, title or address name of the list. */
  readonly list: string;
  /** The row to change; without it a new one. */
  readonly item?: number;
  /** Internal names; null clears. A date-only value is "2026-08-06", and is stored as midnight of the site's zone. */
  readonly fields: Readonly<Record<string, FieldValue | null>>;
}

export interface RowPlace {
  readonly site: string;
  readonly list: string;
  readonly item: number;
}

/** A person who works in Microsoft Lists: no eTag is checked and no rule but the list's own holds. */
export interface ListsApp {
  /** Writes a row and answers its id. Throws (a bug) for unknown keys, lists and rows. */
  typeRow(row: TypedRow): number;
  deleteRow(row: RowPlace): void;
  /** Puts a row under a retention label, or takes it away when undefined. The eTag stays: what the real service does with it is not verified. */
  labelRow(row: RowPlace, label: string | undefined): void;
}

export function createListsApp(world: World, saved: <T>(result: T) => T): ListsApp {
  return {
    typeRow: (row) => saved(typeRow(world, row)),
    deleteRow: ({ site, list, item }) => {
      const place = placeOf(world, site, list);
      removeItem(world, place, itemOf(world, place, item));
      saved(undefined);
    },
    labelRow: ({ site, list, item }, label) => {
      const place = placeOf(world, site, list);
      setLabel(world, place, { item: itemOf(world, place, item), label });
      saved(undefined);
    },
  };
}

function placeOf(world: World, siteKey: string, reference: string): ListInSite {
  const site = siteOf(world, siteKey);
  const list = [...world.state.lists.inGroup(site.id).values()].find(({ id, displayName, name }) => [id, displayName, name].includes(reference));
  if (list === undefined) throw new RangeError(`site ${siteKey} has no list ${reference}`);
  return { site, list };
}

function itemOf(world: World, { list }: ListInSite, id: number): ItemRecord {
  const item = world.state.items.get(list.id, String(id));
  if (item === undefined || item.deleted) throw new RangeError(`list ${list.displayName} has no row ${String(id)}`);
  return item;
}

function typeRow(world: World, row: TypedRow): number {
  const place = placeOf(world, row.site, row.list);
  const before = row.item === undefined ? undefined : itemOf(world, place, row.item);
  const changes = new Map<string, FieldValue | undefined>();
  for (const [name, value] of Object.entries(row.fields)) {
    const column = world.state.columns.get(place.list.id, name);
    if (column === undefined) throw new RangeError(`list ${place.list.displayName} has no column ${name}`);
    const isDay = isDateOnly(column) && typeof value === "string";
    changes.set(name, value === null ? undefined : isDay ? isoSeconds(midnightMs(value.slice(0, 10), place.site.timeZone)) : value);
  }
  const fields = mergeFields(before?.fields ?? {}, changes);
  return storeItem(world, place, { before, fields, author: personOf(world, row.person) }).id;
}
