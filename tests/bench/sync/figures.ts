import type { Measured } from "./simulation";

/** One line of the report. */
export interface Figures {
  /** `clientSeconds` of it is the client's own work, really measured; the rest is the simulated network. */
  readonly seconds: number;
  readonly clientSeconds: number;
  readonly requests: number;
  readonly megabytes: number;
  readonly units: number;
  readonly keptMegabytes: number;
  readonly peakMegabytes: number;
}

/** Several runs of the same thing: the median of each figure by itself. */
export function figuresOf(runs: readonly Measured<unknown>[]): Figures {
  const of = (pick: (run: Measured<unknown>) => number): number => median(runs.map(pick));
  return {
    seconds: round(of((run) => run.totalMs) / 1_000, 3),
    clientSeconds: round(of((run) => run.clientMs) / 1_000, 3),
    requests: of((run) => run.requests),
    megabytes: round(of((run) => run.bytes) / 1e6, 2),
    units: of((run) => run.units),
    keptMegabytes: round(
      of((run) => run.keptMegabytes),
      1,
    ),
    peakMegabytes: round(
      of((run) => run.peakMegabytes),
      1,
    ),
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
