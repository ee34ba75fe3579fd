import { Button, MessageBar, MessageBarBody, MessageBarTitle, Text } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { faultWords, importWords } from "../../content";
import { safeFileName } from "../../exchange";
import { fragmentOf, useServices, workbookType, type Page } from "../../parts";
import type { Register } from "../../registers";
import { ProgressBarWithCancel, useNotify } from "../../ui";
import { useImportPageStyles } from "./import-page.styles";
import type { ImportReceipt } from "./import-receipt";
import type { ImportPlan } from "./import-plan";
import { leftOutGroups, leftOutSentence } from "./left-out";
import { problemRowsWorkbook } from "./problem-rows";
import type { SourceTable } from "./source-table";
import type { Writing } from "./use-import-writing";

export interface ReceiptStepProps {
  readonly register: Register;
  readonly writing: Writing;
  readonly planned: ImportPlan | undefined;
  readonly table: SourceTable | undefined;
  readonly onAnother: () => void;
  /** The same file once more, from what would change. */
  readonly onAgain: () => void;
}

const rowsShown = 20;

/** How far the writing has come, then what was done, what was refused and why, and the way back. */
export function ReceiptStep({ register, writing, planned, table, onAnother, onAgain }: ReceiptStepProps): ReactElement | null {
  const styles = useImportPageStyles();
  const { location } = useServices();
  const { state } = writing;
  if (state.kind === "none") return null;
  if (state.kind === "writing")
    return <ProgressBarWithCancel label={importWords.writing(register.many)} done={state.done} total={state.total} onCancel={writing.stop} />;
  const { receipt, undone } = state;
  const written = receipt.added + receipt.changed;
  const listPage: Page = register.name === "Projects" ? { kind: "projects" } : { kind: "register", register: register.name };
  return (
    <>
      <MessageBar intent={receipt.needsDecision + receipt.notKept.length > 0 || receipt.isStopped ? "warning" : "success"} layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{receiptTitle(register, receipt)}</MessageBarTitle>
          {undone?.join(" ")}
        </MessageBarBody>
      </MessageBar>
      <ul className={styles.list}>
        {receiptSentences(register, receipt).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <NotKeptRows receipt={receipt} />
      <RefusedRows receipt={receipt} />
      <div className={styles.actions}>
        {receipt.notKept.length > 0 && (
          <Button appearance="primary" onClick={onAgain}>
            {importWords.runAgain}
          </Button>
        )}
        {undone === undefined && written + receipt.waiting > 0 && <Button onClick={() => void writing.undo()}>{importWords.undo}</Button>}
        {planned !== undefined && table !== undefined && <ProblemDownload register={register} planned={planned} table={table} />}
        {receipt.needsDecision > 0 && <Button onClick={() => location.go(fragmentOf({ kind: "decisions" }))}>{importWords.seeDecisions}</Button>}
        <Button onClick={() => location.go(fragmentOf(listPage))}>{importWords.open(register.label)}</Button>
        <Button onClick={onAnother}>{importWords.another}</Button>
      </div>
    </>
  );
}

function receiptTitle({ one, many }: Register, { isStopped, added, changed, waiting, notKept }: ImportReceipt): string {
  if (isStopped) return importWords.stopped;
  const written = added + changed;
  return notKept.length > 0 && written + waiting === 0 ? importWords.noneSaved : importWords.done(written, one, many);
}

function receiptSentences({ one, many }: Register, receipt: ImportReceipt): readonly string[] {
  const leftOut = leftOutGroups(receipt.leftOut).map(leftOutSentence).join("; ");
  const sentences: readonly (readonly [number, string])[] = [
    [receipt.leftOut.length, importWords.rowsRead(receipt.rowsRead)],
    [receipt.added, importWords.doneAdded(receipt.added, one, many)],
    [receipt.changed, importWords.doneChanged(receipt.changed, one, many)],
    [receipt.unchanged, importWords.doneUnchanged(receipt.unchanged)],
    [receipt.refused.length, importWords.doneRefused(receipt.refused.length)],
    [receipt.leftOut.length, importWords.doneLeftOut(receipt.leftOut.length, leftOut)],
    [receipt.waiting, importWords.doneWaiting(receipt.waiting)],
    [receipt.notKept.length, importWords.doneNotKept(receipt.notKept.length)],
    [receipt.needsDecision, importWords.doneDecision(receipt.needsDecision)],
    [receipt.isStopped ? receipt.notSent : 0, importWords.doneNotSent(receipt.notSent)],
  ];
  return sentences.flatMap(([rows, sentence]) => (rows > 0 ? [sentence] : []));
}

function NotKeptRows({ receipt: { notKept } }: { readonly receipt: ImportReceipt }): ReactElement | null {
  const styles = useImportPageStyles();
  if (notKept.length === 0) return null;
  return (
    <section>
      <h3 className={styles.subtitle}>{importWords.notKeptTitle}</h3>
      <Text>{importWords.notKeptExplain}</Text>
      <ul className={styles.list}>
        {notKept.slice(0, rowsShown).map(({ position, name }) => (
          <li key={position}>{importWords.notKeptRow(position, name)}</li>
        ))}
        {notKept.length > rowsShown && <li>{importWords.notKeptMore(notKept.length - rowsShown)}</li>}
      </ul>
    </section>
  );
}

function RefusedRows({ receipt }: { readonly receipt: ImportReceipt }): ReactElement | null {
  const styles = useImportPageStyles();
  const { refused } = receipt;
  if (refused.length === 0) return null;
  return (
    <section>
      <h3 className={styles.subtitle}>{importWords.refusedTitle}</h3>
      <ul className={styles.list}>
        {refused.slice(0, rowsShown).map(({ position, name, reasons }) => (
          <li key={position}>{importWords.refusedRow(position, name, reasons.join("; "))}</li>
        ))}
        {refused.length > rowsShown && <li>{importWords.refusedMore(refused.length - rowsShown)}</li>}
      </ul>
    </section>
  );
}

function ProblemDownload({
  register,
  planned,
  table,
}: {
  readonly register: Register;
  readonly planned: ImportPlan;
  readonly table: SourceTable;
}): ReactElement | null {
  const { files, clock } = useServices();
  const notify = useNotify();
  const count = planned.plan.rows.filter((row) => row.kind === "refused" || row.problems.length > 0).length;
  if (count === 0) return null;
  const download = async (): Promise<void> => {
    const name = safeFileName(`${importWords.problemRows} ${register.label}.xlsx`);
    const saved = await files.save(name, problemRowsWorkbook({ register, table, planned, nowMs: clock.nowMs() }), workbookType);
    notify(saved.ok ? { kind: "success", text: importWords.downloaded(name) } : { kind: "error", text: faultWords(saved.fault).happened });
  };
  return <Button onClick={() => void download()}>{importWords.downloadProblems(count)}</Button>;
}
