import { Button, MessageBar, MessageBarBody, MessageBarTitle, Text } from "@fluentui/react-components";
import { ArchiveRegular, HistoryRegular } from "@fluentui/react-icons";
import { useCallback, useEffect, useRef, useState, useSyncExternalStore, type ReactElement, type RefObject } from "react";
import { formatMoment } from "../../kernel";
import { conflictWords, recordWords, tabWords } from "../../content";
import { valueAt, type Level, type Register, type Values } from "../../registers";
import type { Decision, DecisionAnswer, StoredRow } from "../../store";
import { SidePanel, useNotify } from "../../ui";
import { PageLink } from "../page-link";
import { useServices } from "../services";
import { rowKeyOf } from "../row-key";
import { usePlace, useRegisterAsKept, useRight, useStoreStatus } from "../use-records";
import { ConflictPanel } from "./conflict-panel";
import { HistoryList } from "./history-list";
import { LeaveQuestion } from "./leave-question";
import { NotSavedYet } from "./not-saved-yet";
import { RecordFields } from "./record-form";
import { useRecordFormStyles } from "./record-form.styles";
import { decisionName, useAnswer } from "./use-answer";
import { useLeaveGuard } from "./use-leave-guard";
import { useOutcomeNotice } from "./use-outcome-notice";
import { useQuiet } from "./use-quiet";
import { recordName } from "./record-name";
import { useRecordForm } from "./use-record-form";
import { useTakeBack } from "./use-take-back";

export interface RecordPanelProps {
  readonly register: Register;
  /** Absent: a new record. */
  readonly row: StoredRow | undefined;
  /** Values a new record starts with. */
  readonly given: Values;
  readonly level?: Level | undefined;
  /** The column that a link asked for: shown whatever the level, and given the focus. */
  readonly field?: string | undefined;
  readonly onClose: () => void;
}

/** One record beside its list: fields, history, archive, the trust's own columns, and a conflict where there is one. */
export function RecordPanel(props: RecordPanelProps): ReactElement | null {
  const { register, row } = props;
  const [isTyping, setIsTyping] = useState(false);
  const [refusedId, setRefusedId] = useState<string>();
  const notify = useNotify();
  const onClose = useWhileHere(props.onClose);
  const decision = useDecision(register, row?.id ?? refusedId);
  // What is being typed comes before a decision about another change. Once one is taken the form opens anew over the row as it is then.
  const answered = useRef(new Set<Decision>());
  useGoneElsewhere({ id: row?.id ?? refusedId, decision }, answered, (gone) => {
    notify({ kind: "info", text: conflictWords.goneElsewhere(decisionName(register, gone)) });
    if (row === undefined) onClose();
  });
  if (decision !== undefined && !isTyping) {
    return <DecisionPanel key={decision.id} {...props} onClose={onClose} decision={decision} onAnswered={() => answered.current.add(decision)} />;
  }
  // A new record that was refused has had its answer, and there is nothing left to show.
  if (row === undefined && refusedId !== undefined) return null;
  return <FormPanel {...props} onClose={onClose} hasDecision={decision !== undefined} onTyping={setIsTyping} onRefused={setRefusedId} />;
}

function useDecision(register: Register, id: string | undefined): Decision | undefined {
  const { store } = useServices();
  const decisions = useSyncExternalStore(
    useCallback((listener) => store.subscribe(listener), [store]),
    useCallback(() => store.decisions(), [store]),
  );
  return decisions.find(({ edit }) => edit.id === id && edit.register === register.name);
}

interface OpenDecision {
  /** Of the row that the panel shows. */
  readonly id: string | undefined;
  readonly decision: Decision | undefined;
}

/** Another tab may answer the decision that is open here. */
function useGoneElsewhere(open: OpenDecision, answered: RefObject<ReadonlySet<Decision>>, tell: (gone: Decision) => void): void {
  const last = useRef(open);
  useEffect(() => {
    const before = last.current;
    last.current = open;
    const isGone = before.decision !== undefined && open.decision === undefined && before.id === open.id;
    if (isGone && !answered.current.has(before.decision)) tell(before.decision);
  });
}

/** An answer may come when the person has opened another record, which must stay open. */
function useWhileHere(act: () => void): () => void {
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  return () => {
    if (isHere.current) act();
  };
}

interface FormPanelProps extends RecordPanelProps {
  /** About another change to this record. */
  readonly hasDecision: boolean;
  readonly onTyping: (isTyping: boolean) => void;
  /** A new record's save came to nothing; its decision is kept under this id. */
  readonly onRefused: (id: string) => void;
}

