import { Button, MessageBar, MessageBarBody, MessageBarTitle, Radio, RadioGroup, Text } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import { conflictWords, faultWords } from "../../content";
import { applyChanges, columnOf, fillableColumns, showValue, valueAt, type Changes, type Register } from "../../registers";
import type { Decision, DecisionAnswer, FieldConflict } from "../../store";
import { useConflictPanelStyles } from "./conflict-panel.styles";
import { markDifferences } from "./word-difference";

export interface ConflictPanelProps {
  readonly register: Register;
  readonly decision: Decision;
  readonly onAnswer: (answer: DecisionAnswer) => void;
}

/** A change that waits for its author: three values a field, or the reason it was refused, and a way out of each. */
export function ConflictPanel({ register, decision, onAnswer }: ConflictPanelProps): ReactElement {
  return decision.conflicts.length > 0 ? (
    <ThreeWay register={register} decision={decision} onAnswer={onAnswer} />
  ) : (
    <Refused register={register} decision={decision} onAnswer={onAnswer} />
  );
}

type Side = "mine" | "theirs";

function ThreeWay({ register, decision, onAnswer }: ConflictPanelProps): ReactElement {
  const styles = useConflictPanelStyles();
  const [chosen, setChosen] = useState<Readonly<Record<string, Side>>>({});
  const isComplete = decision.conflicts.every((conflict) => chosen[conflict.field] !== undefined);
  const apply = (): void => {
    const values: Changes = Object.fromEntries(
      decision.conflicts.map((conflict) => [conflict.field, (chosen[conflict.field] === "mine" ? conflict.mine : conflict.theirs) ?? null]),
    );
    onAnswer({ kind: "merge", values });
  };
  return (
    <div className={styles.panel}>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{conflictWords.title}</MessageBarTitle>
          {conflictWords.explain(decision.theirs?.changedBy ?? conflictWords.somebody)}
        </MessageBarBody>
      </MessageBar>
      {decision.conflicts.map((conflict) => (
        <FieldChoice
          key={conflict.field}
          label={columnOf(register, conflict.field)?.label ?? conflict.field}
          conflict={conflict}
          register={register}
          side={chosen[conflict.field]}
          onChoose={(side) => {
            setChosen((last) => ({ ...last, [conflict.field]: side }));
          }}
        />
      ))}
      {!isComplete && <Text size={200}>{conflictWords.chooseEach}</Text>}
      <div className={styles.buttons}>
        <Button appearance="primary" disabledFocusable={!isComplete} onClick={() => isComplete && apply()}>
          {conflictWords.apply}
        </Button>
        <Button onClick={() => onAnswer({ kind: "keepMine" })}>{conflictWords.keepAllYours}</Button>
        <Button onClick={() => onAnswer({ kind: "takeTheirs" })}>{conflictWords.takeAllTheirs}</Button>
      </div>
    </div>
  );
}

interface FieldChoiceProps {
  readonly label: string;
  readonly register: Register;
  readonly conflict: FieldConflict;
  readonly side: Side | undefined;
  readonly onChoose: (side: Side) => void;
}

function FieldChoice({ label, register, conflict, side, onChoose }: FieldChoiceProps): ReactElement {
  const styles = useConflictPanelStyles();
  const column = columnOf(register, conflict.field);
  const shown = (value: FieldConflict["base"]): string => {
    const text = column === undefined ? String(value ?? "") : showValue(column, value);
    return text === "" ? conflictWords.notSet : text;
  };
  const before = shown(conflict.base);
  return (
    <fieldset className={styles.field}>
      <legend className={styles.legend}>{label}</legend>
      <dl className={styles.values}>
        <div className={styles.pair}>
          <dt className={styles.term}>{conflictWords.before}</dt>
          <dd className={styles.value}>{before}</dd>
        </div>
        <div className={styles.pair}>
          <dt className={styles.term}>{conflictWords.yours}</dt>
          <dd className={styles.value}>{marked(before, shown(conflict.mine))}</dd>
        </div>
        <div className={styles.pair}>
          <dt className={styles.term}>{conflictWords.theirs}</dt>
          <dd className={styles.value}>{marked(before, shown(conflict.theirs))}</dd>
        </div>
      </dl>
      <RadioGroup
        className={styles.choices}
        layout="horizontal"
        aria-label={label}
        value={side ?? ""}
        onChange={(_event, data) => onChoose(data.value === "mine" ? "mine" : "theirs")}
      >
        <Radio className={styles.choice} value="mine" label={conflictWords.keepYours(label)} />
        <Radio className={styles.choice} value="theirs" label={conflictWords.takeTheirs(label)} />
      </RadioGroup>
    </fieldset>
  );
}

/** Words that were not there before stand out, by weight as well as by colour. */
function marked(before: string, after: string): ReactElement {
  return <>{markDifferences(before, after).map((part, index) => (part.isNew ? <mark key={index}>{part.text}</mark> : <span key={index}>{part.text}</span>))}</>;
}

function Refused({ register, decision, onAnswer }: ConflictPanelProps): ReactElement {
  const styles = useConflictPanelStyles();
  const words = faultWords(decision.reason);
  return (
    <div className={styles.panel}>
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{words.happened}</MessageBarTitle>
          {words.toDo}
        </MessageBarBody>
      </MessageBar>
      <KeptValues register={register} decision={decision} />
      <div className={styles.buttons}>
        <Button appearance="primary" onClick={() => onAnswer({ kind: "tryAgain" })}>
          {conflictWords.tryAgain}
        </Button>
        <Button onClick={() => onAnswer({ kind: "takeTheirs" })}>{conflictWords.drop}</Button>
      </div>
    </div>
  );
}

/** What its author typed, so that it can be read and copied whatever becomes of the change. */
function KeptValues({ register, decision }: Pick<ConflictPanelProps, "register" | "decision">): ReactElement | null {
  const styles = useConflictPanelStyles();
  const values = applyChanges({}, decision.edit.changes);
  const typed = fillableColumns(register).filter(([name]) => valueAt(values, name) !== undefined);
  if (typed.length === 0) return null;
  return (
    <section aria-label={conflictWords.kept} className={styles.field}>
      <h3 className={styles.keptTitle}>{conflictWords.kept}</h3>
      <dl className={styles.kept}>
        {typed.map(([name, column]) => (
          <div key={name}>
            <dt className={styles.term}>{column.label}</dt>
            <dd className={styles.value}>{showValue(column, valueAt(values, name))}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
