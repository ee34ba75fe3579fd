import { createSites, scopeNeeds, scopesUnder, type Graph } from "../../graph";
import { succeed } from "../../kernel";
import { systemClock } from "../../hosts";
import { checkAccess, probeSite, type SiteLists } from "../../lists";
import type { AccessService, Permissions } from "../../parts";
import type { PageConsent } from "./consent";
import type { Deployment } from "./deployment";
import { answerAt } from "./site-address";

export interface AccessParts {
  readonly graph: Graph;
  readonly lists: SiteLists;
  readonly consent: PageConsent;
  readonly deployment: Pick<Deployment, "clientId" | "tenantId" | "sites">;
}

export interface PermissionParts {
  readonly consent: Pick<PageConsent, "way" | "state">;
  readonly deployment: Pick<Deployment, "clientId" | "tenantId">;
}

/** The table of scopes as it stands for this organisation, with what became of each on this page. */
export function permissionsOf({ consent, deployment }: PermissionParts): Permissions {
  const needs = scopeNeeds.map(({ feature, scope, administratorMustConsent, askedAt }) => {
    const [asked] = scopesUnder(consent.way, [scope]) ?? [];
    return { feature, administratorMustConsent, askedAt, state: consent.state(feature), ...(asked === undefined ? {} : { scope: asked }) };
  });
  // learn.microsoft.com/entra/identity/enterprise-apps/grant-admin-consent: the address of tenant-wide consent.
  const consentLink = `https://login.microsoftonline.com/${deployment.tenantId}/adminconsent?client_id=${deployment.clientId}`;
  return { way: consent.way, needs, consentLink };
}

export function accessService({ graph, lists, consent, deployment }: AccessParts): AccessService {
  const sites = createSites(graph);
  return {
    permissions: () => Promise.resolve(succeed(permissionsOf({ consent, deployment }))),
    check: async (site, progress) => succeed(await probeSite({ graph, site, clock: systemClock }, progress)),
    look: async ({ site, ...question }) => succeed(await checkAccess({ graph, lists, findSite: () => answerAt(sites, site) }, question)),
  };
}
