import { useMemo, useRef, useState } from "react";
import { importWords } from "../../content";
import { describeFileProblem, readTable, type Delimiter, type TextEncoding, type Workbook } from "../../exchange";
import { useServices } from "../../parts";
import { sourceTable, type LeftOut, type SourceTable } from "./source-table";

interface ChosenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ReadingChoices {
  readonly encoding?: TextEncoding;
  readonly delimiter?: Delimiter;
}

export type SourceState =
  | { readonly kind: "none" }
  | { readonly kind: "reading"; readonly name: string }
  | { readonly kind: "refused"; readonly says: string }
  | {
      readonly kind: "read";
      readonly file: ChosenFile;
      readonly choices: ReadingChoices;
      readonly workbook: Workbook;
      readonly sheet: number;
      readonly headingRow: number | undefined;
      /** Kinds of rows to import although they look like no records. */
      readonly taken: ReadonlySet<LeftOut["reason"]>;
    };

export interface SourceFile {
  readonly state: SourceState;
  readonly table: SourceTable | undefined;
  readonly choose: (file: File) => Promise<void>;
  /** Reads the same bytes again, as a person says they were written. */
  readonly readAs: (choices: ReadingChoices) => Promise<void>;
  readonly chooseSheet: (sheet: number) => void;
  readonly chooseHeadingRow: (row: number) => void;
  /** Takes rows of this kind in, or leaves them out again. */
  readonly toggle: (reason: LeftOut["reason"]) => void;
  readonly forget: () => void;
}

/** A chosen file behind the guarded reader, and the table that its sheet holds. */
export function useSourceFile(): SourceFile {
  const { timers } = useServices();
  const [state, setState] = useState<SourceState>({ kind: "none" });
  const reading = useRef<AbortController>(undefined);

  const read = async (file: ChosenFile, choices: ReadingChoices): Promise<void> => {
    reading.current?.abort();
    const stop = new AbortController();
    reading.current = stop;
    setState({ kind: "reading", name: file.name });
    const table = await readTable(file.bytes, file.name, { timers, signal: stop.signal, ...choices });
    if (stop.signal.aborted) return;
    if (!table.ok) setState({ kind: "refused", says: describeFileProblem(table.fault, file.name) });
    else setState({ kind: "read", file, choices, workbook: table.value, sheet: firstSheet(table.value), headingRow: undefined, taken: new Set() });
  };

  const sheet = state.kind === "read" ? state.workbook.sheets[state.sheet] : undefined;
  const headingRow = state.kind === "read" ? state.headingRow : undefined;
  const taken = state.kind === "read" ? state.taken : undefined;
  const table = useMemo(() => (sheet === undefined ? undefined : sourceTable(sheet, { headingRow, taken })), [sheet, headingRow, taken]);
  return {
    state,
    table,
    choose: async (file) => {
      setState({ kind: "reading", name: file.name });
      const bytes = await bytesOf(file);
      if (bytes === undefined) setState({ kind: "refused", says: importWords.unreadableFile(file.name) });
      else await read({ name: file.name, bytes }, {});
    },
    readAs: async (choices) => {
      if (state.kind === "read") await read(state.file, { ...state.choices, ...choices });
    },
    chooseSheet: (chosen) => setState((last) => (last.kind === "read" ? { ...last, sheet: chosen, headingRow: undefined } : last)),
    chooseHeadingRow: (row) => setState((last) => (last.kind === "read" ? { ...last, headingRow: row } : last)),
    toggle: (reason) =>
      setState((last) => {
        if (last.kind !== "read") return last;
        const next = new Set(last.taken);
        if (!next.delete(reason)) next.add(reason);
        return { ...last, taken: next };
      }),
    forget: () => {
      reading.current?.abort();
      setState({ kind: "none" });
    },
  };
}

/** A file may be moved or locked between choosing and opening; the browser then rejects. */
async function bytesOf(file: File): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return undefined;
  }
}

/** The first sheet that is shown and holds anything. */
function firstSheet({ sheets }: Workbook): number {
  const found = sheets.findIndex((sheet) => !sheet.isHidden && sheet.rows.length > 0);
  return Math.max(0, found);
}
