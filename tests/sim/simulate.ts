import type { ItemRecord } from "../../src/demo/tenant";
import { faultWords } from "../../src/content";
import { valueAt } from "../../src/registers";
import type { Breakage } from "./breakages";
import type { FaultKind } from "./fault-kinds";
import type { Ground } from "./ground";
import { fieldOf, type Violation } from "./ledger";
import { liveItems } from "./outsiders";
import type { Page } from "./page";
import { Run, type Limit } from "./run";
import { scheduleFor, type Schedule } from "./schedule";
import { trackedColumns, trackedOf } from "./sim-registers";

export interface SimulateOptions {
  readonly ground: Ground;
  /** Instead of the one that the seed gives. */
  readonly schedule?: Schedule;
  readonly breakage?: Breakage;
  readonly isTraced?: boolean;
}

export interface Outcome {
  readonly seed: number;
  /** As it was played, with every fault it met: played again, it gives the same. */
  readonly schedule: Schedule;
  readonly violations: readonly Violation[];
  readonly limits: readonly Limit[];
  readonly faults: ReadonlyMap<FaultKind, number>;
  readonly edits: number;
  readonly steps: number;
  readonly requests: number;
  /** Requests that left in an ordered wait of which their page had not heard yet. */
  readonly sentUnheard: number;
  readonly trace: readonly string[];
}

const lengthMs = 250_000;
const roundMs = 130_000;
/** After faults stop, the longest pause of the engine is two minutes. */
const mostRounds = 24;

export async function simulate(seed: number, options: SimulateOptions): Promise<Outcome> {
  const schedule = options.schedule ?? scheduleFor(seed);
  const run = new Run({ ...options, schedule });
  await watchingForBugs(run, async () => {
    run.openTabs();
    for (const action of schedule.actions) run.scheduler.after(action.atMs, () => run.perform(action));
    await run.scheduler.pass(lengthMs);
    await comeToRest(run);
  });
  return {
    seed,
    schedule: { ...schedule, faults: [...run.faults.met] },
    violations: run.violations,
    limits: run.limits,
    faults: run.faults.counts(),
    edits: run.people.edits,
    steps: run.scheduler.steps,
    requests: run.tenant.usage.report().requests,
    sentUnheard: run.patience.sentUnheard,
    trace: run.scheduler.trace,
  };
}

