import { Button, MessageBar, MessageBarBody, MessageBarTitle, Radio, RadioGroup, Text } from "@fluentui/react-components";
import { useId, useMemo, useState, type ReactElement } from "react";
import { conflictWords } from "../../content";
import { formatMoment } from "../../kernel";
import { columnOf, fillableColumns, showValue, valueAt, type Changes, type Register } from "../../registers";
import type { Decision, FieldConflict } from "../../store";
import { ErrorSummary, useSharedStyles } from "../../ui";
import { useServices } from "../services";
import { ruleContext } from "../use-records";
import type { ConflictPanelProps } from "./conflict-panel-props";
import { useConflictPanelStyles } from "./conflict-panel.styles";
import { addressOf, type DraftProblem, type Drafts } from "./drafts";
import { WrittenField } from "./fetched-written-field";
import { KeptValues } from "./kept-values";
import { WaitingWithIt } from "./waiting-with-it";
import { markDifferences } from "./word-difference";
import { draftOf, readWrittenInstead } from "./written-instead";

type Side = "mine" | "theirs" | "written";

/** Before, yours and theirs of each field that two people changed, with a choice for each and two for all. */
export function ThreeWay({ register, decision, onAnswer }: ConflictPanelProps): ReactElement {
  const styles = useConflictPanelStyles();
  const work = useThreeWay({ register, decision, onAnswer });
  return (
    <div className={styles.panel}>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{conflictWords.title}</MessageBarTitle>
          {whoChanged(decision)}
        </MessageBarBody>
      </MessageBar>
      <ErrorSummary problems={work.summary} />
      {work.shown.map((conflict) => (
        <FieldChoice key={conflict.field} {...{ register, decision, conflict, work }} />
      ))}
      <KeptValues title={conflictWords.goesWith} register={register} decision={decision} without={decision.conflicts.map(({ field }) => field)} />
      <WaitingWithIt decision={decision} />
      {!work.isComplete && <Text size={200}>{conflictWords.chooseEach}</Text>}
      <div className={styles.buttons}>
        <Button appearance="primary" disabledFocusable={!work.isComplete} onClick={() => work.isComplete && work.apply()}>
          {conflictWords.apply}
        </Button>
        <Button onClick={() => onAnswer({ kind: "keepMine" })}>{conflictWords.keepAllYours}</Button>
        <Button onClick={() => onAnswer({ kind: "takeTheirs" })}>{conflictWords.takeAllTheirs(decision.waitingWithIt?.length ?? 0)}</Button>
      </div>
    </div>
  );
}

function whoChanged({ theirs }: Decision): string {
  const who = theirs?.changedBy ?? conflictWords.somebody;
  return theirs?.changedAtMs === undefined ? conflictWords.explain(who) : conflictWords.explainWhen(who, formatMoment(theirs.changedAtMs));
}

interface ThreeWayWork {
  /** A person's name and address are one choice. */
  readonly shown: readonly FieldConflict[];
  readonly sideOf: (field: string) => Side | undefined;
  readonly choose: (field: string, side: Side) => void;
  readonly drafts: Drafts;
  readonly write: (drafts: Drafts) => void;
  readonly problems: readonly DraftProblem[];
  readonly summary: readonly { readonly fieldId: string; readonly says: string }[];
  readonly fieldId: (field: string) => string;
  readonly isComplete: boolean;
  readonly apply: () => void;
}

