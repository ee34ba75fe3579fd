import { createTenant, seededRandomness, tenantFetch, type TenantRequest, type TenantState } from "../../src/demo/tenant";
import { createGraph, createSites, type Graph, type GraphFetch } from "../../src/graph";
import { succeed, type Clock, type Timers } from "../../src/kernel";
import { createProvisioning, createSharePointSource, createSiteLists } from "../../src/lists";
import type { CreateRequest } from "../../src/store";
import { Chance } from "./chance";
import { loadSimRegister, simRegisters } from "./sim-registers";

export const siteKey = "pmo";
export const people = ["asha", "tom", "mina", "lee"] as const;
/** Works in the Lists page. */
export const listsPerson = "kim";
export const listOwner = "olu";

/** What every run begins from: set up once by the product's own provisioning, then forked. */
export interface Ground {
  /** A tenant's state of one's own. */
  fork(): TenantState;
  readonly siteId: string;
  /** Puts an empty list of the register there again, under the address name it had. */
  readonly listMaking: ReadonlyMap<string, TenantRequest>;
}

const rowsOfEach = 5;
const clock: Clock = { nowMs: () => Date.UTC(2026, 10, 24, 8) };
/** Nothing throttles the set-up, so no timer of it has to run out. */
const timers: Timers = { after: () => () => undefined };

export async function prepareGround(): Promise<Ground> {
  const tenant = createTenant({ clock, randomness: seededRandomness(11) });
  tenant.addTenant({ key: "trust", displayName: "Northmere University Hospitals NHS Trust", host: "northmere.sharepoint.com" });
  tenant.addSite({ key: siteKey, tenant: "trust", path: "/sites/pmo", displayName: "PMO" });
  for (const key of [...people, listsPerson, listOwner]) {
    tenant.addPerson({ key, tenant: "trust", displayName: key, userPrincipalName: `${key}@northmere.example` });
    tenant.grant(siteKey, key, key === listOwner ? "manage" : "write");
  }
  const listMaking = new Map<string, TenantRequest>();
  const send = tenantFetch(tenant);
  const fetch: GraphFetch = (url, init) => {
    const body = typeof init.body === "string" ? init.body : "";
    const made = init.method === "POST" && url.endsWith("/lists") ? /"displayName":"PR(\w+)"/.exec(body)?.[1] : undefined;
    if (made !== undefined) listMaking.set(made, { method: "POST", url, headers: init.headers, body });
    return send(url, { ...init, headers: { ...init.headers } });
  };
  const graph = createGraph({
    fetch,
    token: (scopes) => Promise.resolve(succeed(tenant.issueToken(listOwner, scopes))),
    clock,
    timers,
    randomness: new Chance(5, "ground"),
  });
  const site = await createSites(graph).byPath("northmere.sharepoint.com", "/sites/pmo");
  if (!site.ok) throw new Error(`no site: ${site.fault.kind}`);
  await provision(graph, site.value.id);
  return { fork: () => tenant.fork(), siteId: site.value.id, listMaking };
}

async function provision(graph: Graph, site: string): Promise<void> {
  const lists = createSiteLists(graph, loadSimRegister);
  const provisioning = createProvisioning({ graph, lists, loadRegisters: () => Promise.resolve(simRegisters) });
  const names = simRegisters.map(({ name }) => name);
  const made = await provisioning.create(site, names, { report: () => undefined, signal: new AbortController().signal });
  for (const { register, outcome } of made) if (!outcome.ok) throw new Error(`no list ${register}: ${outcome.fault.kind}`);
  const source = createSharePointSource({ graph, lists, loadRegister: loadSimRegister });
  for (const register of ["Projects", "Risks"]) {
    const requests = Array.from({ length: rowsOfEach }, (_, index) => firstRow({ site, register }, index + 1));
    for (const answer of await source.createMany(requests)) if (!answer.ok) throw new Error(`no row: ${answer.fault.kind}`);
  }
}

function firstRow(place: CreateRequest["place"], number: number): CreateRequest {
  const key = `${place.register === "Risks" ? "a" : "b"}${String(number)}`.padStart(32, "0");
  const title = `${place.register} ${String(number)}`;
  const values =
    place.register === "Risks"
      ? {
          Title: title,
          Cause: `cause ${String(number)}`,
          Status: "Open",
          CurrentLikelihood: 2,
          CurrentConsequence: 3,
          CurrentScore: 6,
          CurrentBand: "Moderate",
        }
      : { Title: title, Description: `description ${String(number)}`, Status: "Active" };
  return { place, clientKey: key, operationId: key, values };
}
