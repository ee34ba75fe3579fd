import { Button } from "@fluentui/react-components";
import { useEffect, useId, useRef, type KeyboardEvent, type ReactElement } from "react";
import { deviceWords, faultWords, savingWords, uiWords } from "../../content";
import type { StoreStatus } from "../../store";
import { useUnsavedCount } from "../record/held-edits";
import { useServices, type Session } from "../services";
import { useStoreStatus } from "../use-records";
import { oldChanges } from "./old-changes";
import { useSaveDepthStyles } from "./save-depth.styles";

/** What the state of saving means: where each change is, what happens to it next, and whether this page may be closed. */
export function SaveDepth({ onClose }: { readonly onClose: () => void }): ReactElement {
  const styles = useSaveDepthStyles();
  const { store, clock, session } = useServices();
  const status = useStoreStatus();
  const unsaved = useUnsavedCount();
  const titleId = useId();
  const old = oldChanges(status, clock.nowMs());
  const boxRef = useRef<HTMLElement>(null);
  useEffect(() => boxRef.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    onClose();
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape closes from anywhere inside; the button does the same
    <section ref={boxRef} tabIndex={-1} aria-labelledby={titleId} className={styles.depth} onKeyDown={onKeyDown}>
      <h2 id={titleId} className={styles.title}>
        {savingWords.title}
      </h2>
      {depthSentences(status, { unsaved, host: session.host }).map((sentence) => (
        <p key={sentence} className={styles.line}>
          {sentence}
        </p>
      ))}
      {old !== undefined && <p className={styles.line}>{deviceWords.oldest(old.sinceMs)}</p>}
      {status.device.keeps !== "nothing" && <p className={styles.limits}>{savingWords.limits}</p>}
      <div className={styles.buttons}>
        {status.unsent > 0 && status.heldUpBy?.kind !== "throttled" && (
          <Button size="small" onClick={() => void store.retryUnsent()}>
            {savingWords.tryNow}
          </Button>
        )}
        <Button size="small" onClick={onClose}>
          {uiWords.close}
        </Button>
      </div>
    </section>
  );
}

interface Around {
  /** Changes that stand in a form or above the page, and not in the store. */
  readonly unsaved: number;
  readonly host: Session["host"];
}

function depthSentences({ unsent, unkept, needsDecision, heldUpBy, device }: StoreStatus, { unsaved, host }: Around): readonly string[] {
  const kept = unsent - unkept;
  const { elsewhere, unreadable, fault, keeps } = device;
  const sentences: readonly (readonly [number, string])[] = [
    [unsent + unsaved + elsewhere + needsDecision === 0 ? 1 : 0, savingWords.inRegister],
    ...(heldUpBy === undefined ? [] : [[1, faultWords(heldUpBy).happened] as const]),
    [unkept + unsaved, savingWords.unkept(unkept + unsaved, host)],
    [kept, `${savingWords.onDevice(kept)} ${savingWords.goes(kept, heldUpBy)} ${savingWords.mayClose(kept, host)}`],
    [elsewhere, savingWords.elsewhere(elsewhere, host)],
    [needsDecision, savingWords.needDecision(needsDecision)],
    [unreadable, savingWords.unreadable(unreadable)],
    [
      fault?.kind === "hostRefused" || (fault !== undefined && keeps === "changes") ? 1 : 0,
      fault?.kind === "hostRefused" ? fault.says : savingWords.refusedNewest,
    ],
    [keeps === "nothing" ? 1 : 0, savingWords.keepsNothing(host)],
  ];
  return sentences.flatMap(([count, sentence]) => (count > 0 ? [sentence] : []));
}
