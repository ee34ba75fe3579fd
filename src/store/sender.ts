import type { Clock, Fault, Randomness, Timers } from "../kernel";
import type { Lane } from "./operation";
import type { Entry, Outbox } from "./outbox";
import { isOver, pauseAfter, stopsEverything, type Pause } from "./pause";
import type { RegisterSource } from "./ports";
import type { Job, Push, Settle } from "./push";

/** What the sender needs to know about the world of an operation. */
export interface SenderTasks {
  jobOf(entry: Entry): Job;
  /** What must come first: pending creates whose refs the operation needs; "later" for a ref that no pending create will give. */
  waitsFor(entry: Entry): readonly (Entry | "later")[];
  settle: Settle;
  /** These have to wait; their authors are told so. */
  hold(entries: readonly Entry[]): void;
}

export interface SenderEnvironment {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly randomness: Randomness;
}

/**
 * Decides when what goes. One send per lane at a time (O3); what cannot go now is held and woken by a timer.
 * S1. Nothing leaves while an order to wait is running.
 * S2. A fault that would meet everything (offline, no sign-in) stops both lanes; one that concerns a row stops that row.
 * S3. A fresh change and the first success after such a stop let everything else try at once.
 */
export class Sender {
  readonly #outbox: Outbox;
  readonly #source: RegisterSource;
  #push: Push | undefined;
  readonly #environment: SenderEnvironment;
  readonly #tasks: SenderTasks;
  readonly #running = new Map<Lane, Promise<void>>();
  #stop: Pause | undefined;
  #stops = 0;
  #cancelWake: (() => void) | undefined;

  constructor(outbox: Outbox, source: RegisterSource, environment: SenderEnvironment & { readonly tasks: SenderTasks }) {
    this.#outbox = outbox;
    this.#source = source;
    this.#environment = environment;
    this.#tasks = environment.tasks;
  }

  /** Sends what may go. Begins after the caller is done, so that painting comes first. */
  start(): void {
    for (const lane of ["interactive", "bulk"] as const) {
      if (!this.#running.has(lane)) this.#running.set(lane, this.#run(lane));
    }
  }

  /** S3, for a change that was just made. */
  startAfresh(): void {
    if (this.#stop && !this.#stop.isOrdered) this.#stop = undefined;
    this.start();
  }

  /** Everything tries again now, save for what the service ordered to wait; resolves when each has had its turn. */
  async retryNow(): Promise<void> {
    this.#release();
    this.start();
    while (this.#running.size > 0) await Promise.all(this.#running.values());
  }

  /** True when the service has named the moment of the next try, for everything or for an operation with this pause. */
  isOrderedToWait(pause: Pause | undefined): boolean {
    const { nowMs } = this.#at();
    return (this.#isStopped() && this.#stop?.isOrdered === true) || (pause?.isOrdered === true && !isOver(pause, nowMs));
  }

  /** What this waits for, also while it tries again: what stops everything, else what it met itself. Undefined when nothing has gone wrong yet. */
  heldUpBy(entry: Entry): Fault | undefined {
    const pause = this.#isStopped() ? this.#stop : entry.pause;
    return pause?.isOrdered === true && isOver(pause, this.#at().nowMs) ? undefined : pause?.fault;
  }

  /** Called for each operation that got an answer. */
  heard(fault: Fault | undefined): void {
    if (fault === undefined) {
      if (this.#stops > 0) this.#release();
      this.#stops = 0;
      return;
    }
    if (!stopsEverything(fault)) return;
    // One send of many brings the same news many times; only the first lengthens the next wait.
    const isNews = !this.#isStopped();
    if (isNews) this.#stops += 1;
    const next = pauseAfter(fault, this.#stops, this.#at());
    if (isNews || (next.isOrdered && next.untilMs > (this.#stop?.untilMs ?? 0))) this.#stop = next;
  }

  pauseFor(entry: Entry, fault: Fault): Pause {
    return pauseAfter(fault, entry.operation.attempts, this.#at());
  }

  async #run(lane: Lane): Promise<void> {
    await Promise.resolve();
    try {
      for (let batch = this.#take(lane); batch.length > 0; batch = this.#take(lane)) {
        await this.#send(batch.map((entry) => this.#tasks.jobOf(entry)));
        this.start();
      }
      this.#tasks.hold([...this.#outbox.all()].filter((entry) => entry.operation.lane === lane && !entry.isOnDevice && this.#isStuck(entry)));
    } finally {
      this.#running.delete(lane);
    }
    this.#wakeLater();
  }

  /** Nothing is sent before the first rows are there, so the code for it is fetched behind them; without it there is no network. */
  async #send(jobs: readonly Job[]): Promise<void> {
    this.#push ??= await import(/* webpackPrefetch: true */ "./push").then(
      (code) => new code.Push(this.#source),
      () => undefined,
    );
    const { settle } = this.#tasks;
    if (this.#push === undefined) for (const job of jobs) settle(job, { kind: "wait", fault: { kind: "offline" }, maybeSent: job.operation.maybeSent });
    else if (jobs[0]?.operation.edit.kind === "create") await this.#push.creates(jobs, settle);
    else await this.#push.updates(jobs, settle);
  }

  #take(lane: Lane): readonly Entry[] {
    if (this.#isStopped()) return [];
    const { nowMs } = this.#at();
    return this.#outbox.take(lane, (entry) => (entry.pause === undefined || isOver(entry.pause, nowMs)) && this.#tasks.waitsFor(entry).length === 0);
  }

  #isStopped(): boolean {
    if (this.#stop && isOver(this.#stop, this.#at().nowMs)) this.#stop = undefined;
    return this.#stop !== undefined;
  }

  /** True when only time, the network or a person can move the operation on. Rows that name each other are stuck, too. */
  #isStuck(entry: Entry, asked: ReadonlySet<Entry> = new Set()): boolean {
    if (entry.inFlight || entry.keeping === "asked") return false;
    if (asked.has(entry) || this.#isStopped()) return true;
    if (entry.pause && !isOver(entry.pause, this.#at().nowMs)) return true;
    const nowAsked = new Set([...asked, entry]);
    const first = this.#outbox.firstOfRow(entry);
    if (first && first !== entry) return this.#isStuck(first, nowAsked);
    return this.#tasks.waitsFor(entry).some((other) => other === "later" || this.#isStuck(other, nowAsked));
  }

  #release(): void {
    if (this.#stop && !this.#stop.isOrdered) this.#stop = undefined;
    for (const entry of this.#outbox.all()) if (entry.pause && !entry.pause.isOrdered) entry.pause = undefined;
  }

  #wakeLater(): void {
    this.#cancelWake?.();
    this.#cancelWake = undefined;
    const { nowMs } = this.#at();
    const ends =
      this.#isStopped() && this.#stop
        ? [this.#stop.untilMs]
        : [...this.#outbox.all()].flatMap(({ pause }) => (pause && !isOver(pause, nowMs) ? [pause.untilMs] : []));
    if (ends.length === 0 || this.#outbox.size === 0) return;
    const soonestMs = ends.reduce((soonest, end) => Math.min(soonest, end));
    this.#cancelWake = this.#environment.timers.after(Math.max(0, soonestMs - nowMs), () => this.start());
  }

  #at(): { readonly nowMs: number; readonly randomness: Randomness } {
    return { nowMs: this.#environment.clock.nowMs(), randomness: this.#environment.randomness };
  }
}
