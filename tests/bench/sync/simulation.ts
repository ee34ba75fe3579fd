import { Buffer, isAscii } from "node:buffer";
import { getHeapStatistics } from "node:v8";
import type { Clock, Timers } from "../../../src/kernel";
import type { TenantLink } from "./tenant-link";
import type { AnsweredRequest } from "./tenant-messages";
import { WorkWatch } from "./work-watch";

export interface Network {
  /** From sending a request to the first byte of its answer, whatever it asks. */
  readonly callMs: number;
  /** The service's work for each list item that it reads. */
  readonly readMs: number;
  /** The same for each list item that it writes. */
  readonly writeMs: number;
  readonly connections: number;
}

export interface Measured<T> {
  readonly value: T;
  /** `clientMs` + `waitedMs`: what a person would have waited. */
  readonly totalMs: number;
  /** Really measured: the client's own work on this machine. */
  readonly clientMs: number;
  /** Simulated: time in which the client had nothing to do. */
  readonly waitedMs: number;
  readonly requests: number;
  readonly bytes: number;
  readonly units: number;
  /** What is left after a garbage collection while the result is held, and the most at any moment, above what was there before. */
  readonly keptMegabytes: number;
  readonly peakMegabytes: number;
  /** Requests that left after an order to wait had arrived and before it was over. */
  readonly tooEarly: number;
}

/** Turns of the event loop without anything to wait for; then the client is stuck. */
const mostIdleTurns = 1_000;

interface Due {
  readonly atMs: number;
  readonly run: () => void;
}

interface Waiting {
  readonly send: () => void;
}

/**
 * A clock of its own for the network's delays, driven forward by the client's really measured work. Delays are simulated because
 * slow clients wait for minutes; the client's work is not, and both are added in the same way for every client: work done while
 * an answer is on its way costs no time of its own, as on a real network. The service's work on this machine is left out
 * (`TenantLink`); in its place stand `callMs` and `readMs`. Bandwidth is unlimited. For as long as it runs, `fetch`, `setTimeout` and
 * `Date` of this thread belong to the simulation, so that packages which take them from there live in it as well.
 */
export class Simulation {
  readonly #tenant: TenantLink;
  readonly #network: Network;
  readonly #due = new Set<Due>();
  readonly #waiting: Waiting[] = [];
  #inFlight = 0;
  #nowMs = 0;
  #clientMs = 0;
  /** The client's present work; undefined while it waits. */
  #work: WorkWatch | undefined;
  #peakBytes = 0;
  #refusedUntilMs = 0;
  #tooEarly = 0;

  constructor(tenant: TenantLink, network: Network) {
    this.#tenant = tenant;
    this.#network = network;
  }

  readonly clock: Clock = { nowMs: () => Date.now() };
  readonly timers: Timers = {
    after: (delayMs, callBack) => {
      const due = { atMs: this.#presentMs() + Math.max(0, delayMs), run: callBack };
      this.#due.add(due);
      return () => this.#due.delete(due);
    },
  };

  async measure<T>(work: () => Promise<T>): Promise<Measured<T>> {
    collectGarbage();
    const before = this.#tenant.usage();
    const heapBefore = heapBytes();
    const startMs = this.#nowMs;
    this.#clientMs = 0;
    this.#tooEarly = 0;
    this.#peakBytes = heapBefore;
    const giveBack = this.#takeGlobals();
    let value: T;
    try {
      value = await this.#run(work);
    } finally {
      giveBack();
    }
    const totalMs = this.#nowMs - startMs;
    this.#peakBytes = Math.max(this.#peakBytes, heapBytes());
    collectGarbage();
    const kept = heapBytes() - heapBefore;
    const after = this.#tenant.usage();
    return {
      value,
      totalMs,
      clientMs: this.#clientMs,
      waitedMs: totalMs - this.#clientMs,
      requests: after.requests - before.requests,
      bytes: after.bytesOut + after.bytesIn - before.bytesOut - before.bytesIn,
      units: after.units - before.units,
      keptMegabytes: kept / 1e6,
      peakMegabytes: (this.#peakBytes - heapBefore) / 1e6,
      tooEarly: this.#tooEarly,
    };
  }

  async #run<T>(work: () => Promise<T>): Promise<T> {
    const outcomes: (() => T)[] = [];
    const settled = (outcome: () => T): void => void outcomes.push(outcome);
    let idleTurns = 0;
    let run = (): void => {
      work().then(
        (value) => settled(() => value),
        (error: unknown) =>
          settled(() => {
            throw error;
          }),
      );
    };
    for (;;) {
      await this.#letClientWork(run);
      const [outcome] = outcomes;
      if (outcome !== undefined) return outcome();
      const next = this.#next();
      idleTurns = next === undefined ? idleTurns + 1 : 0;
      if (idleTurns > mostIdleTurns) throw new Error("the client waits for something that will not come");
      if (next !== undefined) {
        this.#nowMs = Math.max(this.#nowMs, next.atMs);
        this.#due.delete(next);
      }
      run = next?.run ?? (() => undefined);
    }
  }

  /** Until nothing is left that could go on by itself; the clock moves on by the time that took. */
  async #letClientWork(run: () => void): Promise<void> {
    this.#work = new WorkWatch();
    run();
    await turn();
    await turn();
    const { workedMs } = this.#work;
    this.#work = undefined;
    this.#clientMs += workedMs;
    this.#nowMs += workedMs;
    this.#peakBytes = Math.max(this.#peakBytes, heapBytes());
  }

