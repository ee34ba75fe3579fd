import type { Value } from "./row";

/** The words rules are written in. Each holds when a value it needs is empty: empty is never 0 (design, light by default). */

export function filled(value: Value | undefined): boolean {
  return value !== undefined && value !== "";
}

export function atMost<T extends number | string>(value: T | undefined, limit: T | undefined): boolean {
  return value === undefined || limit === undefined || value <= limit;
}

export function atLeast<T extends number | string>(value: T | undefined, limit: T | undefined): boolean {
  return value === undefined || limit === undefined || value >= limit;
}

export function isOneOf(value: Value | undefined, ...choices: readonly Value[]): boolean {
  return value !== undefined && choices.includes(value);
}

/** "If this, then that must be so." */
export function whenever(condition: boolean, holds: boolean): boolean {
  return !condition || holds;
}

/** Undefined as soon as one factor is empty. */
export function product(first: number | undefined, second: number | undefined): number | undefined {
  return first === undefined || second === undefined ? undefined : first * second;
}
