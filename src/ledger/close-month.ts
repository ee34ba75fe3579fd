import {
  financialMonthOf,
  financialMonths,
  financialYearOf,
  pence,
  roundHalfAwayFromZero,
  type CalendarDate,
  type FinancialMonth,
  type FinancialYear,
} from "../kernel";
import { moneyOf, monthlyColumn, runRate, yearOf, type ClosedMonth, type CostLine, type Standpoint } from "../insight";
import type { Changes, RowId, Value } from "../registers";
import { splitByWeight } from "./split";

export interface Closing {
  readonly year: FinancialYear;
  readonly month: FinancialMonth;
}

/** Why a month cannot be closed now. `order`: the month before it is open. `running`: it is not over. */
export type ClosingProblem = "notRecorded" | "closedAlready" | "order" | "running";

/**
 * Months close in order and once they are over (reference 6.2).
 * @param closedMonth the last closed month of its year; undefined while nobody records them.
 */
export function closingProblem({ year, month }: Closing, closedMonth: ClosedMonth | undefined, today: CalendarDate): ClosingProblem | undefined {
  if (closedMonth === undefined) return "notRecorded";
  if (month <= closedMonth) return "closedAlready";
  if (month !== closedMonth + 1) return "order";
  const [thisYear, thisMonth] = [financialYearOf(today), financialMonthOf(today)];
  return year > thisYear || (year === thisYear && month >= thisMonth) ? "running" : undefined;
}

/** What closing writes into the row of the month; who closes it is whoever signs it. */
export function periodClosed(by: { readonly name: string; readonly address: string }, today: CalendarDate): Changes {
  return { PeriodStatus: "Closed", ClosedBy: by.name, ClosedByAddress: by.address, ClosedDate: today };
}

/**
 * What each line remembers when a month of its year closes: the outturn that it had before, to be held against the next one
 * (reference 6.3). A line whose outturn is not known remembers none.
 * @param standpoint with the month still open
 */
export function outturnsBeforeClosing(lines: readonly CostLine[], { year }: Closing, standpoint: Standpoint): ReadonlyMap<RowId, Changes> {
  const changes = new Map<RowId, Changes>();
  for (const line of lines) {
    if (yearOf(line) !== year) continue;
    const outturn = moneyOf([line], year, standpoint)?.outturn.value ?? null;
    if ((line.values.FotPrevious ?? null) !== outturn) changes.set(line.id, { FotPrevious: outturn });
  }
  return changes;
}

/**
 * The open months of a line at the rate of its closed ones (reference 6.4): together what the rate leads to, shared evenly to the penny.
 * Undefined before a month is closed, without spending, and when no month is open.
 */
export function forecastAtRunRate(line: CostLine, year: FinancialYear, standpoint: Standpoint): Changes | undefined {
  const closed = standpoint.closedMonths.get(year);
  const monthly = runRate([line], year, standpoint).monthly.value;
  if (closed === undefined || closed === 0 || closed === 12 || monthly === undefined) return undefined;
  const open = financialMonths.filter((month) => month > closed);
  const parts = splitByWeight(
    pence(roundHalfAwayFromZero(monthly * open.length)),
    open.map(() => 1),
  );
  return Object.fromEntries(open.map((month, index): [string, Value] => [monthlyColumn("forecast", month), parts[index] ?? 0]));
}
