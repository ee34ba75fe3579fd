import { cellText, findTableRows, readDate, readMoney, type Cell, type FoundHeadings, type Reading, type Sheet } from "../exchange";
import { financialMonthOf, financialMonths, financialYearOf, pence, type FinancialMonth, type Pence } from "../kernel";
import type { LedgerAmount, LedgerCodes, LedgerProblem, LedgerReading, LeftOutAmount, LeftOutReason } from "./ledger";
import { readPeriod, type Period } from "./period";
import type { AmountColumns, CodeColumns, LedgerAnswers, LedgerQuestion, WhenColumn } from "./questions";

type Cells = readonly Cell[];

/** An amount as the file has it, its month not looked at yet. */
interface Found {
  readonly row: number;
  readonly codes: LedgerCodes;
  readonly amount: Pence;
  /** As it stands in the file, before income is turned into a negative cost. */
  readonly written: Pence;
  readonly month: FinancialMonth | LeftOutReason;
}

/**
 * Reads a ledger's export. Every amount ends in exactly one place: posted (`amounts`) or `leftOut`; one that cannot be read is a
 * problem, since no total could be said without it. Blank cells are no amounts. Rows that the table reader takes for totals,
 * repeated headings or notes are no amounts either; the last total is kept, to be held against the sum.
 */
export function readLedger(sheet: Sheet, found: FoundHeadings, question: LedgerQuestion): LedgerReading {
  const { layout, year } = question;
  const { rows, leftOut } = findTableRows(sheet, found);
  const last = leftOut.findLast(({ reason }) => reason === "total")?.index;
  // A row that is hidden is money all the same.
  const noAmounts = new Set(leftOut.filter(({ reason }) => reason !== "hidden").map(({ index }) => index));
  const problems: LedgerProblem[] = [];
  const amounts: Found[] = [];
  for (let index = found.firstRow; index < found.endRow; index += 1) {
    if (noAmounts.has(index)) continue;
    for (const one of amountsOf(rows[index] ?? [], index + 1, question)) {
      if ("problem" in one) problems.push(one);
      else amounts.push(one);
    }
  }
  const months = monthsOf(amounts, question);
  const sum = sumOf(amounts);
  if (sum === undefined) problems.push({ row: found.endRow, problem: "tooBig", text: "" });
  const sorted = amounts.map((one) => placed(one, months));
  return {
    layout: layout.kind,
    year,
    months,
    amounts: sorted.filter((one): one is LedgerAmount => "month" in one),
    leftOut: sorted.filter((one): one is LeftOutAmount => "reason" in one),
    problems,
    total: sum ?? pence(0),
    statedTotal: last === undefined ? undefined : statedTotal({ cells: rows[last] ?? [], row: last + 1 }, amounts, question),
  };
}

function placed({ row, codes, amount, month }: Found, months: readonly FinancialMonth[]): LedgerAmount | LeftOutAmount {
  if (typeof month === "string") return { reason: month, amount, row };
  return months.includes(month) ? { codes, month, amount, row } : { reason: "otherMonth", amount, row };
}

function monthsOf(amounts: readonly Found[], { layout, months }: LedgerQuestion): readonly FinancialMonth[] {
  if (layout.kind === "balances") return [layout.month];
  const met = new Set(amounts.map(({ month }) => month));
  return financialMonths.filter((month) => months?.includes(month) ?? met.has(month));
}

function amountsOf(cells: Cells, row: number, { layout, answers, year }: LedgerQuestion): readonly (Found | LedgerProblem)[] {
  const codes = codesOf(cells, layout.codes);
  const one = (read: Reading<Pence>, month: Found["month"]): readonly (Found | LedgerProblem)[] => {
    if (read.kind === "empty") return [];
    if (read.kind === "problem") return [{ row, problem: read.problem === "tooBig" ? "tooBig" : "notAnAmount", text: read.text }];
    return [{ row, codes, month, written: read.value, amount: asCost(read.value, codes, answers) }];
  };
  switch (layout.kind) {
    case "transactions": {
      const when = periodOf(cells, layout.when);
      const month = when === undefined ? "noMonth" : when.year !== undefined && when.year !== year ? "otherYear" : when.month;
      return one(amountIn(cells, layout.amount, answers), month);
    }
    case "months":
      return [...layout.months].flatMap(([month, column]) => one(readMoney(cells[column], answers.scale), month));
    case "balances":
      return one(amountIn(cells, layout.amount, answers), layout.month);
  }
}

function periodOf(cells: Cells, when: WhenColumn): Period | undefined {
  if (when.kind === "period") return readPeriod(cells[when.column]);
  const read = readDate(cells[when.column], when.order);
  return read.kind === "value" ? { year: financialYearOf(read.value), month: financialMonthOf(read.value) } : undefined;
}

function amountIn(cells: Cells, columns: AmountColumns, { scale }: LedgerAnswers): Reading<Pence> {
  if (columns.kind === "net") return readMoney(cells[columns.column], scale);
  const [debit, credit] = [readMoney(cells[columns.debit], scale), readMoney(cells[columns.credit], scale)];
  if (debit.kind === "problem") return debit;
  if (credit.kind === "problem") return credit;
  if (debit.kind === "empty" && credit.kind === "empty") return debit;
  return { kind: "value", value: pence((debit.kind === "value" ? debit.value : 0) - (credit.kind === "value" ? credit.value : 0)) };
}

function codesOf(cells: Cells, { costCentre, subjective, scheme }: CodeColumns): LedgerCodes {
  const code = (column: number | undefined): string => (column === undefined ? "" : cellText(cells[column]).replace(/\s+/g, " ").trim());
  return { costCentre: code(costCentre), subjective: code(subjective), scheme: code(scheme) };
}

function asCost(amount: Pence, { subjective }: LedgerCodes, { income, incomeCodes }: LedgerAnswers): Pence {
  const isIncome = income === "asPositive" && incomeCodes.some((code) => code !== "" && subjective.startsWith(code));
  return isIncome && amount !== 0 ? pence(0 - amount) : amount;
}

interface Stated {
  readonly cells: Cells;
  /** Of the last row of totals, from 1. */
  readonly row: number;
}

/** What the last row of totals says, and whether the amounts as they are written come to it. */
function statedTotal({ cells, row }: Stated, amounts: readonly Found[], question: LedgerQuestion): LedgerReading["statedTotal"] {
  const stated = amountsOf(cells, row, question).filter((one): one is Found => !("problem" in one));
  if (stated.length === 0) return undefined;
  const [said, written] = [stated, amounts].map((all) => all.reduce((sum, one) => sum + one.written, 0));
  return { amount: pence(said ?? 0), row, agrees: said === written };
}

/** Undefined when it is too large to be exact. */
export function sumOf(amounts: readonly { readonly amount: Pence }[]): Pence | undefined {
  const sum = amounts.reduce((total, { amount }) => total + amount, 0);
  return Number.isSafeInteger(sum) ? pence(sum) : undefined;
}
