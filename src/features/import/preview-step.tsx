import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, Text } from "@fluentui/react-components";
import { useCallback, useState, type ReactElement } from "react";
import { faultWords, importWords, listWords, tabWords } from "../../content";
import { ChangePlanPreview, fragmentOf, PageLink, projectTitle, useRight, useRows, useServices } from "../../parts";
import type { PlannedRow, Register } from "../../registers";
import { ConfirmDialog, ErrorState, ProgressBarWithCancel } from "../../ui";
import { useImportPageStyles } from "./import-page.styles";
import type { ImportPlan } from "./import-plan";
import { LeftOutRows } from "./left-out-rows";
import type { NameChoices } from "./match-people";
import { PeopleCheck } from "./people-check";
import type { PlanState, PlanWork } from "./use-import-plan";

export interface PreviewStepProps {
  readonly register: Register;
  readonly work: PlanWork;
  /** The choices have changed since the plan was made. */
  readonly isStale: boolean;
  readonly isWriting: boolean;
  /** Whom the names of the file were said to mean. */
  readonly choices: NameChoices;
  readonly onChoose: (choices: NameChoices) => void;
  readonly onAgain: () => void;
  readonly onConfirm: (planned: ImportPlan) => void;
}

/** Totals, rows and problems; nothing is written before its button. */
export function PreviewStep(props: PreviewStepProps): ReactElement | null {
  const { register, work, isStale, onAgain } = props;
  const { location } = useServices();
  const { state } = work;
  switch (state.kind) {
    case "none":
      return null;
    case "people":
      return <ProgressBarWithCancel label={importWords.askingDirectory(state.total)} done={state.done} total={state.total} onCancel={work.stop} />;
    case "planning":
      return <ProgressBarWithCancel label={importWords.planning(state.total)} done={state.done} total={state.total} onCancel={work.stop} />;
    case "failed":
      if (state.fault.kind !== "notFound") return <ErrorState fault={faultWords(state.fault).happened} kept={faultWords(state.fault).toDo} onRetry={onAgain} />;
      return (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{listWords.noList(register.label)}</MessageBarTitle>
            {listWords.noListInvite} <PageLink page={{ kind: "why", register: register.name }}>{tabWords.why}</PageLink>
          </MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={() => location.go(fragmentOf({ kind: "setUp" }))}>
              {listWords.setUp}
            </Button>
          </MessageBarActions>
        </MessageBar>
      );
    case "ready":
      return (
        <>
          <PeopleCheck people={state.people} choices={props.choices} onChoose={props.onChoose} onAllowed={onAgain} />
          {isStale ? <StalePlan onAgain={onAgain} /> : <ReadyPlan {...props} ready={state} />}
        </>
      );
  }
}

function StalePlan({ onAgain }: { readonly onAgain: () => void }): ReactElement {
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{importWords.stale}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={onAgain}>
          {importWords.preview}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

type Ready = Extract<PlanState, { readonly kind: "ready" }>;

function ReadyPlan({ register, isWriting, onConfirm, ready }: PreviewStepProps & { readonly ready: Ready }): ReactElement {
  const styles = useImportPageStyles();
  const { planned } = ready;
  const { totals } = planned.plan;
  const projects = useRows("Projects");
  const right = useRight(register);
  const [isAsking, setIsAsking] = useState(false);
  const nameOf = useCallback((row: PlannedRow) => planned.names.get(row.position) ?? "", [planned]);
  const titleOf = useCallback((ref: string) => projectTitle(projects, ref) ?? ref, [projects]);
  const rows = totals.added + totals.changed;
  const confirm = (): void => {
    if (planned.patientAsks.length > 0) setIsAsking(true);
    else onConfirm(planned);
  };
  const nothing = totals.refused > 0 && totals.unchanged === 0 ? importWords.nothingAccepted : importWords.nothingToDo;
  return (
    <>
      {right !== "unknown" && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{importWords.readOnlyTitle}</MessageBarTitle>
            {importWords.readOnly} <PageLink page={{ kind: "why", register: ready.register.name }}>{tabWords.why}</PageLink>
          </MessageBarBody>
        </MessageBar>
      )}
      <ChangePlanPreview
        register={ready.register}
        plan={planned.plan}
        nameOf={nameOf}
        projectTitle={titleOf}
        remarks={planned.remarks}
        alsoSays={alsoSays(planned)}
      />
      <LeftOutRows leftOut={planned.leftOut} />
      <div className={styles.actions}>
        {rows === 0 ? (
          <Text>{nothing}</Text>
        ) : (
          <Button appearance="primary" disabledFocusable={isWriting || right !== "unknown"} onClick={confirm}>
            {importWords.confirm(rows, register.one, register.many)}
          </Button>
        )}
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        title={importWords.patientTitle}
        confirmLabel={importWords.patientConfirm}
        cancelLabel={importWords.patientBack}
        onConfirm={() => {
          setIsAsking(false);
          onConfirm(planned);
        }}
        onCancel={() => setIsAsking(false)}
      >
        {importWords.patientAsk(planned.patientAsks.join(", "))}
      </ConfirmDialog>
    </>
  );
}

function alsoSays({ namesOnly, comingBack }: ImportPlan): readonly string[] {
  return [...(namesOnly > 0 ? [importWords.namesOnly(namesOnly)] : []), ...(comingBack > 0 ? [importWords.comingBack(comingBack)] : [])];
}
