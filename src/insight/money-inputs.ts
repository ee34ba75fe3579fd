import type { Pence } from "../kernel";
import type { CostLine } from "./cost-lines";
import { fact, threshold, type Input, type Source } from "./figure";
import { sourceOf } from "./records";
import type { Standpoint } from "./standpoint";
import type { YearSoFar } from "./year-totals";

/** Inputs as figures of money and benefits list them: what is empty is left out. */
export function amountInput(name: string, amount: Pence | undefined, from?: Source): readonly Input[] {
  return amount === undefined ? [] : [fact(name, { unit: "pence", value: amount }, from)];
}

export function percentInput(name: string, percent: number | undefined): readonly Input[] {
  return percent === undefined ? [] : [fact(name, { unit: "percent", value: percent })];
}

/** How many lines lack something, with the first of them to look at; nothing when none does. */
export function linesInput(name: string, lines: readonly CostLine[]): readonly Input[] {
  const [first] = lines;
  return first === undefined ? [] : [fact(name, { unit: "count", value: lines.length }, sourceOf("Costs", first))];
}

/** How far its year is closed, or why nobody knows. */
export function closedInput({ year, closedMonth }: YearSoFar): Input {
  return closedMonth === undefined ? fact("monthsNotRecorded", { unit: "words", value: year }) : fact("closedMonth", { unit: "month", value: closedMonth });
}

/** The word that stands beside every variance (reference 6.1): budget less cost, so more than nought is good. */
export function directionInput(variance: Pence | undefined): readonly Input[] {
  if (variance === undefined) return [];
  return [fact("direction", { unit: "words", value: variance === 0 ? "On budget" : variance > 0 ? "Favourable" : "Adverse" })];
}

/** What the ledger's actuals contain: shown beside every figure that rests on them (reference 6.2). */
export function basisInput({ thresholds }: Standpoint): Input {
  return threshold("actualsBasis", { unit: "words", value: thresholds["finance.actualsBasis"] });
}
