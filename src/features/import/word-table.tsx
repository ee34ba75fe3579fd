import { useId, useMemo, useState, type ReactElement } from "react";
import { importWords } from "../../content";
import { meaningsOf } from "../../exchange";
import type { Column } from "../../registers";
import { ChoiceField } from "../../ui";
import { useImportPageStyles } from "./import-page.styles";
import { wordKey, type ColumnSource } from "./mapping";
import type { SourceTable } from "./source-table";
import { fileWords, type FileWord } from "./suggest-words";

export interface WordTableProps {
  readonly table: SourceTable;
  readonly column: Column;
  readonly source: Extract<ColumnSource, { readonly kind: "column" }>;
  readonly known: ReadonlyMap<string, string>;
  readonly onChange: (source: ColumnSource) => void;
}

/** Words of the file and what each means here; open where one of them is to be looked at. */
export function WordTable({ table, column, source, known, onChange }: WordTableProps): ReactElement | null {
  const styles = useImportPageStyles();
  const id = useId();
  const words = useMemo(() => fileWords(table, { column: source.column, wanted: column, known }), [table, source.column, column, known]);
  const meaningOf = ({ word }: FileWord): string => source.words.get(wordKey(word)) ?? "";
  const isToCheck = (word: FileWord): boolean => word.because === "nothing" || word.because === "likely";
  // Decided once: folding the words away while somebody works on them would take the focus, too.
  const [isOpen, setIsOpen] = useState(() => words.some(isToCheck));
  if (words.length === 0) return null;
  const matched = words.filter((word) => meaningOf(word) !== "").length;
  const toCheck = words.filter(isToCheck).length;
  const says = [
    importWords.words(column.label),
    importWords.wordsExplain(matched, words.length),
    ...(toCheck > 0 ? [importWords.wordsToCheck(toCheck)] : []),
  ].join(". ");
  return (
    <details className={styles.words} open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className={styles.wordsSummary}>{says}</summary>
      <div className={styles.fields}>
        {words.map((word, index) => (
          <ChoiceField
            key={word.word}
            id={`${id}-${String(index)}`}
            label={importWords.wordMeans(word.word, word.count)}
            hint={hints[word.because]}
            value={meaningOf(word)}
            blank={importWords.leaveEmpty}
            choices={meaningsOf(column).map((choice, step) => ({ value: choice, label: labelOf(column, choice, step) }))}
            onChange={(meaning) => onChange({ ...source, words: new Map([...source.words, [wordKey(word.word), meaning]]) })}
          />
        ))}
      </div>
    </details>
  );
}

const hints: Readonly<Record<FileWord["because"], string | undefined>> = {
  same: undefined,
  known: importWords.wordKnown,
  likely: importWords.wordLikely,
  nothing: importWords.wordNothing,
};

/** "4 – Likely" on a scale. */
function labelOf(column: Column, choice: string, step: number): string {
  return column.type === "wholeNumber" ? importWords.step((column.from ?? 1) + step, choice) : choice;
}
