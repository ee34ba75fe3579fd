import { Refreshing, type Services } from "../../../src/parts";
import { registerNamed, type Values } from "../../../src/registers";
import { createStore } from "../../../src/store";
import type { RegisterPlace, StoreDevice } from "../../../src/store";
import { noFigures } from "../parts/services";
import { MemoryLists, MemorySource } from "../store/memory-source";
import { OneDevice } from "../store/one-device";
import { StillWorld } from "../store/still-world";

// A page has no setImmediate, which the still world waits with.
(globalThis as { setImmediate?: unknown }).setImmediate ??= (callBack: () => void) => setTimeout(callBack, 0);

export const site = "northmere.sharepoint.com,site-one";
export const costPlace: RegisterPlace = { site, register: "Costs" };
const projectPlace: RegisterPlace = { site, register: "Projects" };

export interface Northmere {
  readonly lists: MemoryLists;
  readonly source: MemorySource;
  readonly world: StillWorld;
  readonly services: Services;
}

const costLine = (title: string, more: Values): Values => ({
  ProjectRef: "P-0001",
  Title: title,
  FinancialYear: "2026/27",
  CapRev: "Revenue",
  Status: "Planned",
  ...more,
});

/** A site with two projects and three cost lines behind a real store; only what the pane uses is there. */
export async function openNorthmere(device: StoreDevice = new OneDevice().page("a page")): Promise<Northmere> {
  const lists = new MemoryLists();
  lists.type(projectPlace, { Ref: "P-0001", Title: "Blood tracking", Owner: "Asha Patel" });
  lists.type(projectPlace, { Ref: "P-0002", Title: "Dental imaging", Owner: "Tom Reid" });
  lists.type(costPlace, costLine("Scanners", { BudM01: 120_000, FctM01: 120_000, AnnualBudget: 120_000, ForecastDate: "2026-10-01" }));
  lists.type(
    costPlace,
    costLine("Training", { BudM01: 50_000, FctM01: 50_000, AnnualBudget: 50_000, Owner: "Asha Patel", OwnerAddress: "asha.patel@northmere.example" }),
  );
  lists.type(costPlace, costLine("Imaging licences", { ProjectRef: "P-0002", BudM01: 80_000, FctM01: 80_000, AnnualBudget: 80_000 }));
  const source = new MemorySource(lists);
  const world = new StillWorld();
  const store = createStore({
    source,
    clock: world,
    timers: world,
    randomness: world,
    device,
    workedOut: (register) => registerNamed(register)?.workedOut ?? {},
  });
  await store.refresh([projectPlace]);
  return { lists, source, world, services: servicesOf(store, world) };
}

function servicesOf(store: Services["store"], world: StillWorld): Services {
  const refused = (): Promise<never> => Promise.reject(new Error("the pane does not use this service"));
  return {
    store,
    session: {
      me: { name: "Femi Okoro", address: "femi.okoro@northmere.example" },
      site: { id: site, name: "Northmere registers", address: "https://northmere.sharepoint.com/sites/registers" },
      scope: { kind: "portfolio" },
      host: "excel",
    },
    people: { search: refused },
    history: { versions: refused },
    messages: { channels: refused, postCard: refused },
    files: { save: refused },
    links: { toPage: (fragment) => fragment, toRecord: () => ({ teams: "", browser: "" }), open: refused, copy: refused },
    sites: { open: refused, offered: refused },
    provisioning: { look: refused, plan: refused, create: refused, repair: refused },
    adoption: { candidates: refused, look: refused, addColumns: refused, rows: refused, lookAgain: () => undefined },
    consent: { ask: refused, heldUp: () => undefined, subscribe: () => () => undefined },
    access: { permissions: refused, look: refused, check: refused },
    rights: { of: () => "unknown", list: () => undefined, subscribe: () => () => undefined },
    refreshing: new Refreshing({ store, gate: { blockedUntilMs: 0 }, clock: world, timers: world, randomness: world }),
    device: { keptHere: () => Promise.resolve(undefined) },
    diagnostics: { figures: () => noFigures },
    preferences: { read: () => undefined, write: () => undefined },
    location: {
      read: () => "",
      addressOf: (fragment) => `#${fragment}`,
      go: () => undefined,
      replace: () => undefined,
      subscribe: () => () => undefined,
      guard: () => () => undefined,
    },
    clock: world,
    timers: world,
    randomness: world,
  };
}
