import { wait, type Timers } from "../kernel";

/** How long work stays polite: with `timers` it lets the page breathe between slices, with `signal` it stops when asked. */
export interface Pace {
  readonly timers?: Timers;
  readonly signal?: AbortSignal;
}

/** Call between slices of long work. @returns true when the work was cancelled. */
export async function breathe(pace: Pace): Promise<boolean> {
  if (pace.timers && pace.signal?.aborted !== true) await wait(pace.timers, 0, pace.signal);
  return pace.signal?.aborted === true;
}
