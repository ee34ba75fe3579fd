import { Button, Checkbox, MessageBar, MessageBarBody, Text } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import { excelPaneWords } from "../../content";
import { formatPence, type Pence } from "../../kernel";
import { projectTitle, useRows } from "../../parts";
import { useSharedStyles } from "../../ui";
import { addressIn, sheetColumns } from "../../workbook";
import { useExcelPaneStyles } from "./excel-pane.styles";
import type { Review, ReviewCell, ReviewRow } from "./review";
import type { ExcelPaneWork, Step } from "./use-excel-pane";

interface ReviewStepProps {
  readonly step: Extract<Step, { kind: "review" }>;
  readonly work: ExcelPaneWork;
}

/** Everything that publishing would do, row by row, before anything is sent. */
export function ReviewStep({ step, work }: ReviewStepProps): ReactElement {
  const styles = useExcelPaneStyles();
  const shared = useSharedStyles();
  const [isConfirmed, setConfirmed] = useState(false);
  const { review, table } = step;
  const asks = review.rows.some(({ patientAsks }) => patientAsks.length > 0);
  const held = review.rows.filter(({ kind, problems }) => kind === "refused" || problems.length > 0).length + review.diff.copies.length;
  const canPublish = review.edits.length > 0 && (!asks || isConfirmed);
  return (
    <div className={styles.stack}>
      <Text as="h2" weight="semibold" className={shared.noMargin}>
        {excelPaneWords.reviewTitle(table.register.label)}
      </Text>
      {step.note !== undefined && <Warning says={step.note} />}
      <Notes review={review} />
      <Money review={review} work={work} />
      <Rows step={step} work={work} />
      <Copies step={step} work={work} />
      {asks && <Checkbox checked={isConfirmed} label={excelPaneWords.patientConfirm} onChange={(_event, data) => setConfirmed(data.checked === true)} />}
      {review.edits.length === 0 && (
        <Text>{review.rows.length + review.diff.copies.length === 0 ? excelPaneWords.nothingToPublish : excelPaneWords.nothingReady}</Text>
      )}
      <div className={styles.foot}>
        {held > 0 && <Text className={styles.wholeLine}>{excelPaneWords.needYou(held)}</Text>}
        {review.edits.length > 0 && (
          <Button appearance="primary" disabledFocusable={!canPublish} onClick={() => canPublish && work.publish()}>
            {excelPaneWords.publish(review.edits.length)}
          </Button>
        )}
        <Button className={styles.narrow} onClick={work.goHome}>
          {excelPaneWords.back}
        </Button>
      </div>
    </div>
  );
}

function Warning({ says }: { readonly says: string }): ReactElement {
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{says}</MessageBarBody>
    </MessageBar>
  );
}

function Notes({ review }: { readonly review: Review }): ReactElement {
  const { removed, missingHeaders } = review.diff;
  return (
    <>
      {removed.length > 0 && <Warning says={excelPaneWords.removed(removed.length)} />}
      {missingHeaders.length > 0 && <Warning says={excelPaneWords.missingHeaders(missingHeaders)} />}
    </>
  );
}

/** "+£12,300.00", with the sign that says which way. */
function moved(amount: Pence): string {
  return amount > 0 ? `+${formatPence(amount)}` : formatPence(amount);
}

