import { randomGuid, randomHex, toBase64 } from "./engine/encoding";
import { productAppId, writeToken } from "./engine/tokens";
import type { World } from "./engine/world";
import { createPeopleList, lookupIdOf } from "./sharepoint/people-list";
import type { AppRole, ChannelRecord, ListRecord, MembershipType, PersonRecord, SiteRecord, SiteRole, TeamRecord, TenantRecord } from "./state/records";

export interface NewTenant {
  readonly key: string;
  readonly displayName: string;
  /** "northmere.sharepoint.com" */
  readonly host: string;
  /** Given ids make addresses and links the same in every run. */
  readonly id?: string;
}

export interface NewPerson {
  readonly key: string;
  /** Key of the tenant. */
  readonly tenant: string;
  readonly displayName: string;
  readonly userPrincipalName: string;
  readonly id?: string;
  readonly givenName?: string;
  readonly surname?: string;
  readonly mail?: string;
  readonly jobTitle?: string;
  readonly department?: string;
  readonly officeLocation?: string;
  readonly mobilePhone?: string;
  readonly businessPhones?: readonly string[];
  /** A JPEG; without it the photo answers 404. */
  readonly photo?: Uint8Array;
  /** False: a person without OneDrive. */
  readonly hasDrive?: boolean;
  /** False: OneDrive answers 403 for the app's own folder, as it does for some people (OneDrive/onedrive-api-docs#1474). */
  readonly hasAppFolder?: boolean;
}

export interface NewSite {
  readonly key: string;
  readonly tenant: string;
  /** "/sites/pmo"; "" for the root site. */
  readonly path: string;
  readonly displayName: string;
  readonly description?: string;
  readonly timeZone?: string;
  readonly siteGuid?: string;
  readonly webGuid?: string;
}

export interface NewTeam {
  readonly key: string;
  readonly tenant: string;
  readonly displayName: string;
  readonly description?: string;
  readonly id?: string;
  /** Path of the group's site, made with the team; by default "/sites/<key>". Its key is "<team key>". */
  readonly sitePath?: string;
  /** Keys of people: owners manage the site, members write in it. */
  readonly owners: readonly string[];
  readonly members: readonly string[];
}

export interface NewChannel {
  readonly key: string;
  readonly team: string;
  readonly displayName: string;
  readonly description?: string;
  readonly id?: string;
  /** "standard" by default. A private or shared channel gets a site of its own, with the key of the channel. */
  readonly membershipType?: MembershipType;
  /** Keys of the people in a private or shared channel. */
  readonly members?: readonly string[];
}

/** How people, sites and teams come in; lists and rows come in through Graph itself. Throws (a bug) for unknown keys. */
export interface Administration {
  addTenant(tenant: NewTenant): TenantRecord;
  addPerson(person: NewPerson): PersonRecord;
  addSite(site: NewSite): SiteRecord;
  addTeam(team: NewTeam): TeamRecord;
  addChannel(channel: NewChannel): ChannelRecord;
  grant(site: string, person: string, role: SiteRole): void;
  /** What the product may do on a site for Sites.Selected, as POST /sites/{id}/permissions would grant it. */
  grantApp(site: string, role: AppRole | "none"): void;
  follow(person: string, site: string): void;
  personByKey(key: string): PersonRecord | undefined;
  siteByKey(key: string): SiteRecord | undefined;
  teamByKey(key: string): TeamRecord | undefined;
  channelByKey(key: string): ChannelRecord | undefined;
  people(): readonly PersonRecord[];
  /** A bearer token for a person with these scopes; it lives an hour unless told otherwise. */
  issueToken(person: string, scopes: readonly string[], lifeSeconds?: number): string;
}

type Saved = <T>(result: T) => T;

