import type { Breakage } from "./breakages";
import { faultKinds, type FaultKind } from "./fault-kinds";
import type { Ground } from "./ground";
import type { NamedLimit } from "./ledger";
import { simulate, type Outcome } from "./simulate";

export interface ManyOptions {
  readonly ground: Ground;
  readonly seeds: Iterable<number>;
  readonly failed?: (outcome: Outcome) => void;
}

export interface Summary {
  readonly seeds: number;
  readonly edits: number;
  readonly requests: number;
  readonly steps: number;
  /** Requests that left in an ordered wait of which their page had not heard yet. */
  readonly sentUnheard: number;
  readonly faults: Readonly<Record<FaultKind, number>>;
  /** By invariant, each run counted once. */
  readonly violations: Readonly<Record<string, number>>;
  readonly failedSeeds: readonly number[];
  readonly namedLimits: Readonly<Record<NamedLimit, number>>;
}

/** Runs every seed and adds up. */
export async function simulateMany({ ground, seeds, failed }: ManyOptions): Promise<Summary> {
  const total = { seeds: 0, edits: 0, requests: 0, steps: 0, sentUnheard: 0 };
  const faults = new Map<FaultKind, number>();
  const violations = new Map<string, number>();
  const limits: Record<NamedLimit, number> = { resurrected: 0, "reported as failed": 0 };
  const failedSeeds: number[] = [];
  for (const seed of seeds) {
    const outcome = await simulate(seed, { ground });
    total.seeds += 1;
    total.edits += outcome.edits;
    total.requests += outcome.requests;
    total.steps += outcome.steps;
    total.sentUnheard += outcome.sentUnheard;
    for (const [kind, count] of outcome.faults) faults.set(kind, (faults.get(kind) ?? 0) + count);
    for (const limit of new Set(outcome.limits.map((one) => one.limit))) limits[limit] += 1;
    for (const invariant of new Set(outcome.violations.map((one) => one.invariant))) violations.set(invariant, (violations.get(invariant) ?? 0) + 1);
    if (outcome.violations.length === 0) continue;
    failedSeeds.push(seed);
    failed?.(outcome);
  }
  const counts = faultKinds.map((kind) => [kind, faults.get(kind) ?? 0] as const);
  return { ...total, faults: Object.fromEntries(counts) as Summary["faults"], violations: Object.fromEntries(violations), failedSeeds, namedLimits: limits };
}

/** What several workers have added up, as one. */
export function sumOf(summaries: readonly Summary[]): Summary {
  const counted = <Name extends string>(of: (summary: Summary) => Readonly<Record<Name, number>>): Record<Name, number> => {
    const sums = new Map<string, number>();
    for (const summary of summaries) for (const [name, count] of Object.entries<number>(of(summary))) sums.set(name, (sums.get(name) ?? 0) + count);
    return Object.fromEntries(sums) as Record<Name, number>;
  };
  return {
    ...counted(({ seeds, edits, requests, steps, sentUnheard }) => ({ seeds, edits, requests, steps, sentUnheard })),
    faults: counted(({ faults }) => faults),
    violations: counted(({ violations }) => violations),
    namedLimits: counted(({ namedLimits }) => namedLimits),
    failedSeeds: summaries.flatMap(({ failedSeeds }) => failedSeeds),
  };
}

/** The first run that fails only because a protection was taken away. */
export async function runThatNotices(
  breakage: Breakage,
  { ground, mostSeeds }: { readonly ground: Ground; readonly mostSeeds: number },
): Promise<Outcome | undefined> {
  for (let seed = 1; seed <= mostSeeds; seed += 1) {
    const broken = await simulate(seed, { ground, breakage });
    if (broken.violations.length > 0 && (await simulate(seed, { ground })).violations.length === 0) return broken;
  }
  return undefined;
}

/** The share of runs that may meet each limit: the sheet's figure for the first, held to for both. */
const mostRuns = 0.005;

/** What a long run must have met to count: each kind of fault often enough, and enough edits. */
export function whatIsMissing({ seeds, edits, faults, namedLimits }: Summary): readonly string[] {
  if (seeds < 10_000) return [];
  const rare = faultKinds.filter((kind) => faults[kind] < 500).map((kind) => `"${kind}" was met only ${String(faults[kind])} times`);
  const limits = Object.entries(namedLimits).filter(([, count]) => count > seeds * mostRuns);
  return [
    ...rare,
    ...(edits < 100_000 ? [`only ${String(edits)} edits were made`] : []),
    ...limits.map(([limit, count]) => `the limit "${limit}" was met in ${String(count)} runs, more than one in 200`),
  ];
}

export function failureLine({ seed, violations }: Outcome): string {
  const [first] = violations;
  return first === undefined
    ? `seed=${String(seed)}: nothing failed`
    : `seed=${String(seed)}, step=${String(first.step)}, invariant=${first.invariant}, what=${first.what}`;
}
