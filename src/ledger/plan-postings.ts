import { pence, type FinancialMonth, type Pence } from "../kernel";
import { monthlyAmount, monthlyColumn, yearOf, type ClosedMonth, type CostLine } from "../insight";
import type { Changes, RowId } from "../registers";
import { codesKey, type LedgerAmount, type LedgerCodes, type LedgerReading, type LeftOutReason } from "./ledger";
import { splitByWeight } from "./split";

/** A part of what stands under some codes, for one cost line. Weights are whole: 1 and 1 is half each. */
export interface Share {
  readonly line: RowId;
  readonly weight: number;
}

/** By `codesKey`; remembered per trust. */
export type LedgerMapping = ReadonlyMap<string, readonly Share[]>;

export interface PostingQuestion {
  readonly reading: LedgerReading;
  readonly mapping: LedgerMapping;
  /** Cost lines of every year; those of another year take nothing. */
  readonly lines: readonly CostLine[];
  readonly closedMonth: ClosedMonth;
  /** What the ledger's actuals hold (`finance.actualsBasis`, reference 6.2). */
  readonly basis: "accrued" | "invoiced";
  /** Restatements that somebody has accepted, by `postingKey`. */
  readonly accepted: ReadonlySet<string>;
}

/** `restated`: an earlier or closed month has another amount in the register. It is posted only when accepted. */
export interface Posting {
  readonly line: CostLine;
  readonly month: FinancialMonth;
  readonly old: Pence | undefined;
  readonly amount: Pence;
  readonly kind: "new" | "same" | "changed" | "restated";
}

export interface Unmapped {
  readonly codes: LedgerCodes;
  readonly amount: Pence;
  /** Of the sheet, from 1. */
  readonly rows: readonly number[];
}

/** The one line with which an import ends: `ledger` = `posted` + `unmapped` + `leftOut`. */
export interface Reconciliation {
  readonly ledger: Pence;
  readonly posted: Pence;
  readonly unmapped: Pence;
  readonly leftOut: Pence;
}

export interface PostingPlan {
  /** By cost line, then by month. */
  readonly postings: readonly Posting[];
  readonly unmapped: readonly Unmapped[];
  readonly leftOut: readonly { readonly reason: LeftOutReason | "restated"; readonly amount: Pence; readonly count: number }[];
  /** Lines that hold a closing accrual although the ledger's actuals hold accruals already: it would count twice. */
  readonly countedTwice: readonly CostLine[];
  readonly reconciliation: Reconciliation;
  /** Why nothing may be posted. */
  readonly blocked: "problems" | "totalDisagrees" | "doesNotAddUp" | undefined;
  /** What would be written, by cost line; empty while it is blocked. */
  readonly changes: ReadonlyMap<RowId, Changes>;
}

export function postingKey({ line, month }: Pick<Posting, "line" | "month">): string {
  return `${line.id} ${String(month)}`;
}

/**
 * What a ledger's export would change in the cost lines. Each month that is posted gets an amount on each line that its codes are
 * mapped to, 0 where the ledger has none: that nothing was spent is news as well.
 */
export function planPostings(question: PostingQuestion): PostingPlan {
  const { reading, lines, basis } = question;
  const lineById = new Map(lines.filter((line) => yearOf(line) === reading.year).map((line) => [line.id, line]));
  const { allocated, unmapped } = allocate(question, lineById);
  const postings = [...allocated].flatMap(([id, months]) => {
    const line = lineById.get(id);
    return line === undefined ? [] : reading.months.map((month) => posting(line, { month, ledger: months.get(month) ?? 0 }, question));
  });
  const isRefused = (one: Posting): boolean => one.kind === "restated" && !question.accepted.has(postingKey(one));
  const ledgerOf = (one: Posting): number => allocated.get(one.line.id)?.get(one.month) ?? 0;
  const refused = postings.filter(isRefused);
  const leftOut = leftOutOf(reading, refused.map(ledgerOf));
  const reconciliation: Reconciliation = {
    ledger: reading.total,
    posted: pence(postings.filter((one) => !isRefused(one)).reduce((sum, one) => sum + ledgerOf(one), 0)),
    unmapped: pence(unmapped.reduce((sum, { amount }) => sum + amount, 0)),
    leftOut: pence(leftOut.reduce((sum, { amount }) => sum + amount, 0)),
  };
  const blocked = whyBlocked(reading, reconciliation);
  return {
    postings,
    unmapped,
    leftOut,
    countedTwice: basis === "accrued" ? lines.filter((line) => allocated.has(line.id) && holdsAccrual(line, reading.months)) : [],
    reconciliation,
    blocked,
    changes: blocked === undefined ? changesOf(postings.filter((one) => !isRefused(one))) : new Map(),
  };
}

