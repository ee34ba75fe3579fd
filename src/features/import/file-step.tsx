import { Button, mergeClasses, MessageBar, MessageBarBody, Text } from "@fluentui/react-components";
import { ArrowUploadRegular } from "@fluentui/react-icons";
import { useId, useRef, useState, type DragEvent, type ReactElement } from "react";
import { importWords } from "../../content";
import { delimiters, textEncodings } from "../../exchange";
import { ChoiceField, ProgressBarWithCancel } from "../../ui";
import { useImportPageStyles } from "./import-page.styles";
import { LeftOutRows } from "./left-out-rows";
import { headingCandidates } from "./source-table";
import type { SourceFile, SourceState } from "./use-source-file";

/** Choosing a file, and how it was understood. */
export function FileStep({ source }: { readonly source: SourceFile }): ReactElement {
  const { state, table } = source;
  return (
    <>
      <FileDrop source={source} />
      {state.kind === "reading" && <ProgressBarWithCancel label={importWords.reading(state.name)} done={0} total={undefined} onCancel={source.forget} />}
      {state.kind === "refused" && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{state.says}</MessageBarBody>
        </MessageBar>
      )}
      {state.kind === "read" && <Understanding state={state} source={source} />}
      {state.kind === "read" && table !== undefined && <LeftOutRows leftOut={table.leftOut} choice={{ taken: state.taken, onToggle: source.toggle }} />}
      {state.kind === "read" && table?.rows.length === 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{importWords.noRows}</MessageBarBody>
        </MessageBar>
      )}
    </>
  );
}

function FileDrop({ source }: { readonly source: SourceFile }): ReactElement {
  const styles = useImportPageStyles();
  const inputRef = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const [isRefused, setIsRefused] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(false);
    const files = [...event.dataTransfer.files];
    setIsRefused(files.length !== 1);
    if (files.length === 1 && files[0] !== undefined) void source.choose(files[0]);
  };
  return (
    // Dropping is a second way; the button inside does the same for everybody.
    <div
      role="presentation"
      className={mergeClasses(styles.drop, isOver && styles.dropOver)}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <Button appearance={source.state.kind === "read" ? "secondary" : "primary"} icon={<ArrowUploadRegular />} onClick={() => inputRef.current?.click()}>
        {source.state.kind === "none" ? importWords.chooseFile : importWords.chooseAnother}
      </Button>
      <input
        ref={inputRef}
        type="file"
        className={styles.fileInput}
        aria-label={importWords.chooseFile}
        accept=".csv,.tsv,.txt,.xlsx,text/csv,text/tab-separated-values,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          // Emptied, so that the same file, corrected, can be chosen again.
          event.currentTarget.value = "";
          setIsRefused(false);
          if (file !== undefined) void source.choose(file);
        }}
      />
      <Text>{isRefused ? importWords.oneFile : importWords.drop}</Text>
    </div>
  );
}

type ReadState = Extract<SourceState, { readonly kind: "read" }>;

/** "Windows-1252, semicolons, 184 rows" */
export function detectedWords({ workbook }: ReadState, rows: number): string {
  const { source, sheets } = workbook;
  if (source.kind === "workbook") return importWords.detectedWorkbook(sheets.length, rows);
  return importWords.detectedText(source.encoding, importWords.delimiters[source.delimiter] ?? source.delimiter, rows);
}

function Understanding({ state, source }: { readonly state: ReadState; readonly source: SourceFile }): ReactElement {
  const styles = useImportPageStyles();
  const id = useId();
  const { workbook } = state;
  const sheet = workbook.sheets[state.sheet];
  const rows = sheet === undefined || source.table === undefined ? [] : headingCandidates(sheet, source.table);
  const hiddenSheets = workbook.sheets.filter(({ isHidden }) => isHidden).length;
  const hiddenColumns = source.table?.headings.filter((heading, column) => heading !== "" && source.table?.hiddenColumns.has(column)).length ?? 0;
  return (
    <>
      <Text role="status">{`${state.file.name}: ${detectedWords(state, source.table?.rows.length ?? 0)}`}</Text>
      <div className={styles.fields}>
        {workbook.source.kind === "text" ? (
          <TextChoices found={workbook.source} source={source} />
        ) : (
          workbook.sheets.length > 1 && (
            <ChoiceField
              id={`${id}-sheet`}
              label={importWords.sheet}
              isNeeded
              value={String(state.sheet)}
              choices={workbook.sheets.map(({ name, isHidden }, index) => ({ value: String(index), label: isHidden ? importWords.hiddenSheet(name) : name }))}
              onChange={(value) => value !== "" && source.chooseSheet(Number(value))}
            />
          )
        )}
        <ChoiceField
          id={`${id}-heading`}
          label={importWords.headingRow}
          isNeeded
          value={String(source.table?.headingRow ?? "")}
          choices={rows.map(({ row, words }) => ({ value: String(row), label: importWords.headingRowChoice(row + 1, words) }))}
          onChange={(value) => value !== "" && source.chooseHeadingRow(Number(value))}
        />
      </div>
      {hiddenSheets > 0 && <Text>{importWords.hiddenSheets(hiddenSheets)}</Text>}
      {hiddenColumns > 0 && <Text>{importWords.hiddenColumns(hiddenColumns)}</Text>}
    </>
  );
}

function TextChoices({
  found,
  source,
}: {
  readonly found: Extract<ReadState["workbook"]["source"], { readonly kind: "text" }>;
  readonly source: SourceFile;
}): ReactElement {
  const id = useId();
  return (
    <>
      <ChoiceField
        id={`${id}-encoding`}
        label={importWords.encoding}
        hint={importWords.encodingHint}
        isNeeded
        value={found.encoding}
        choices={textEncodings.map((encoding) => ({ value: encoding, label: encoding }))}
        onChange={(value) => {
          const encoding = textEncodings.find((known) => known === value);
          if (encoding !== undefined) void source.readAs({ encoding });
        }}
      />
      <ChoiceField
        id={`${id}-delimiter`}
        label={importWords.delimiter}
        isNeeded
        value={found.delimiter}
        choices={delimiters.map((delimiter) => ({ value: delimiter, label: importWords.delimiters[delimiter] ?? delimiter }))}
        onChange={(value) => {
          const delimiter = delimiters.find((known) => known === value);
          if (delimiter !== undefined) void source.readAs({ delimiter });
        }}
      />
    </>
  );
}
