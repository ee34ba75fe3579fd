import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { useEffect, useReducer, useState, type ReactElement, type ReactNode } from "react";
import { deviceWords, faultWords, savingWords } from "../../content";
import { useServices, type KeptHere } from "../services";
import { useStoreStatus } from "../use-records";
import { changesAfterMs, oldChanges } from "./old-changes";

/** Above every page, when there is something to say: changes that wait too long, wait from an earlier time, or are lost. */
export function DeviceNotices({ onMore }: { readonly onMore?: () => void }): ReactElement {
  const { lost } = useStoreStatus().device;
  const kept = useKeptHere();
  return (
    <>
      <Lost count={lost} title={savingWords.lost} toDo={savingWords.lostToDo} />
      {kept !== undefined && (
        <Lost count={kept.lostUnsent} title={deviceWords.lostTitle} toDo={`${deviceWords.lostToDo} ${deviceWords.lostElse}`} onMore={onMore} />
      )}
      {kept !== undefined && <Earlier count={kept.waitingUnsent} onMore={onMore} />}
      <WaitingLong />
    </>
  );
}

/** As at the opening of the page. */
function useKeptHere(): KeptHere | undefined {
  const { device } = useServices();
  const [kept, setKept] = useState<KeptHere>();
  useEffect(() => {
    let isShown = true;
    void device.keptHere().then((found) => {
      if (isShown && found !== undefined && found.waitingUnsent + found.lostUnsent > 0) setKept(found);
    });
    return () => {
      isShown = false;
    };
  }, [device]);
  return kept;
}

interface LostProps {
  readonly count: number;
  readonly title: (count: number) => string;
  readonly toDo: string;
  readonly onMore?: (() => void) | undefined;
}

/** Said until it is dismissed: only their author knows which changes these were. */
function Lost({ count, title, toDo, onMore }: LostProps): ReactElement | null {
  const [dismissed, setDismissed] = useState(0);
  if (count <= dismissed) return null;
  return (
    <Notice intent="warning" title={title(count - dismissed)} onDismiss={() => setDismissed(count)} actions={<More onMore={onMore} />}>
      {toDo}
    </Notice>
  );
}

function Earlier({ count, onMore }: { readonly count: number; readonly onMore?: (() => void) | undefined }): ReactElement | null {
  const [isDismissed, setIsDismissed] = useState(false);
  if (count === 0 || isDismissed) return null;
  return (
    <Notice intent="info" title={deviceWords.earlierTitle(count)} onDismiss={() => setIsDismissed(true)} actions={<More onMore={onMore} />}>
      {deviceWords.earlierToDo}
    </Notice>
  );
}

/** After an hour a reminder that may be dismissed; after 72 hours why nothing new is taken, which stays. */
function WaitingLong(): ReactElement | null {
  const { store, session } = useServices();
  const status = useStoreStatus();
  const old = useOldChanges();
  const [dismissedSinceMs, setDismissedSinceMs] = useState<number>();
  if (old === undefined || (!old.isStopped && dismissedSinceMs === old.sinceMs)) return null;
  const { sinceMs, isStopped } = old;
  const heldUp = status.heldUpBy && faultWords(status.heldUpBy).happened;
  const waiting = status.unsent + status.device.elsewhere;
  const send = <Button onClick={() => void store.retryUnsent()}>{deviceWords.sendNow}</Button>;
  if (isStopped)
    return (
      <Notice intent="warning" title={deviceWords.stoppedTitle(waiting, sinceMs)} actions={send}>
        {heldUp} {deviceWords.stoppedToDo}
      </Notice>
    );
  return (
    <Notice intent="info" title={deviceWords.oldTitle(waiting, sinceMs)} actions={send} onDismiss={() => setDismissedSinceMs(sinceMs)}>
      {status.unkept === 0 ? deviceWords.oldKept : deviceWords.oldUnkept(session.host)} {deviceWords.oldUnseen} {heldUp ?? deviceWords.oldToDo}
    </Notice>
  );
}

/** Looks at the clock once more when the next limit is reached, and when the status changes. */
function useOldChanges(): ReturnType<typeof oldChanges> {
  const { clock, timers } = useServices();
  const status = useStoreStatus();
  const [looks, lookAgain] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const leftMs = changesAfterMs(status, clock.nowMs());
    return leftMs === undefined ? undefined : timers.after(leftMs, lookAgain);
  }, [status, looks, clock, timers]);
  return oldChanges(status, clock.nowMs());
}

function More({ onMore }: { readonly onMore: (() => void) | undefined }): ReactElement | null {
  return onMore === undefined ? null : <Button onClick={onMore}>{deviceWords.more}</Button>;
}

interface NoticeProps {
  readonly intent: "info" | "warning";
  readonly title: string;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  readonly onDismiss?: () => void;
}

function Notice({ intent, title, children, actions, onDismiss }: NoticeProps): ReactElement {
  const dismiss =
    onDismiss === undefined
      ? {}
      : { containerAction: <Button appearance="transparent" icon={<DismissRegular />} aria-label={deviceWords.dismiss} onClick={onDismiss} /> };
  return (
    <MessageBar intent={intent} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        {children}
      </MessageBarBody>
      <MessageBarActions {...dismiss}>{actions}</MessageBarActions>
    </MessageBar>
  );
}
