import type { Breakage } from "./breakages";
import type { Ground } from "./ground";
import type { Schedule } from "./schedule";
import { simulate, type Outcome } from "./simulate";

export interface ShrinkOptions {
  readonly ground: Ground;
  readonly breakage?: Breakage;
  /** As many runs at most. */
  readonly mostRuns?: number;
}

type Part = { readonly action: Schedule["actions"][number] } | { readonly fault: NonNullable<Schedule["faults"]>[number] };

/**
 * Leaves out of a failing run what it does not need: ever smaller groups of actions and faults, as long as the same invariant
 * fails. @returns the smallest failing run that was found.
 */
export async function shrink(failing: Outcome, { ground, breakage, mostRuns = 400 }: ShrinkOptions): Promise<Outcome> {
  const invariant = failing.violations[0]?.invariant;
  let best = failing;
  let runs = 0;
  const attempt = async (parts: readonly Part[]): Promise<boolean> => {
    runs += 1;
    const schedule = scheduleOf(best.schedule, parts);
    const outcome = await simulate(schedule.seed, { ground, schedule, ...(breakage && { breakage }) });
    const isSame = outcome.violations[0]?.invariant === invariant;
    if (isSame) best = { ...outcome, schedule };
    return isSame;
  };
  let parts = partsOf(best.schedule);
  for (let size = Math.ceil(parts.length / 2); size >= 1 && runs < mostRuns;) {
    let isSmaller = false;
    for (let start = 0; start < parts.length && runs < mostRuns;) {
      const fewer = [...parts.slice(0, start), ...parts.slice(start + size)];
      if (await attempt(fewer)) {
        parts = fewer;
        isSmaller = true;
      } else start += size;
    }
    if (size === 1 && !isSmaller) break;
    size = isSmaller ? Math.min(size, Math.ceil(parts.length / 2)) : Math.floor(size / 2);
  }
  return best;
}

function partsOf({ actions, faults = [] }: Schedule): readonly Part[] {
  return [...actions.map((action) => ({ action })), ...faults.map((fault) => ({ fault }))];
}

function scheduleOf(from: Schedule, parts: readonly Part[]): Schedule {
  return {
    seed: from.seed,
    people: from.people,
    actions: parts.flatMap((part) => ("action" in part ? [part.action] : [])),
    faults: parts.flatMap((part) => ("fault" in part ? [part.fault] : [])),
  };
}
