import { Text } from "@fluentui/react-components";
import { useCallback, useSyncExternalStore, type ReactElement } from "react";
import { decisionWords } from "../../content";
import { ConflictPanel, recordName, useOutcomeNotice, useServices } from "../../parts";
import { applyChanges, registerNamed, type Register } from "../../registers";
import type { Decision } from "../../store";
import { StateView } from "../../ui";
import { useDecisionsPageStyles } from "./decisions-page.styles";

/** Every change that waits for this person, each with its values and its ways out. */
export function DecisionsPage(): ReactElement {
  const styles = useDecisionsPageStyles();
  const { store } = useServices();
  const decisions = useSyncExternalStore(
    useCallback((listener) => store.subscribe(listener), [store]),
    useCallback(() => store.decisions(), [store]),
  );
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{decisionWords.title}</h1>
      <StateView
        state={decisions.length === 0 ? { kind: "empty", title: decisionWords.none, invite: decisionWords.noneExplain } : { kind: "ready", value: decisions }}
      >
        {(waiting) => (
          <ol className={styles.list}>
            {waiting.map((decision) => {
              const register = registerNamed(decision.edit.register);
              return register === undefined ? null : <WaitingDecision key={decision.id} decision={decision} register={register} />;
            })}
          </ol>
        )}
      </StateView>
    </div>
  );
}

function WaitingDecision({ decision, register }: { readonly decision: Decision; readonly register: Register }): ReactElement {
  const styles = useDecisionsPageStyles();
  const { store } = useServices();
  const tellOutcome = useOutcomeNotice(register);
  return (
    <li className={styles.decision}>
      <h2 className={styles.name}>
        {recordName(register, decision.theirs?.values ?? applyChanges(decision.edit.seen.values, decision.edit.changes))}{" "}
        <Text className={styles.kind}>{register.one}</Text>
      </h2>
      <ConflictPanel
        register={register}
        decision={decision}
        onAnswer={(answer) => {
          void store.answer(decision.id, answer).then((result) => {
            if (result.ok) tellOutcome(result.value);
          });
        }}
      />
    </li>
  );
}
