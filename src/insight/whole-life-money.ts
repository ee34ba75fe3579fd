import type { FinancialYear, Pence } from "../kernel";
import { holdsMoney, sumOfFilled, type CostLine } from "./cost-lines";
import { fact, type Figure } from "./figure";
import { amountInput, closedInput, linesInput } from "./money-inputs";
import { sourceOf, type ProjectRecord } from "./records";
import type { YearTotals } from "./year-totals";

export function wholeLifeBudget(project: ProjectRecord): Figure<Pence> {
  const budget = project.values.BudgetApproved;
  const inputs = budget === undefined ? [] : [fact("approvedBudget", { unit: "pence", value: budget }, sourceOf("Projects", project))];
  return { value: budget, rule: "wholeLifeBudget", inputs };
}

export interface AllYears {
  readonly years: readonly (readonly [year: FinancialYear, totals: YearTotals])[];
  readonly withoutYear: readonly CostLine[];
}

/**
 * Past years' outturn, this year's, and what is forecast for the years to come (reference 2.2).
 * Undefined while a year with money has no outturn, or a line with money names no year.
 */
export function wholeLifeForecast({ years, withoutYear }: AllYears, thisYear: FinancialYear): Figure<Pence> {
  const held = years
    .filter(([, { lines }]) => lines.length > 0)
    .map(([year, totals]) => ({ when: year < thisYear ? "pastYears" : year === thisYear ? "thisYear" : "futureYears", ...totals }));
  const lost = withoutYear.filter(holdsMoney);
  const isWhole = lost.length === 0 && held.every(({ outturn }) => outturn !== undefined);
  return {
    value: isWhole ? sumOfFilled(held.map(({ outturn }) => outturn)) : undefined,
    rule: "wholeLifeForecast",
    inputs: [
      ...["pastYears", "thisYear", "futureYears"].flatMap((part) =>
        amountInput(part, sumOfFilled(held.filter(({ when }) => when === part).map(({ outturn }) => outturn))),
      ),
      ...linesInput(
        "linesWithoutForecast",
        held.flatMap(({ withoutForecast }) => withoutForecast),
      ),
      ...linesInput("linesWithoutYear", lost),
      ...held.filter(({ closedMonth }) => closedMonth === undefined).map(closedInput),
    ],
  };
}
