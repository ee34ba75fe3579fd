import { cpus, loadavg } from "node:os";
import { isMainThread } from "node:worker_threads";
import { numberAt, parseJson } from "../../../src/kernel";
import { figuresOf, median, round, type Figures } from "./figures";
import { measureOurOpens, measurePeerOpen, measurePeersAtBest, measurePushes, note, peers, type Bench, type Runs } from "./measure-opens";
import { measureWaits } from "./measure-waits";
import type { Network } from "./simulation";
import { openTenant } from "./tenant-link";
import { serveTenant } from "./tenant-thread";

const callMs = 150;
const connections = 6;
/** The largest budget that SharePoint gives an app in a tenant (more than 50,000 licences), so that nobody is throttled here. */
const unitsPerMinute = 6_250;
const rowCosts = [0.35, 0.1];
const small = { lists: 20, rows: 1_000 };
const large = { lists: 12, rows: 20_000 };
const edits = 1_000;
/** What SharePoint may take for a write; nobody has published it. Reported beside the model, and not judged. */
const slowWriteMs = 25;

function networkAt(rowMs: number, writeMs = rowMs): Network {
  return { callMs, readMs: rowMs, writeMs, connections };
}

/** The least that anybody could need: one call to find the lists, one to begin, then all rows over all connections. */
function boundSeconds(rows: number, rowMs: number): number {
  return (2 * callMs + (rows * rowMs) / connections) / 1_000;
}

interface Outcome {
  readonly results: Record<string, unknown>;
  readonly ratios: Record<string, number>;
}

async function run({ times, large: withLarge }: { readonly times: number; readonly large: boolean }): Promise<Outcome> {
  const loadBefore = loadavg();
  const results: Record<string, unknown> = {};
  const ratios: Record<string, number> = {};
  await measureSmall(times, { results, ratios });
  if (withLarge) await measureLarge({ results, ratios });
  results["P3, rows from the device"] = "measured in a browser: npm run bench -- disk";
  results["conditions"] = {
    callMs,
    rowMs: rowCosts,
    connections,
    unitsPerMinute,
    bandwidth: "unlimited",
    batch: "parts one after another",
    times,
    cores: cpus().length,
    load: [...loadBefore, ...loadavg()].map((load) => round(load, 1)),
  };
  return { results, ratios };
}

async function measureSmall(times: number, { results, ratios }: Outcome): Promise<void> {
  const link = openTenant();
  const bench: Bench = { link, rows: small.rows, tenant: link.build({ ...small, unitsPerMinute }) };
  const rows = small.lists * small.rows;
  const byCost = new Map<number, Runs>(rowCosts.map((rowMs) => [rowMs, new Map()]));
  await warmUp(bench);
  for (let time = 0; time < times; time += 1) {
    for (const [rowMs, runs] of byCost) {
      const network = networkAt(rowMs);
      const inTurn = [
        () => measureOurOpens(bench, network, runs),
        ...peers.map((peer) => () => measurePeerOpen(bench, network, { runs, peer })),
        ...(time % 2 === 0 ? [() => measurePushes(bench, network, { runs, edits })] : []),
      ];
      for (let place = 0; place < inTurn.length; place += 1) await inTurn[(place + time) % inTurn.length]?.();
    }
  }
  for (const [rowMs, runs] of byCost) {
    await measurePeersAtBest(bench, networkAt(rowMs), runs);
    const lines = report(results, runs, `20 × 1,000 at ${rowMs} ms a row`);
    const ours = lines.get("first open, ours");
    addOpenRatios({ ratios, lines, suffix: ` at ${rowMs} ms a row`, bound: boundSeconds(rows, rowMs) });
    results[`bound of a first open, 20 × 1,000 at ${rowMs} ms a row, seconds`] = round(boundSeconds(rows, rowMs), 3);
    results[`bound of 1,000 edits at ${rowMs} ms a row, seconds`] = round(boundSeconds(edits, rowMs), 3);
    const push = lines.get("1,000 edits, ours")?.seconds ?? Number.NaN;
    ratios[`push at ${rowMs} ms a row`] = round(fastestPeer(lines, (peer) => `1,000 edits, ${peer} one by one`) / push, 2);
    ratios[`push / bound at ${rowMs} ms a row`] = round(push / boundSeconds(edits, rowMs), 2);
    if (ours === undefined) throw new Error("nothing was measured");
  }
  addUnitRatios(ratios, byCost.get(rowCosts[0] ?? 0) ?? new Map<string, never>(), "20 × 1,000");
  const slow: Runs = new Map();
  await measurePushes(bench, networkAt(0.35, slowWriteMs), { runs: slow, edits });
  const lines = report(results, slow, `at ${slowWriteMs} ms a written row`);
  ratios[`push at ${slowWriteMs} ms a written row`] = round(
    fastestPeer(lines, (peer) => `1,000 edits, ${peer} one by one`) / (lines.get("1,000 edits, ours")?.seconds ?? Number.NaN),
    2,
  );
  const waits = await measureWaits(bench, networkAt(0.35));
  for (const [name, waited] of waits) results[`Retry-After, ${name}`] = waited;
  ratios["P11"] = [...waits].reduce((sum, [name, { tooEarly }]) => sum + (name.endsWith(", ours") ? tooEarly : 0), 0);
  await link.stop();
}

