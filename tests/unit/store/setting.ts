import { makeClientKey } from "../../../src/kernel";
import { newRowId, type Changes, type Edit, type RowId, type Values } from "../../../src/registers";
import { createStore, type Decision, type EditOutcome, type RegisterPlace, type Store, type StoreEnvironment } from "../../../src/store";
import { MemoryLists, MemorySource } from "./memory-source";
import { OneDevice } from "./one-device";
import { StillWorld } from "./still-world";

export const risks: RegisterPlace = { site: "northmere.sharepoint.com,site-one", register: "Risks" };
export const projects: RegisterPlace = { site: "northmere.sharepoint.com,site-one", register: "Projects" };

export const twoRisks = [
  { Title: "Roof leaks", Likelihood: 2, Owner: "Ada Byron" },
  { Title: "Supplier fails", Likelihood: 3, Owner: "Tom Hale" },
];

export interface Setting {
  readonly lists: MemoryLists;
  readonly source: MemorySource;
  readonly world: StillWorld;
  readonly store: Store;
}

/** A store that has already pulled these rows of the Risks register, or what is in lists that others have open, too. */
export async function openStore(
  rows: readonly Values[] = [],
  more: Partial<Pick<StoreEnvironment, "workedOut" | "device" | "gate">> = {},
  step?: (what: string) => Promise<void>,
  lists = new MemoryLists(),
): Promise<Setting> {
  for (const values of rows) lists.type(risks, values);
  const source = new MemorySource(lists, step && { step });
  const world = new StillWorld();
  const store = createStore({ source, clock: world, timers: world, randomness: world, device: new OneDevice().page("a page"), ...more });
  await store.refresh([risks]);
  source.requests.length = 0;
  return { lists, source, world, store };
}

/** An edit by somebody who has the row in front of them as the store shows it now. */
export function editOf(store: Store, id: RowId, changes: Changes, place = risks): Edit {
  const seen = store.seen(place, id);
  if (!seen) throw new Error(`no row ${id}`);
  return { ...place, kind: "update", id, changes, seen };
}

export function creation(world: StillWorld, changes: Changes, place = risks): Edit {
  return { ...place, kind: "create", id: newRowId(makeClientKey(world)), changes, seen: { values: {} } };
}

export function decisionOf(outcome: EditOutcome | undefined): Decision {
  if (outcome?.kind !== "needsDecision") throw new Error(`expected a decision, got ${String(outcome?.kind)}`);
  return outcome.decision;
}
