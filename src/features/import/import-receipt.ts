import type { ClientKey } from "../../kernel";
import { newRowId, type Edit } from "../../registers";
import type { ChangeReceipt } from "../../store";
import type { ImportPlan } from "./import-plan";
import { leftOutGroups } from "./left-out";
import type { LeftOut } from "./source-table";

/** What became of an import, in rows. */
export interface ImportReceipt {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: readonly { readonly position: number; readonly name: string; readonly reasons: readonly string[] }[];
  /** Kept on the device until SharePoint answers. */
  readonly waiting: number;
  /** Neither in the register nor on this device. */
  readonly notKept: readonly { readonly position: number; readonly name: string }[];
  readonly needsDecision: number;
  /** Not sent, because the person stopped. */
  readonly notSent: number;
  readonly isStopped: boolean;
  /** Filled rows of the file beneath the headings; every one of them is counted in one of the others. */
  readonly rowsRead: number;
  readonly leftOut: readonly LeftOut[];
  readonly hasReceiptRow: boolean;
}

/** @param receiptId of the Receipts row that travelled with the import; it is not counted. */
export function importReceipt(planned: ImportPlan, told: ChangeReceipt, receiptId: string | undefined): ImportReceipt {
  const { plan, names } = planned;
  const changedIds = new Set(plan.rows.flatMap((row) => (row.kind === "changed" ? [row.id] : [])));
  const outcomes = told.outcomes.filter((outcome) => !isReceipt(outcome, receiptId));
  const notKeptIds = new Set(outcomes.flatMap((outcome) => (outcome.kind === "notKept" ? [outcome.edit.id] : [])));
  const saved = outcomes.flatMap((outcome) => (outcome.kind === "saved" ? [outcome.row.id] : []));
  const changed = saved.filter((id) => changedIds.has(id)).length;
  return {
    added: saved.length - changed,
    changed,
    unchanged: plan.totals.unchanged,
    refused: plan.rows.flatMap((row) =>
      row.kind === "refused" ? [{ position: row.position, name: names.get(row.position) ?? "", reasons: row.reasons }] : [],
    ),
    waiting: outcomes.filter((outcome) => outcome.kind === "onDevice").length,
    notKept: plan.rows.flatMap((row) =>
      (row.kind === "added" || row.kind === "changed") && notKeptIds.has(row.id) ? [{ position: row.position, name: names.get(row.position) ?? "" }] : [],
    ),
    needsDecision: outcomes.filter((outcome) => outcome.kind === "needsDecision").length,
    notSent: plan.totals.added + plan.totals.changed - outcomes.length,
    isStopped: told.cancelled,
    rowsRead: plan.rows.length + planned.leftOut.length,
    leftOut: planned.leftOut,
    hasReceiptRow: outcomes.length < told.outcomes.length,
  };
}

function isReceipt(outcome: ChangeReceipt["outcomes"][number], receiptId: string | undefined): boolean {
  if (receiptId === undefined) return false;
  if (outcome.kind === "onDevice") return outcome.id === receiptId;
  if (outcome.kind === "saved") return outcome.row.register === "Receipts";
  return (outcome.kind === "notKept" ? outcome.edit : outcome.decision.edit).register === "Receipts";
}

const mostInDetail = 200;

export interface ReceiptRow {
  readonly site: string;
  readonly key: ClientKey;
  readonly me: { readonly name: string; readonly address: string };
  readonly nowMs: number;
  readonly fileName: string;
  readonly counts: { readonly added: number; readonly changed: number };
}

/** The row of the Receipts register: counts, which rows were left out or refused and why, never what a cell held. */
export function receiptEdit(planned: ImportPlan, row: ReceiptRow): Edit {
  const { plan } = planned;
  const refused = plan.rows.flatMap(({ position, ...rest }) => (rest.kind === "refused" ? [{ row: position, why: rest.reasons }] : []));
  const leftOut = leftOutGroups(planned.leftOut).map(({ reason, rows }) => ({
    why: reason,
    rows: rows.slice(0, mostInDetail).map(({ position }) => position),
  }));
  const detail = {
    rowsRead: plan.rows.length + planned.leftOut.length,
    leftOut,
    refused: refused.slice(0, mostInDetail),
    incomplete: plan.totals.incomplete,
    cellProblems: plan.totals.cellProblems,
  };
  return {
    site: row.site,
    register: "Receipts",
    kind: "create",
    id: newRowId(row.key),
    changes: {
      Title: "Import",
      Kind: "Import",
      RegisterName: plan.register,
      MadeBy: row.me.name,
      MadeByAddress: row.me.address,
      MadeAt: new Date(row.nowMs).toISOString(),
      SourceName: row.fileName.slice(0, 255),
      AddedCount: row.counts.added,
      ChangedCount: row.counts.changed,
      UnchangedCount: plan.totals.unchanged,
      RefusedCount: plan.totals.refused,
      DetailJson: JSON.stringify(detail),
    },
    seen: { values: {} },
  };
}
