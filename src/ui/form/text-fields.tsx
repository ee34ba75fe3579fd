import { Input, Text, Textarea } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { uiWords } from "../../content";
import type { TextFieldProps } from "./field-props";
import { LabelledField } from "./labelled-field";
import { useTextFieldsStyles } from "./text-fields.styles";

export function TextField({ id, value, onChange, isDisabled, ...field }: TextFieldProps): ReactElement {
  return (
    <LabelledField {...field}>
      <Input id={id} value={value} autoComplete="off" disabled={isDisabled ?? false} onChange={(_event, data) => onChange(data.value)} />
    </LabelledField>
  );
}

/** Whole numbers with commas or spaces; read with readWholeNumber. */
export function WholeNumberField({ id, value, onChange, isDisabled, ...field }: TextFieldProps): ReactElement {
  const styles = useTextFieldsStyles();
  return (
    <LabelledField {...field}>
      <Input
        id={id}
        value={value}
        inputMode="numeric"
        autoComplete="off"
        disabled={isDisabled ?? false}
        input={{ className: styles.number }}
        className={styles.short}
        onChange={(_event, data) => onChange(data.value)}
      />
    </LabelledField>
  );
}

/** Pounds and pence; read with the kernel's parsePence, which ignores £, commas and spaces. */
export function MoneyField({ id, value, onChange, isDisabled, ...field }: TextFieldProps): ReactElement {
  const styles = useTextFieldsStyles();
  return (
    <LabelledField {...field}>
      <Input
        id={id}
        value={value}
        inputMode="decimal"
        autoComplete="off"
        contentBefore={<span aria-hidden="true">£</span>}
        disabled={isDisabled ?? false}
        input={{ className: styles.number }}
        className={styles.medium}
        onChange={(_event, data) => onChange(data.value)}
      />
    </LabelledField>
  );
}

/**
 * The id of an empty form in each page that says autocomplete="off". Without such a form Chromium writes what stands in a text area
 * into its session file, in clear; an input says so itself.
 */
const notRemembered = "not-remembered";

export interface LongTextFieldProps extends TextFieldProps {
  /** Characters; the counter appears for the last tenth. Typing is never cut off. */
  readonly limit?: number | undefined;
  readonly rows?: number | undefined;
}

export function LongTextField({ id, value, onChange, isDisabled, limit, rows, ...field }: LongTextFieldProps): ReactElement {
  const styles = useTextFieldsStyles();
  return (
    <div>
      <LabelledField {...field}>
        <Textarea
          id={id}
          value={value}
          resize="vertical"
          disabled={isDisabled ?? false}
          textarea={{ rows: rows ?? 3, form: notRemembered }}
          onChange={(_event, data) => onChange(data.value)}
        />
      </LabelledField>
      {limit !== undefined && (
        <Text size={200} className={styles.counter} role="status">
          {counterWords(limit - value.length, limit)}
        </Text>
      )}
    </div>
  );
}

function counterWords(left: number, limit: number): string {
  if (left < 0) return uiWords.charactersOver(-left);
  return left <= limit / 10 ? uiWords.charactersLeft(left) : "";
}
