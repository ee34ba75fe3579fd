import { Button, Text } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { excelPaneWords } from "../../content";
import { columnOf, type Register } from "../../registers";
import { useSharedStyles } from "../../ui";
import { addressIn } from "../../workbook";
import { useExcelPaneStyles } from "./excel-pane.styles";
import type { RowOutcome } from "./publish";
import { useDecisions } from "./use-decisions";
import type { ExcelPaneWork, Step } from "./use-excel-pane";

interface ResultStepProps {
  readonly step: Extract<Step, { kind: "result" }>;
  readonly work: ExcelPaneWork;
}

/** What became of each row: saved, on this device, not saved yet, waiting for a decision, not sent. */
export function ResultStep({ step, work }: ResultStepProps): ReactElement {
  const styles = useExcelPaneStyles();
  const shared = useSharedStyles();
  const { table, result } = step;
  const decisions = useDecisions(table);
  const count = (kind: string | undefined): number => result.rows.filter(({ outcome }) => outcome?.kind === kind).length;
  const lines = [
    ...(count("saved") > 0 ? [excelPaneWords.saved(count("saved"))] : []),
    ...(count("onDevice") > 0 ? [excelPaneWords.onDevice(count("onDevice"))] : []),
    ...(count("notKept") > 0 ? [excelPaneWords.notKept(count("notKept"))] : []),
    ...(decisions.length > 0 ? [excelPaneWords.needDecision(decisions.length)] : []),
    ...(count(undefined) > 0 ? [excelPaneWords.notSent(count(undefined))] : []),
    ...(result.sheetFault === undefined ? [] : [excelPaneWords.sheetNotWritten]),
  ];
  return (
    <div className={styles.stack}>
      <Text as="h2" weight="semibold" className={shared.noMargin}>
        {count("notKept") > 0 && count("saved") + count("onDevice") === 0 ? excelPaneWords.notSavedTitle : excelPaneWords.resultTitle}
      </Text>
      <div role="status" className={styles.tight}>
        {lines.map((line) => (
          <Text key={line}>{line}</Text>
        ))}
      </div>
      <ul className={styles.list} aria-label={excelPaneWords.rows}>
        {result.rows.map((row) => (
          <li key={row.position} className={styles.line}>
            <div className={styles.grow}>
              <Text block>{`${excelPaneWords.row(row.position)} · ${row.name}`}</Text>
              <Text size={200} className={shared.secondary}>
                {outcomeWords(row, step)}
              </Text>
            </div>
            <Button
              size="small"
              appearance="subtle"
              className={styles.narrow}
              aria-label={excelPaneWords.goToRow(row.position)}
              onClick={() => work.goTo(addressIn(result.content, { row: row.position }))}
            >
              {excelPaneWords.goTo}
            </Button>
          </li>
        ))}
      </ul>
      <div className={styles.foot}>
        {decisions.length > 0 && (
          <Button appearance="primary" onClick={() => work.decide(table)}>
            {excelPaneWords.decide}
          </Button>
        )}
        <Button appearance={decisions.length > 0 ? "secondary" : "primary"} onClick={work.goHome}>
          {excelPaneWords.done}
        </Button>
      </div>
    </div>
  );
}

function outcomeWords({ outcome }: RowOutcome, { table }: ResultStepProps["step"]): string {
  if (outcome === undefined) return excelPaneWords.rowNotSent;
  if (outcome.kind === "onDevice") return excelPaneWords.rowOnDevice;
  if (outcome.kind === "needsDecision") return excelPaneWords.rowNeedsDecision;
  if (outcome.kind === "notKept") return excelPaneWords.rowNotKept;
  const merged = mergedLabels(table.register, outcome.mergedFields, table.snapshot.columns);
  return merged.length === 0 ? excelPaneWords.rowSaved : excelPaneWords.rowMerged(merged);
}

/** Of the columns that the sheet shows: it never saw the others, so it cannot say that they changed. */
function mergedLabels(register: Register, fields: readonly string[], shown: readonly string[]): readonly string[] {
  return fields.flatMap((field) => {
    const column = columnOf(register, field);
    return column === undefined || column.filledBy !== undefined || !shown.includes(field) ? [] : [column.label];
  });
}
