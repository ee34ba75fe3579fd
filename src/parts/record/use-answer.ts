import { conflictWords, faultWords } from "../../content";
import { applyChanges, type Register } from "../../registers";
import type { Decision, DecisionAnswer } from "../../store";
import { useNotify } from "../../ui";
import { useServices } from "../services";
import { useOutcomeNotice } from "./use-outcome-notice";
import { recordName } from "./record-name";

/** Answers decisions and says what became of each; true while the same one still waits. */
export function useAnswer(register: Register): (decision: Decision, answer: DecisionAnswer) => Promise<boolean> {
  const { store } = useServices();
  const notify = useNotify();
  const tellOutcome = useOutcomeNotice(register);
  return async (decision, answer) => {
    const name = decisionName(register, decision);
    const others = decision.waitingWithIt?.length ?? 0;
    const told = await store.answer(decision.id, answer);
    if (!told.ok) {
      notify({ kind: "info", text: told.fault.kind === "notFound" ? conflictWords.goneElsewhere(name) : conflictWords.dropped(name, others) });
      return false;
    }
    const outcome = told.value;
    if (outcome.kind === "needsDecision") {
      notify({ kind: "warning", text: conflictWords.stillNeeds(name, faultWords(outcome.decision.reason).happened) });
      return true;
    }
    if (answer.kind === "takeTheirs" && outcome.kind === "saved") notify({ kind: "info", text: conflictWords.tookTheirs(name, others) });
    else tellOutcome(outcome);
    return false;
  };
}

/** What a change that waits is about: "R-0042", or the title while there is no ref. */
export function decisionName(register: Register, { theirs, edit }: Decision): string {
  return recordName(register, theirs?.values ?? applyChanges(edit.seen.values, edit.changes));
}
