import { adoptWords as words, importWords } from "../../content";
import { formatMoment, type ClientKey } from "../../kernel";
import type { Session } from "../../parts";
import { newRowId, type Edit, type ListLook, type Register } from "../../registers";
import type { ChangeReceipt } from "../../store";
import { leftOutLines, type CopyLeftOut } from "./copy-left-out";
import type { CopyPlan } from "./copy-plan";

/** The list that rows were copied from; it stands as it did. */
export type CopiedList = Pick<ListLook, "listName" | "webUrl">;

/** What became of a copy, in rows. */
export interface CopyReceipt {
  readonly from: CopiedList;
  readonly register: Pick<Register, "name" | "label" | "one" | "many">;
  /** The list for it was made, too. */
  readonly isNewList: boolean;
  readonly saved: number;
  readonly unchanged: number;
  readonly refused: readonly { readonly name: string; readonly reasons: readonly string[] }[];
  /** Kept on the device until SharePoint answers. */
  readonly waiting: number;
  /** Neither in the register nor on this device. */
  readonly notKept: number;
  readonly needsDecision: number;
  /** Not sent, because the person stopped. */
  readonly notSent: number;
  readonly isStopped: boolean;
  readonly leftOut: CopyLeftOut;
}

export type CopyOf = Pick<CopyReceipt, "from" | "register" | "isNewList" | "leftOut"> & { readonly planned: CopyPlan };

/** @param receiptId of the Receipts row that travelled with the copy; it is not counted. */
export function copyReceipt({ planned, ...of }: CopyOf, told: ChangeReceipt, receiptId: string | undefined): CopyReceipt {
  const { plan, names } = planned;
  const outcomes = told.outcomes.filter((outcome) => !isReceipt(outcome, receiptId));
  const count = (kind: ChangeReceipt["outcomes"][number]["kind"]): number => outcomes.filter((outcome) => outcome.kind === kind).length;
  const { from, register, isNewList, leftOut } = of;
  return {
    ...{ from, register, isNewList, leftOut },
    saved: count("saved"),
    unchanged: plan.totals.unchanged,
    refused: plan.rows.flatMap((row) => (row.kind === "refused" ? [{ name: names.get(row.position) ?? "", reasons: row.reasons }] : [])),
    waiting: count("onDevice"),
    notKept: count("notKept"),
    needsDecision: count("needsDecision"),
    notSent: plan.totals.added + plan.totals.changed - outcomes.length,
    isStopped: told.cancelled,
  };
}

function isReceipt(outcome: ChangeReceipt["outcomes"][number], receiptId: string | undefined): boolean {
  if (receiptId === undefined) return false;
  if (outcome.kind === "onDevice") return outcome.id === receiptId;
  if (outcome.kind === "saved") return outcome.row.register === "Receipts";
  return (outcome.kind === "notKept" ? outcome.edit : outcome.decision.edit).register === "Receipts";
}

export function receiptTitle({ isStopped, saved, waiting, notKept, register: { one, many } }: CopyReceipt): string {
  if (isStopped) return words.copyStopped;
  return notKept > 0 && saved + waiting === 0 ? importWords.noneSaved : words.copied(saved, one, many);
}

/** What happened to the rows, then where the old list stands. */
export function receiptLines(of: CopyReceipt): readonly string[] {
  const { register, from } = of;
  const sentences: readonly (readonly [number, string])[] = [
    [of.isNewList ? 1 : 0, words.copyMade(register.label)],
    [of.isStopped ? of.saved : 0, words.copied(of.saved, register.one, register.many)],
    [of.unchanged, words.copiedBefore(of.unchanged)],
    [of.refused.length, importWords.doneRefused(of.refused.length)],
    [of.waiting, importWords.doneWaiting(of.waiting)],
    [of.notKept, importWords.doneNotKept(of.notKept)],
    [of.needsDecision, importWords.doneDecision(of.needsDecision)],
    [of.notSent, importWords.doneNotSent(of.notSent)],
  ];
  return [...sentences.flatMap(([rows, sentence]) => (rows > 0 ? [sentence] : [])), words.copyUntouched(from.listName), words.copyNotTaken];
}

/** Rows that are to be copied yet; the same copy again finds those that are here. */
export function isUnfinished({ isStopped, notSent, notKept }: CopyReceipt): boolean {
  return isStopped || notSent + notKept > 0;
}

export function receiptText(of: CopyReceipt, { me, site }: Pick<Session, "me" | "site">, nowMs: number): string {
  const leftOut = leftOutLines(of.leftOut);
  const refused = of.refused.map(({ name, reasons }) => words.refusedRow(name, reasons));
  const part = (heading: string, lines: readonly string[]): readonly string[] => (lines.length === 0 ? [] : ["", heading, ...lines.map((line) => `- ${line}`)]);
  return [
    receiptTitle(of),
    words.receiptFrom(of.from.listName, of.from.webUrl),
    words.receiptInto(of.register.label, site.name, site.address),
    words.receiptBy(me.name, formatMoment(nowMs)),
    ...part(words.receiptRows, receiptLines(of)),
    ...part(words.refusedTitle, refused),
    ...part(words.leftOutTitle, leftOut),
    "",
  ].join("\r\n");
}

const mostInDetail = 200;

export interface ReceiptRow extends Pick<Session, "me" | "site"> {
  readonly key: ClientKey;
  readonly nowMs: number;
}

/** The row of the Receipts register: counts and columns, never what a cell held. A copy is an import from a list. */
export function receiptEdit({ planned, from, leftOut, isNewList }: CopyOf, { me, site, key, nowMs }: ReceiptRow): Edit {
  const { totals, rows, register } = planned.plan;
  const refused = rows.flatMap((row) => (row.kind === "refused" ? [{ row: row.position, why: row.reasons }] : []));
  return {
    site: site.id,
    register: "Receipts",
    kind: "create",
    id: newRowId(key),
    changes: {
      Title: "Import",
      Kind: "Import",
      RegisterName: register,
      MadeBy: me.name,
      MadeByAddress: me.address,
      MadeAt: new Date(nowMs).toISOString(),
      SourceName: from.listName.slice(0, 255),
      AddedCount: totals.added,
      ChangedCount: totals.changed,
      UnchangedCount: totals.unchanged,
      RefusedCount: totals.refused,
      DetailJson: JSON.stringify({ copiedFrom: from.webUrl, isNewList, ...leftOut, refused: refused.slice(0, mostInDetail) }),
    },
    seen: { values: {} },
  };
}
