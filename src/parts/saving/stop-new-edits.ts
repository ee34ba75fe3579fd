import type { Clock } from "../../kernel";
import { columnOf, registerNamed, type Edit } from "../../registers";
import type { ChangeReceipt, Store } from "../../store";
import { oldChanges } from "./old-changes";

/**
 * The same store, which takes no new edits while one has waited for 72 hours: they go back to their authors as `notKept`, so forms
 * stay open with every word. Answers to decisions, sending again, undo and redo stay possible, and so does noting what has been done
 * already: without the link of a card that was posted, it would be posted twice.
 */
export function stopNewEdits(store: Store, clock: Clock): Store {
  const isStopped = (): boolean => oldChanges(store.status(), clock.nowMs())?.isStopped === true;
  const refused = (edits: readonly Edit[]): Promise<ChangeReceipt> =>
    Promise.resolve({
      operation: "",
      outcomes: edits.map((edit) => ({ kind: "notKept", edit, fault: { kind: "tooLarge", limit: "72 hours" } })),
      cancelled: false,
    });
  return {
    ...store,
    change: (edits, label, progress) => (isStopped() && !edits.every(isNote) ? refused(edits) : store.change(edits, label, progress)),
    changeTogether: (edits, label) => (isStopped() ? refused(edits) : store.changeTogether(edits, label)),
    archive: (place, ids) =>
      isStopped()
        ? refused(ids.map((id) => ({ ...place, kind: "update", id, changes: { Archived: true }, seen: store.seen(place, id) ?? { values: {} } })))
        : store.archive(place, ids),
  };
}

/** Only columns that the product fills once, and nobody by hand. To archive is somebody's choice. */
function isNote({ kind, register: name, changes }: Edit): boolean {
  const register = registerNamed(name);
  const isFilledOnce = (column: string): boolean => column !== "Archived" && register !== undefined && columnOf(register, column)?.filledBy === "once";
  return kind === "update" && Object.keys(changes).every(isFilledOnce);
}
