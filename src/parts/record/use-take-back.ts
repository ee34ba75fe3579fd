import { recordWords } from "../../content";
import type { ChangeReceipt } from "../../store";
import { useNotify } from "../../ui";
import { useServices } from "../services";

/** Undoes or redoes the newest change. Where that did not happen it says so and offers to try again. */
export function useTakeBack(): (kind: "undo" | "redo") => Promise<void> {
  const { store } = useServices();
  const notify = useNotify();
  return async (kind) => {
    const label = store.status()[`${kind}Label`] ?? "";
    const tell = ({ outcomes }: ChangeReceipt): void => {
      const edits = outcomes.flatMap((outcome) => (outcome.kind === "notKept" ? [outcome.edit] : []));
      if (outcomes.some((outcome) => outcome.kind === "needsDecision")) notify({ kind: "warning", text: recordWords.takeBackNeedsDecision });
      if (edits.length === 0) return;
      const tryAgain = { label: recordWords.tryAgain, run: () => void store.change(edits, label).then(tell) };
      notify({ kind: "warning", text: kind === "undo" ? recordWords.notUndone : recordWords.notRedone, action: tryAgain });
    };
    const taken = await store[kind]();
    if (taken.ok) tell(taken.value);
  };
}
