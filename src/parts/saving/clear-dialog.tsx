import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useEffect, useRef, useState, type ReactElement } from "react";
import { deviceWords as words } from "../../content";
import { useReturnFocus } from "../../ui";
import { fragmentOf } from "../page";
import { useUnsavedCount } from "../record/held-edits";
import { useServices, type KeptHere } from "../services";
import { useStoreStatus } from "../use-records";
import { useClearDialogStyles } from "./clear-dialog.styles";
import { unsentHere, type UnsentHere } from "./unsent-here";

/** What is under way, or how the last try ended. */
type Step = "asking" | "sending" | "notAllSent" | "clearing" | "notCleared";

/**
 * Before everything of this person is taken off the device.
 * 1. While anything waits, its number is named and sending it stands first; only a choice that names the loss drops it.
 * 2. Escape, and Enter out of habit, lose nothing.
 */
export function ClearDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  return (
    <Dialog modalType="alert" open onOpenChange={(_event, data) => !data.open && onClose()}>
      <DialogSurface>
        <ClearBody onClose={onClose} />
      </DialogSurface>
    </Dialog>
  );
}

function ClearBody({ onClose }: { readonly onClose: () => void }): ReactElement {
  const styles = useClearDialogStyles();
  const { session } = useServices();
  const work = useClearing();
  const { step, unsent } = work;
  const bodyRef = useRef<HTMLDivElement>(null);
  useReturnFocus(bodyRef);
  return (
    <div ref={bodyRef}>
      <DialogBody>
        <DialogTitle>{words.clearTitle}</DialogTitle>
        <DialogContent className={styles.question}>
          {step === "notCleared" && (
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody>{words.notCleared}</MessageBarBody>
            </MessageBar>
          )}
          <div role="status" className={styles.question}>
            {sentences(step, unsent).map((sentence) => (
              <p key={sentence} className={styles.sentence}>
                {sentence}
              </p>
            ))}
          </div>
          <p className={styles.sentence}>{words.whatGoes}</p>
          <p className={styles.sentence}>{words.staysSignedIn[session.host]}</p>
        </DialogContent>
        <DialogActions fluid position="start">
          <Choices work={work} onClose={onClose} />
        </DialogActions>
      </DialogBody>
    </div>
  );
}

interface Clearing {
  readonly step: Step;
  /** Undefined while it is counted. */
  readonly unsent: UnsentHere | undefined;
  readonly send: () => Promise<void>;
  readonly clear: () => Promise<void>;
}

function useClearing(): Clearing {
  const { store } = useServices();
  const status = useStoreStatus();
  const unsaved = useUnsavedCount();
  const [step, setStep] = useState<Step>("asking");
  const { kept, look } = useLooks();
  return {
    step,
    unsent: kept && unsentHere(status, { unsaved, onDisk: kept.unsentHere }),
    send: async () => {
      setStep("sending");
      await store.retryUnsent();
      await look();
      const { unsent, device } = store.status();
      setStep(unsent + device.elsewhere > 0 ? "notAllSent" : "asking");
    },
    clear: async () => {
      setStep("clearing");
      const cleared = await kept?.signOutAndClear();
      // The page goes; it stays only where the device refused.
      if (cleared?.ok !== true) setStep("notCleared");
    },
  };
}

/** Other tabs and this page's own disk go on meanwhile, and nobody tells of either. */
const lookAgainAfterMs = 1_000;

function useLooks(): { readonly kept: KeptHere | undefined; readonly look: () => Promise<void> } {
  const { device, timers } = useServices();
  const [kept, setKept] = useState<KeptHere>();
  const look = async (): Promise<void> => setKept(await device.keptHere());
  useEffect(() => {
    let stop: (() => void) | undefined = () => undefined;
    const next = async (): Promise<void> => {
      const found = await device.keptHere();
      if (stop === undefined) return;
      setKept(found);
      stop = timers.after(lookAgainAfterMs, () => void next());
    };
    void next();
    return () => {
      stop?.();
      stop = undefined;
    };
  }, [device, timers]);
  return { kept, look };
}

function sentences(step: Step, unsent: UnsentHere | undefined): readonly string[] {
  if (step === "clearing") return [words.clearing];
  if (unsent === undefined) return [words.counting];
  if (step === "sending") return [words.sending];
  const { total, isAtMost, sendable, toDecide } = unsent;
  if (total === 0) return [words.nothingWaits];
  return [
    ...(step === "notAllSent" ? [words.notAllSent] : []),
    isAtMost ? words.waitsAtMost(total) : words.waits(total),
    ...(toDecide > 0 ? [words.decide(toDecide)] : []),
    ...(total > sendable + toDecide ? [words.cannotSend] : []),
  ];
}

/** The first one has the focus. It stays the same element, so that focus stays when its words change. */
function Choices({ work, onClose }: { readonly work: Clearing; readonly onClose: () => void }): ReactElement {
  const { location, session } = useServices();
  const { step, unsent } = work;
  const isBusy = step === "sending" || step === "clearing" || unsent === undefined;
  const decide = (): void => {
    onClose();
    // The pane has no page of them: they stand at their tables.
    if (session.host !== "excel") location.go(fragmentOf({ kind: "decisions" }));
  };
  const first =
    (unsent?.sendable ?? 0) > 0
      ? { label: words.sendFirst, run: () => void work.send() }
      : (unsent?.toDecide ?? 0) > 0
        ? { label: words.decideFirst, run: decide }
        : { label: words.cancel, run: onClose };
  const isCancel = first.run === onClose;
  return (
    <>
      <Button appearance="primary" disabledFocusable={isBusy && !isCancel} onClick={first.run}>
        {first.label}
      </Button>
      {unsent !== undefined && (
        <Button disabledFocusable={isBusy} onClick={() => void work.clear()}>
          {unsent.total === 0 ? words.clearNow : clearAnyway(unsent)}
        </Button>
      )}
      {!isCancel && (
        <Button disabledFocusable={step === "clearing"} onClick={onClose}>
          {words.cancel}
        </Button>
      )}
    </>
  );
}

function clearAnyway({ total, isAtMost }: UnsentHere): string {
  return isAtMost ? words.clearAnywayAtMost(total) : words.clearAnyway(total);
}
