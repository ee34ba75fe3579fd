import { seededRandomness } from "../../../src/demo/tenant";
import { createGraph, type GraphFetch } from "../../../src/graph";
import { succeed } from "../../../src/kernel";
import { createSharePointSource, createSiteLists } from "../../../src/lists";
import { loadRegister, registerNamed, type Changes } from "../../../src/registers";
import { createStore, type PullAnswer, type RegisterPlace, type RegisterSource, type Store } from "../../../src/store";
import type { Simulation } from "./simulation";
import type { BuiltTenant } from "./tenant-messages";

/** Our store over SharePoint lists over Graph, as a page has them: it knows the site and the names of the registers, and finds the lists itself. */
export interface OurClient {
  readonly store: Store;
  /** Brings every list up to date and reads its rows as a screen does. @returns how many there are. */
  refresh(): Promise<number>;
  /** Where the next round of each list starts; what a device would keep beside the rows. */
  readonly tokens: ReadonlyMap<string, string>;
  /** A new session on a device that keeps tokens: one round of changes, the rows left out. @returns rows that came. */
  pullFrom(tokens: ReadonlyMap<string, string>): Promise<number>;
  /** Changes this many rows of the first list in one operation, as a paste does. @returns how many are saved. */
  edit(rows: number): Promise<number>;
}

export function ourClient(simulation: Simulation, tenant: BuiltTenant): OurClient {
  const { clock, timers } = simulation;
  const send: GraphFetch = (url, init) => fetch(url, { ...init, headers: { ...init.headers } });
  const graph = createGraph({ fetch: send, token: () => Promise.resolve(succeed(tenant.token)), clock, timers, randomness: seededRandomness(5) });
  const lists = createSiteLists(graph, loadRegister);
  const source = createSharePointSource({ graph, lists, loadRegister });
  const tokens = new Map<string, string>();
  const pullListening: RegisterSource["pull"] = (requests, came, signal) => {
    const heard = (answer: PullAnswer): void => {
      const { place, pages } = answer;
      const token = pages.ok ? pages.value.at(-1)?.token : undefined;
      if (token !== undefined) tokens.set(place.register, token);
      came(answer);
    };
    return source.pull(requests, heard, signal);
  };
  const listening: RegisterSource = { ...source, pull: pullListening };
  const workedOut = (name: string): NonNullable<ReturnType<typeof registerNamed>>["workedOut"] => registerNamed(name)?.workedOut ?? {};
  const store = createStore({ source: listening, clock, timers, randomness: seededRandomness(6), workedOut });
  const places: readonly RegisterPlace[] = tenant.lists.map(({ register }) => ({ site: tenant.site, register }));
  return {
    store,
    tokens,
    refresh: async () => {
      const states = await store.refresh(places);
      const fault = states.find((state) => state.fault !== undefined)?.fault;
      if (fault !== undefined) throw new Error(`a list was not read: ${fault.kind}`);
      return places.reduce((sum, place) => sum + store.rows(place).length, 0);
    },
    pullFrom: async (kept) => {
      const requests = places.map((place) => ({ place, token: kept.get(place.register) ?? "" }));
      let rows = 0;
      await source.pull(requests, ({ pages }) => {
        rows += pages.ok ? pages.value.reduce((all, page) => all + page.rows.length, 0) : Number.NaN;
      });
      return rows;
    },
    edit: async (count) => {
      const [place] = places;
      if (place === undefined) return 0;
      const edits = store
        .rows(place)
        .slice(0, count)
        .map((row) => ({ ...place, kind: "update" as const, id: row.id, changes: changesOf(row.id), seen: { values: row.values, etag: row.etag ?? "" } }));
      const receipt = await store.change(edits, "change to many rows");
      return receipt.outcomes.filter(({ kind }) => kind === "saved").length;
    },
  };
}

function changesOf(id: string): Changes {
  return { Title: `Pasted ${id}` };
}
