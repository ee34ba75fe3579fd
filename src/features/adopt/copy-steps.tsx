import { Button, Text } from "@fluentui/react-components";
import { useCallback, useState, type ReactElement } from "react";
import { adoptWords, faultWords, importWords } from "../../content";
import type { Fault } from "../../kernel";
import { AllowNotice, ChangePlanPreview, projectTitle, useFreshRows, useRows } from "../../parts";
import type { ListLook, PlannedRow } from "../../registers";
import { ConfirmDialog, ErrorState, ProgressBarWithCancel } from "../../ui";
import { useAdoptPageStyles } from "./adopt-page.styles";
import { CopyDone } from "./copy-done";
import { LeftOutColumns } from "./left-out-columns";
import { useCopying, type Copying, type CopyState } from "./use-copying";
import { whatLacks } from "./use-steps";
import type { MappingDraft } from "./use-mapping-draft";

export interface CopyStepsProps {
  readonly look: ListLook;
  readonly draft: MappingDraft;
  readonly onWritten: () => void;
  readonly onCancel: () => void;
}

/** What would be copied, the list that is made for it, and what became of the rows. */
export function CopySteps({ look, draft, onWritten, onCancel }: CopyStepsProps): ReactElement {
  const copying = useCopying(look);
  // The receipt goes where receipts are kept.
  useFreshRows(["Receipts"]);
  const { register, adoption } = draft;
  const { state } = copying;
  switch (state.kind) {
    case "reading":
      return <ProgressBarWithCancel label={adoptWords.copyReading(adoption.listName)} done={0} total={undefined} onCancel={copying.stop} />;
    case "making":
      return <ProgressBarWithCancel label={adoptWords.copyMaking(register.label)} done={0} total={undefined} />;
    case "writing":
      return (
        <>
          <ProgressBarWithCancel label={adoptWords.copyWriting(register.many)} done={state.done} total={state.total} onCancel={copying.stop} />
          <Text>{adoptWords.copyStops}</Text>
        </>
      );
    case "done":
      return <CopyDone receipt={state.receipt} onGoOn={() => void copying.plan(register, adoption)} />;
    case "ready":
      // A mapping that was changed since has another plan.
      if (state.adoption === adoption) return <ReadyCopy ready={state} copying={copying} onWritten={onWritten} onCancel={onCancel} />;
      return <CopyStart draft={draft} copying={copying} onCancel={onCancel} />;
    case "none":
      return <CopyStart draft={draft} copying={copying} onCancel={onCancel} />;
    case "failed":
      return <CopyStart draft={draft} copying={copying} fault={state.fault} onCancel={onCancel} />;
  }
}

interface CopyStartProps {
  readonly draft: MappingDraft;
  readonly copying: Copying;
  /** Why the newest try came to nothing. */
  readonly fault?: Fault;
  readonly onCancel: () => void;
}

function CopyStart({ draft: { register, adoption }, copying, fault, onCancel }: CopyStartProps): ReactElement {
  const styles = useAdoptPageStyles();
  const lacks = whatLacks(adoption);
  const plan = (): void => void copying.plan(register, adoption);
  return (
    <>
      {fault !== undefined &&
        (fault.kind === "signInNeeded" ? (
          <AllowNotice purpose="setUp" onAllowed={plan} />
        ) : (
          <ErrorState fault={faultWords(fault).happened} kept={adoptWords.nothingCopied} onRetry={plan} />
        ))}
      <Text>{adoptWords.copyExplain(adoption.listName, register.label)}</Text>
      <div className={styles.buttons}>
        <Button appearance="primary" disabledFocusable={lacks !== undefined} onClick={() => lacks === undefined && plan()}>
          {adoptWords.copyShow}
        </Button>
        <Button onClick={onCancel}>{adoptWords.cancel}</Button>
        {lacks !== undefined && <Text>{lacks}</Text>}
      </div>
    </>
  );
}

interface ReadyCopyProps {
  readonly ready: Extract<CopyState, { readonly kind: "ready" }>;
  readonly copying: Copying;
  readonly onWritten: () => void;
  readonly onCancel: () => void;
}

function ReadyCopy({ ready, copying, onWritten, onCancel }: ReadyCopyProps): ReactElement {
  const styles = useAdoptPageStyles();
  const { register, planned } = ready;
  const projects = useRows("Projects");
  const [isAsking, setIsAsking] = useState(false);
  const nameOf = useCallback((row: PlannedRow) => planned.names.get(row.position) ?? "", [planned]);
  const titleOf = useCallback((ref: string) => projectTitle(projects, ref) ?? ref, [projects]);
  const rows = planned.plan.totals.added + planned.plan.totals.changed;
  const write = (): void => {
    setIsAsking(false);
    onWritten();
    void copying.write(ready);
  };
  return (
    <>
      <ChangePlanPreview register={register} plan={planned.plan} nameOf={nameOf} projectTitle={titleOf} />
      <LeftOutColumns leftOut={ready.leftOut} />
      <div className={styles.buttons}>
        {rows === 0 ? (
          <Text>{adoptWords.nothingToCopy}</Text>
        ) : (
          <Button appearance="primary" onClick={() => (planned.patientAsks.length > 0 ? setIsAsking(true) : write())}>
            {adoptWords.copyRows(rows, register.one, register.many)}
          </Button>
        )}
        <Button onClick={onCancel}>{adoptWords.cancel}</Button>
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        title={importWords.patientTitle}
        confirmLabel={adoptWords.patientConfirm}
        cancelLabel={importWords.patientBack}
        onConfirm={write}
        onCancel={() => setIsAsking(false)}
      >
        {adoptWords.patientAsk(planned.patientAsks)}
      </ConfirmDialog>
    </>
  );
}
