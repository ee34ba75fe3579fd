import { sampleWords } from "../../content";
import { succeed, today } from "../../kernel";
import type { Services } from "../../parts";
import type { RegisterPlace, RegisterSource, Store } from "../../store";
import { sampleRows } from "./sample-rows";
import { createSampleSource } from "./sample-source";

/** Handed in, because a fetched part that names what the first page holds makes that page larger (1 kB here). */
export type OpenStore = (source: RegisterSource) => Store;

/** What every screen needs, over invented rows in memory. Nothing of it reaches the site, a channel or this device. */
export function sampleServices(real: Services, openStore: OpenStore): Services {
  const { clock, session } = real;
  const store = openStore(createSampleSource(sampleRows(today(clock))));
  const { channel: _channel, ...place } = session;
  const show = (places: readonly RegisterPlace[]): (() => void) => {
    void store.refresh(places);
    return () => undefined;
  };
  return {
    ...real,
    store,
    session: { ...place, site: { ...session.site, id: "sample", name: sampleWords.siteName }, scope: { kind: "portfolio" }, isSample: true },
    people: { search: () => Promise.resolve(succeed([])) },
    history: { versions: () => Promise.resolve(succeed([])) },
    messages: { channels: () => Promise.resolve(succeed([])), postCard: () => Promise.resolve(nothingHere) },
    sites: { open: () => Promise.resolve(nothingHere), offered: () => Promise.resolve(succeed([])) },
    provisioning: {
      look: () => Promise.resolve(succeed({ absent: [], standing: [], otherLists: 0 })),
      plan: () => Promise.resolve(succeed([])),
      create: () => Promise.resolve(succeed([])),
      repair: () => Promise.resolve(succeed([])),
    },
    adoption: {
      candidates: () => Promise.resolve(succeed([])),
      look: () => Promise.resolve(nothingHere),
      addColumns: () => Promise.resolve(nothingHere),
      rows: () => Promise.resolve(nothingHere),
      lookAgain: () => undefined,
    },
    consent: { ask: () => Promise.resolve(succeed(undefined)), heldUp: () => undefined, subscribe: () => () => undefined },
    rights: { of: () => "unknown", list: () => undefined, subscribe: () => () => undefined },
    refreshing: { show, lookAgain: () => undefined },
  };
}

const nothingHere = { ok: false, fault: { kind: "notFound" } } as const;
