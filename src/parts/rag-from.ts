import type { Value } from "../registers";
import type { Rag } from "../ui";

const rags: ReadonlyMap<unknown, Rag> = new Map([
  ["Red", "red"],
  ["Amber", "amber"],
  ["Green", "green"],
]);

/** The stored word as a mark; anything else, also nothing, is "not rated", never green. */
export function ragFrom(value: Value | undefined): Rag {
  return rags.get(value) ?? "notRated";
}
