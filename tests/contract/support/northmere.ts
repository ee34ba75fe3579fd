import { createTenant, seededRandomness, tenantFetch, type Tenant } from "../../../src/demo/tenant";
import { createGraph, createSites, type Graph, type GraphFetch } from "../../../src/graph";
import { createProvisioning, createSharePointSource, createSiteLists, learnRights, type Provisioning, type Rights, type SiteLists } from "../../../src/lists";
import { succeed, type Clock, type Timers } from "../../../src/kernel";
import { loadRegister, loadRegisters } from "../../../src/registers";
import { OneDevice } from "../../unit/store/one-device";
import { createStore, type Store } from "../../../src/store";

export const clock: Clock = { nowMs: () => Date.UTC(2026, 10, 24, 9) };

/** Real time: the engine answers at once, so only a throttled wait would be felt. */
export const timers: Timers = {
  after: (delayMs, callBack) => {
    const timer = setTimeout(callBack, delayMs);
    timer.unref();
    return () => {
      clearTimeout(timer);
    };
  },
};

export interface Client {
  readonly graph: Graph;
  readonly store: Store;
  readonly rights: Rights;
  readonly lists: SiteLists;
  readonly site: string;
}

export interface Northmere {
  readonly tenant: Tenant;
  /** @param device where an earlier page of the same person may have left rows. */
  client(person: string, device?: OneDevice): Promise<Client>;
  setUp(registers: readonly string[]): Promise<void>;
  /** The site's owner, who sets registers up and changes lists in Lists. */
  owner(): Promise<{ readonly graph: Graph; readonly site: string; readonly provisioning: Provisioning; listId(register: string): Promise<string> }>;
}

/** A trust with one site and two people who may write, one who may only read. */
export function northmere(): Northmere {
  const tenant = createTenant({ clock, randomness: seededRandomness(7) });
  tenant.addTenant({ key: "trust", displayName: "Northmere University Hospitals NHS Trust", host: "northmere.sharepoint.com" });
  for (const [key, displayName] of [
    ["asha", "Asha Patel"],
    ["tom", "Tom Reid"],
    ["board", "Bea Marsh"],
    ["owner", "Olu Grant"],
  ] as const) {
    tenant.addPerson({ key, tenant: "trust", displayName, userPrincipalName: `${key}@northmere.example` });
  }
  tenant.addSite({ key: "pmo", tenant: "trust", path: "/sites/pmo", displayName: "PMO" });
  tenant.grant("pmo", "asha", "write");
  tenant.grant("pmo", "tom", "write");
  tenant.grant("pmo", "board", "read");
  tenant.grant("pmo", "owner", "manage");

  async function connect(person: string): Promise<{ graph: Graph; site: string }> {
    const send = tenantFetch(tenant);
    const fetch: GraphFetch = (url, init) => send(url, { ...init, headers: { ...init.headers } });
    const graph = createGraph({
      fetch,
      token: (scopes) => Promise.resolve(succeed(tenant.issueToken(person, scopes))),
      clock,
      timers,
      randomness: seededRandomness(person.length),
    });
    const site = await createSites(graph).byPath("northmere.sharepoint.com", "/sites/pmo");
    if (!site.ok) throw new Error(`no site: ${site.fault.kind}`);
    return { graph, site: site.value.id };
  }

  return {
    tenant,
    client: async (person, device = new OneDevice()) => {
      const { graph, site } = await connect(person);
      const lists = createSiteLists(graph, loadRegister);
      const { source, rights } = learnRights(createSharePointSource({ graph, lists, loadRegister }), lists);
      return {
        graph,
        site,
        rights,
        lists,
        store: createStore({ source, clock, timers, randomness: seededRandomness(person.length + 100), device: device.page("a page") }),
      };
    },
    owner: async () => {
      const { graph, site } = await connect("owner");
      const lists = createSiteLists(graph, loadRegister);
      const listId = async (register: string): Promise<string> => {
        const schema = await lists.schema({ site, register });
        if (!schema.ok) throw new Error(`no list of ${register}`);
        return schema.value.listId;
      };
      return { graph, site, listId, provisioning: createProvisioning({ graph, lists, loadRegisters }) };
    },
    setUp: async (registers) => {
      const { graph, site } = await connect("owner");
      const lists = createSiteLists(graph, loadRegister);
      const made = await createProvisioning({ graph, lists, loadRegisters }).create(site, registers, {
        report: () => undefined,
        signal: new AbortController().signal,
      });
      const failed = made.filter((list) => !list.outcome.ok);
      if (failed.length > 0) throw new Error(JSON.stringify(failed));
    },
  };
}
