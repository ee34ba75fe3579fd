import type { FinancialYear, Pence } from "../kernel";
import { difference, percentOf, sumOfFilled, type CostLine } from "./cost-lines";
import type { Figure } from "./figure";
import { amountInput, closedInput, directionInput, linesInput } from "./money-inputs";
import type { Standpoint } from "./standpoint";
import { linesOf, yearTotals } from "./year-totals";

/** Capital is a yearly limit: what is not spent by 31 March and was not agreed to move is lost (reference 6.7). */
export interface CapitalSlippage {
  /** Annual budget less outturn. */
  readonly variance: Figure<Pence>;
  /** Agreed to move into next year; undefined when no line says. */
  readonly slippage: Figure<Pence>;
  /** Of the annual budget, per cent, unrounded. */
  readonly slippagePercent: Figure<number>;
  /** What is left of the variance: a true saving, or below nought a cost pressure. */
  readonly underspendNotSlippage: Figure<Pence>;
}

/** Of the capital lines of a year; other lines are left out. */
export function capitalSlippage(lines: readonly CostLine[], year: FinancialYear, standpoint: Standpoint): CapitalSlippage {
  const capital = linesOf(lines, year).filter(({ values }) => values.CapRev === "Capital");
  const totals = yearTotals(capital, year, standpoint);
  const { budget, outturn, withoutForecast } = totals;
  const variance = difference(budget, outturn);
  const slippage = sumOfFilled(capital.map(({ values }) => values.ReprofiledToNextYear));
  const underspend = difference(variance, slippage);
  const ofBudget = amountInput("budget", budget);
  const ofSlippage = amountInput("slippage", slippage);
  return {
    variance: {
      value: variance,
      rule: "capitalVariance",
      inputs: [
        ...ofBudget,
        ...amountInput("outturn", outturn),
        ...(totals.closedMonth === undefined ? [closedInput(totals)] : []),
        ...linesInput("linesWithoutForecast", withoutForecast),
        ...directionInput(variance),
      ],
    },
    slippage: {
      value: slippage,
      rule: "slippage",
      inputs: linesInput(
        "linesWithSlippage",
        capital.filter(({ values }) => values.ReprofiledToNextYear !== undefined),
      ),
    },
    slippagePercent: { value: percentOf(slippage, budget), rule: "slippagePercent", inputs: [...ofSlippage, ...ofBudget] },
    underspendNotSlippage: {
      value: underspend,
      rule: "underspendNotSlippage",
      inputs: [...amountInput("variance", variance), ...ofSlippage, ...directionInput(underspend)],
    },
  };
}
