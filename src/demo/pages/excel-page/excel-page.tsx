import { Button, MessageBar, MessageBarBody, Select, Text } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import { AppTheme } from "../../../ui";
import { demoWords } from "../shared/demo-words";
import { HostBar } from "../shared/host-bar";
import { LabelledSelect } from "../shared/labelled-select";
import { PersonaSelect, usePersonas } from "../shared/persona-select";
import { useExcelPageStyles } from "./excel-page.styles";
import { forgetWorkbook, useExcelHost } from "./use-excel-host";

/** Excel's pane on a Mac, on Windows, and dragged wider. */
const paneWidths = ["270", "320", "400"];

/** office.js asks in a native dialog whether this page may act as Office, so modals are allowed. */
const sandbox = "allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-modals allow-downloads";

/** A workbook with the task pane beside it. The sheet is drawn light, as Excel's is. */
export function ExcelPage(): ReactElement {
  const styles = useExcelPageStyles();
  const { personas, persona, choose } = usePersonas();
  const [paneWidth, setPaneWidth] = useState("320");
  const [isPaneShown, setIsPaneShown] = useState(true);
  const [workbookNumber, setWorkbookNumber] = useState(0);
  return (
    <AppTheme theme="default">
      <div className={styles.page}>
        <HostBar label={demoWords.excelLabel}>
          <PersonaSelect personas={personas} value={persona?.key ?? ""} onChoose={choose} />
          <LabelledSelect label={demoWords.paneWidth}>
            <Select size="small" value={paneWidth} onChange={(_event, data) => setPaneWidth(data.value)}>
              {paneWidths.map((width) => (
                <option key={width} value={width}>
                  {demoWords.pixels(width)}
                </option>
              ))}
            </Select>
          </LabelledSelect>
        </HostBar>
        <section className={styles.ribbon} aria-label={demoWords.ribbon}>
          <Text className={styles.file}>{demoWords.workbookName}</Text>
          <Button appearance="primary" size="small" onClick={() => setIsPaneShown((last) => !last)}>
            {isPaneShown ? demoWords.hidePane : demoWords.showPane}
          </Button>
          <Button
            size="small"
            onClick={() => {
              forgetWorkbook(window);
              setWorkbookNumber((last) => last + 1);
            }}
          >
            {demoWords.clearWorkbook}
          </Button>
          <Text size={200} className={styles.hint}>
            {demoWords.officeAsks}
          </Text>
        </section>
        {/* Another person opens the same workbook with a pane of their own. */}
        {persona !== undefined && <Workbook key={`${persona.key} ${String(workbookNumber)}`} paneWidthPx={Number(paneWidth)} isPaneShown={isPaneShown} />}
      </div>
    </AppTheme>
  );
}

function Workbook({ paneWidthPx, isPaneShown }: { readonly paneWidthPx: number; readonly isPaneShown: boolean }): ReactElement {
  const styles = useExcelPageStyles();
  const { gridRef, frameRef, isKept } = useExcelHost();
  return (
    <main className={styles.body}>
      <section className={styles.sheet} aria-label={demoWords.sheet}>
        {!isKept && (
          <MessageBar intent="warning">
            <MessageBarBody>{demoWords.workbookNotKept}</MessageBarBody>
          </MessageBar>
        )}
        <div ref={gridRef} className={styles.grid} />
      </section>
      <aside className={styles.pane} style={isPaneShown ? { width: paneWidthPx } : { display: "none" }} aria-label={demoWords.pane}>
        <iframe ref={frameRef} sandbox={sandbox} title={demoWords.app} className={styles.frame} />
      </aside>
    </main>
  );
}
