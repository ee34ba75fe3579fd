import type { FinancialMonth, FinancialYear, Pence } from "../kernel";

/** The codes under which a ledger keeps an amount; "" where the export has no such column. */
export interface LedgerCodes {
  readonly costCentre: string;
  readonly subjective: string;
  readonly scheme: string;
}

/** One amount of one month, cost positive. `row` counts from 1, as the sheet does. */
export interface LedgerAmount {
  readonly codes: LedgerCodes;
  readonly month: FinancialMonth;
  readonly amount: Pence;
  readonly row: number;
}

/** `otherYear`, `otherMonth`: outside of what is posted. `noMonth`: its date or period names none. */
export type LeftOutReason = "otherYear" | "otherMonth" | "noMonth";

export interface LeftOutAmount {
  readonly reason: LeftOutReason;
  readonly amount: Pence;
  readonly row: number;
}

/** An amount that cannot be read, or a sum too large to be exact: nothing can be posted until the file is mended. */
export interface LedgerProblem {
  readonly row: number;
  readonly problem: "notAnAmount" | "tooBig";
  /** What stood there. */
  readonly text: string;
}

/** A ledger's export as it was understood. */
export interface LedgerReading {
  readonly layout: "transactions" | "months" | "balances";
  readonly year: FinancialYear;
  /** The months that are posted, in order. Of balances one: the month that they run to. */
  readonly months: readonly FinancialMonth[];
  readonly amounts: readonly LedgerAmount[];
  readonly leftOut: readonly LeftOutAmount[];
  readonly problems: readonly LedgerProblem[];
  /** Every amount of the file, added up row by row. */
  readonly total: Pence;
  /** What the file itself says that they come to, where it has a row of totals. */
  readonly statedTotal: { readonly amount: Pence; readonly row: number; readonly agrees: boolean } | undefined;
}

/** One text for the three codes. A code has no line break. */
export function codesKey({ costCentre, subjective, scheme }: LedgerCodes): string {
  return [costCentre, subjective, scheme].join("\n");
}
