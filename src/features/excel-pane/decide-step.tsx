import { Button, Text } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { excelPaneWords } from "../../content";
import { ConflictPanel } from "../../parts";
import { valueAt } from "../../registers";
import type { Decision } from "../../store";
import { useSharedStyles } from "../../ui";
import { useExcelPaneStyles } from "./excel-pane.styles";
import { useDecisions } from "./use-decisions";
import type { ExcelPaneWork, Step } from "./use-excel-pane";

interface DecideStepProps {
  readonly step: Extract<Step, { kind: "decide" }>;
  readonly work: ExcelPaneWork;
}

/** The decisions of one table, one after the other: mine or theirs per field, written into the sheet at once. */
export function DecideStep({ step, work }: DecideStepProps): ReactElement {
  const styles = useExcelPaneStyles();
  const shared = useSharedStyles();
  const decisions = useDecisions(step.table);
  const [first] = decisions;
  return (
    <div className={styles.stack}>
      {first === undefined ? (
        <Text role="status">{excelPaneWords.noDecisions}</Text>
      ) : (
        <>
          <Text as="h2" weight="semibold" className={shared.noMargin}>
            {nameOf(first)}
          </Text>
          <Text size={200} className={shared.secondary}>
            {excelPaneWords.needDecision(decisions.length)}
          </Text>
          <ConflictPanel key={first.id} register={step.table.register} decision={first} onAnswer={(answer) => work.answer(first, answer)} />
        </>
      )}
      <div className={styles.foot}>
        <Button appearance={first === undefined ? "primary" : "secondary"} onClick={work.goHome}>
          {first === undefined ? excelPaneWords.done : excelPaneWords.back}
        </Button>
      </div>
    </div>
  );
}

function nameOf({ edit, theirs }: Decision): string {
  const values = theirs?.values ?? edit.seen.values;
  return [valueAt(values, "Ref"), valueAt(values, "Title")].filter((part) => part !== undefined).join(" ");
}
