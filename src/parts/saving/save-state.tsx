import { Button } from "@fluentui/react-components";
import { CheckmarkCircleRegular, ChevronDownRegular, CloudArrowUpRegular, SaveRegular, WarningRegular } from "@fluentui/react-icons";
import { useEffect, useRef, useState, type FocusEvent, type ReactElement } from "react";
import { shellWords } from "../../content";
import type { StoreStatus } from "../../store";
import { fetched, useAnnounce } from "../../ui";
import { fragmentOf } from "../page";
import { useUnsavedCount } from "../record/held-edits";
import { useQuiet } from "../record/use-quiet";
import { useServices } from "../services";
import { useStoreStatus } from "../use-records";
import { useSaveStateStyles } from "./save-state.styles";

const SaveDepth = fetched(() => import(/* webpackPrefetch: true */ "./save-depth").then((part) => part.SaveDepth), null);

/** How far the changes of this device have come, the least safe first. */
type SaveKind = "notSaved" | "onDevice" | "sending" | "opening" | "inRegister" | "sample";

const icons = {
  notSaved: <WarningRegular />,
  onDevice: <SaveRegular />,
  sending: <CloudArrowUpRegular />,
  opening: <CloudArrowUpRegular />,
  inRegister: <CheckmarkCircleRegular />,
  sample: <SaveRegular />,
} as const;

export interface SaveStateProps {
  readonly isShort: boolean;
  /** False where there is no page of decisions; what needs one is then only counted. */
  readonly hasDecisionsPage?: boolean;
}

/** Always at the same place: where the changes are, and how many need a person. More is said when it is pressed. */
export function SaveState({ isShort, hasDecisionsPage = true }: SaveStateProps): ReactElement {
  const styles = useSaveStateStyles();
  const status = useStoreStatus();
  const { kind, count } = useSaveKind(status);
  const { host } = useServices().session;
  const isWaiting = kind === "onDevice" || kind === "notSaved";
  const heldUpBy = isWaiting ? status.heldUpBy : undefined;
  const words = `${heldUpBy === undefined ? "" : `${shellWords.heldUp(heldUpBy)}. `}${shellWords.saveState[kind](count, host)}`;
  const [opener, setOpener] = useState<HTMLElement>();
  useAnnouncedTransitions(kind, words, status);
  useAskBeforeLeaving(status.unkept > 0);
  // While something needs a decision, not everything is in the register; where all else is, only the way to more stands here.
  const isHome = kind === "inRegister";
  const isBare = status.needsDecision > 0 && (isHome || isShort);
  const leave = (event: FocusEvent<HTMLElement>): void => {
    if (!event.currentTarget.contains(event.relatedTarget)) setOpener(undefined);
  };
  return (
    // Read when it is come to; what changes is announced by the page's own region, once and not with each number.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- what was opened closes when focus leaves; Escape does the same
    <span className={styles.state} role="status" aria-live="off" onBlur={leave}>
      {status.needsDecision > 0 &&
        (hasDecisionsPage ? <DecisionsLink count={status.needsDecision} isShort={isShort} /> : shellWords.needDecision(status.needsDecision))}
      <Button
        size="small"
        appearance="transparent"
        icon={isBare && isHome ? <ChevronDownRegular /> : icons[kind]}
        aria-expanded={opener !== undefined}
        aria-label={isBare ? (isHome ? shellWords.whereChangesAre : words) : undefined}
        className={styles.save}
        onClick={({ currentTarget }) => setOpener(opener === undefined ? currentTarget : undefined)}
      >
        {!isBare && (
          <span>
            {isShort ? shellWords.saveStateShort[kind](count) : shellWords.saveState[kind](count, host)}
            {heldUpBy !== undefined && <span className={styles.why}>{` ${(isShort ? shellWords.heldUpShort : shellWords.heldUp)(heldUpBy)}`}</span>}
          </span>
        )}
      </Button>
      {opener !== undefined && (
        <SaveDepth
          onClose={() => {
            setOpener(undefined);
            opener.focus();
          }}
        />
      )}
    </span>
  );
}

function useSaveKind({ unsent, unkept, device }: StoreStatus): { readonly kind: SaveKind; readonly count: number } {
  const unsaved = useUnsavedCount();
  const { isSample } = useServices().session;
  const count = unsent + device.elsewhere;
  const isQuiet = useQuiet(count);
  if (isSample === true) return { kind: "sample", count };
  const inPageOnly = unsaved + (isQuiet ? unkept : 0);
  if (inPageOnly > 0) return { kind: "notSaved", count: inPageOnly };
  if (count > 0) return { kind: isQuiet ? "onDevice" : "sending", count };
  // What an earlier page left is not known before the device has opened.
  return { kind: device.keeps === "opening" ? "opening" : "inRegister", count };
}

function DecisionsLink({ count, isShort }: { readonly count: number; readonly isShort: boolean }): ReactElement {
  const { location } = useServices();
  const styles = useSaveStateStyles();
  const target = fragmentOf({ kind: "decisions" });
  return (
    <a
      className={styles.link}
      href={location.addressOf(target)}
      onClick={(event) => {
        event.preventDefault();
        location.go(target);
      }}
    >
      {isShort ? shellWords.needDecisionShort(count) : shellWords.needDecision(count)}
    </a>
  );
}

/** A save that goes through at once says so itself; what is said here is that changes wait, that they are home, that one more needs a person. */
function useAnnouncedTransitions(kind: SaveKind, words: string, { needsDecision }: StoreStatus): void {
  const announce = useAnnounce();
  const last = useRef<{ readonly kind: SaveKind; readonly needsDecision: number }>({ kind: "inRegister", needsDecision });
  useEffect(() => {
    const before = last.current;
    const isPassing = kind === "sending" || kind === "opening";
    last.current = { kind: isPassing ? before.kind : kind, needsDecision };
    if (needsDecision > before.needsDecision) announce(shellWords.needDecision(needsDecision));
    else if (!isPassing && kind !== before.kind) announce(words);
  }, [kind, words, needsDecision, announce]);
}

/** What lies on the device survives the page; what does not would go with it. */
function useAskBeforeLeaving(wouldLose: boolean): void {
  const { location } = useServices();
  useEffect(() => (wouldLose ? location.guard({ keeps: () => true, ask: () => undefined }) : undefined), [wouldLose, location]);
}
