import { Button } from "@fluentui/react-components";
import { useEffect, useId, useRef, type KeyboardEvent, type ReactElement } from "react";
import { deviceWords, savingWords, uiWords } from "../../content";
import type { StoreStatus } from "../../store";
import { useUnsavedCount } from "../record/held-edits";
import { useServices } from "../services";
import { useStoreStatus } from "../use-records";
import { oldChanges } from "./old-changes";
import { useSaveDepthStyles } from "./save-depth.styles";

/** What the state of saving means: where each change is, what happens to it next, and whether this page may be closed. */
export function SaveDepth({ onClose }: { readonly onClose: () => void }): ReactElement {
  const styles = useSaveDepthStyles();
  const { store, clock } = useServices();
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
      {depthSentences(status, unsaved).map((sentence) => (
        <p key={sentence} className={styles.line}>
          {sentence}
        </p>
      ))}
      {old !== undefined && <p className={styles.line}>{deviceWords.oldest(old.sinceMs)}</p>}
      {status.device.keeps !== "nothing" && <p className={styles.limits}>{savingWords.limits}</p>}
      <div className={styles.buttons}>
        {status.unsent > 0 && (
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

/** @param unsaved changes that stand in a form or above the page, and not in the store. */
function depthSentences({ unsent, unkept, needsDecision, device }: StoreStatus, unsaved: number): readonly string[] {
  const kept = unsent - unkept;
  const { elsewhere, unreadable, fault, keeps } = device;
  const sentences: readonly (readonly [number, string])[] = [
    [unsent + unsaved + elsewhere + needsDecision === 0 ? 1 : 0, savingWords.inRegister],
    [unkept + unsaved, savingWords.unkept(unkept + unsaved)],
    [kept, `${savingWords.onDevice(kept)} ${savingWords.goesLater(kept)}`],
    [elsewhere, savingWords.elsewhere(elsewhere)],
    [needsDecision, savingWords.needDecision(needsDecision)],
    [unreadable, savingWords.unreadable(unreadable)],
    [
      fault?.kind === "hostRefused" || (fault !== undefined && keeps === "changes") ? 1 : 0,
      fault?.kind === "hostRefused" ? fault.says : savingWords.refusedNewest,
    ],
    [keeps === "nothing" ? 1 : 0, savingWords.keepsNothing],
  ];
  return sentences.flatMap(([count, sentence]) => (count > 0 ? [sentence] : []));
}
