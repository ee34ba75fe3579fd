import { Button, MessageBar, MessageBarBody, MessageBarTitle, Text } from "@fluentui/react-components";
import { ArchiveRegular, HistoryRegular } from "@fluentui/react-icons";
import { useState, type ReactElement } from "react";
import { formatMoment } from "../../kernel";
import { recordWords } from "../../content";
import { columnOf, valueAt, type Level, type Register, type Values } from "../../registers";
import type { EditOutcome, StoredRow } from "../../store";
import { ConfirmDialog, SidePanel, useNotify } from "../../ui";
import { useServices } from "../services";
import { usePlace, useRights } from "../use-records";
import { ConflictPanel } from "./conflict-panel";
import { HistoryList } from "./history-list";
import { RecordFields } from "./record-form";
import { useRecordFormStyles } from "./record-form.styles";
import { recordName, useRecordForm } from "./use-record-form";

export interface RecordPanelProps {
  readonly register: Register;
  /** Absent: a new record. */
  readonly row: StoredRow | undefined;
  /** Values a new record starts with. */
  readonly given: Values;
  readonly level?: Level | undefined;
  readonly onClose: () => void;
}

/** One record beside its list: fields, history, archive, the trust's own columns, and a conflict where there is one. */
export function RecordPanel(props: RecordPanelProps): ReactElement {
  const { register, row } = props;
  const { store } = useServices();
  const decision =
    row === undefined ? undefined : store.decisions().find((candidate) => candidate.edit.id === row.id && candidate.edit.register === register.name);
  // Once a decision is taken the form must open anew over the row as it is then.
  return decision === undefined ? <FormPanel key={row?.id ?? "new"} {...props} /> : <DecisionPanel key={decision.id} {...props} decisionId={decision.id} />;
}

function FormPanel({ register, row, given, level, onClose }: RecordPanelProps): ReactElement {
  const styles = useRecordFormStyles();
  const [view, setView] = useState<"fields" | "history">("fields");
  const [isAskingToClose, setIsAskingToClose] = useState(false);
  const { right } = useRights(register);
  const tellOutcome = useOutcomeNotice(register);
  const form = useRecordForm({
    register,
    row,
    given,
    level: level ?? "light",
    onDone: (outcome) => {
      tellOutcome(outcome);
      if (outcome.kind !== "needsDecision") onClose();
    },
    onUnchanged: onClose,
  });
  const isReadOnly = right !== "unknown";
  return (
    <SidePanel
      heading={row === undefined ? recordWords.newRecord(register.one) : String(valueAt(row.values, "Title") ?? register.one)}
      onClose={onClose}
      onBeforeClose={() => {
        if (!form.isDirty) return true;
        setIsAskingToClose(true);
        return false;
      }}
      actions={
        row === undefined ? undefined : <PanelActions register={register} row={row} view={view} onView={setView} onClose={onClose} isReadOnly={isReadOnly} />
      }
      footer={
        view === "history" || isReadOnly ? undefined : (
          <div className={styles.footer}>
            <Button appearance="primary" disabledFocusable={form.isSaving} onClick={() => void form.save()}>
              {row === undefined ? recordWords.add(register.one) : recordWords.save}
            </Button>
            <Button onClick={onClose}>{recordWords.cancel}</Button>
          </div>
        )
      }
    >
      {row !== undefined && <PanelSubtitle register={register} row={row} />}
      {isReadOnly && (
        <MessageBar layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{recordWords.readOnlyTitle}</MessageBarTitle>
            {recordWords.readOnlyReason}
          </MessageBarBody>
        </MessageBar>
      )}
      {view === "history" && row !== undefined ? (
        <HistoryList register={register} id={row.id} />
      ) : (
        <RecordFields register={register} form={form} isReadOnly={isReadOnly} />
      )}
      {view === "fields" && row !== undefined && <Extras row={row} />}
      <ConfirmDialog
        isOpen={isAskingToClose}
        title={recordWords.unsavedTitle}
        confirmLabel={recordWords.discard}
        cancelLabel={recordWords.stay}
        onConfirm={onClose}
        onCancel={() => setIsAskingToClose(false)}
      >
        {recordWords.unsaved}
      </ConfirmDialog>
    </SidePanel>
  );
}

