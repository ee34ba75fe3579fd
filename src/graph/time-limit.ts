import { type Fault, type Result, type Timers, fail, succeed } from "../kernel";

export interface TimeLimit {
  readonly timers: Timers;
  readonly limitMs: number;
  /** The caller's own wish to stop. */
  readonly signal: AbortSignal | undefined;
}

/** Work with a signal that aborts on the caller's wish (then `cancelled`) or at the limit; any failure of the work is `offline`. */
export async function withinLimit<T>({ timers, limitMs, signal }: TimeLimit, work: (stop: AbortSignal) => Promise<T>): Promise<Result<T>> {
  const stop = new AbortController();
  const abort = (): void => stop.abort();
  const cancelTimer = timers.after(limitMs, abort);
  signal?.addEventListener("abort", abort, { once: true });
  if (signal?.aborted === true) abort();
  try {
    return succeed(await work(stop.signal));
  } catch {
    return fail<Fault>({ kind: signal?.aborted === true ? "cancelled" : "offline" });
  } finally {
    cancelTimer();
    signal?.removeEventListener("abort", abort);
  }
}
