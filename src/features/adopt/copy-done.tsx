import { Button, MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { useEffect, useRef, useState, type ReactElement } from "react";
import { adoptWords, faultWords, importWords } from "../../content";
import { fragmentOf, HostLink, useServices } from "../../parts";
import { useNotify } from "../../ui";
import { useAdoptPageStyles } from "./adopt-page.styles";
import { isUnfinished, receiptLines, receiptText, receiptTitle, type CopyReceipt } from "./copy-receipt";
import { LeftOutColumns } from "./left-out-columns";

export interface CopyDoneProps {
  readonly receipt: CopyReceipt;
  /** The rest is looked for and shown before it is copied. */
  readonly onGoOn: () => void;
}

const rowsShown = 20;

/** What was copied, what was not and why, where the old list stands, and the ways on. Its heading takes the focus: what had it is gone. */
export function CopyDone({ receipt, onGoOn }: CopyDoneProps): ReactElement {
  const styles = useAdoptPageStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [receipt]);
  const { location } = useServices();
  const { isUndone, canUndo, undo } = useUndo(receipt);
  const { name, label } = receipt.register;
  const open = fragmentOf(name === "Projects" ? { kind: "projects" } : { kind: "register", register: name });
  const isWhole = !isUnfinished(receipt);
  return (
    <section className={styles.section} aria-label={adoptWords.copyReceipt}>
      <h2 ref={heading} tabIndex={-1} className={styles.heading}>
        {adoptWords.copyReceipt}
      </h2>
      <MessageBar intent={isWhole && receipt.needsDecision === 0 ? "success" : "warning"} layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{isUndone ? adoptWords.copyUndone : receiptTitle(receipt)}</MessageBarTitle>
          {isWhole || isUndone ? "" : adoptWords.copyGoesOn}
        </MessageBarBody>
      </MessageBar>
      <ul className={styles.list}>
        {receiptLines(receipt).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Refused receipt={receipt} />
      <LeftOutColumns leftOut={receipt.leftOut} />
      <div className={styles.buttons}>
        <Button appearance={isWhole ? "primary" : "secondary"} onClick={() => location.go(open)}>
          {adoptWords.openRegister(label)}
        </Button>
        {!isWhole && (
          <Button appearance="primary" onClick={onGoOn}>
            {adoptWords.copyGoOn}
          </Button>
        )}
        {receipt.needsDecision > 0 && <Button onClick={() => location.go(fragmentOf({ kind: "decisions" }))}>{importWords.seeDecisions}</Button>}
        {canUndo && <Button onClick={() => void undo()}>{adoptWords.undo}</Button>}
        <Download receipt={receipt} />
        <HostLink address={receipt.from.webUrl}>{adoptWords.openList(receipt.from.listName)}</HostLink>
      </div>
    </section>
  );
}

function useUndo({ register }: CopyReceipt): { readonly isUndone: boolean; readonly canUndo: boolean; readonly undo: () => Promise<void> } {
  const { store } = useServices();
  const notify = useNotify();
  const [isUndone, setIsUndone] = useState(false);
  const canUndo = !isUndone && store.status().undoLabel === adoptWords.copyOperation(register.many);
  const undo = async (): Promise<void> => {
    const undone = await store.undo();
    setIsUndone(undone.ok);
    if (!undone.ok) notify({ kind: "error", text: faultWords(undone.fault).happened });
  };
  return { isUndone, canUndo, undo };
}

function Refused({ receipt: { refused } }: { readonly receipt: CopyReceipt }): ReactElement | null {
  const styles = useAdoptPageStyles();
  if (refused.length === 0) return null;
  return (
    <section className={styles.section} aria-label={adoptWords.refusedTitle}>
      <h3 className={styles.subtitle}>{adoptWords.refusedTitle}</h3>
      <ul className={styles.list}>
        {refused.slice(0, rowsShown).map(({ name, reasons }, index) => (
          <li key={index}>{adoptWords.refusedRow(name, reasons)}</li>
        ))}
        {refused.length > rowsShown && <li>{adoptWords.refusedMore(refused.length - rowsShown)}</li>}
      </ul>
    </section>
  );
}

function Download({ receipt }: { readonly receipt: CopyReceipt }): ReactElement {
  const { files, session, clock } = useServices();
  const notify = useNotify();
  const download = async (): Promise<void> => {
    const bytes = new TextEncoder().encode(receiptText(receipt, session, clock.nowMs()));
    const saved = await files.save(adoptWords.receiptFile, bytes, "text/plain");
    notify(saved.ok ? { kind: "success", text: adoptWords.downloaded(adoptWords.receiptFile) } : { kind: "error", text: faultWords(saved.fault).happened });
  };
  return <Button onClick={() => void download()}>{adoptWords.downloadReceipt}</Button>;
}