function PanelSubtitle({ register, row }: { readonly register: Register; readonly row: StoredRow }): ReactElement {
  const styles = useRecordFormStyles();
  const status = register.statusColumn === undefined ? undefined : valueAt(row.values, register.statusColumn);
  const ref = valueAt(row.values, "Ref");
  return (
    <Text as="p" size={200} className={styles.subtitle}>
      {recordWords.ref(typeof ref === "string" ? ref : recordWords.refLater, typeof status === "string" ? status : "")}
      {row.changedAtMs !== undefined && row.changedBy !== undefined && ` · ${recordWords.changedBy(row.changedBy, formatMoment(row.changedAtMs))}`}
    </Text>
  );
}

interface PanelActionsProps {
  readonly register: Register;
  readonly row: StoredRow;
  readonly view: "fields" | "history";
  readonly onView: (view: "fields" | "history") => void;
  readonly onClose: () => void;
  readonly isReadOnly: boolean;
}

function PanelActions({ register, row, view, onView, onClose, isReadOnly }: PanelActionsProps): ReactElement {
  const { store } = useServices();
  const place = usePlace(register.name);
  const notify = useNotify();
  const archive = (): void => {
    onClose();
    void store.archive(place, [row.id]).then((receipt) => {
      if (receipt.outcomes.some((outcome) => outcome.kind === "needsDecision")) return;
      notify({
        kind: "success",
        text: recordWords.archived(recordName(register, row.values)),
        action: { label: recordWords.undo, run: () => void store.undo() },
      });
    });
  };
  return (
    <>
      <Button appearance="subtle" icon={<HistoryRegular />} onClick={() => onView(view === "history" ? "fields" : "history")}>
        {view === "history" ? recordWords.record : recordWords.history}
      </Button>
      {!isReadOnly && <Button appearance="subtle" icon={<ArchiveRegular />} aria-label={recordWords.archive} onClick={archive} />}
    </>
  );
}

function DecisionPanel({ register, row, onClose, decisionId }: RecordPanelProps & { readonly decisionId: string }): ReactElement | null {
  const { store } = useServices();
  const tellOutcome = useOutcomeNotice(register);
  const decision = store.decisions().find((candidate) => candidate.id === decisionId);
  if (decision === undefined) return null;
  return (
    <SidePanel heading={String(valueAt(row?.values ?? {}, "Title") ?? register.one)} onClose={onClose}>
      {row !== undefined && <PanelSubtitle register={register} row={row} />}
      <ConflictPanel
        register={register}
        decision={decision}
        onAnswer={(answer) => {
          void store.answer(decision.id, answer).then((result) => {
            if (result.ok) tellOutcome(result.value);
          });
        }}
      />
    </SidePanel>
  );
}

/** Columns that the trust added to its list: shown, never changed here. */
function Extras({ row }: { readonly row: StoredRow }): ReactElement | null {
  const styles = useRecordFormStyles();
  const extras = Object.entries(row.extras);
  if (extras.length === 0) return null;
  return (
    <section className={styles.section}>
      <h3 className={styles.sectionTitle}>{recordWords.extrasTitle}</h3>
      <dl className={styles.extras}>
        {extras.map(([label, shown]) => (
          <ExtraRow key={label} label={label} shown={shown} />
        ))}
      </dl>
    </section>
  );
}

function ExtraRow({ label, shown }: { readonly label: string; readonly shown: string }): ReactElement {
  const styles = useRecordFormStyles();
  return (
    <>
      <dt className={styles.extraLabel}>{label}</dt>
      <dd className={styles.extraValue}>{shown}</dd>
    </>
  );
}

/** Says what became of a save, with Undo where it can be undone. */
export function useOutcomeNotice(register: Register): (outcome: EditOutcome) => void {
  const { store } = useServices();
  const notify = useNotify();
  return (outcome) => {
    if (outcome.kind === "needsDecision") return;
    if (outcome.kind === "onDevice") {
      notify({ kind: "info", text: recordWords.keptOnDevice(register.one) });
      return;
    }
    const labels = outcome.mergedFields.map((name) => columnOf(register, name)?.label ?? name);
    const text = labels.length > 0 ? recordWords.mergedWith(labels) : recordWords.saved(recordName(register, outcome.row.values));
    notify({ kind: "success", text, action: { label: recordWords.undo, run: () => void store.undo() } });
  };
}
