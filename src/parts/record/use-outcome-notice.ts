import { recordWords } from "../../content";
import { columnOf, type Register } from "../../registers";
import type { EditOutcome } from "../../store";
import { useNotify } from "../../ui";
import { useServices } from "../services";
import { recordName } from "./use-record-form";

/** Says what became of a save, with Undo where it can be undone. */
export function useOutcomeNotice(register: Register): (outcome: EditOutcome) => void {
  const { store } = useServices();
  const notify = useNotify();
  return (outcome) => {
    if (outcome.kind === "needsDecision" || outcome.kind === "notKept") return;
    if (outcome.kind === "onDevice") {
      notify({ kind: "info", text: recordWords.keptOnDevice(register.one) });
      return;
    }
    const labels = outcome.mergedFields.map((name) => columnOf(register, name)?.label ?? name);
    const text = labels.length > 0 ? recordWords.mergedWith(labels) : recordWords.saved(recordName(register, outcome.row.values));
    notify({ kind: "success", text, action: { label: recordWords.undo, run: () => void store.undo() } });
  };
}
