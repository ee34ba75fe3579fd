import { fact, threshold, type Figure } from "./figure";
import { worstOf, type Rag } from "./rag";
import type { Standpoint } from "./standpoint";

export const dimensions = ["time", "cost", "quality", "scope", "benefits", "risk", "resources"] as const;
export type Dimension = (typeof dimensions)[number];
export type DimensionRags = Readonly<Record<Dimension, Figure<Rag>>>;

/** Time, cost and quality each turn a project Red alone. */
const leading: readonly Dimension[] = ["time", "cost", "quality"];

/** The seven as one, by the method that the trust chose (reference 4.9). Not rated when none of them is rated. */
export function overallRag(rags: DimensionRags, { thresholds }: Standpoint): Figure<Rag> {
  const method = thresholds["rag.overall.method"];
  const found = dimensions.map((dimension) => ({ dimension, rag: rags[dimension].value ?? "Not rated" }));
  return {
    value: method === "worst" ? worstOf(found.map(({ rag }) => rag)) : balanced(found),
    rule: method === "worst" ? "overallRagWorst" : "overallRagBalanced",
    inputs: [...found.map(({ dimension, rag }) => fact(`${dimension}Rag`, { unit: "rag", value: rag })), threshold("method", { unit: "words", value: method })],
  };
}

function balanced(found: readonly { readonly dimension: Dimension; readonly rag: Rag }[]): Rag {
  const red = found.filter(({ rag }) => rag === "Red");
  const amber = found.filter(({ rag }) => rag === "Amber");
  if (found.every(({ rag }) => rag === "Not rated")) return "Not rated";
  if (red.length >= 2 || red.some(({ dimension }) => leading.includes(dimension))) return "Red";
  return red.length === 1 || amber.length >= 2 ? "Amber" : "Green";
}
