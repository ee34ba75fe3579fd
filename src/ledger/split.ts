import { pence, type Pence } from "../kernel";

/**
 * Parts of an amount by weight, whole pence that add up to it exactly: each its share rounded towards nought, and the pence
 * that are left to those with the largest remainders, the first of equals first.
 * @param weights whole numbers, none negative, at least one above nought.
 */
export function splitByWeight(amount: Pence, weights: readonly number[]): readonly Pence[] {
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  const size = BigInt(Math.abs(amount));
  const shares = weights.map((weight, index) => ({ index, whole: (size * BigInt(weight)) / total, rest: (size * BigInt(weight)) % total }));
  const left = Number(size - shares.reduce((sum, { whole }) => sum + whole, 0n));
  const first = shares.toSorted((one, other) => (one.rest === other.rest ? one.index - other.index : one.rest > other.rest ? -1 : 1));
  const lucky = new Set(first.slice(0, left).map(({ index }) => index));
  return shares.map(({ index, whole }) => {
    const part = Number(whole) + (lucky.has(index) ? 1 : 0);
    return pence(amount < 0 && part !== 0 ? -part : part);
  });
}