/** A throw is a bug, also one that nobody waits for. */
async function watchingForBugs(run: Run, work: () => Promise<void>): Promise<void> {
  const found = (error: unknown): void => run.fail("bug", error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.on("unhandledRejection", found);
  try {
    await work();
  } catch (error) {
    found(error);
  }
  // Only a turn of the machine's loop tells of them.
  await new Promise((resolve) => setImmediate(resolve));
  process.off("unhandledRejection", found);
}

/** Faults stop, rights come back, every tab is open; then everything must come to its end by itself. */
async function comeToRest(run: Run): Promise<void> {
  run.scheduler.say(() => "faults stop");
  run.faults.isOpen = false;
  run.network.freeAll();
  run.outsiders.putRight();
  // The longest that a lost request hangs.
  await run.scheduler.pass(150_000);
  await untilQuiet(run);
  judgeWaiting(run);
  await judgeLosses(run);
  judgeConvergence(run);
  judgeDecisions(run);
  await dropDecisions(run);
}

/** Quiet twice, because a pull may bring news that sets somebody to work, and others must hear of that. */
async function untilQuiet(run: Run): Promise<void> {
  // What is left for longer than the longest pause without anybody sending waits for a person.
  const stand = (): string => run.alivePages.map((page) => `${page.name} ${String(page.store.status().unsent)} ${String(run.network.writesOf(page))}`).join();
  let before = stand();
  let quietRounds = 0;
  for (let round = 0; round < mostRounds && quietRounds < 2; round += 1) {
    for (const page of run.alivePages) void page.store.refresh(run.people.places);
    const isEmpty = run.alivePages.every(({ store }) => store.status().unsent === 0);
    await run.scheduler.pass(isEmpty ? 20_000 : roundMs);
    quietRounds = stand() === before ? quietRounds + 1 : 0;
    before = stand();
  }
}

/** Changes that name a row about which a person has still to decide. */
function mayWait({ store }: Page): boolean {
  return store.decisions().some(({ edit }) => edit.kind === "create");
}

/** I6 */
function judgeWaiting(run: Run): void {
  for (const page of run.alivePages) {
    const { unsent } = page.store.status();
    if (unsent > 0 && !mayWait(page)) run.fail("I6", `${page.name} still has ${String(unsent)} unsent changes long after faults stopped`);
  }
}

/** I1, I5 and I8: nothing acknowledged is lost, also not by a crash, unless storage was and that was said. */
async function judgeLosses(run: Run): Promise<void> {
  const waiting = run.alivePages.map((page) => ({ person: page.person, texts: textsWaiting(run, page) }));
  // What lies under a later change shows on no screen, but lies in the queue.
  const queues = new Map<string, readonly string[]>();
  for (const person of run.schedule.people) queues.set(person.key, await run.deviceOf(person).queued());
  const isWaiting = (person: string, value: string): boolean =>
    waiting.some((one) => one.person === person && one.texts.has(value)) || queues.get(person)?.some((entry) => entry.includes(JSON.stringify(value))) === true;
  const lost = run.ledger.unaccounted((ask, value) => isWaiting(ask.person, value));
  for (const { ask, what } of lost) {
    if (ask.isAtRisk !== true) run.fail("I1", what);
    else if (!run.wasToldOfLoss(ask.person)) run.fail("I8", `${what}, and nobody said that the device had lost changes`);
  }
}

function textsWaiting(run: Run, page: Page): ReadonlySet<unknown> {
  const parked = page.store.decisions().flatMap(({ edit, waitingWithIt = [] }) => [edit, ...waitingWithIt].flatMap(({ changes }) => Object.values(changes)));
  const unsent = run.people.places.flatMap((place) =>
    [...page.store.rows(place), ...page.store.archivedRows(place)].flatMap((row) => (row.state === "saved" ? [] : Object.values(row.values))),
  );
  return new Set([...parked, ...unsent]);
}

/** I4 */
function judgeConvergence(run: Run): void {
  for (const page of run.alivePages) {
    for (const place of run.people.places) {
      const listId = run.outsiders.listIdOf(place.register);
      const { fault } = page.store.placeState(place);
      if (listId === undefined) continue;
      if (fault !== undefined) {
        run.fail("I4", `${page.name} cannot read ${place.register}: ${fault.kind}`);
        continue;
      }
      const shown = new Map([...page.store.rows(place), ...page.store.archivedRows(place)].map((row) => [row.id, row]));
      const truth = new Map(liveItems(run.tenant, listId).map((item) => [String(item.id), item]));
      for (const [id, item] of truth) {
        const row = shown.get(id);
        if (row === undefined) run.fail("I4", `${page.name} does not show ${place.register} ${id}`);
        // Beside a decision a row may have a change that waits.
        else if (row.state === "saved" || (row.state === "needsDecision" && page.store.status().unsent === 0))
          differences(run, place.register, item, row.values).forEach((what) => run.fail("I4", `${page.name} ${what}`));
      }
      for (const [id, row] of shown) if (!truth.has(id) && row.state === "saved") run.fail("I4", `${page.name} shows ${place.register} ${id}, which is gone`);
    }
  }
}

function differences(run: Run, register: string, item: ItemRecord, values: Parameters<typeof valueAt>[0]): readonly string[] {
  return trackedColumns(trackedOf(register)).flatMap((field) => {
    if (run.outsiders.damaged.has(`${register} ${field}`)) return [];
    const [shown, held] = [valueAt(values, field), fieldOf(item, field)];
    return shown === held ? [] : [`shows ${field} "${String(shown)}" in ${register} ${String(item.id)}, which holds "${String(held)}"`];
  });
}

/** I9 */
function judgeDecisions(run: Run): void {
  for (const page of run.alivePages) {
    for (const { id, reason, edit } of page.store.decisions()) {
      if (run.people.dropped.has(id)) run.fail("I9", `${page.name} lists a change to ${edit.register} ${edit.id} again that was dropped`);
      const applied = run.ledger.appliedThoughParked(edit.register, edit.changes);
      if (applied === "yes") run.fail("I2", `${page.name} asks about a change to ${edit.register} ${edit.id} that is in the register already (${reason.kind})`);
      if (applied === "rowIsGone")
        run.limited(
          "reported as failed",
          `${page.name} asks about a change to ${edit.register} ${edit.id} that was carried out before somebody deleted the row`,
        );
      const { happened, toDo } = faultWords(reason);
      if (happened.length < 10 || toDo.length < 10) run.fail("I9", `${page.name} lists a change to ${edit.register} ${edit.id} without a reason`);
    }
  }
}

/** I6, I9: dropping is always a way out, and leaves nothing behind. */
async function dropDecisions(run: Run): Promise<void> {
  for (let round = 0; round < 6; round += 1) {
    for (const page of run.alivePages) run.people.dropAll(page);
    await run.scheduler.pass(20_000);
    if (run.alivePages.every(({ store }) => store.decisions().length === 0 && store.status().unsent === 0)) return;
    await run.scheduler.pass(roundMs);
  }
  for (const { name, store } of run.alivePages) {
    if (store.decisions().length > 0) run.fail("I9", `${name} cannot get rid of ${String(store.decisions().length)} decisions`);
    if (store.status().unsent > 0) run.fail("I6", `${name} still has ${String(store.status().unsent)} unsent changes after every decision was dropped`);
  }
}
