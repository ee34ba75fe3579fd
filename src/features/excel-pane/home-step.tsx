import { Button, mergeClasses, Text } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import { excelPaneWords, faultWords } from "../../content";
import { formatMoment, ukDateAt } from "../../kernel";
import { projectTitle, useRows, useServices } from "../../parts";
import { ErrorState, RowsSkeleton, StateView, useSharedStyles, type ViewState } from "../../ui";
import { useExcelPaneStyles } from "./excel-pane.styles";
import { InsertForm } from "./insert-form";
import type { SheetTable } from "./sheet-work";
import type { ExcelPaneWork, Tables } from "./use-excel-pane";
import { useDecisions } from "./use-decisions";

/** The tables of this workbook and what each waits for; with none, the form that inserts the first. */
export function HomeStep({ work }: { readonly work: ExcelPaneWork }): ReactElement {
  const styles = useExcelPaneStyles();
  return (
    <StateView state={viewOf(work.tables, work.reload)} skeleton={<RowsSkeleton />}>
      {(tables) => (
        <div className={styles.stack}>
          {tables.map((table, index) => (
            <TableCard key={table.snapshot.tableName} table={table} isFirst={index === firstWithChanges(tables)} work={work} />
          ))}
          <InsertSection hasTables={tables.length > 0} work={work} />
        </div>
      )}
    </StateView>
  );
}

function viewOf(tables: Tables, onRetry: () => void): ViewState<readonly SheetTable[]> {
  if (tables.kind === "loading") return { kind: "loading", what: excelPaneWords.loading };
  if (tables.kind === "ready") return { kind: "ready", value: tables.tables };
  const words = faultWords(tables.fault);
  return { kind: "error", fault: words.happened, kept: words.toDo, onRetry };
}

export function changeCount(table: SheetTable): number {
  return table.review.ok ? table.review.value.rows.length + table.review.value.diff.copies.length : 0;
}

/** The one whose button is the pane's primary one. */
function firstWithChanges(tables: readonly SheetTable[]): number {
  return tables.findIndex((table) => changeCount(table) > 0);
}

interface TableCardProps {
  readonly table: SheetTable;
  readonly isFirst: boolean;
  readonly work: ExcelPaneWork;
}

function TableCard({ table, isFirst, work }: TableCardProps): ReactElement {
  const styles = useExcelPaneStyles();
  const shared = useSharedStyles();
  const { clock } = useServices();
  const projects = useRows("Projects");
  const decisions = useDecisions(table);
  const { register, snapshot, review } = table;
  const project = projectTitle(projects, snapshot.project);
  const changes = changeCount(table);
  const rows = review.ok ? review.value.content.cells.length : snapshot.rows.size;
  return (
    <section className={styles.card} aria-label={snapshot.tableName}>
      <div className={styles.line}>
        <Text as="h2" weight="semibold" className={mergeClasses(shared.noMargin, styles.grow)}>
          {project === undefined ? register.label : `${register.label} · ${project}`}
        </Text>
        <Button size="small" className={styles.narrow} aria-label={excelPaneWords.refreshTable(register.label)} onClick={() => work.refresh(table)}>
          {excelPaneWords.refresh}
        </Button>
      </div>
      <Text size={200} className={shared.secondary}>
        {excelPaneWords.tableState(rows, timeWords(snapshot.asAtMs, clock.nowMs()))}
      </Text>
      {!review.ok && <ErrorState fault={faultWords(review.fault).happened} kept={faultWords(review.fault).toDo} onRetry={work.reload} />}
      {review.ok && <Text role="status">{changes === 0 ? excelPaneWords.nothingToPublish : excelPaneWords.changes(changes)}</Text>}
      {changes > 0 && (
        <Button appearance={isFirst ? "primary" : "secondary"} className={styles.start} onClick={() => work.review(table)}>
          {excelPaneWords.reviewAndPublish}
        </Button>
      )}
      {decisions.length > 0 && (
        <div className={styles.line}>
          <Text className={styles.grow}>{excelPaneWords.needDecision(decisions.length)}</Text>
          <Button size="small" className={styles.narrow} onClick={() => work.decide(table)}>
            {excelPaneWords.decide}
          </Button>
        </div>
      )}
      {changes === 0 && review.ok && (
        <Button size="small" className={styles.start} onClick={work.reload}>
          {excelPaneWords.check}
        </Button>
      )}
    </section>
  );
}

/** "10:42" today, "4 November 2026, 10:42" before. */
function timeWords(atMs: number, nowMs: number): string {
  const moment = formatMoment(atMs);
  return ukDateAt(atMs) === ukDateAt(nowMs) ? moment.slice(-5) : moment;
}

function InsertSection({ hasTables, work }: { readonly hasTables: boolean; readonly work: ExcelPaneWork }): ReactElement {
  const styles = useExcelPaneStyles();
  const [isOpen, setOpen] = useState(false);
  if (!hasTables) return <InsertForm isPrimary={true} onInsert={work.insert} />;
  if (isOpen) return <InsertForm isPrimary={false} onInsert={work.insert} />;
  return (
    <Button className={styles.start} onClick={() => setOpen(true)}>
      {excelPaneWords.insertMore}
    </Button>
  );
}
