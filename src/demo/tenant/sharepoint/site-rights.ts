import { nameIn, strikes, type Call, type World } from "../engine/world";
import { refuse, type Outcome } from "../engine/wire";
import type { AppRole, ListRecord, SiteRecord, SiteRole } from "../state/records";

const rank: Readonly<Record<SiteRole, number>> = { none: 0, read: 1, write: 2, manage: 3 };
const asSiteRole: Readonly<Record<AppRole, SiteRole>> = { read: "read", write: "write", owner: "manage", fullcontrol: "manage" };

export function roleOf(world: World, siteId: string, personId: string): SiteRole {
  return world.state.grants.get(siteId, personId)?.role ?? "none";
}

/** The site of an address, if the caller may do there what `role` stands for. */
export function siteFor(call: Call, role: SiteRole): Outcome<SiteRecord> {
  const found = findSite(call, nameIn(call, "site"));
  return found.ok ? requireRole(call, found.value, role) : found;
}

export function requireRole(call: Call, site: SiteRecord, role: SiteRole): Outcome<SiteRecord> {
  if (strikes(call, "siteNotFound404") !== undefined) return refuse(404, "itemNotFound", "Item not found");
  // What a site's policy (restricted access control) answers through Graph is not verified; 403 is its nearest documented refusal.
  const closed = strikes(call, "forbidden") !== undefined || call.world.restrictions.restrictedSite === site.key;
  return closed || rank[rightOf(call, site)] < rank[role] ? accessDenied() : { ok: true, value: site };
}

function accessDenied(): Outcome<never> {
  return refuse(403, "accessDenied", "Access denied");
}

/** Under Sites.Selected what the person and the app both may do (permissions-selected-overview). */
function rightOf(call: Call, site: SiteRecord): SiteRole {
  const own = roleOf(call.world, site.id, call.caller.id);
  if (call.access === "broad") return own;
  const granted = call.world.state.appGrants.get(site.id, call.appId)?.role;
  const app = granted === undefined ? "none" : asSiteRole[granted];
  return rank[app] < rank[own] ? app : own;
}

/** Reads "root", a host, "host,guid,guid", a site collection's guid, or "host:/path". */
function findSite(call: Call, reference: string): Outcome<SiteRecord> {
  const sites = [...call.world.state.sites.inGroup(call.tenant.id).values()];
  const [address = "", path] = reference.toLowerCase().split(":/");
  if (path !== undefined || address.includes(".")) {
    const host = address.split(",")[0];
    if (host !== call.tenant.host.toLowerCase()) return refuse(400, "invalidRequest", "Invalid hostname for this tenancy");
  }
  const site = sites.find((one) => {
    if (path !== undefined) return one.path.toLowerCase() === (path === "" ? "" : `/${path.replace(/\/+$/, "")}`);
    if (address === "root" || !/[,-]/.test(address.replace(call.tenant.host.toLowerCase(), ""))) return one.path === "";
    return one.id.toLowerCase() === address || one.siteGuid === address;
  });
  return site === undefined ? refuse(404, "itemNotFound", "Requested site could not be found") : { ok: true, value: site };
}

export interface ListInSite {
  readonly site: SiteRecord;
  readonly list: ListRecord;
}

/** The list of an address, by id or by its title, if the caller may do there what `role` stands for. */
export function listFor(call: Call, role: SiteRole): Outcome<ListInSite> {
  const found = findList(call, role);
  return !found.ok || rank[listRightOf(call, found.value)] >= rank[role] ? found : accessDenied();
}

/** The list of an address; one that the caller may not read is not there. */
export function shownListFor(call: Call): Outcome<ListInSite> {
  const found = findList(call, "read");
  return !found.ok || isShown(call, found.value) ? found : listNotFound();
}

/** Lists are trimmed to what the caller may read. */
export function isShown(call: Call, place: ListInSite): boolean {
  return listRightOf(call, place) !== "none";
}

/** A list's own permissions take away; that they may also give more than the site does is not imitated. */
function listRightOf(call: Call, { site, list }: ListInSite): SiteRole {
  return call.world.restrictions.listRight({ site: site.key, list: list.name, person: call.caller.key }) ?? "manage";
}

function listNotFound(): Outcome<never> {
  return refuse(404, "itemNotFound", "The specified list was not found");
}

function findList(call: Call, role: SiteRole): Outcome<ListInSite> {
  const site = siteFor(call, role);
  if (!site.ok) return site;
  const reference = nameIn(call, "list");
  const lists = call.world.state.lists.inGroup(site.value.id);
  const list = lists.get(reference.toLowerCase()) ?? [...lists.values()].find(({ displayName }) => displayName.toLowerCase() === reference.toLowerCase());
  return list === undefined ? listNotFound() : { ok: true, value: { site: site.value, list } };
}

export function listById(world: World, siteId: string, listId: string): ListRecord {
  const list = world.state.lists.get(siteId, listId);
  if (list === undefined) throw new RangeError(`no list ${listId}`);
  return list;
}
