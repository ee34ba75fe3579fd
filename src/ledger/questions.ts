import type { DateOrder, FinancialMonth, FinancialYear } from "../kernel";
import type { MoneyScale } from "../exchange";

/** Indexes of columns; undefined where the export has none. */
export interface CodeColumns {
  readonly costCentre: number | undefined;
  readonly subjective: number | undefined;
  readonly scheme: number | undefined;
}

/** An amount stands in one column, or as debit and credit in two. */
export type AmountColumns =
  { readonly kind: "net"; readonly column: number } | { readonly kind: "debitCredit"; readonly debit: number; readonly credit: number };

/** A day, or a period such as 5, "M05", "Aug-26" or 202605 (the fifth period of 2026/27). */
export type WhenColumn = { readonly kind: "date"; readonly column: number; readonly order: DateOrder } | { readonly kind: "period"; readonly column: number };

/** The three layouts in which ledgers export. */
export type LedgerLayout =
  | { readonly kind: "transactions"; readonly codes: CodeColumns; readonly amount: AmountColumns; readonly when: WhenColumn }
  | { readonly kind: "months"; readonly codes: CodeColumns; readonly months: ReadonlyMap<FinancialMonth, number> }
  | { readonly kind: "balances"; readonly codes: CodeColumns; readonly amount: AmountColumns; readonly month: FinancialMonth };

/** What is asked once per trust, and remembered. */
export interface LedgerAnswers {
  readonly scale: MoneyScale;
  /** How the export shows income. Shown as a credit it is negative already, as costs are held. */
  readonly income: "asCredit" | "asPositive";
  /** What subjective codes of income begin with; needed where income is shown as positive. */
  readonly incomeCodes: readonly string[];
}

export interface LedgerQuestion {
  readonly layout: LedgerLayout;
  readonly answers: LedgerAnswers;
  readonly year: FinancialYear;
  /** Only these months are posted; undefined: every month that the file has. */
  readonly months: readonly FinancialMonth[] | undefined;
}
