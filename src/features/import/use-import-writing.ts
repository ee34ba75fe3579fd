import { useRef, useState } from "react";
import { faultWords, importWords } from "../../content";
import { makeClientKey } from "../../kernel";
import { useServices } from "../../parts";
import { editsOf, type Edit, type Register } from "../../registers";
import type { ImportPlan } from "./import-plan";
import { importReceipt, receiptEdit, type ImportReceipt } from "./import-receipt";

export type WritingState =
  | { readonly kind: "none" }
  | { readonly kind: "writing"; readonly done: number; readonly total: number }
  | { readonly kind: "done"; readonly receipt: ImportReceipt; /** What undo came to, once it was asked for. */ readonly undone?: readonly string[] };

export interface Writing {
  readonly state: WritingState;
  readonly start: (planned: ImportPlan, fileName: string) => Promise<void>;
  readonly stop: () => void;
  readonly undo: () => Promise<void>;
  readonly forget: () => void;
}

/** Writes a plan through the store with progress, keeps a receipt in the register of receipts, and can take all of it back. */
export function useImportWriting(register: Register): Writing {
  const services = useServices();
  const { store, session, clock, randomness } = services;
  const [state, setState] = useState<WritingState>({ kind: "none" });
  const controller = useRef<AbortController>(undefined);
  const label = useRef("");

  const receiptFor = (planned: ImportPlan, fileName: string, counts: { readonly added: number; readonly changed: number }): Edit | undefined => {
    const { asAtMs, fault } = store.placeState({ site: session.site.id, register: "Receipts" });
    if (asAtMs === undefined || fault?.kind === "notFound") return undefined;
    return receiptEdit(planned, { site: session.site.id, key: makeClientKey(randomness), me: session.me, nowMs: clock.nowMs(), fileName, counts });
  };

  const start = async (planned: ImportPlan, fileName: string): Promise<void> => {
    const { added, changed } = planned.plan.totals;
    const total = added + changed;
    const stop = new AbortController();
    controller.current = stop;
    label.current = importWords.operation(total, register.one, register.many);
    setState({ kind: "writing", done: 0, total });
    // In the same change, so that one Undo takes back the import and its receipt.
    const receiptRow = receiptFor(planned, fileName, { added, changed });
    const told = await store.change([...editsOf(planned.plan), ...(receiptRow === undefined ? [] : [receiptRow])], label.current, {
      signal: stop.signal,
      report: (done) => setState({ kind: "writing", done: Math.min(done, total), total }),
    });
    const receipt = importReceipt(planned, told, receiptRow?.id);
    setState({ kind: "done", receipt });
    if (!receipt.isStopped || receipt.hasReceiptRow || receipt.added + receipt.changed === 0) return;
    const late = receiptFor(planned, fileName, { added: receipt.added, changed: receipt.changed });
    if (late !== undefined) await store.change([late], importWords.receiptOperation);
  };

  const undo = async (): Promise<void> => {
    if (store.status().undoLabel === importWords.receiptOperation) await store.undo();
    const says = store.status().undoLabel === label.current ? await undoImport() : [importWords.undoGone];
    setState((last) => (last.kind === "done" ? { ...last, undone: says } : last));
  };
  const undoImport = async (): Promise<readonly string[]> => {
    const result = await store.undo();
    if (!result.ok) return [faultWords(result.fault).happened];
    const outcomes = result.value.outcomes.filter((outcome) => outcome.kind !== "saved" || outcome.row.register === register.name);
    const waiting = outcomes.filter((outcome) => outcome.kind === "needsDecision").length;
    const notKept = outcomes.filter((outcome) => outcome.kind === "notKept").length;
    return [
      importWords.undone(outcomes.length - waiting - notKept),
      ...(waiting === 0 ? [] : [importWords.undoPartly(waiting)]),
      ...(notKept === 0 ? [] : [importWords.undoNotKept(notKept)]),
    ];
  };
  return { state, start, stop: () => controller.current?.abort(), undo, forget: () => setState({ kind: "none" }) };
}