export function createAdministration(world: World, saved: Saved): Administration {
  const { state } = world;
  return {
    addTenant: (tenant) => saved(addTenant(world, tenant)),
    addPerson: (person) => saved(addPerson(world, person)),
    addSite: (site) => saved(addSite(world, site)),
    addTeam: (team) => saved(addTeam(world, team)),
    addChannel: (channel) => saved(addChannel(world, channel)),
    grant: (site, person, role) => void saved(grant(world, siteOf(world, site), { person: personOf(world, person), role })),
    grantApp: (site, role) => void saved(grantApp(world, siteOf(world, site), role)),
    follow: (person, site) => void saved(follow(world, personOf(world, person), siteOf(world, site))),
    personByKey: (key) => byKey(state.people.all(), key),
    siteByKey: (key) => byKey(state.sites.all(), key),
    teamByKey: (key) => byKey(state.teams.all(), key),
    channelByKey: (key) => byKey(state.channels.all(), key),
    people: () => [...state.people.all()].map(([, , person]) => person),
    issueToken: (person, scopes, lifeSeconds) =>
      writeToken(personOf(world, person), { scopes, nowMs: world.clock.nowMs(), ...(lifeSeconds === undefined ? {} : { lifeSeconds }) }),
  };
}

type Entries<R> = Iterable<readonly [group: string, key: string, record: R]>;

function byKey<R extends { readonly key: string }>(entries: Entries<R>, key: string): R | undefined {
  for (const [, , record] of entries) if (record.key === key) return record;
  return undefined;
}

function need<R>(record: R | undefined, what: string): R {
  if (record === undefined) throw new RangeError(`the demo tenant has no ${what}`);
  return record;
}

function tenantOf(world: World, key: string): TenantRecord {
  return need(byKey(world.state.tenants.all(), key), `tenant ${key}`);
}

export function personOf(world: World, key: string): PersonRecord {
  return need(byKey(world.state.people.all(), key), `person ${key}`);
}

export function siteOf(world: World, key: string): SiteRecord {
  return need(byKey(world.state.sites.all(), key), `site ${key}`);
}

function addTenant(world: World, { key, displayName, host, id }: NewTenant): TenantRecord {
  const tenant: TenantRecord = { key, displayName, host: host.toLowerCase(), id: (id ?? randomGuid(world.randomness)).toLowerCase() };
  world.state.tenants.put("", tenant.id, tenant);
  return tenant;
}

function addPerson(world: World, given: NewPerson): PersonRecord {
  const names = given.displayName.split(" ");
  const person: PersonRecord = {
    key: given.key,
    id: (given.id ?? randomGuid(world.randomness)).toLowerCase(),
    tenantId: tenantOf(world, given.tenant).id,
    displayName: given.displayName,
    givenName: given.givenName ?? names.slice(0, -1).join(" "),
    surname: given.surname ?? names.at(-1) ?? "",
    userPrincipalName: given.userPrincipalName,
    mail: given.mail ?? given.userPrincipalName,
    jobTitle: given.jobTitle ?? null,
    department: given.department ?? null,
    officeLocation: given.officeLocation ?? null,
    mobilePhone: given.mobilePhone ?? null,
    businessPhones: given.businessPhones ?? [],
    preferredLanguage: "en-GB",
    photo: given.photo === undefined ? null : toBase64(given.photo),
    hasDrive: given.hasDrive ?? true,
    ...(given.hasAppFolder === false ? { hasAppFolder: false } : {}),
    driveId: newDriveId(world),
    followedSiteIds: [],
  };
  world.state.people.put(person.tenantId, person.id, person);
  return person;
}

function newDriveId(world: World): string {
  return `b!${randomHex(world.randomness, 24)}`;
}

function addSite(world: World, given: NewSite): SiteRecord {
  const tenant = tenantOf(world, given.tenant);
  const siteGuid = given.siteGuid ?? randomGuid(world.randomness);
  const webGuid = given.webGuid ?? randomGuid(world.randomness);
  const nowMs = world.clock.nowMs();
  const site: SiteRecord = {
    key: given.key,
    id: `${tenant.host},${siteGuid},${webGuid}`,
    tenantId: tenant.id,
    siteGuid,
    webGuid,
    host: tenant.host,
    path: given.path,
    displayName: given.displayName,
    description: given.description ?? "",
    createdMs: nowMs,
    modifiedMs: nowMs,
    timeZone: given.timeZone ?? "Europe/London",
    driveId: newDriveId(world),
    peopleListId: randomGuid(world.randomness),
  };
  world.state.sites.put(tenant.id, site.id.toLowerCase(), site);
  createPeopleList(world, site);
  const documents: ListRecord = {
    id: randomGuid(world.randomness),
    siteId: site.id,
    name: "Shared Documents",
    displayName: "Documents",
    description: "",
    template: "documentLibrary",
    system: false,
    createdMs: nowMs,
    modifiedMs: nowMs,
    createdById: null,
    modifiedById: null,
    version: 0,
    nextItemId: 1,
    sequence: 0,
  };
  world.state.lists.put(site.id, documents.id, documents);
  return site;
}

