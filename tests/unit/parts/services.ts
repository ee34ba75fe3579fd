import { memoryLocation } from "../../../src/hosts";
import { Refreshing, type KeptHere, type PageFigures, type Services } from "../../../src/parts";
import { registerNamed, type Values } from "../../../src/registers";
import { createStore, type RegisterPlace, type StoreDevice } from "../../../src/store";
import { MemoryLists, MemorySource } from "../store/memory-source";
import { OneDevice } from "../store/one-device";
import { StillWorld } from "../store/still-world";

// A page has no setImmediate, which the still world waits with.
(globalThis as { setImmediate?: unknown }).setImmediate ??= (callBack: () => void) => setTimeout(callBack, 0);

const site = "northmere.sharepoint.com,site-one";

export function placeOf(register: string): RegisterPlace {
  return { site, register };
}

/** A page that has asked for nothing yet. */
export const noFigures: PageFigures = {
  openedAtMs: Date.UTC(2026, 10, 24, 9),
  calls: 0,
  requests: 0,
  batched: 0,
  units: 0,
  unitsInLastMinute: 0,
  sentBytes: 0,
  receivedBytes: 0,
  throttled: 0,
  longestWaitMs: 0,
  version: "0.0.0",
  tenantId: "11111111-2222-3333-4444-555555555555",
};

/** A device that keeps what it can, and on which nothing else waits. */
export const keptSealed: KeptHere = {
  mode: "sealed",
  wanted: "sealed",
  waitingUnsent: 0,
  lostUnsent: 0,
  unsentHere: 0,
  forgetLost: () => Promise.resolve({ ok: true, value: undefined }),
  openAnew: () => undefined,
  signOutAndClear: () => Promise.resolve({ ok: true, value: undefined }),
};

export interface Northmere {
  readonly lists: MemoryLists;
  readonly source: MemorySource;
  readonly world: StillWorld;
  readonly services: Services;
}

/** A site with these rows, already read, behind a real store; services that no test needs refuse. */
export async function openNorthmere(
  rows: Readonly<Record<string, readonly Values[]>>,
  more: Partial<Services> = {},
  device: StoreDevice = new OneDevice().page("a page"),
): Promise<Northmere> {
  const lists = new MemoryLists();
  for (const [register, list] of Object.entries(rows)) for (const values of list) lists.type(placeOf(register), values);
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
  await store.refresh(Object.keys(rows).map(placeOf));
  const refused = (): Promise<never> => Promise.reject(new Error("this test does not use this service"));
  const services: Services = {
    store,
    session: {
      me: { name: "Femi Okoro", address: "femi.okoro@northmere.example" },
      site: { id: site, name: "Northmere registers", address: "https://northmere.sharepoint.com/sites/registers" },
      scope: { kind: "portfolio" },
      host: "browser",
    },
    people: { search: () => Promise.resolve({ ok: true, value: [] }) },
    history: { versions: refused },
    messages: { channels: refused, postCard: refused },
    files: { save: refused },
    links: { toPage: (fragment) => fragment, toRecord: () => ({ teams: "", browser: "" }), open: refused, copy: refused },
    sites: { open: refused, offered: refused },
    provisioning: { look: refused, plan: refused, create: refused, repair: refused },
    adoption: { candidates: refused, look: refused, addColumns: refused, rows: refused, lookAgain: () => undefined },
    consent: { ask: refused, heldUp: () => undefined, subscribe: () => () => undefined },
    access: {
      permissions: () => Promise.resolve({ ok: true, value: { way: "broad", needs: [], consentLink: "" } }),
      look: refused,
      check: refused,
    },
    rights: { of: () => "unknown", list: () => undefined, subscribe: () => () => undefined },
    refreshing: new Refreshing({ store, gate: { blockedUntilMs: 0 }, clock: world, timers: world, randomness: world }),
    diagnostics: { figures: () => noFigures },
    device: { keptHere: () => Promise.resolve(keptSealed) },
    preferences: { read: () => undefined, write: () => undefined },
    location: memoryLocation("register/Actions"),
    clock: world,
    timers: world,
    randomness: world,
    ...more,
  };
  return { lists, source, world, services };
}
