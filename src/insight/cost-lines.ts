import { noPence, parseFinancialYear, pence, type FinancialMonth, type FinancialYear, type Pence } from "../kernel";
import type { RecordOf } from "./records";
import type { Thresholds } from "./thresholds";

export type CostLine = RecordOf<"Costs">;

/** The last closed month of a year; 0 when none is. */
export type ClosedMonth = FinancialMonth | 0;

/** The months after one and up to another, 0 to 12: `{ after: 0, to: 8 }` is April to November. */
export interface Span {
  readonly after: number;
  readonly to: number;
}

type Monthly = keyof typeof columnsOf;

const numbers = ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"] as const;

const columnsOf = {
  budget: numbers.map((number) => `BudM${number}` as const),
  actual: numbers.map((number) => `ActM${number}` as const),
  accrual: numbers.map((number) => `AccM${number}` as const),
  forecast: numbers.map((number) => `FctM${number}` as const),
};

const everyColumn = Object.values(columnsOf).flat();

/** A sum that is a whole number of pence; undefined when it is too large to be exact. */
export function exactPence(amount: number): Pence | undefined {
  return Number.isSafeInteger(amount) ? pence(amount) : undefined;
}

/** Adds the amounts that are there; undefined when none is: empty is never nought. */
export function sumOfFilled(amounts: readonly (Pence | undefined)[]): Pence | undefined {
  let sum: number | undefined;
  for (const amount of amounts) if (amount !== undefined) sum = (sum ?? 0) + amount;
  return sum === undefined ? undefined : exactPence(sum);
}

/** Undefined as soon as one of them is. */
export function difference(from: Pence | undefined, amount: Pence | undefined): Pence | undefined {
  return from === undefined || amount === undefined ? undefined : exactPence(from - amount);
}

/** Per cent, unrounded; undefined when the whole is nought: not applicable (reference 6.1). */
export function percentOf(part: number | undefined, whole: number | undefined): number | undefined {
  if (part === undefined || whole === undefined || whole === 0) return undefined;
  return part === 0 ? 0 : (part / whole) * 100; // nought of less than nought is no minus nought
}

/** As the line names its year, in any of the ways people write one. */
export function yearOf(line: CostLine): FinancialYear | undefined {
  return parseFinancialYear(line.values.FinancialYear ?? "");
}

export interface LinesByYear {
  readonly years: ReadonlyMap<FinancialYear, readonly CostLine[]>;
  readonly withoutYear: readonly CostLine[];
}

export function byYear(lines: readonly CostLine[]): LinesByYear {
  const years = new Map<FinancialYear, CostLine[]>();
  const withoutYear: CostLine[] = [];
  for (const line of lines) {
    const year = yearOf(line);
    const ofYear = year === undefined ? withoutYear : (years.get(year) ?? []);
    ofYear.push(line);
    if (year !== undefined) years.set(year, ofYear);
  }
  return { years, withoutYear };
}

/** Undefined when the month is not filled in, or is no month. */
export function monthlyAmount(line: CostLine, kind: Monthly, month: number): Pence | undefined {
  const name = columnsOf[kind][month - 1];
  return name === undefined ? undefined : line.values[name];
}

/** The column that holds a month: "ActM08". */
export function monthlyColumn(kind: Monthly, month: FinancialMonth): string {
  return columnsOf[kind][month - 1] ?? "";
}

/** Undefined when no month of the span is filled in. */
export function sumOfMonths({ values }: CostLine, kind: Monthly, { after, to }: Span): Pence | undefined {
  let sum: number | undefined;
  for (const name of columnsOf[kind].slice(after, to)) {
    const amount = values[name];
    if (amount !== undefined) sum = (sum ?? 0) + amount;
  }
  return sum === undefined ? undefined : exactPence(sum);
}

/** Whether any month of any kind is filled in. A line without says nothing to any sum. */
export function holdsMoney({ values }: CostLine): boolean {
  return everyColumn.some((name) => values[name] !== undefined);
}

/**
 * What was spent in a span of months (reference 6.2). An accrued ledger holds accruals and their reversals already.
 * For a ledger of invoices the balance owed at the end counts and the one before goes off; one that is not filled in is none owed.
 * Undefined when neither an actual of the span nor its closing balance is filled in.
 */
export function spentBetween(line: CostLine, span: Span, basis: Thresholds["finance.actualsBasis"]): Pence | undefined {
  const { after, to } = span;
  if (to === after) return noPence;
  const posted = sumOfMonths(line, "actual", span);
  if (basis === "accrued") return posted;
  const owed = monthlyAmount(line, "accrual", to);
  const owedBefore = after === 0 ? line.values.OpeningAccrual : monthlyAmount(line, "accrual", after);
  return posted === undefined && owed === undefined ? undefined : exactPence((posted ?? 0) + (owed ?? 0) - (owedBefore ?? 0));
}
