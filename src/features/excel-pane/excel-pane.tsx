import { MessageBar, MessageBarBody, MessageBarTitle, Text } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { excelPaneWords, faultWords } from "../../content";
import { ClearDevice, DeviceNotices, SaveState } from "../../parts";
import { ErrorState, ProgressBarWithCancel, useSharedStyles } from "../../ui";
import type { ExcelSheet } from "../../workbook";
import { DecideStep } from "./decide-step";
import { useExcelPaneStyles } from "./excel-pane.styles";
import { HomeStep } from "./home-step";
import { ResultStep } from "./result-step";
import { ReviewStep } from "./review-step";
import { useExcelPane, type ExcelPaneWork, type Notice } from "./use-excel-pane";

export interface ExcelPaneProps {
  readonly sheet: ExcelSheet;
}

/** The task pane beside a workbook: registers go in as tables, changes come back when their author publishes them. */
export function ExcelPane({ sheet }: ExcelPaneProps): ReactElement {
  const styles = useExcelPaneStyles();
  const shared = useSharedStyles();
  const work = useExcelPane(sheet);
  return (
    <main className={styles.pane}>
      <Text as="h1" className={shared.visuallyHidden}>
        {excelPaneWords.title}
      </Text>
      <div className={styles.saving}>
        <SaveState isShort hasDecisionsPage={false} />
      </div>
      <DeviceNotices />
      {work.notice !== undefined && <NoticeBar notice={work.notice} />}
      <CurrentStep work={work} />
      {work.step.kind === "home" && (
        <div className={styles.clear}>
          <ClearDevice appearance="subtle" size="small" />
        </div>
      )}
    </main>
  );
}

function CurrentStep({ work }: { readonly work: ExcelPaneWork }): ReactElement {
  const { step } = work;
  switch (step.kind) {
    case "home":
      return <HomeStep work={work} />;
    case "working":
      return <ProgressBarWithCancel label={step.label} done={step.done} total={step.total} onCancel={step.cancel} />;
    case "review":
      return <ReviewStep step={step} work={work} />;
    case "result":
      return <ResultStep step={step} work={work} />;
    case "decide":
      return <DecideStep step={step} work={work} />;
  }
}

function NoticeBar({ notice }: { readonly notice: Notice }): ReactElement {
  if (notice.fault !== undefined) {
    const words = faultWords(notice.fault);
    return <ErrorState fault={words.happened} kept={words.toDo} />;
  }
  return (
    <MessageBar intent={notice.intent} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{notice.says}</MessageBarTitle>
      </MessageBarBody>
    </MessageBar>
  );
}
