import { graphClient } from "./client-graph-client";
import { ourClient, type OurClient } from "./client-ours";
import { pnpClient } from "./client-pnp";
import type { PeerClient } from "./peer-client";
import { Simulation, type Measured, type Network } from "./simulation";
import type { TenantLink } from "./tenant-link";
import type { BuiltTenant } from "./tenant-messages";

export const peers: readonly { readonly name: string; readonly make: (tenant: BuiltTenant) => PeerClient }[] = [
  { name: "PageIterator", make: graphClient },
  { name: "PnPjs", make: pnpClient },
];

/** A tenant and what runs against it. Every measurement begins with the tenant as it was built. */
export interface Bench {
  readonly link: TenantLink;
  readonly tenant: BuiltTenant;
  readonly rows: number;
}

export type Runs = Map<string, Measured<unknown>[]>;

export function note(runs: Runs, name: string, run: Measured<unknown>): void {
  const { value: _held, ...figures } = run;
  runs.set(name, [...(runs.get(name) ?? []), { ...figures, value: undefined }]);
}

function expectRows(run: Measured<number>, rows: number): void {
  if (run.value !== rows) throw new Error(`${run.value} rows came instead of ${rows}`);
}

function begin({ link, tenant }: Bench, network: Network): { readonly simulation: Simulation; readonly ours: OurClient } {
  link.reset();
  const simulation = new Simulation(link, network);
  return { simulation, ours: ourClient(simulation, tenant) };
}

/**
 * First open; opened again with nothing changed; refreshed after somebody changed 1 % of each list; opened in a new session that
 * knows its tokens alone, as it would from a device.
 */
export async function measureOurOpens(bench: Bench, network: Network, runs: Runs): Promise<void> {
  const { simulation, ours } = begin(bench, network);
  const all = bench.rows * bench.tenant.lists.length;
  const first = await simulation.measure(() => ours.refresh());
  expectRows(first, all);
  note(runs, "first open, ours", first);
  const again = await simulation.measure(() => ours.refresh());
  expectRows(again, all);
  note(runs, "refresh with nothing changed, ours", again);
  bench.link.change(bench.rows / 100);
  const changed = await simulation.measure(() => ours.refresh());
  expectRows(changed, all);
  note(runs, "refresh with 1 % changed, ours", changed);
  const session = ourClient(simulation, bench.tenant);
  note(runs, "new session that knows its tokens, ours", await simulation.measure(() => session.pullFrom(ours.tokens)));
}

/** One list after the other, each page after the one before: what the documentation of both libraries shows. */
export async function measurePeerOpen(
  bench: Bench,
  network: Network,
  { runs, peer }: { readonly runs: Runs; readonly peer: (typeof peers)[number] },
): Promise<void> {
  bench.link.reset();
  const simulation = new Simulation(bench.link, network);
  const client = peer.make(bench.tenant);
  let held: unknown[] = [];
  const open = await simulation.measure(async () => {
    for (const { id } of bench.tenant.lists) held.push(await client.openList(id));
    return held.reduce<number>((sum, items) => sum + (items as unknown[]).length, 0);
  });
  expectRows(open, bench.rows * bench.tenant.lists.length);
  held = [];
  note(runs, `first open, ${peer.name}`, open);
}

/** Kinder to the libraries than their documentation: the lists side by side over all connections, and refreshed by their delta links. */
export async function measurePeersAtBest(bench: Bench, network: Network, runs: Runs): Promise<void> {
  for (const peer of peers) {
    bench.link.reset();
    const simulation = new Simulation(bench.link, network);
    const client = peer.make(bench.tenant);
    const open = await simulation.measure(() => Promise.all(bench.tenant.lists.map(({ id }) => client.openList(id))));
    note(runs, `first open with all lists side by side, ${peer.name}`, open);
    const { changes } = client;
    if (changes === undefined) continue;
    for (const { id } of bench.tenant.lists) await simulation.measure(() => changes.start(id));
    bench.link.change(bench.rows / 100);
    const refresh = await simulation.measure(async () => {
      for (const { id } of bench.tenant.lists) await changes.next(id);
    });
    note(runs, `refresh with 1 % changed, ${peer.name} with the delta links it was given`, refresh);
  }
}

/** 1,000 changed rows of one list. */
export async function measurePushes(bench: Bench, network: Network, { runs, edits }: { readonly runs: Runs; readonly edits: number }): Promise<void> {
  const { simulation, ours } = begin(bench, network);
  await simulation.measure(() => ours.refresh());
  const pushed = await simulation.measure(() => ours.edit(edits));
  expectRows(pushed, edits);
  note(runs, "1,000 edits, ours", pushed);
  const [list] = bench.tenant.lists;
  for (const peer of peers) {
    bench.link.reset();
    const client = peer.make(bench.tenant);
    const run = await new Simulation(bench.link, network).measure(async () => {
      for (let item = 1; item <= edits; item += 1) await client.update(list?.id ?? "", String(item), `Pasted ${item}`);
    });
    note(runs, `1,000 edits, ${peer.name} one by one`, run);
  }
}