function grant(world: World, site: SiteRecord, { person, role }: { readonly person: PersonRecord; readonly role: SiteRole }): SiteRole {
  world.state.grants.put(site.id, person.id, { role });
  if (role !== "none") lookupIdOf(world, site, person);
  return role;
}

function grantApp({ state }: World, site: SiteRecord, role: AppRole | "none"): AppRole | "none" {
  if (role === "none") state.appGrants.remove(site.id, productAppId);
  else state.appGrants.put(site.id, productAppId, { role, appName: "Project Registers" });
  return role;
}

function follow(world: World, person: PersonRecord, site: SiteRecord): readonly string[] {
  const followedSiteIds = [...new Set([...person.followedSiteIds, site.id])];
  world.state.people.put(person.tenantId, person.id, { ...person, followedSiteIds });
  return followedSiteIds;
}

function addTeam(world: World, given: NewTeam): TeamRecord {
  const site = addSite(world, {
    key: given.key,
    tenant: given.tenant,
    path: given.sitePath ?? `/sites/${given.key}`,
    displayName: given.displayName,
    ...(given.description === undefined ? {} : { description: given.description }),
  });
  const owners = given.owners.map((key) => personOf(world, key));
  const members = given.members.map((key) => personOf(world, key));
  members.forEach((person) => grant(world, site, { person, role: "write" }));
  owners.forEach((person) => grant(world, site, { person, role: "manage" }));
  const team: TeamRecord = {
    key: given.key,
    id: (given.id ?? randomGuid(world.randomness)).toLowerCase(),
    tenantId: site.tenantId,
    displayName: given.displayName,
    description: given.description ?? "",
    siteId: site.id,
    createdMs: world.clock.nowMs(),
    ownerIds: owners.map(({ id }) => id),
    memberIds: [...new Set([...owners, ...members].map(({ id }) => id))],
  };
  world.state.teams.put(team.tenantId, team.id, team);
  storeChannel(world, team, { key: `${given.key}-general`, displayName: "General", siteId: site.id, isPrimary: true });
  return team;
}

function addChannel(world: World, given: NewChannel): ChannelRecord {
  const team = need(byKey(world.state.teams.all(), given.team), `team ${given.team}`);
  const tenant = need(world.state.tenants.get("", team.tenantId), "tenant of the team");
  const membershipType = given.membershipType ?? "standard";
  if (membershipType === "standard") return storeChannel(world, team, { ...given, siteId: team.siteId, isPrimary: false });
  const members = (given.members ?? []).map((key) => personOf(world, key));
  const site = addSite(world, {
    key: given.key,
    tenant: tenant.key,
    path: `/sites/${team.key}-${given.key}`,
    displayName: `${team.displayName}-${given.displayName}`,
  });
  members.forEach((person) => grant(world, site, { person, role: team.ownerIds.includes(person.id) ? "manage" : "write" }));
  return storeChannel(world, team, { ...given, membershipType, siteId: site.id, isPrimary: false, memberIds: members.map(({ id }) => id) });
}

interface ChannelParts {
  readonly key: string;
  readonly displayName: string;
  readonly siteId: string;
  readonly isPrimary: boolean;
  readonly description?: string;
  readonly id?: string;
  readonly membershipType?: MembershipType;
  readonly memberIds?: readonly string[];
}

function storeChannel(world: World, team: TeamRecord, parts: ChannelParts): ChannelRecord {
  const channel: ChannelRecord = {
    key: parts.key,
    id: parts.id ?? `19:${randomHex(world.randomness, 16)}@thread.tacv2`,
    teamId: team.id,
    displayName: parts.displayName,
    description: parts.description ?? "",
    membershipType: parts.membershipType ?? "standard",
    siteId: parts.siteId,
    createdMs: world.clock.nowMs(),
    isPrimary: parts.isPrimary,
    memberIds: parts.memberIds ?? [],
  };
  world.state.channels.put(team.id, channel.id, channel);
  return channel;
}
