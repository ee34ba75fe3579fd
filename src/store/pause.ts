import { isAmbiguous, type Fault, type Randomness } from "../kernel";

const shortestDelayMs = 1_000;
const longestDelayMs = 120_000;
/** An answer that no parser accepts is worth a few tries (a gateway's page), not endless ones. */
const mostUnreadableAnswers = 5;

/** A wait with a beginning and an end, by the clock. */
export interface Pause {
  /** Why. */
  readonly fault: Fault;
  readonly fromMs: number;
  readonly untilMs: number;
  /** An order of the service: nothing but time ends it. */
  readonly isOrdered: boolean;
}

/** A clock set back behind the beginning ends the pause: the end would lie too far away. The network's own gate still holds. */
export function isOver(pause: Pause, nowMs: number): boolean {
  return nowMs >= pause.untilMs || nowMs < pause.fromMs;
}

export function pauseAfter(fault: Fault, attempts: number, at: { readonly nowMs: number; readonly randomness: Randomness }): Pause {
  const { nowMs, randomness } = at;
  if (fault.kind === "throttled") return { fault, fromMs: nowMs, untilMs: Math.max(nowMs, fault.retryAtMs), isOrdered: true };
  return { fault, fromMs: nowMs, untilMs: nowMs + backoffMs(attempts, randomness), isOrdered: false };
}

/** 1 s, 2 s … 120 s, less up to half of it by chance, so that a trust's browsers do not come back as one. */
export function backoffMs(attempts: number, randomness: Randomness): number {
  const delayMs = Math.min(longestDelayMs, shortestDelayMs * 2 ** Math.min(Math.max(attempts, 1) - 1, 10));
  const chance = (randomness.bytes(1)[0] ?? 0) / 256;
  return Math.max(shortestDelayMs, Math.round(delayMs * (1 - chance / 2)));
}

/** What a refused write needs: time, or a person. `conflict` is dealt with before this; left over, it is contention. */
export function needsPerson(fault: Fault, attempts: number): boolean {
  switch (fault.kind) {
    case "offline":
    case "cancelled":
    case "throttled":
    case "signInNeeded":
    case "unavailable":
    case "resyncNeeded":
    case "conflict":
      return false;
    case "unreadable":
      return attempts + 1 >= mostUnreadableAnswers;
    case "forbidden":
    case "notFound":
    case "tooLarge":
    case "invalid":
    case "hostRefused":
    case "storageRefused":
      return true;
  }
}

/** True for faults that would meet every other operation too. */
export function stopsEverything(fault: Fault): boolean {
  return fault.kind === "offline" || fault.kind === "throttled" || fault.kind === "signInNeeded";
}

/** An unreadable answer says nothing about whether the write was carried out. */
export function mayHaveWritten(fault: Fault): boolean {
  return isAmbiguous(fault) || fault.kind === "unreadable";
}