function useThreeWay({ register, decision, onAnswer }: ConflictPanelProps): ThreeWayWork {
  const services = useServices();
  const prefix = useId();
  const { conflicts, edit } = decision;
  const [chosen, setChosen] = useState<Readonly<Record<string, Side>>>({});
  const [drafts, setDrafts] = useState<Drafts>({});
  const [problems, setProblems] = useState<readonly DraftProblem[]>([]);
  const summary = useMemo(() => problems.map(({ field, says }) => ({ fieldId: `${prefix}${field}`, says })), [problems, prefix]);
  const shown = conflicts.filter(({ field }) => !conflicts.some((other) => addressOf(other.field) === field));
  const written = shown.filter(({ field }) => chosen[field] === "written");
  const apply = (): void => {
    const sides: Changes = Object.fromEntries(
      conflicts.map(({ field, mine, theirs }) => {
        const name = shown.find((one) => addressOf(one.field) === field)?.field ?? field;
        return [field, (chosen[name] === "theirs" ? theirs : mine) ?? null];
      }),
    );
    if (written.length === 0) {
      onAnswer({ kind: "merge", values: sides });
      return;
    }
    const names = written.flatMap(({ field }) => Object.keys(draftOf(register, edit.changes, field)));
    const texts = Object.fromEntries(names.map((name) => [name, drafts[name] ?? ""]));
    const reading = readWrittenInstead(
      register,
      { ...decision, edit: { ...edit, changes: { ...edit.changes, ...sides } } },
      { drafts: texts, context: ruleContext(services) },
    );
    if (reading.kind === "wrong") setProblems(reading.problems);
    else onAnswer({ kind: "merge", values: { ...sides, ...reading.values } });
  };
  return {
    shown,
    sideOf: (field) => chosen[field],
    choose: (field, side) => {
      if (side === "written") setDrafts((last) => ({ ...draftOf(register, edit.changes, field), ...last }));
      setChosen((last) => ({ ...last, [field]: side }));
    },
    drafts,
    write: (texts) => setDrafts((last) => ({ ...last, ...texts })),
    problems,
    summary,
    fieldId: (field) => `${prefix}${field}`,
    isComplete: shown.every(({ field }) => chosen[field] !== undefined),
    apply,
  };
}

interface FieldChoiceProps {
  readonly register: Register;
  readonly decision: Decision;
  readonly conflict: FieldConflict;
  readonly work: ThreeWayWork;
}

function FieldChoice({ register, decision, conflict, work }: FieldChoiceProps): ReactElement {
  const styles = useConflictPanelStyles();
  const shared = useSharedStyles();
  const { field } = conflict;
  const column = columnOf(register, field);
  const label = column?.label ?? field;
  const canWrite = column !== undefined && fillableColumns(register).some(([name]) => name === field);
  const shown = (value: FieldConflict["base"]): string => {
    const text = column === undefined ? String(value ?? "") : showValue(column, value);
    return text === "" ? conflictWords.notSet : text;
  };
  const before = shown(conflict.base);
  const choice = (words: string): ReactElement => (
    <>
      {words}
      <span className={shared.visuallyHidden}>{conflictWords.choiceFor(label)}</span>
    </>
  );
  const values = [
    { term: conflictWords.before, value: <>{before}</> },
    { term: conflictWords.yours, value: marked(before, shown(conflict.mine)) },
    { term: conflictWords.theirs, value: marked(before, shown(conflict.theirs)) },
  ];
  const project = valueAt(decision.theirs?.values ?? decision.edit.seen.values, "ProjectRef");
  return (
    <fieldset className={styles.field}>
      <legend className={styles.legend}>{label}</legend>
      <dl className={styles.values}>
        {values.map(({ term, value }) => (
          <div key={term} className={styles.pair}>
            <dt className={styles.term}>{term}</dt>
            <dd className={styles.value}>{value}</dd>
          </div>
        ))}
      </dl>
      <RadioGroup
        className={styles.choices}
        layout="horizontal"
        aria-label={label}
        value={work.sideOf(field) ?? ""}
        onChange={(_event, data) => work.choose(field, data.value === "mine" || data.value === "written" ? data.value : "theirs")}
      >
        <Radio className={styles.choice} value="mine" label={choice(conflictWords.keepYours)} />
        <Radio className={styles.choice} value="theirs" label={choice(conflictWords.takeTheirs)} />
        {canWrite && <Radio className={styles.choice} value="written" label={choice(conflictWords.writeOther)} />}
      </RadioGroup>
      {canWrite && work.sideOf(field) === "written" && (
        <WrittenField
          id={work.fieldId(field)}
          field={field}
          column={column}
          drafts={work.drafts}
          problem={work.problems.find((problem) => problem.field === field)?.says}
          projectRef={typeof project === "string" ? project : undefined}
          onWrite={work.write}
        />
      )}
    </fieldset>
  );
}

/** Words that were not there before stand out, by weight as well as by colour. */
function marked(before: string, after: string): ReactElement {
  return <>{markDifferences(before, after).map((part, index) => (part.isNew ? <mark key={index}>{part.text}</mark> : <span key={index}>{part.text}</span>))}</>;
}
