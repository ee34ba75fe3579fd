import { rags } from "../registers";

/** Green, Amber, Red or Not rated, as people declare it and as rules work it out (reference 4.1). */
export type Rag = (typeof rags)[number];

const ranks: Readonly<Record<Rag, number>> = { "Not rated": 0, Green: 1, Amber: 2, Red: 3 };

/** Green 1, Amber 2, Red 3; Not rated 0. */
export function rankOf(rag: Rag): number {
  return ranks[rag];
}

/** The worst of those that are rated; Not rated when none is (reference 4.1). */
export function worstOf(found: readonly Rag[]): Rag {
  return found.reduce<Rag>((worst, rag) => (ranks[rag] > ranks[worst] ? rag : worst), "Not rated");
}

/** What a column holds, as a RAG; undefined for an empty cell and for words that a list owner added. */
export function ragAt(value: unknown): Rag | undefined {
  return rags.find((rag) => rag === value);
}
