import { Text } from "@fluentui/react-components";
import { useCallback, useRef, useSyncExternalStore, type ReactElement } from "react";
import { decisionWords } from "../../content";
import { formatMoment } from "../../kernel";
import { ConflictPanel, decisionName, useAnswer, useServices } from "../../parts";
import { applyChanges, registerNamed, valueAt, type Register } from "../../registers";
import type { Decision } from "../../store";
import { StateView } from "../../ui";
import { useDecisionsPageStyles } from "./decisions-page.styles";
import { useDecisionFocus, type DecisionFocus } from "./use-decision-focus";

/** Every change that waits for this person, each with its values and its ways out. */
export function DecisionsPage(): ReactElement {
  const styles = useDecisionsPageStyles();
  const { store } = useServices();
  const decisions = useSyncExternalStore(
    useCallback((listener) => store.subscribe(listener), [store]),
    useCallback(() => store.decisions(), [store]),
  );
  const titleRef = useRef<HTMLHeadingElement>(null);
  const focus = useDecisionFocus(decisions, titleRef);
  return (
    <div className={styles.page}>
      <h1 ref={titleRef} tabIndex={-1} className={styles.title}>
        {decisionWords.title}
      </h1>
      <StateView
        state={decisions.length === 0 ? { kind: "empty", title: decisionWords.none, invite: decisionWords.noneExplain } : { kind: "ready", value: decisions }}
      >
        {(waiting) => (
          <ol className={styles.list}>
            {waiting.map((decision) => {
              const register = registerNamed(decision.edit.register);
              return register === undefined ? null : <WaitingDecision key={decision.id} decision={decision} register={register} focus={focus} />;
            })}
          </ol>
        )}
      </StateView>
    </div>
  );
}

interface WaitingDecisionProps {
  readonly decision: Decision;
  readonly register: Register;
  readonly focus: DecisionFocus;
}

function WaitingDecision({ decision, register, focus }: WaitingDecisionProps): ReactElement {
  const styles = useDecisionsPageStyles();
  const answer = useAnswer(register);
  const name = decisionName(register, decision);
  const title = valueAt(decision.theirs?.values ?? applyChanges(decision.edit.seen.values, decision.edit.changes), "Title");
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- nothing is done here: it is remembered where the person is
    <li className={styles.decision} onFocus={() => focus.came(decision.id)}>
      <div>
        <h2 ref={focus.headingRef(decision.id)} tabIndex={-1} className={styles.name}>
          {typeof title === "string" && title !== name ? `${name} · ${title}` : name}
        </h2>
        <Text size={200} className={styles.kind}>
          {decisionWords.waitsSince(register.one.charAt(0).toUpperCase() + register.one.slice(1), formatMoment(decision.atMs))}
        </Text>
      </div>
      <ConflictPanel
        // Answered and refused again, it is another question under the same name.
        key={decision.atMs}
        register={register}
        decision={decision}
        onAnswer={(given) => {
          focus.answers(decision.id);
          void answer(decision, given);
        }}
      />
    </li>
  );
}
