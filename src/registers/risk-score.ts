export type RiskBand = "Low" | "Moderate" | "High" | "Extreme";

/** NPSA bands: 1 to 3 Low, 4 to 6 Moderate, 8 to 12 High, 15 to 25 Extreme (reference 3.1). Undefined when not scored. */
export function bandOf(score: number | undefined): RiskBand | undefined {
  if (score === undefined) return undefined;
  if (score >= 15) return "Extreme";
  if (score >= 8) return "High";
  return score >= 4 ? "Moderate" : "Low";
}
