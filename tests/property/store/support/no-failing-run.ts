import { failureLine, prepareGround, simulateMany } from "../../../sim";

/** Runs these seeds; each that fails is named with its step, its invariant and what happened (`npm run sim -- --seed N` plays it again). */
export async function failingRuns(seeds: Iterable<number>): Promise<readonly string[]> {
  const lines: string[] = [];
  await simulateMany({ ground: await prepareGround(), seeds, failed: (outcome) => lines.push(failureLine(outcome)) });
  return lines;
}

export function seedsFrom(first: number, count = 1_000): readonly number[] {
  return Array.from({ length: count }, (_, index) => first + index);
}