/** Compilers and caches are not what is compared. */
async function warmUp(bench: Bench): Promise<void> {
  const unused: Runs = new Map();
  await measureOurOpens(bench, networkAt(0), unused);
  for (const peer of peers) await measurePeerOpen(bench, networkAt(0), { runs: unused, peer });
}

/**
 * Once, and against one of the libraries, as an open of 240,000 rows takes a minute even when the network takes no time. A library waits
 * for each answer before it sends the next request, so its time at another cost of a row follows from the same run.
 */
async function measureLarge({ results, ratios }: Outcome): Promise<void> {
  const link = openTenant();
  const bench: Bench = { link, rows: large.rows, tenant: link.build({ ...large, unitsPerMinute }) };
  const rows = large.lists * large.rows;
  const [measuredCost = 0] = rowCosts;
  const libraries: Runs = new Map();
  const [peer] = peers;
  if (peer !== undefined) await measurePeerOpen(bench, networkAt(measuredCost), { runs: libraries, peer });
  for (const rowMs of rowCosts) {
    const runs: Runs = new Map();
    for (const [name, [open]] of libraries) if (open) note(runs, name, { ...open, totalMs: open.totalMs + rows * (rowMs - measuredCost) });
    await measureOurOpens(bench, networkAt(rowMs), runs);
    const lines = report(results, runs, `12 × 20,000 at ${rowMs} ms a row`);
    addOpenRatios({ ratios, lines, suffix: ` of 12 × 20,000 at ${rowMs} ms a row`, bound: boundSeconds(rows, rowMs) });
    results[`bound of a first open, 12 × 20,000 at ${rowMs} ms a row, seconds`] = round(boundSeconds(rows, rowMs), 3);
    if (rowMs === measuredCost) addUnitRatios(ratios, runs, "12 × 20,000");
  }
  await link.stop();
}

function report(results: Record<string, unknown>, runs: Runs, where: string): ReadonlyMap<string, Figures> {
  const lines = new Map([...runs].map(([name, all]) => [name, figuresOf(all)]));
  for (const [name, figures] of lines) results[`${name}, ${where}`] = figures;
  return lines;
}

/** The faster of the libraries is the one that counts. */
function fastestPeer(lines: ReadonlyMap<string, Figures>, line: (peer: string) => string): number {
  return Math.min(...peers.flatMap(({ name }) => lines.get(line(name))?.seconds ?? []));
}

function addOpenRatios(given: {
  readonly ratios: Record<string, number>;
  readonly lines: ReadonlyMap<string, Figures>;
  readonly suffix: string;
  readonly bound: number;
}): void {
  const { ratios, lines, suffix, bound } = given;
  const first = lines.get("first open, ours")?.seconds ?? Number.NaN;
  const slowest = fastestPeer(lines, (peer) => `first open, ${peer}`);
  ratios[`P1${suffix}`] = round(slowest / first, 2);
  ratios[`P2${suffix}`] = round(first / bound, 2);
  ratios[`refresh with nothing changed: first open of a library / ours${suffix}`] = round(
    slowest / (lines.get("refresh with nothing changed, ours")?.seconds ?? Number.NaN),
    1,
  );
  ratios[`refresh with 1 % changed: first open of a library / ours${suffix}`] = round(
    slowest / (lines.get("refresh with 1 % changed, ours")?.seconds ?? Number.NaN),
    1,
  );
}

/** Both without finding the lists; then with everything that a new session of ours asks. */
function addUnitRatios(ratios: Record<string, number>, runs: Runs, where: string): void {
  const units = (name: string): number => median((runs.get(name) ?? []).map((run) => run.units));
  const full = units(`first open, ${peers[0]?.name ?? ""}`);
  ratios[`P10 of ${where}`] = round(full / units("refresh with nothing changed, ours"), 2);
  ratios[`P10 of ${where} with lists and columns`] = round(full / units("new session that knows its tokens, ours"), 2);
}

if (isMainThread) {
  const asked = parseJson(process.argv[2] ?? "{}");
  const outcome = await run({ times: numberAt(asked, "times") ?? 3, large: numberAt(asked, "large") !== 0 });
  process.stdout.write(JSON.stringify(outcome));
} else {
  serveTenant();
}
