import type { FinancialYear, Pence } from "../kernel";
import { spentBetween, sumOfFilled, yearOf, type ClosedMonth, type CostLine } from "./cost-lines";
import { threshold, type Figure, type Input } from "./figure";
import { amountInput, basisInput, closedInput } from "./money-inputs";
import { sourceOf } from "./records";
import type { Standpoint } from "./standpoint";
import { closedMonthOf, lineTotals, linesOf, yearTotals, type YearTotals } from "./year-totals";

/** Pence, unrounded: a rate is seldom a whole number of pence (reference 6.4). */
export interface RunRate {
  /** Spent a month so far. */
  readonly monthly: Figure<number>;
  /** What the year would cost at that rate. */
  readonly outturn: Figure<number>;
  /** Spent a month in the last three closed months. */
  readonly recent: Figure<number>;
}

const recentMonths = 3;

export function runRate(lines: readonly CostLine[], year: FinancialYear, standpoint: Standpoint): RunRate {
  const ofYear = linesOf(lines, year);
  const totals = yearTotals(ofYear, year, standpoint);
  const { closedMonth, spentToDate } = totals;
  const lately = spentLately(ofYear, closedMonth, standpoint);
  const closed = closedInput(totals);
  const inputs = [...amountInput("spentToDate", spentToDate), closed, basisInput(standpoint)];
  const rateFor = (months: number): number | undefined =>
    spentToDate === undefined || closedMonth === undefined || closedMonth === 0 ? undefined : (spentToDate * months) / closedMonth;
  return {
    monthly: { value: rateFor(1), rule: "runRate", inputs },
    outturn: { value: rateFor(12), rule: "runRateOutturn", inputs },
    recent: {
      value: lately === undefined ? undefined : lately / recentMonths,
      rule: "recentRunRate",
      inputs: [...amountInput("spentLately", lately), closed, basisInput(standpoint)],
    },
  };
}

function spentLately(ofYear: readonly CostLine[], closedMonth: ClosedMonth | undefined, { thresholds }: Standpoint): Pence | undefined {
  if (closedMonth === undefined || closedMonth < recentMonths) return undefined;
  const span = { after: closedMonth - recentMonths, to: closedMonth };
  return sumOfFilled(ofYear.map((line) => spentBetween(line, span, thresholds["finance.actualsBasis"])));
}

/** The lines whose forecast is held against their rate (DQ-30): recurrent revenue, once three months of its year are closed. */
export function isHeldAgainstRate(line: CostLine, standpoint: Standpoint): boolean {
  const year = yearOf(line);
  const isRecurrent = line.values.CapRev === "Revenue" && line.values.Recurrence === "Recurrent";
  return isRecurrent && year !== undefined && (closedMonthOf(year, standpoint) ?? 0) >= recentMonths;
}

/**
 * Whether a recurrent revenue line is forecast to end the year far from where its rate leads (DQ-30): by more than the limit's share of
 * the outturn. Undefined for other lines, before three months are closed, and without an outturn.
 */
export function runRateMismatch(line: CostLine, standpoint: Standpoint): Figure<boolean> {
  const percent = standpoint.thresholds["finance.runRatePct"];
  const totals = isHeldAgainstRate(line, standpoint) ? lineTotals(line, standpoint) : undefined;
  return {
    value: totals === undefined ? undefined : isOff(totals, percent),
    rule: "runRateMismatch",
    inputs: [
      ...(totals === undefined ? [] : mismatchInputs(line, totals)),
      threshold("runRatePercent", { unit: "percent", value: percent }),
      basisInput(standpoint),
    ],
  };
}

/** Both sides times the closed months and a hundred, so that whole pence are compared and a boundary is exact. */
function isOff({ closedMonth, spentToDate, outturn }: YearTotals, percent: number): boolean | undefined {
  if (spentToDate === undefined || outturn === undefined || closedMonth === undefined) return undefined;
  return Math.abs(outturn * closedMonth - spentToDate * 12) * 100 > percent * Math.abs(outturn) * closedMonth;
}

function mismatchInputs(line: CostLine, totals: YearTotals): readonly Input[] {
  const { spentToDate, outturn } = totals;
  const source = sourceOf("Costs", line);
  return [...amountInput("outturn", outturn, source), ...amountInput("spentToDate", spentToDate, source), closedInput(totals)];
}
