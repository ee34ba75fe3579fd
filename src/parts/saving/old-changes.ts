import type { StoreStatus } from "../../store";

/** Reliability-security 1.2 has both figures: capped by age and never by number, so bulk work counts as one. */
export const warnAfterMs = 60 * 60_000;
export const stopAfterMs = 72 * 60 * 60_000;

export interface OldChanges {
  readonly sinceMs: number;
  readonly isStopped: boolean;
}

/** Undefined while nothing has waited for an hour. A clock that was set back makes nothing old. */
export function oldChanges({ oldestUnsentAtMs }: StoreStatus, nowMs: number): OldChanges | undefined {
  if (oldestUnsentAtMs === undefined || nowMs - oldestUnsentAtMs < warnAfterMs) return undefined;
  return { sinceMs: oldestUnsentAtMs, isStopped: nowMs - oldestUnsentAtMs >= stopAfterMs };
}

/** How long until `oldChanges` has something else to say; undefined when it will not by itself. */
export function changesAfterMs({ oldestUnsentAtMs }: StoreStatus, nowMs: number): number | undefined {
  if (oldestUnsentAtMs === undefined) return undefined;
  const ageMs = nowMs - oldestUnsentAtMs;
  return [warnAfterMs, stopAfterMs].map((limitMs) => limitMs - ageMs).find((leftMs) => leftMs > 0);
}
