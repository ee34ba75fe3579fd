import { findHeadings, type Cell, type Sheet } from "../../../src/exchange";
import { pence, type FinancialYear } from "../../../src/kernel";
import type { CostLine } from "../../../src/insight";
import { readLedger, type LedgerLayout, type LedgerQuestion, type LedgerReading } from "../../../src/ledger";

export const year = "2026/27" as FinancialYear;
export const codes = { costCentre: 0, subjective: 1, scheme: undefined };
export const asIs: LedgerQuestion["answers"] = { scale: 1, income: "asCredit", incomeCodes: [] };

export function sheetOf(rows: readonly (readonly Cell[])[]): Sheet {
  return { name: "Ledger", rows, isHidden: false };
}

export function read(rows: readonly (readonly Cell[])[], layout: LedgerLayout, more: Partial<LedgerQuestion> = {}): LedgerReading {
  const sheet = sheetOf(rows);
  return readLedger(sheet, findHeadings(sheet, 0), { layout, year, answers: asIs, months: undefined, ...more });
}

/** A cost line of 2026/27; amounts in pounds by column. */
export function line(id: string, pounds: Readonly<Record<string, number>> = {}, financialYear: string = year): CostLine {
  const amounts = Object.fromEntries(Object.entries(pounds).map(([name, amount]) => [name, pence(Math.round(amount * 100))]));
  return { id, extras: {}, values: { Title: `Line ${id}`, FinancialYear: financialYear, ...amounts } };
}
