import { addPence, pence, type FinancialYear, type Pence } from "../kernel";
import { valueAt, type Row } from "../registers";

export interface YearMoney {
  /** The sum of the twelve budget months. */
  readonly budget: Pence;
  /** The sum of the months' ledger actuals as they stand. */
  readonly actual: Pence;
}

/** Sums over a project's cost lines of one year; undefined when there are none. Sums only: forecast outturn needs the closed month. */
export function yearMoney(costs: readonly Row[], projectRef: string, year: FinancialYear): YearMoney | undefined {
  const lines = costs.filter((row) => valueAt(row.values, "ProjectRef") === projectRef && valueAt(row.values, "FinancialYear") === year);
  return lines.length === 0 ? undefined : { budget: sumOfMonths(lines, "BudM"), actual: sumOfMonths(lines, "ActM") };
}

function sumOfMonths(lines: readonly Row[], prefix: string): Pence {
  const amounts = lines.flatMap((row) =>
    Object.entries(row.values).flatMap(([name, value]) => (name.startsWith(prefix) && typeof value === "number" ? [pence(value)] : [])),
  );
  return addPence(...amounts);
}