function Money({ review, work }: { readonly review: Review; readonly work: ExcelPaneWork }): ReactElement | null {
  const styles = useExcelPaneStyles();
  const shared = useSharedStyles();
  const projects = useRows("Projects");
  if (review.penceByProject.size === 0) return null;
  return (
    <section className={styles.tight} aria-label={excelPaneWords.money}>
      <Text as="h3" weight="semibold" className={shared.noMargin}>
        {excelPaneWords.money}
      </Text>
      <ul className={styles.list}>
        {[...review.penceByProject].map(([project, amount]) => {
          const name = project === "" ? excelPaneWords.noProject : (projectTitle(projects, project) ?? project);
          const row = review.plan.rows.find(
            (each) => (each.kind === "changed" || each.kind === "added") && (each.after["ProjectRef"] ?? each.after["Ref"] ?? "") === project,
          );
          return (
            <li key={project} className={styles.tight}>
              <div className={styles.line}>
                <Text className={styles.grow}>{name}</Text>
                <Text className={styles.figure}>{moved(amount)}</Text>
              </div>
              <div className={styles.line}>
                <Text size={200} className={shared.secondary}>
                  {excelPaneWords.cells(review.cellsByProject.get(project) ?? 0)}
                </Text>
                {row !== undefined && (
                  <Button
                    size="small"
                    appearance="subtle"
                    className={styles.narrow}
                    aria-label={`${excelPaneWords.goTo} ${name}`}
                    onClick={() => work.goTo(addressIn(review.content, { row: row.position }))}
                  >
                    {excelPaneWords.goTo}
                  </Button>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Rows({ step, work }: ReviewStepProps): ReactElement | null {
  const styles = useExcelPaneStyles();
  if (step.review.rows.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={excelPaneWords.rows}>
      {step.review.rows.map((row) => (
        <Row key={row.position} row={row} step={step} work={work} />
      ))}
    </ul>
  );
}

function Row({ row, step, work }: ReviewStepProps & { readonly row: ReviewRow }): ReactElement {
  const styles = useExcelPaneStyles();
  const { snapshot, register } = step.table;
  const headers = new Map(sheetColumns(register, snapshot.columns).map(({ name, header }) => [name, header]));
  const header = headers.get(row.cells[0]?.field ?? "");
  const address = addressIn(step.review.content, { row: row.position, ...(header === undefined ? {} : { header }) });
  return (
    <li className={styles.card}>
      <div className={styles.line}>
        <Text className={styles.grow} weight="semibold">
          {row.name === "" ? excelPaneWords.row(row.position) : `${excelPaneWords.row(row.position)} · ${row.name}`}
        </Text>
        <Button size="small" appearance="subtle" className={styles.narrow} aria-label={excelPaneWords.goToRow(row.position)} onClick={() => work.goTo(address)}>
          {excelPaneWords.goTo}
        </Button>
      </div>
      {row.kind === "refused" && <Text size={200}>{excelPaneWords.notPublished}</Text>}
      {row.problems.map((problem) => (
        <Problem key={problem} says={problem} />
      ))}
      {row.patientAsks.length > 0 && <Problem says={excelPaneWords.patientAsk(row.patientAsks)} />}
      {row.cells.length > 0 && (
        <dl className={styles.cells}>
          {row.cells.map((cell) => (
            <Cell key={cell.field} cell={cell} />
          ))}
        </dl>
      )}
    </li>
  );
}

/** A sign and a sentence: its colour alone would say nothing to some. */
function Problem({ says }: { readonly says: string }): ReactElement {
  const styles = useExcelPaneStyles();
  return (
    <Text className={styles.problem}>
      <span aria-hidden="true">⚠ </span>
      {says}
    </Text>
  );
}

function Cell({ cell }: { readonly cell: ReviewCell }): ReactElement {
  const styles = useExcelPaneStyles();
  const shared = useSharedStyles();
  return (
    <div className={styles.cell}>
      <dt>
        <Text size={200} className={shared.secondary}>
          {cell.label}
        </Text>
      </dt>
      <dd className={styles.value}>
        <span className={shared.visuallyHidden}>{excelPaneWords.from} </span>
        <span className={styles.before}>{cell.before}</span>
        <span aria-hidden="true"> → </span>
        <span className={shared.visuallyHidden}> {excelPaneWords.to} </span>
        <span>{cell.after}</span>
        {cell.hasFormula && <Text size={200}> ({excelPaneWords.fromFormula})</Text>}
      </dd>
    </div>
  );
}

function Copies({ step, work }: ReviewStepProps): ReactElement | null {
  const styles = useExcelPaneStyles();
  const { copies } = step.review.diff;
  if (copies.length === 0) return null;
  const { one } = step.table.register;
  return (
    <section className={styles.tight}>
      <Text size={200}>{excelPaneWords.copyHelp}</Text>
      <ul className={styles.list}>
        {copies.map(({ position, firstPosition }) => (
          <li key={position} className={styles.tight}>
            <Text>{excelPaneWords.copy(position, firstPosition)}</Text>
            <div className={styles.buttons}>
              <Button size="small" aria-label={excelPaneWords.addCopyOf(one, position)} onClick={() => work.addCopy(position)}>
                {excelPaneWords.addCopy(one)}
              </Button>
              <Button
                size="small"
                appearance="subtle"
                className={styles.narrow}
                aria-label={excelPaneWords.goToRow(position)}
                onClick={() => work.goTo(addressIn(step.review.content, { row: position }))}
              >
                {excelPaneWords.goTo}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
