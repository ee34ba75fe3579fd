import { ourClient } from "./client-ours";
import { peers, type Bench } from "./measure-opens";
import { Simulation, type Network } from "./simulation";

export interface Waited {
  /** Requests that left while the service had asked for quiet and the client had heard it. */
  readonly tooEarly: number;
  /** What the library left undone: an error, or refused parts of a batch. */
  readonly leftUndone: number;
  readonly seconds: number;
}

/** The service refuses everything until a moment and names it. */
const orders = [
  { name: "seconds", forMs: 7_000, form: "seconds", where: "requests" },
  { name: "HTTP date", forMs: 7_000, form: "date", where: "requests" },
  { name: "inside $batch", forMs: 7_000, form: "seconds", where: "parts" },
  { name: "315 s", forMs: 315_000, form: "seconds", where: "requests" },
] as const;

const lists = 6;

/** Everybody reads the same six lists, twice inside a batch; a client that gives up stops there. */
export async function measureWaits(bench: Bench, network: Network): Promise<ReadonlyMap<string, Waited>> {
  const few: Bench = { ...bench, tenant: { ...bench.tenant, lists: bench.tenant.lists.slice(0, lists) } };
  const found = new Map<string, Waited>();
  for (const { name, forMs, form, where } of orders) {
    for (const client of ["ours", ...peers.map((peer) => peer.name)]) {
      bench.link.reset();
      bench.link.refuse({ until: forMs, form, where });
      const simulation = new Simulation(bench.link, network);
      const read = reader(few, simulation, { client, where });
      const run = await simulation.measure(async () => {
        let leftUndone = 0;
        for (let time = 0; time < 2; time += 1) {
          try {
            leftUndone += await read();
          } catch {
            return leftUndone + 1;
          }
        }
        return leftUndone;
      });
      found.set(`${name}, ${client}`, { tooEarly: run.tooEarly, leftUndone: run.value, seconds: Math.round(run.totalMs / 1_000) });
    }
  }
  return found;
}

function reader({ tenant }: Bench, simulation: Simulation, how: { readonly client: string; readonly where: "requests" | "parts" }): () => Promise<number> {
  const peer = peers.find(({ name }) => name === how.client)?.make(tenant);
  if (peer === undefined) {
    const ours = ourClient(simulation, tenant);
    return async () => {
      await ours.refresh();
      return 0;
    };
  }
  const ids = tenant.lists.map(({ id }) => id);
  if (how.where === "parts") return () => peer.readInBatch(ids);
  return async () => {
    for (const id of ids) await peer.openList(id);
    return 0;
  };
}
