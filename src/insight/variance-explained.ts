import { penceFromPounds, type Pence } from "../kernel";
import { difference, percentOf, type CostLine } from "./cost-lines";
import { threshold, type Figure, type Input } from "./figure";
import { amountInput, directionInput, percentInput } from "./money-inputs";
import { sourceOf } from "./records";
import type { Standpoint } from "./standpoint";
import { lineTotals } from "./year-totals";

/**
 * Whether the outturn of a line is so far from its budget that somebody must say why: by more than a share of the budget and by more
 * than an amount (DQ-29). Whether a reason is there is for the asker to see. Undefined without a budget or an outturn.
 */
export function varianceNeedsReason(line: CostLine, standpoint: Standpoint): Figure<boolean> {
  const totals = lineTotals(line, standpoint);
  return needsReason("varianceNeedsReason", { line, standpoint, before: ["budget", totals?.budget], share: "percentOfBudget", outturn: totals?.outturn });
}

/** The same for the way an outturn moved since the month before was closed (reference 6.3). */
export function movementNeedsReason(line: CostLine, standpoint: Standpoint): Figure<boolean> {
  const outturn = lineTotals(line, standpoint)?.outturn;
  return needsReason("movementNeedsReason", { line, standpoint, before: ["previousOutturn", line.values.FotPrevious], share: "percentOfPrevious", outturn });
}

/** Forecast outturn less that of the month before: more than nought means that the line has become dearer. */
export function outturnMovement(line: CostLine, standpoint: Standpoint): Figure<Pence> {
  const outturn = lineTotals(line, standpoint)?.outturn;
  const previous = line.values.FotPrevious;
  const source = sourceOf("Costs", line);
  return {
    value: difference(outturn, previous),
    rule: "outturnMovement",
    inputs: [...amountInput("previousOutturn", previous, source), ...amountInput("outturn", outturn, source)],
  };
}

interface Question {
  readonly line: CostLine;
  readonly standpoint: Standpoint;
  /** What the outturn is held against. */
  readonly before: readonly [name: string, amount: Pence | undefined];
  /** What the share of that is called. */
  readonly share: "percentOfBudget" | "percentOfPrevious";
  readonly outturn: Pence | undefined;
}

function needsReason(rule: string, { line, standpoint, before, share, outturn }: Question): Figure<boolean> {
  const { pct, amount } = standpoint.thresholds["finance.varianceExplain"];
  const limit = penceFromPounds(amount);
  const base = before[1];
  const variance = difference(base, outturn);
  const source = sourceOf("Costs", line);
  const inputs: readonly Input[] = [
    ...amountInput(...before, source),
    ...amountInput("outturn", outturn, source),
    ...percentInput(share, percentOf(variance, base)),
    ...directionInput(variance),
    threshold("explainPercent", { unit: "percent", value: pct }),
    threshold("explainAmount", { unit: "pence", value: limit }),
  ];
  const isLarge = variance === undefined || base === undefined ? undefined : Math.abs(variance) * 100 > pct * Math.abs(base) && Math.abs(variance) > limit;
  return { value: isLarge, rule, inputs };
}
