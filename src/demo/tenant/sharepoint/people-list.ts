import { randomGuid } from "../engine/encoding";
import type { World } from "../engine/world";
import type { ColumnRecord, ListRecord, PersonRecord, SiteRecord } from "../state/records";
import { titleColumn } from "./system-columns";
import { valueText } from "./value-text";

/** The title under which every site keeps the people it has met. */
export const peopleListTitle = "User Information List";

const textColumns = ["Name", "EMail", "UserName", "JobTitle", "Department"] as const;

/** Every site has this hidden list; the ids of its items are what person columns hold. */
export function createPeopleList(world: World, site: SiteRecord): ListRecord {
  const nowMs = world.clock.nowMs();
  const list: ListRecord = {
    id: site.peopleListId,
    siteId: site.id,
    name: "users",
    displayName: peopleListTitle,
    description: "All people.",
    template: "userInformationList",
    system: true,
    createdMs: nowMs,
    modifiedMs: nowMs,
    createdById: null,
    modifiedById: null,
    version: 0,
    nextItemId: 6,
    sequence: 0,
  };
  world.state.lists.put(site.id, list.id, list);
  const columns = [
    titleColumn,
    ...textColumns.map((name): ColumnRecord => ({ ...titleColumn, id: randomGuid(world.randomness), name, displayName: name, required: false })),
  ];
  for (const column of columns) world.state.columns.put(list.id, column.name, column);
  return list;
}

/** The look-up id of a person in a site; meets the person first when the site has not yet. */
export function lookupIdOf(world: World, site: SiteRecord, person: PersonRecord): number {
  const claim = `i:0#.f|membership|${person.userPrincipalName.toLowerCase()}`;
  const known = world.indexes.find(site.peopleListId, "Name", claim)[0];
  if (known !== undefined) return known;
  const list = world.state.lists.get(site.id, site.peopleListId);
  if (list === undefined) throw new RangeError(`site ${site.id} has no list of people`);
  const nowMs = world.clock.nowMs();
  const item = {
    id: list.nextItemId,
    guid: randomGuid(world.randomness),
    version: 1,
    sequence: list.sequence + 1,
    createdMs: nowMs,
    modifiedMs: nowMs,
    createdById: null,
    modifiedById: null,
    fields: {
      Title: person.displayName,
      Name: claim,
      EMail: person.mail,
      UserName: person.userPrincipalName,
      ...(person.jobTitle === null ? {} : { JobTitle: person.jobTitle }),
      ...(person.department === null ? {} : { Department: person.department }),
    },
    deleted: false,
  };
  world.state.items.put(list.id, String(item.id), item);
  world.state.lists.put(site.id, list.id, { ...list, nextItemId: list.nextItemId + 1, sequence: item.sequence });
  world.indexes.replace(list.id, undefined, item);
  return item.id;
}

/** SharePoint's own account signs what no person did. */
export const systemAccountLookupId = 1_073_741_823;

export interface NamedLookup {
  readonly name: string;
  readonly mail: string;
}

export function personInSite(world: World, site: SiteRecord, lookupId: number): NamedLookup | undefined {
  const item = world.state.items.get(site.peopleListId, String(lookupId));
  return item === undefined ? undefined : { name: valueText(item.fields["Title"]), mail: valueText(item.fields["EMail"]) };
}

export function identityOf(world: World, tenantId: string, personId: string | null): { readonly user: Readonly<Record<string, string>> } {
  const person = personId === null ? undefined : world.state.people.get(tenantId, personId);
  return { user: person === undefined ? { displayName: "System Account" } : { email: person.mail, id: person.id, displayName: person.displayName } };
}
