import type { Fault } from "./fault";

/** The outcome of anything that may be refused for a reason the caller must handle. A throw means a bug. */
export type Result<T, F = Fault> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: F };

export function succeed<T>(value: T): Result<T, never> {
  return { ok: true, value };
}

export function fail<F>(fault: F): Result<never, F> {
  return { ok: false, fault };
}
