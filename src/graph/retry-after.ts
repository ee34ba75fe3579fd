import type { Randomness } from "../kernel";

// The longest delay a browser timer takes; a longer one would fire at once (setTimeout, 32-bit milliseconds).
const longestTimerMs = 2_147_483_647;
const shortestBackoffMs = 1_000;
const longestBackoffMs = 120_000;

/**
 * A Retry-After header to milliseconds: seconds or an HTTP date, never shortened (315 s has been seen).
 * @param nowMs what the service calls now: its Date header where it can be read, else our clock.
 * @returns undefined for absent, zero, negative, past or meaningless orders.
 */
export function readRetryAfterMs(header: string | undefined, nowMs: number): number | undefined {
  const text = header?.trim() ?? "";
  const delayMs = /^\d+(\.\d+)?$/.test(text) ? Math.ceil(Number(text) * 1_000) : /[a-z]/i.test(text) ? Date.parse(text) - nowMs : Number.NaN;
  return delayMs > 0 && delayMs <= longestTimerMs ? delayMs : undefined;
}

/** 1 s, 2 s, 4 s … 120 s, each up to half longer by chance so that open tabs do not return together. `step` counts from 0. */
export function backoffMs(step: number, randomness: Randomness): number {
  const chance = (randomness.bytes(1)[0] ?? 0) / 255;
  return Math.round(Math.min(longestBackoffMs, shortestBackoffMs * 2 ** Math.min(step, 7) * (1 + chance / 2)));
}
