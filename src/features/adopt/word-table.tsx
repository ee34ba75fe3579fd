import { Text } from "@fluentui/react-components";
import { useId, useMemo, useState, type ReactElement } from "react";
import { adoptWords } from "../../content";
import type { Column, ListLook, SameMeaning, TheirColumn } from "../../registers";
import { ChoiceField } from "../../ui";
import { useAdoptPageStyles } from "./adopt-page.styles";
import { meaningNow, meaningsFor, sharedMeanings, theirWords } from "./their-words";
import type { MappingDraft } from "./use-mapping-draft";

export interface WordTableProps {
  readonly name: string;
  readonly column: Column;
  readonly their: TheirColumn;
  readonly look: ListLook;
  readonly draft: MappingDraft;
}

/** Words of their column and what each means here; open where one has no meaning yet. */
export function WordTable({ name, column, their, look, draft }: WordTableProps): ReactElement | null {
  const styles = useAdoptPageStyles();
  const id = useId();
  const words = useMemo(() => theirWords(their, look.rows), [their, look.rows]);
  const mapped = draft.adoption.columns.get(name) ?? { words: noWords };
  const meanings = meaningsFor(column);
  const matched = words.filter((word) => meaningNow(column, mapped, word) !== undefined).length;
  // Decided once: folding the words away while somebody works on them would take the focus, too.
  const [isOpen, setIsOpen] = useState(() => matched < words.length);
  if (words.length === 0) return null;
  return (
    <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>{`${adoptWords.words(column.label)}: ${adoptWords.wordsMatched(matched, words.length)}`}</summary>
      <div className={styles.words}>
        <div className={styles.fields}>
          {words.map((word, index) => {
            const now = meaningNow(column, mapped, word);
            return (
              <ChoiceField
                key={word.theirs}
                id={`${id}-${String(index)}`}
                label={adoptWords.wordMeans(word.shown, word.count)}
                value={now === undefined ? "" : String(now)}
                blank={adoptWords.noMeaning}
                choices={meanings.map(({ label, value }) => ({ value: String(value), label }))}
                onChange={(value) => draft.setMeaning(name, word.theirs, meanings.find((one) => String(one.value) === value)?.value)}
              />
            );
          })}
        </div>
        {matched < words.length && <Text>{draft.isCopy ? adoptWords.notCopied : adoptWords.unmapped}</Text>}
        {(draft.isCopy ? [] : sharedMeanings(column, mapped, words)).map(({ ours, first }) => (
          <Text key={ours}>{adoptWords.severalWords(ours, first)}</Text>
        ))}
      </div>
    </details>
  );
}

const noWords: readonly SameMeaning[] = [];