function FormPanel({ register: definition, row, given, level, field, onClose, hasDecision, onTyping, onRefused }: FormPanelProps): ReactElement {
  const register = useRegisterAsKept(definition);
  const styles = useRecordFormStyles();
  const [view, setView] = useState<"fields" | "history">("fields");
  const right = useRight(register);
  const tellOutcome = useOutcomeNotice(register);
  const form = useRecordForm({
    register,
    row,
    given,
    level: level ?? "light",
    onDone: (outcome) => {
      tellOutcome(outcome);
      guard.release();
      if (outcome.kind !== "needsDecision") onClose();
      else if (row === undefined) onRefused(outcome.decision.edit.id);
    },
    onUnchanged: () => {
      guard.release();
      onClose();
    },
  });
  // What is on its way is in the store, and safe, unless this page is all that has it.
  const { unkept } = useStoreStatus();
  const isStuck = useQuiet(form.isSaving ? unkept : 0);
  const isUnsaved = form.isSaving ? isStuck : form.isDirty;
  const guard = useLeaveGuard({ isUnsaved });
  useEffect(() => onTyping(isUnsaved), [onTyping, isUnsaved]);
  const close = (): void => guard.leave(onClose);
  const isReadOnly = right !== "unknown";
  return (
    <SidePanel
      heading={row === undefined ? recordWords.newRecord(register.one) : String(valueAt(row.values, "Title") ?? register.one)}
      onClose={close}
      rowKey={row === undefined ? undefined : rowKeyOf(row)}
      actions={
        row === undefined ? undefined : (
          <PanelActions register={register} row={row} view={view} onView={setView} leave={(go) => guard.leave(() => go(onClose))} isReadOnly={isReadOnly} />
        )
      }
      footer={
        view === "history" || isReadOnly ? undefined : (
          <div className={styles.footer}>
            <Button appearance="primary" disabledFocusable={form.isSaving} onClick={() => void form.save()}>
              {row === undefined ? recordWords.add(register.one) : recordWords.save}
            </Button>
            <Button onClick={close}>{recordWords.cancel}</Button>
          </div>
        )
      }
    >
      {row !== undefined && <PanelSubtitle register={register} row={row} />}
      {isReadOnly && (
        <MessageBar layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{recordWords.readOnlyTitle}</MessageBarTitle>
            {recordWords.readOnlyReason} <PageLink page={{ kind: "why", register: register.name }}>{tabWords.why}</PageLink>
          </MessageBarBody>
        </MessageBar>
      )}
      {hasDecision && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{recordWords.otherDecisionTitle}</MessageBarTitle>
            {recordWords.otherDecision}
          </MessageBarBody>
        </MessageBar>
      )}
      {(form.refused !== undefined || isStuck) && <NotSavedYet refused={form.refused} place="form" />}
      {view === "history" && row !== undefined ? (
        <HistoryList register={register} id={row.id} />
      ) : (
        <RecordFields register={register} asked={field} form={form} isReadOnly={isReadOnly || form.isSaving} />
      )}
      {view === "fields" && row !== undefined && <Extras row={row} />}
      <LeaveQuestion guard={guard} />
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
  /** Asks first where something would be lost, then lets the panel close. */
  readonly leave: (go: (close: () => void) => void) => void;
  readonly isReadOnly: boolean;
}

function PanelActions({ register, row, view, onView, leave, isReadOnly }: PanelActionsProps): ReactElement {
  const { store } = useServices();
  const place = usePlace(register.name);
  const notify = useNotify();
  const takeBack = useTakeBack();
  const archive = async (): Promise<void> => {
    const [outcome] = (await store.archive(place, [row.id])).outcomes;
    const name = recordName(register, row.values);
    if (outcome?.kind === "notKept") {
      const tryAgain = { label: recordWords.tryAgain, run: () => void archive() };
      notify({ kind: "warning", text: recordWords.notArchived(name), action: tryAgain });
    }
    if (outcome?.kind !== "saved" && outcome?.kind !== "onDevice") return;
    const undo = { label: recordWords.undo, run: () => void takeBack("undo") };
    if (outcome.kind === "saved") notify({ kind: "success", text: recordWords.archived(name), action: undo });
    else notify({ kind: "info", text: recordWords.archivedOnDevice(name), action: undo });
  };
  return (
    <>
      <Button appearance="subtle" icon={<HistoryRegular />} onClick={() => onView(view === "history" ? "fields" : "history")}>
        {view === "history" ? recordWords.record : recordWords.history}
      </Button>
      {!isReadOnly && (
        <Button
          appearance="subtle"
          icon={<ArchiveRegular />}
          aria-label={recordWords.archive}
          onClick={() =>
            leave((close) => {
              close();
              void archive();
            })
          }
        />
      )}
    </>
  );
}

interface DecisionPanelProps extends RecordPanelProps {
  readonly decision: Decision;
  readonly onAnswered: () => void;
}

function DecisionPanel({ register, row, onClose, decision, onAnswered }: DecisionPanelProps): ReactElement {
  const answerDecision = useAnswer(register);
  const answer = async (given: DecisionAnswer): Promise<void> => {
    onAnswered();
    const waitsAgain = await answerDecision(decision, given);
    // A record opens over its row as it is now; a new one has none, or has one under another address.
    if (row === undefined && !waitsAgain) onClose();
  };
  return (
    <SidePanel heading={String(valueAt(row?.values ?? {}, "Title") ?? register.one)} onClose={onClose} rowKey={row === undefined ? undefined : rowKeyOf(row)}>
      {row !== undefined && <PanelSubtitle register={register} row={row} />}
      <ConflictPanel register={register} decision={decision} onAnswer={(given) => void answer(given)} />
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
