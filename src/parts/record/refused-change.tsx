import { Button, MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { useId, useMemo, useState, type ReactElement } from "react";
import { conflictWords, faultWords, tabWords } from "../../content";
import { valueAt } from "../../registers";
import { ErrorSummary } from "../../ui";
import { PageLink } from "../page-link";
import { useServices } from "../services";
import { ruleContext } from "../use-records";
import type { ConflictPanelProps } from "./conflict-panel-props";
import { useConflictPanelStyles } from "./conflict-panel.styles";
import type { DraftProblem, Drafts } from "./drafts";
import { WrittenField } from "./fetched-written-field";
import { KeptValues, typedColumns } from "./kept-values";
import { WaitingWithIt } from "./waiting-with-it";
import { draftOf, readWrittenInstead } from "./written-instead";

/** Why a change was refused, what its author typed, and the ways out: again, otherwise, as a new record, or not at all. */
export function RefusedChange({ register, decision, onAnswer }: ConflictPanelProps): ReactElement {
  const styles = useConflictPanelStyles();
  const words = faultWords(decision.reason);
  const [isEditing, setIsEditing] = useState(false);
  const canEdit = typedColumns(register, decision).length > 0;
  // The page of reasons looks into the site that is open; in Excel there is none.
  const { session } = useServices();
  const isHere = decision.edit.site === session.site.id && session.host !== "excel";
  const isGone = decision.reason.kind === "notFound" && decision.edit.kind === "update";
  return (
    <div className={styles.panel}>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{words.happened}</MessageBarTitle>
          {words.toDo} {isHere && !isGone && <PageLink page={{ kind: "why", register: register.name }}>{tabWords.why}</PageLink>}
        </MessageBarBody>
      </MessageBar>
      {isEditing ? (
        <EditedValues {...{ register, decision, onAnswer }} onStop={() => setIsEditing(false)} />
      ) : (
        <>
          <KeptValues title={conflictWords.kept} register={register} decision={decision} />
          <WaitingWithIt decision={decision} />
          <div className={styles.buttons}>
            {isGone ? (
              <Button appearance="primary" onClick={() => onAnswer({ kind: "keepMine" })}>
                {conflictWords.addAgain(register.one)}
              </Button>
            ) : (
              <Button appearance="primary" onClick={() => onAnswer({ kind: "tryAgain" })}>
                {conflictWords.tryAgain}
              </Button>
            )}
            {canEdit && <Button onClick={() => setIsEditing(true)}>{conflictWords.edit}</Button>}
            <Button onClick={() => onAnswer({ kind: "takeTheirs" })}>{conflictWords.drop(decision.waitingWithIt?.length ?? 0)}</Button>
          </div>
        </>
      )}
    </div>
  );
}

function EditedValues({ register, decision, onAnswer, onStop }: ConflictPanelProps & { readonly onStop: () => void }): ReactElement {
  const styles = useConflictPanelStyles();
  const services = useServices();
  const prefix = useId();
  const columns = typedColumns(register, decision);
  const [drafts, setDrafts] = useState<Drafts>(() =>
    Object.fromEntries(columns.flatMap(([name]) => Object.entries(draftOf(register, decision.edit.changes, name)))),
  );
  const [problems, setProblems] = useState<readonly DraftProblem[]>([]);
  const summary = useMemo(() => problems.map(({ field, says }) => ({ fieldId: `${prefix}${field}`, says })), [problems, prefix]);
  const project = valueAt({ ...decision.edit.seen.values, ...decision.theirs?.values }, "ProjectRef") ?? decision.edit.changes["ProjectRef"];
  const save = (): void => {
    const reading = readWrittenInstead(register, decision, { drafts, context: ruleContext(services) });
    if (reading.kind === "wrong") setProblems(reading.problems);
    else onAnswer({ kind: "merge", values: reading.values });
  };
  return (
    <>
      <ErrorSummary problems={summary} />
      {columns.map(([name, column]) => (
        <WrittenField
          key={name}
          id={`${prefix}${name}`}
          field={name}
          column={column}
          drafts={drafts}
          problem={problems.find(({ field }) => field === name)?.says}
          projectRef={typeof project === "string" ? project : undefined}
          onWrite={(written) => setDrafts((last) => ({ ...last, ...written }))}
        />
      ))}
      <div className={styles.buttons}>
        <Button appearance="primary" onClick={save}>
          {conflictWords.saveEdited}
        </Button>
        <Button onClick={onStop}>{conflictWords.stopEditing}</Button>
      </div>
    </>
  );
}
