import { nameIn, strikes, type Call, type World } from "../engine/world";
import { refuse, type Outcome } from "../engine/wire";
import type { ListRecord, SiteRecord, SiteRole } from "../state/records";

const rank: Readonly<Record<SiteRole, number>> = { none: 0, read: 1, write: 2, manage: 3 };

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
  if (strikes(call, "forbidden") !== undefined || rank[roleOf(call.world, site.id, call.caller.id)] < rank[role]) {
    return refuse(403, "accessDenied", "Access denied");
  }
  return { ok: true, value: site };
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

/** The list of an address, by id or by its title. */
export function listFor(call: Call, role: SiteRole): Outcome<ListInSite> {
  const site = siteFor(call, role);
  if (!site.ok) return site;
  const reference = nameIn(call, "list");
  const lists = call.world.state.lists.inGroup(site.value.id);
  const list = lists.get(reference.toLowerCase()) ?? [...lists.values()].find(({ displayName }) => displayName.toLowerCase() === reference.toLowerCase());
  if (list === undefined) return refuse(404, "itemNotFound", "The specified list was not found");
  return { ok: true, value: { site: site.value, list } };
}

export function listById(world: World, siteId: string, listId: string): ListRecord {
  const list = world.state.lists.get(siteId, listId);
  if (list === undefined) throw new RangeError(`no list ${listId}`);
  return list;
}
