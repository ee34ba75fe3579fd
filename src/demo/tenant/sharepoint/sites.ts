import type { Site } from "@microsoft/microsoft-graph-types";
import { nameIn, type Call } from "../engine/world";
import { refuse, serviceRoot, type Outcome } from "../engine/wire";
import { pick, selectedNames } from "../odata/options";
import type { SiteRecord } from "../state/records";
import { requireRole, roleOf, siteFor } from "./site-rights";
import { isoSeconds } from "./site-time";

/** GET /sites/{site} */
export function getSite(call: Call): Outcome {
  const found = siteFor(call, "read");
  return found.ok ? answerSite(call, found.value) : found;
}

/** GET /groups/{group}/sites/root */
export function getGroupSite(call: Call): Outcome {
  const team = call.world.state.teams.get(call.tenant.id, nameIn(call, "group"));
  const site = team === undefined ? undefined : call.world.state.sites.get(call.tenant.id, team.siteId.toLowerCase());
  if (site === undefined) return refuse(404, "ResourceNotFound", "Unable to provision resource.");
  const allowed = requireRole(call, site, "read");
  return allowed.ok ? answerSite(call, site) : allowed;
}

function answerSite(call: Call, site: SiteRecord): Outcome {
  const select = selectedNames(call.query.get("$select"));
  const names = select === undefined ? "" : `(${select.join(",")})`;
  return {
    ok: true,
    value: { status: 200, json: { "@odata.context": `${serviceRoot}/$metadata#sites${names}/$entity`, ...presentSite(call, site, select) } },
  };
}

/** GET /sites?search=, GET /sites/{site}/sites (there are no sites below a site here) */
export function searchSites(call: Call): Outcome {
  const wanted = call.query.get("search")?.replace(/^"|"$/g, "").toLowerCase();
  if (wanted === undefined) return refuse(400, "invalidRequest", "Listing all sites needs application permissions; search for sites instead.");
  const found = [...call.world.state.sites.inGroup(call.tenant.id).values()].filter(
    (site) => wanted === "*" || site.displayName.toLowerCase().includes(wanted) || site.path.toLowerCase().includes(wanted),
  );
  return answerSites(call, found);
}

export function listSubsites(call: Call): Outcome {
  const found = siteFor(call, "read");
  return found.ok ? answerSites(call, []) : found;
}

/** GET /me/followedSites */
export function listFollowedSites(call: Call): Outcome {
  const sites = call.world.state.sites.inGroup(call.tenant.id);
  return answerSites(
    call,
    call.caller.followedSiteIds.flatMap((id) => sites.get(id.toLowerCase()) ?? []),
  );
}

/** Search shows only what the caller may read. */
function answerSites(call: Call, sites: readonly SiteRecord[]): Outcome {
  const select = selectedNames(call.query.get("$select"));
  const value = sites.filter((site) => roleOf(call.world, site.id, call.caller.id) !== "none").map((site) => presentSite(call, site, select));
  return { ok: true, value: { status: 200, json: { "@odata.context": `${serviceRoot}/$metadata#sites`, value } } };
}

function presentSite(call: Call, site: SiteRecord, select: readonly string[] | undefined): Readonly<Record<string, unknown>> {
  const webUrl = siteUrl(site);
  const usual: Site = {
    createdDateTime: new Date(site.createdMs).toISOString(),
    description: site.description,
    id: site.id,
    lastModifiedDateTime: isoSeconds(site.modifiedMs),
    name: site.path.split("/").at(-1) ?? "",
    webUrl,
    displayName: site.displayName,
    root: {},
    siteCollection: { hostname: site.host },
  };
  if (select === undefined) return { ...usual };
  return pick({ ...usual, sharepointIds: { siteId: site.siteGuid, siteUrl: webUrl, tenantId: call.tenant.id, webId: site.webGuid } }, [...select, "id"]);
}

export function siteUrl(site: SiteRecord): string {
  return `https://${site.host}${site.path}`;
}
