import type { Randomness } from "../../src/kernel";

type Name = string | number;

/** A number that depends on the seed and the name alone. */
function mixed(seed: number, name: readonly Name[]): number {
  let hash = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b);
  for (const part of name) {
    if (typeof part === "number") hash = Math.imul(hash ^ part, 0xc2b2ae35);
    else for (let at = 0; at < part.length; at += 1) hash = Math.imul(hash ^ part.charCodeAt(at), 0x01000193);
    hash ^= hash >>> 15;
    hash = Math.imul(hash, 0x2c1b3c6d);
  }
  hash ^= hash >>> 12;
  hash = Math.imul(hash, 0x297a2d39);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/**
 * Chance of a run. Each name has a sequence of its own, so that leaving one thing out of a run moves as little else as possible:
 * that is what makes shrinking work.
 */
export class Chance implements Randomness {
  #state: number;

  constructor(
    private readonly seed: number,
    ...name: readonly Name[]
  ) {
    this.#state = mixed(seed, name);
  }

  named(...name: readonly Name[]): Chance {
    return new Chance(mixed(this.seed, ["named", ...name]), ...name);
  }

  /** From 0 to below 1 (mulberry32). */
  share(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let next = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    next = (next + Math.imul(next ^ (next >>> 7), 61 | next)) ^ next;
    return ((next ^ (next >>> 14)) >>> 0) / 4_294_967_296;
  }

  below(count: number): number {
    return Math.floor(this.share() * count);
  }

  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  happens(probability: number): boolean {
    return this.share() < probability;
  }

  oneOf<T>(things: readonly T[]): T {
    const chosen = things[this.below(things.length)];
    if (chosen === undefined) throw new RangeError("nothing to choose from");
    return chosen;
  }

  shuffled<T>(things: readonly T[]): readonly T[] {
    return things
      .map((thing) => ({ thing, rank: this.share() }))
      .sort((one, other) => one.rank - other.rank)
      .map(({ thing }) => thing);
  }

  /** Mostly short, sometimes very long: what brings things into an unusual order. */
  delayMs(usualMs: number): number {
    const share = this.share();
    const stretch = share < 0.75 ? 1 : share < 0.95 ? 8 : 60;
    return Math.round(usualMs * stretch * (0.2 + this.share()));
  }

  bytes(count: number): Uint8Array {
    return Uint8Array.from({ length: count }, () => Math.floor(this.share() * 256));
  }
}
