import { financialYearOf, type FinancialYear, type Pence } from "../kernel";
import { byYear, difference, percentOf, type ClosedMonth, type CostLine } from "./cost-lines";
import { fact, type Figure, type Input } from "./figure";
import { amountInput, basisInput, closedInput, directionInput, linesInput, percentInput } from "./money-inputs";
import type { ProjectRecords } from "./records";
import type { Standpoint } from "./standpoint";
import { wholeLifeBudget, wholeLifeForecast } from "./whole-life-money";
import { linesOf, partsOf, totalsOf, yearSoFar, yearTotals, type YearTotals } from "./year-totals";

/** One financial year of some cost lines. A variance is budget less cost: above nought is favourable (reference 6.1). */
export interface MoneyFigures {
  readonly budget: Figure<Pence>;
  readonly budgetToDate: Figure<Pence>;
  readonly spentToDate: Figure<Pence>;
  /** Its percentage of the budget to date is among its inputs, unrounded. */
  readonly varianceToDate: Figure<Pence>;
  readonly remainingForecast: Figure<Pence>;
  readonly outturn: Figure<Pence>;
  /** Its percentage of the budget is among its inputs, unrounded. */
  readonly outturnVariance: Figure<Pence>;
}

export interface ProjectMoney {
  /** The year of today. */
  readonly year: FinancialYear;
  /** Undefined while nobody records the months of the year. */
  readonly closedMonth: ClosedMonth | undefined;
  /** A line that says neither capital nor revenue is in `all` only. */
  readonly capital: MoneyFigures | undefined;
  readonly revenue: MoneyFigures | undefined;
  readonly all: MoneyFigures | undefined;
  readonly wholeLife: { readonly budget: Figure<Pence>; readonly forecast: Figure<Pence> };
}

/** Undefined when no line is of that year. Every status counts, cancelled too: sums agree with the ledger and the sheet. */
export function moneyOf(lines: readonly CostLine[], year: FinancialYear, standpoint: Standpoint): MoneyFigures | undefined {
  const ofYear = linesOf(lines, year);
  return ofYear.length === 0 ? undefined : figuresOf(yearTotals(ofYear, year, standpoint), standpoint);
}

export function projectMoney(records: Pick<ProjectRecords, "project" | "Costs">, standpoint: Standpoint): ProjectMoney {
  const year = financialYearOf(standpoint.today);
  const soFar = yearSoFar(year, standpoint);
  const { years, withoutYear } = byYear(records.Costs);
  const ofYear = years.get(year) ?? [];
  const parts = partsOf(ofYear, soFar.closedMonth, standpoint);
  const totals = totalsOf(parts, soFar);
  const figuresWhere = (isWanted: (line: CostLine) => boolean): MoneyFigures | undefined =>
    ofYear.some(isWanted)
      ? figuresOf(
          totalsOf(
            parts.filter(({ line }) => isWanted(line)),
            soFar,
          ),
          standpoint,
        )
      : undefined;
  const otherYears = [...years].filter(([other]) => other !== year).map(([other, lines]) => [other, yearTotals(lines, other, standpoint)] as const);
  return {
    ...soFar,
    capital: figuresWhere(({ values }) => values.CapRev === "Capital"),
    revenue: figuresWhere(({ values }) => values.CapRev === "Revenue"),
    all: ofYear.length === 0 ? undefined : figuresOf(totals, standpoint),
    wholeLife: {
      budget: wholeLifeBudget(records.project),
      forecast: wholeLifeForecast({ years: [...otherYears, [year, totals]], withoutYear }, year),
    },
  };
}

function figuresOf(totals: YearTotals, standpoint: Standpoint): MoneyFigures {
  const { budget, budgetToDate, spentToDate, outturn } = totals;
  const lines = fact("lines", { unit: "count", value: totals.lines.length });
  const closedMonth = closedInput(totals);
  const withoutBudget = linesInput("linesWithoutBudget", totals.withoutBudget);
  return {
    budget: { value: budget, rule: "budget", inputs: [lines, ...withoutBudget] },
    budgetToDate: { value: budgetToDate, rule: "budgetToDate", inputs: [closedMonth, ...amountInput("budget", budget), lines, ...withoutBudget] },
    spentToDate: spent(totals, standpoint),
    varianceToDate: variance("varianceToDate", { ofBudget: ["budgetToDate", budgetToDate], ofCost: ["spentToDate", spentToDate] }),
    remainingForecast: {
      value: totals.remainingForecast,
      rule: "remainingForecast",
      inputs: [closedMonth, lines, ...linesInput("linesWithoutForecast", totals.withoutForecast), ...onCancelled(totals)],
    },
    outturn: {
      value: outturn,
      rule: "outturn",
      inputs: [
        ...amountInput("spentToDate", spentToDate),
        ...amountInput("remainingForecast", totals.remainingForecast),
        ...linesInput("linesWithoutForecast", totals.withoutForecast),
        closedMonth,
        basisInput(standpoint),
      ],
    },
    outturnVariance: variance("outturnVariance", { ofBudget: ["budget", budget], ofCost: ["outturn", outturn] }),
  };
}

function spent(totals: YearTotals, standpoint: Standpoint): Figure<Pence> {
  const { spentToDate, posted, lines, withoutActuals } = totals;
  const isAccrued = standpoint.thresholds["finance.actualsBasis"] === "accrued";
  return {
    value: spentToDate,
    rule: isAccrued ? "spentToDateAccrued" : "spentToDateInvoiced",
    inputs: [
      closedInput(totals),
      ...amountInput("posted", posted),
      ...(isAccrued ? [] : amountInput("accrualsAdded", difference(spentToDate, posted))),
      fact("lines", { unit: "count", value: lines.length }),
      ...linesInput("linesWithoutActuals", withoutActuals),
      basisInput(standpoint),
    ],
  };
}

function onCancelled({ forecastOnCancelled }: YearTotals): readonly Input[] {
  return forecastOnCancelled === 0 ? [] : amountInput("forecastOnCancelledLines", forecastOnCancelled);
}

type Named = readonly [name: string, amount: Pence | undefined];

function variance(rule: string, { ofBudget, ofCost }: { readonly ofBudget: Named; readonly ofCost: Named }): Figure<Pence> {
  const value = difference(ofBudget[1], ofCost[1]);
  return {
    value,
    rule,
    inputs: [
      ...amountInput(...ofBudget),
      ...amountInput(...ofCost),
      ...percentInput("percentOfBudget", percentOf(value, ofBudget[1])),
      ...directionInput(value),
    ],
  };
}
