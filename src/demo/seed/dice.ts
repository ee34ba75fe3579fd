/** Chances that follow a seed: the same seed and name give the same throws in every run (mulberry32). */
export interface Dice {
  /** At least 0, below 1. */
  next(): number;
  /** A whole number, both ends possible. */
  whole(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** At most `count` different ones, in their own order. */
  some<T>(from: readonly T[], count: number): readonly T[];
  /** Dice of their own, so that one more throw here moves nothing there. */
  fork(name: string): Dice;
}

export function createDice(seed: number): Dice {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    whole,
    chance: (probability) => next() < probability,
    pick: (from) => {
      const chosen = from[whole(0, from.length - 1)];
      if (chosen === undefined) throw new RangeError("nothing to pick from");
      return chosen;
    },
    some: (from, count) => {
      const places = new Set<number>();
      const most = Math.min(count, from.length);
      while (places.size < most) places.add(whole(0, from.length - 1));
      return from.filter((_, place) => places.has(place));
    },
    fork: (name) => createDice(textSeed(name, seed)),
  };
}

/** FNV-1a over the name, begun at the seed. */
function textSeed(name: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (const character of name) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash;
}
