import { ukDateAt, type CalendarDate } from "./calendar-date";

/** The outside world as pure code sees it. Each is handed in at the edge, so every rule can be tested at any moment. */
export interface Clock {
  /** Milliseconds since 1970; may jump when the machine's clock is set. */
  nowMs(): number;
}

export interface Timers {
  /** Calls back once, not sooner than `delayMs`. The returned function cancels. */
  after(delayMs: number, callBack: () => void): () => void;
}

export interface Randomness {
  /** Cryptographic in the product, seeded in tests. */
  bytes(count: number): Uint8Array;
}

/** One holder at a time for a name, across tabs where the platform can. Correctness never depends on it. */
export interface Locks {
  hold<T>(name: string, work: () => Promise<T>): Promise<T>;
}

/** Long work reports how far it has come and stops when asked. */
export interface Progress {
  report(done: number, total: number): void;
  readonly signal: AbortSignal;
}

export function today(clock: Clock): CalendarDate {
  return ukDateAt(clock.nowMs());
}

/** Waits on the given timers; ends early, without an error, when the signal aborts. */
export function wait(timers: Timers, delayMs: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    let cancel: () => void = () => undefined;
    const finish = (): void => {
      cancel();
      signal?.removeEventListener("abort", finish);
      resolve();
    };
    // Listening comes first: timers that end at once, as in tests, may abort the signal on the way.
    signal?.addEventListener("abort", finish, { once: true });
    cancel = timers.after(delayMs, finish);
    if (signal?.aborted === true) finish();
  });
}