type ByMonth = ReadonlyMap<FinancialMonth, number>;

/** Sums by codes and month first, so that each is split once. */
function allocate({ reading, mapping }: PostingQuestion, lines: ReadonlyMap<RowId, CostLine>) {
  const allocated = new Map<RowId, Map<FinancialMonth, number>>();
  const unmapped: Unmapped[] = [];
  for (const { codes, months, rows } of groupsOf(reading.amounts)) {
    const shares = (mapping.get(codesKey(codes)) ?? []).filter(({ weight }) => Number.isSafeInteger(weight) && weight > 0);
    // One line that is gone leaves its codes unmapped, rather than its share with the others.
    const isMapped = shares.length > 0 && shares.every(({ line }) => lines.has(line));
    if (!isMapped) {
      unmapped.push({ codes, rows, amount: pence([...months.values()].reduce((sum, amount) => sum + amount, 0)) });
      continue;
    }
    for (const { line } of shares) if (!allocated.has(line)) allocated.set(line, new Map());
    for (const [month, amount] of months) {
      const parts = splitByWeight(
        pence(amount),
        shares.map(({ weight }) => weight),
      );
      for (const [index, { line }] of shares.entries()) {
        const ofLine = allocated.get(line);
        ofLine?.set(month, (ofLine.get(month) ?? 0) + (parts[index] ?? 0));
      }
    }
  }
  return { allocated: allocated as ReadonlyMap<RowId, ByMonth>, unmapped };
}

interface Group {
  readonly codes: LedgerCodes;
  readonly months: Map<FinancialMonth, number>;
  readonly rows: number[];
}

function groupsOf(amounts: readonly LedgerAmount[]): Iterable<Group> {
  const groups = new Map<string, Group>();
  for (const { codes, month, amount, row } of amounts) {
    const key = codesKey(codes);
    const group: Group = groups.get(key) ?? { codes, months: new Map(), rows: [] };
    groups.set(key, group);
    group.months.set(month, (group.months.get(month) ?? 0) + amount);
    if (group.rows.at(-1) !== row) group.rows.push(row);
  }
  return groups.values();
}

function posting(line: CostLine, at: { readonly month: FinancialMonth; readonly ledger: number }, { reading, closedMonth }: PostingQuestion): Posting {
  const { month, ledger } = at;
  const old = monthlyAmount(line, "actual", month);
  // A balance holds the months before it, too: the month gets what they leave.
  const amount = pence(reading.layout === "balances" ? ledger - before(line, month) : ledger);
  const isEarlier = month <= closedMonth || month < (reading.months.at(-1) ?? 0);
  const kind = old === undefined ? "new" : old === amount ? "same" : isEarlier ? "restated" : "changed";
  return { line, month, old, amount, kind };
}

function before(line: CostLine, month: FinancialMonth): number {
  let sum = 0;
  for (let earlier = 1; earlier < month; earlier += 1) sum += monthlyAmount(line, "actual", earlier) ?? 0;
  return sum;
}

function leftOutOf({ leftOut }: LedgerReading, refused: readonly number[]): PostingPlan["leftOut"] {
  const reasons = [...new Set(leftOut.map(({ reason }) => reason))];
  const read = reasons.map((reason) => {
    const those = leftOut.filter((one) => one.reason === reason);
    return { reason, amount: pence(those.reduce((sum, { amount }) => sum + amount, 0)), count: those.length };
  });
  return refused.length === 0
    ? read
    : [...read, { reason: "restated", amount: pence(refused.reduce((sum, amount) => sum + amount, 0)), count: refused.length }];
}

function whyBlocked({ problems, statedTotal }: LedgerReading, { ledger, posted, unmapped, leftOut }: Reconciliation): PostingPlan["blocked"] {
  if (problems.length > 0) return "problems";
  if (statedTotal?.agrees === false) return "totalDisagrees";
  return ledger === posted + unmapped + leftOut ? undefined : "doesNotAddUp";
}

function holdsAccrual(line: CostLine, months: readonly FinancialMonth[]): boolean {
  return months.some((month) => (monthlyAmount(line, "accrual", month) ?? 0) !== 0);
}

function changesOf(postings: readonly Posting[]): ReadonlyMap<RowId, Changes> {
  const changes = new Map<RowId, Record<string, Pence>>();
  for (const { line, month, amount, kind } of postings) {
    if (kind === "same") continue;
    const ofLine = changes.get(line.id) ?? {};
    ofLine[monthlyColumn("actual", month)] = amount;
    changes.set(line.id, ofLine);
  }
  return changes;
}
