import type { Randomness } from "../../kernel";

/** The same seed gives the same bytes in every run (mulberry32). For demos, simulations and tests; it keeps no secret. */
export function seededRandomness(seed: number): Randomness {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 24;
  };
  return {
    bytes: (count) => {
      const bytes = new Uint8Array(count);
      for (let at = 0; at < count; at += 1) bytes[at] = next();
      return bytes;
    },
  };
}
