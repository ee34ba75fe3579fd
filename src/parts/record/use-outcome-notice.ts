import { recordWords } from "../../content";
import { columnOf, type Register } from "../../registers";
import type { EditOutcome } from "../../store";
import { useNotify } from "../../ui";
import { useServices } from "../services";
import { usePlace } from "../use-records";
import { useHoldEdit } from "./held-edits";
import { recordName } from "./record-name";
import { useTakeBack } from "./use-take-back";

/** Says what became of a save, with Undo where it can be undone; holds what is kept nowhere. A decision says it itself. */
export function useOutcomeNotice(register: Register): (outcome: EditOutcome) => void {
  const { store } = useServices();
  const place = usePlace(register.name);
  const notify = useNotify();
  const hold = useHoldEdit();
  const takeBack = useTakeBack();
  return (outcome) => {
    switch (outcome.kind) {
      case "needsDecision":
        return;
      case "notKept":
        hold(outcome);
        return;
      case "onDevice":
        notify({ kind: "info", text: recordWords.onDevice(recordName(register, store.row(place, outcome.id)?.values ?? {})) });
        return;
      case "saved": {
        const labels = outcome.mergedFields.map((name) => columnOf(register, name)?.label ?? name);
        const text = labels.length > 0 ? recordWords.mergedWith(labels) : recordWords.saved(recordName(register, outcome.row.values));
        notify({ kind: "success", text, action: { label: recordWords.undo, run: () => void takeBack("undo") } });
      }
    }
  };
}
