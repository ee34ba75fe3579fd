import { Chance } from "./chance";
import { people } from "./ground";
import type { MetFault } from "./fault-kinds";

/** What one of the people does, in the page of one of their tabs. */
export const deeds = [
  ...(["edit", "edit in an old form", "open forms", "create", "create two that belong together", "publish", "name a new project", "archive"] as const),
  ...(["undo", "redo", "keep mine", "take theirs", "merge", "try again", "refresh", "retry"] as const),
] as const;
export type Deed = (typeof deeds)[number];

/** What happens besides. */
export const events = [
  ...(["UI edit", "UI edit back", "UI delete", "UI create"] as const),
  ...(["column renamed", "column removed", "column type changed", "choice removed", "required column added"] as const),
  ...(["list deleted", "list recreated", "permission revoked", "read-only", "rights given back", "item moved out of view"] as const),
  ...([
    "clock jump",
    "swizzle-clog",
    "tab crash",
    "tab closed",
    "storage evicted",
    "storage replaced by a newer version",
    "switch of person on one device",
  ] as const),
] as const;
export type Event = (typeof events)[number];

export interface Action {
  readonly atMs: number;
  readonly what: Deed | Event;
  readonly who: number;
  readonly tab: number;
  /** Everything else that has to be chosen follows from this. */
  readonly pick: number;
}

export interface PlannedPerson {
  readonly key: (typeof people)[number];
  readonly tabs: number;
  readonly skewMs: number;
  /** Whether this device can tell which of its pages are alive. */
  readonly hasLock: boolean;
}

/** A whole run as data. It can be kept and played again, also with parts left out. */
export interface Schedule {
  readonly seed: number;
  readonly people: readonly PlannedPerson[];
  readonly actions: readonly Action[];
  /** By what they befall; absent: chance decides. */
  readonly faults?: readonly (readonly [key: string, fault: MetFault])[];
}

const lengthMs = 240_000;

const deedWeights: Readonly<Record<Deed, number>> = {
  edit: 20,
  "edit in an old form": 5,
  "open forms": 3,
  create: 4,
  "create two that belong together": 2,
  publish: 1.5,
  "name a new project": 1.5,
  archive: 1,
  undo: 2,
  redo: 1,
  "keep mine": 1.5,
  "take theirs": 1.5,
  merge: 1,
  "try again": 1,
  refresh: 7,
  retry: 1.5,
};

export function scheduleFor(seed: number): Schedule {
  const chance = new Chance(seed, "schedule");
  const count = chance.oneOf([2, 2, 3, 3, 4]);
  const chosen = people.slice(0, count).map((key) => ({
    key,
    tabs: chance.happens(0.4) ? 2 : 1,
    skewMs: chance.happens(0.3) ? chance.oneOf([-600_000, -90_000, 90_000, 600_000]) : 0,
    hasLock: !chance.happens(0.25),
  }));
  const deedCount = chance.between(18, 30);
  const actions = [
    ...Array.from({ length: deedCount }, () => action(chance, weighted(chance, deedWeights), chosen)),
    ...eventsOf(chance).map((what) => action(chance, what, chosen)),
  ];
  return { seed, people: chosen, actions: actions.sort((one, other) => one.atMs - other.atMs) };
}

function action(chance: Chance, what: Action["what"], chosen: readonly PlannedPerson[]): Action {
  const who = chance.below(chosen.length);
  // Bursts and long silences: what happens within one round trip meets, what lies minutes apart does not.
  const atMs = chance.happens(0.6) ? 6_000 + chance.below(lengthMs / 4) : 6_000 + chance.below(lengthMs);
  return { atMs, what, who, tab: chance.below(chosen[who]?.tabs ?? 1), pick: chance.below(2 ** 31) };
}

function weighted(chance: Chance, weights: Readonly<Record<Deed, number>>): Deed {
  let left = chance.share() * Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  return deeds.find((deed) => (left -= weights[deed]) < 0) ?? "edit";
}

/** Somebody works in the Lists page in most runs; list owners and devices do something in some. */
function eventsOf(chance: Chance): readonly Event[] {
  const some = (probability: number, most: number, what: Event): readonly Event[] =>
    chance.happens(probability) ? Array.from({ length: chance.between(1, most) }, () => what) : [];
  const owner = chance.happens(0.5)
    ? [
        ...(["column renamed", "column removed", "column type changed", "choice removed", "required column added"] as const).flatMap((what) =>
          some(0.18, 1, what),
        ),
        ...(["list deleted", "list recreated"] as const).flatMap((what) => some(0.16, 1, what)),
        ...(["permission revoked", "read-only"] as const).flatMap((what) => some(0.2, 1, what)),
        ...some(0.4, 1, "rights given back"),
        ...some(0.2, 2, "item moved out of view"),
      ]
    : [];
  return [
    ...some(0.8, 4, "UI edit"),
    ...some(0.4, 2, "UI edit back"),
    ...some(0.3, 2, "UI delete"),
    ...some(0.3, 2, "UI create"),
    ...owner,
    ...some(0.15, 1, "clock jump"),
    ...some(0.15, 1, "swizzle-clog"),
    ...some(0.3, 3, "tab crash"),
    ...some(0.15, 1, "tab closed"),
    ...some(0.08, 1, "storage evicted"),
    ...some(0.08, 1, "storage replaced by a newer version"),
    ...some(0.3, 2, "switch of person on one device"),
  ];
}
