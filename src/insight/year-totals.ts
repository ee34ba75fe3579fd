import { financialMonthOf, financialYearOf, noPence, type FinancialYear, type Pence } from "../kernel";
import { costs, isOpenRow } from "../registers";
import { exactPence, holdsMoney, spentBetween, sumOfFilled, sumOfMonths, yearOf, type ClosedMonth, type CostLine } from "./cost-lines";
import type { Standpoint } from "./standpoint";

/** What the lines of one year add up to. A sum is undefined when no line has a part in it. */
export interface YearTotals extends YearSoFar {
  /** Those with an amount in some month; the others say nothing. */
  readonly lines: readonly CostLine[];
  readonly budget: Pence | undefined;
  readonly budgetToDate: Pence | undefined;
  /** The ledger's actuals of the closed months. */
  readonly posted: Pence | undefined;
  readonly spentToDate: Pence | undefined;
  /** Undefined, too, while a line lacks its forecast: the sum of the others would read as money not to be spent. */
  readonly remainingForecast: Pence | undefined;
  readonly outturn: Pence | undefined;
  readonly withoutBudget: readonly CostLine[];
  /** Budgeted by now, and nothing spent is known. */
  readonly withoutActuals: readonly CostLine[];
  /** They need a forecast and have none. */
  readonly withoutForecast: readonly CostLine[];
  /** What is still forecast on lines that were cancelled; it counts until somebody takes it out. */
  readonly forecastOnCancelled: Pence | undefined;
}

export interface YearSoFar {
  readonly year: FinancialYear;
  readonly closedMonth: ClosedMonth | undefined;
}

/**
 * The last closed month of a year (reference 6.2). A year that is over and has none counts as closed: no month of it is left to forecast.
 * Of this year's second month and later ones it is unknown while nobody records its months: nought spent would be a guess.
 */
export function closedMonthOf(year: FinancialYear, { today, closedMonths }: Standpoint): ClosedMonth | undefined {
  const recorded = closedMonths.get(year);
  const thisYear = financialYearOf(today);
  if (year < thisYear) return recorded === undefined || recorded === 0 ? 12 : recorded;
  return recorded ?? (year > thisYear || financialMonthOf(today) === 1 ? 0 : undefined);
}

export function yearSoFar(year: FinancialYear, standpoint: Standpoint): YearSoFar {
  return { year, closedMonth: closedMonthOf(year, standpoint) };
}

export function linesOf(lines: readonly CostLine[], year: FinancialYear): readonly CostLine[] {
  return lines.filter((line) => line.values.FinancialYear === year || yearOf(line) === year);
}

/** What one line adds to each sum; undefined where it has no part. */
export interface LinePart {
  readonly line: CostLine;
  readonly budget: Pence | undefined;
  readonly budgetToDate: Pence | undefined;
  readonly posted: Pence | undefined;
  readonly spent: Pence | undefined;
  readonly forecast: Pence | undefined;
}

/**
 * Of the lines that hold money, all of one year. Where no month after the last closed one has a forecast it is nothing for a line that
 * is closed or whose budget ends before; every other line lacks its forecast.
 */
export function partsOf(ofYear: readonly CostLine[], closedMonth: ClosedMonth | undefined, { thresholds }: Standpoint): readonly LinePart[] {
  if (closedMonth === undefined) return ofYear.filter(holdsMoney).map(partOfWholeYear);
  const toDate = { after: 0, to: closedMonth };
  const left = { after: closedMonth, to: 12 };
  const basis = thresholds["finance.actualsBasis"];
  return ofYear.filter(holdsMoney).map((line) => {
    const budgetSoFar = sumOfMonths(line, "budget", toDate);
    const budgetLeft = sumOfMonths(line, "budget", left);
    const budget = sumOfFilled([budgetSoFar, budgetLeft]);
    const spent = spentBetween(line, toDate, basis);
    const endsBefore = budget !== undefined && (budgetLeft ?? 0) === 0;
    const needsForecast = closedMonth < 12 && !endsBefore && isOpenRow(costs, line.values);
    return {
      line,
      budget,
      budgetToDate: budget === undefined ? undefined : (budgetSoFar ?? noPence),
      posted: basis === "accrued" ? spent : sumOfMonths(line, "actual", toDate),
      spent,
      forecast: sumOfMonths(line, "forecast", left) ?? (needsForecast ? undefined : noPence),
    };
  });
}

/** While nobody knows how far the year is closed, its budget alone can be told. */
function partOfWholeYear(line: CostLine): LinePart {
  const budget = sumOfMonths(line, "budget", { after: 0, to: 12 });
  return { line, budget, budgetToDate: undefined, posted: undefined, spent: undefined, forecast: undefined };
}

/**
 * Status decides nothing here but whether a missing forecast is missed: an approved budget stays approved and a ledger's actual stays
 * spent when a line is cancelled, so that sums agree with the ledger.
 */
export function totalsOf(parts: readonly LinePart[], { year, closedMonth }: YearSoFar): YearTotals {
  const isKnown = closedMonth !== undefined;
  const withoutForecast = parts.filter(({ forecast }) => isKnown && forecast === undefined).map(({ line }) => line);
  const spentToDate = sumOfFilled(parts.map(({ spent }) => spent));
  const remainingForecast = withoutForecast.length > 0 ? undefined : sumOfFilled(parts.map(({ forecast }) => forecast));
  return {
    year,
    closedMonth,
    lines: parts.map(({ line }) => line),
    budget: sumOfFilled(parts.map(({ budget }) => budget)),
    budgetToDate: sumOfFilled(parts.map(({ budgetToDate }) => budgetToDate)),
    posted: sumOfFilled(parts.map(({ posted }) => posted)),
    spentToDate,
    remainingForecast,
    outturn: spentToDate === undefined || remainingForecast === undefined ? undefined : exactPence(spentToDate + remainingForecast),
    withoutBudget: parts.filter(({ budget }) => budget === undefined).map(({ line }) => line),
    withoutActuals: parts.filter(({ budgetToDate, spent }) => spent === undefined && (budgetToDate ?? 0) !== 0).map(({ line }) => line),
    withoutForecast,
    forecastOnCancelled: sumOfFilled(parts.filter(({ line }) => line.values.Status === "Cancelled").map(({ forecast }) => forecast)),
  };
}

/** One line in its own year; undefined when it names none. */
export function lineTotals(line: CostLine, standpoint: Standpoint): YearTotals | undefined {
  const year = yearOf(line);
  return year === undefined ? undefined : yearTotals([line], year, standpoint);
}

/** @param ofYear lines of that year. */
export function yearTotals(ofYear: readonly CostLine[], year: FinancialYear, standpoint: Standpoint): YearTotals {
  const soFar = yearSoFar(year, standpoint);
  return totalsOf(partsOf(ofYear, soFar.closedMonth, standpoint), soFar);
}
