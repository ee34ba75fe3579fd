import { createSites, graphPath, scopesFor, type Graph, type Site } from "../../graph";
import { listAt, succeed, textAt, type Result } from "../../kernel";
import { listUrlName } from "../../lists";
import type { KnownSite, SitesService } from "../../parts";
import type { PageConsent } from "./consent";
import type { Deployment } from "./deployment";
import { siteAt } from "./site-address";

export interface SitesParts {
  readonly graph: Graph;
  readonly consent: Pick<PageConsent, "way">;
  readonly deployment: Pick<Deployment, "sites">;
}

export function sitesService({ graph, consent, deployment }: SitesParts): SitesService {
  const sites = createSites(graph);
  const open = async (address: string): Promise<Result<KnownSite>> => {
    const site = await siteAt(sites, address);
    return site.ok ? succeed(known(site.value)) : site;
  };
  return {
    open,
    offered: async () => {
      const named = await Promise.all(deployment.sites.map(({ address }) => open(address)));
      const there = named.flatMap((site) => (site.ok ? [site.value] : []));
      // Sites that are granted one by one can be asked for by address alone.
      if (consent.way === "selected") return succeed(there);
      const followed = await sites.followed();
      if (!followed.ok) return there.length > 0 ? succeed(there) : followed;
      const others = followed.value.map(known).filter(({ id }) => there.every((site) => site.id !== id));
      return succeed([...there, ...(await withRegisters(graph, others))]);
    },
  };
}

function known(site: Site): KnownSite {
  return { id: site.id, name: site.displayName, address: site.webUrl };
}

/** A site whose Projects are a list of the trust's own has Settings, where that is written down. */
const signs = ["Projects", "Settings"].map((name) => listUrlName({ name }));

/** Those that hold registers; one call for twenty sites. A site that cannot be looked into is not offered. */
async function withRegisters(graph: Graph, sites: readonly KnownSite[]): Promise<readonly KnownSite[]> {
  if (sites.length === 0) return [];
  const requests = sites.map(({ id }) => ({ method: "GET" as const, address: graphPath`/sites/${id}/lists`, query: { select: ["name"] } }));
  const answers = await graph.batch(requests, { scopes: scopesFor("readRegisters") });
  return sites.filter((_site, index) => {
    const answer = answers[index];
    return answer?.ok === true && listAt(answer.value.body, "value").some((list) => signs.includes(textAt(list, "name") ?? ""));
  });
}
