import { Button } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import type { ReactElement } from "react";
import { uiWords } from "../../content";
import { useFilterSentencesStyles } from "./filter-sentences.styles";

export interface FilterSentence {
  readonly id: string;
  /** "Status is Open" */
  readonly sentence: string;
  /** Absent: part of the view, cannot be taken away. */
  readonly onRemove?: (() => void) | undefined;
}

export interface FilterSentencesProps {
  readonly filters: readonly FilterSentence[];
  readonly onClearAll?: (() => void) | undefined;
  /** "12 of 143 items", announced politely when it changes. */
  readonly count: string;
}

/** The filters of a view as sentences that can be taken away one by one. */
export function FilterSentences({ filters, onClearAll, count }: FilterSentencesProps): ReactElement {
  const styles = useFilterSentencesStyles();
  const canClear = onClearAll !== undefined && filters.some((filter) => filter.onRemove !== undefined);
  return (
    <div className={styles.row}>
      {filters.length > 0 && (
        <ul aria-label={uiWords.filters} className={styles.list}>
          {filters.map(({ id, sentence, onRemove }) => (
            <li key={id}>
              {onRemove === undefined ? (
                <span className={styles.fixed}>{sentence}</span>
              ) : (
                <Button
                  size="small"
                  shape="circular"
                  icon={<DismissRegular />}
                  iconPosition="after"
                  aria-label={uiWords.removeFilter(sentence)}
                  className={styles.filter}
                  onClick={onRemove}
                >
                  {sentence}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {canClear && (
        <Button size="small" appearance="transparent" onClick={onClearAll}>
          {uiWords.clearAllFilters}
        </Button>
      )}
      <span role="status" className={styles.count}>
        {count}
      </span>
    </div>
  );
}
