import { Combobox, Option, Text } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";
import { uiWords } from "../../content";
import { useSharedStyles } from "../theme/shared.styles";
import { useComboSearchStyles } from "./combo-search.styles";
import type { FieldProps } from "./field-props";
import { LabelledField } from "./labelled-field";

export interface ComboOption<T> {
  readonly key: string;
  /** What the box shows once chosen, and what a screen reader says. */
  readonly label: string;
  readonly value: T;
}

export interface ComboSearchProps<T> extends FieldProps {
  /** The text in the box, both while typing and once chosen. */
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly options: readonly ComboOption<T>[];
  /** "searching" keeps the options already found in sight. */
  readonly state: "ready" | "searching";
  /** A sentence in place of options: why nothing can be offered. */
  readonly failure?: string | undefined;
  readonly onChoose: (option: ComboOption<T>) => void;
  readonly renderOption?: ((option: ComboOption<T>) => ReactNode) | undefined;
}

/** A box to type in and a list to choose from. Searching, waiting and what the text means are the caller's. */
export function ComboSearch<T>(props: ComboSearchProps<T>): ReactElement {
  const { id, query, onQuery, options, state, failure, onChoose, renderOption, isDisabled, ...field } = props;
  const styles = useComboSearchStyles();
  const shared = useSharedStyles();
  const says = failure ?? (state === "searching" ? uiWords.searching : options.length === 0 ? uiWords.noOptions : undefined);
  const choose = (key: string | undefined): void => {
    const option = options.find((candidate) => candidate.key === key);
    if (option !== undefined) onChoose(option);
  };
  return (
    <div>
      <LabelledField {...field}>
        <Combobox
          freeform
          id={id}
          value={query}
          selectedOptions={[]}
          autoComplete="off"
          className={styles.box}
          input={{ className: styles.input }}
          expandIcon={{ tabIndex: -1 }} // the keyboard opens the list from the box itself (APG combobox)
          disabled={isDisabled ?? false}
          onChange={(event) => onQuery(event.target.value)}
          onOptionSelect={(_event, data) => choose(data.optionValue)}
          listbox={{ className: styles.list }}
        >
          {options.map((option) => (
            <Option key={option.key} value={option.key} text={option.label} checkIcon={null}>
              {renderOption?.(option) ?? option.label}
            </Option>
          ))}
          {says !== undefined && (
            <Text size={200} className={styles.says}>
              {says}
            </Text>
          )}
        </Combobox>
      </LabelledField>
      <Text role="status" className={shared.visuallyHidden}>
        {query === "" ? "" : (says ?? uiWords.optionCount(options.length))}
      </Text>
    </div>
  );
}