  /** The simulated time, with what the client has worked since it last waited. */
  #presentMs(): number {
    return this.#nowMs + (this.#work?.workedMs ?? 0);
  }

  #next(): Due | undefined {
    let next: Due | undefined;
    for (const due of this.#due) if (next === undefined || due.atMs < next.atMs) next = due;
    return next;
  }

  #fetch(input: string | URL | Request, init: RequestInit = {}): Promise<Response> {
    if (input instanceof Request) throw new Error("the simulated network takes addresses, not requests");
    const url = String(input);
    const body = typeof init.body === "string" ? init.body : undefined;
    if (init.body !== undefined && init.body !== null && body === undefined) throw new Error("the simulated network takes text");
    return new Promise((resolve) => {
      const send = (): void => {
        this.#inFlight += 1;
        const sentMs = this.#presentMs();
        if (sentMs < this.#refusedUntilMs) this.#tooEarly += 1;
        const order = { nowMs: sentMs, method: init.method ?? "GET", url, headers: Object.fromEntries(new Headers(init.headers)), body };
        const ask = (): AnsweredRequest => this.#tenant.request(order);
        const answer = this.#work === undefined ? ask() : this.#work.leaveOut(ask);
        const isWrite = init.method === "PATCH" || (body ?? "").includes('"PATCH"');
        const delayMs = this.#network.callMs + answer.rows * (isWrite ? this.#network.writeMs : this.#network.readMs);
        this.timers.after(delayMs, () => {
          this.#inFlight -= 1;
          this.#waiting.shift()?.send();
          if (answer.refusedUntilMs !== undefined) this.#refusedUntilMs = Math.max(this.#refusedUntilMs, answer.refusedUntilMs);
          resolve(new ReceivedResponse(answer.body, { status: answer.status, headers: answer.headers }));
        });
      };
      if (this.#inFlight < this.#network.connections) send();
      else this.#waiting.push({ send });
    });
  }

  #takeGlobals(): () => void {
    const { fetch, setTimeout, clearTimeout, Date: RealDate } = globalThis;
    const startMs = RealDate.UTC(2026, 10, 24, 9);
    const nowMs = (): number => startMs + this.#nowMs + (this.#work?.roughlyWorkedMs ?? 0);
    const cancels = new Map<number, () => void>();
    let timerId = 0;
    const own = {
      fetch: (input: string | URL | Request, init?: RequestInit) => this.#fetch(input, init),
      setTimeout: (callBack: (...given: unknown[]) => void, delayMs = 0, ...given: unknown[]) => {
        timerId += 1;
        // A delay that is no number ends at once, as in a browser.
        cancels.set(
          timerId,
          this.timers.after(Number.isNaN(delayMs) ? 0 : delayMs, () => callBack(...given)),
        );
        return timerId;
      },
      clearTimeout: (id: number | undefined) => cancels.get(id ?? 0)?.(),
      Date: class extends RealDate {
        constructor(...given: [] | [number | string]) {
          super(...((given.length === 0 ? [nowMs()] : given) as [number]));
        }
        static override now(): number {
          return nowMs();
        }
      },
    };
    Object.assign(globalThis, own);
    return () => Object.assign(globalThis, { fetch, setTimeout, clearTimeout, Date: RealDate });
  }
}

const decoder = new TextDecoder();

/** An answer whose bytes have all come. Node's own would copy them twice before a client sees them, which no browser does on its main thread. */
class ReceivedResponse extends Response {
  readonly #bytes: Uint8Array | undefined;

  constructor(bytes: Uint8Array | undefined, init: ResponseInit) {
    super(null, init);
    this.#bytes = bytes;
  }

  /** Browsers take bytes that are all ASCII as they are; Node's decoder reads them letter by letter. */
  override text(): Promise<string> {
    const bytes = this.#bytes ?? new Uint8Array();
    return Promise.resolve(isAscii(bytes) ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1") : decoder.decode(bytes));
  }

  override async json(): Promise<unknown> {
    return JSON.parse(await this.text()) as unknown;
  }

  override clone(): ReceivedResponse {
    return new ReceivedResponse(this.#bytes, { status: this.status, headers: this.headers });
  }
}

const { setImmediate: immediately } = globalThis;

function turn(): Promise<void> {
  return new Promise((resolve) => immediately(resolve));
}

function heapBytes(): number {
  return getHeapStatistics().used_heap_size;
}

/** The bench runs with --expose-gc. */
function collectGarbage(): void {
  const { gc } = globalThis;
  if (gc === undefined) throw new Error("run this with --expose-gc");
  gc();
  gc();
}
