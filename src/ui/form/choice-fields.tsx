import { Radio, RadioGroup, Select } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { uiWords } from "../../content";
import type { Choice } from "../records/table-props";
import type { FieldProps, TextFieldProps } from "./field-props";
import { LabelledField } from "./labelled-field";
import { useChoiceFieldsStyles } from "./choice-fields.styles";

export interface ChoiceFieldProps extends TextFieldProps {
  readonly choices: readonly Choice[];
  /** The words for "" at the top of the list. Absent: "Choose" for a needed field, else "Not set". */
  readonly blank?: string | undefined;
}

/** A native list: the one control that works alike on a phone, in Excel's web view and with every screen reader. */
export function ChoiceField({ id, value, onChange, choices, blank, isDisabled, ...field }: ChoiceFieldProps): ReactElement {
  const styles = useChoiceFieldsStyles();
  const isKnown = value === "" || choices.some((choice) => choice.value === value);
  return (
    <LabelledField {...field}>
      <Select
        id={id}
        value={value}
        disabled={isDisabled ?? false}
        className={styles.list}
        select={{ className: styles.listBox }}
        onChange={(_event, data) => onChange(data.value)}
      >
        <option value="">{blank ?? (field.isNeeded === true ? uiWords.chooseOption : uiWords.notSet)}</option>
        {!isKnown && <option value={value}>{value}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </Select>
    </LabelledField>
  );
}

export interface YesNoFieldProps extends FieldProps {
  /** undefined: nobody has said. */
  readonly value: boolean | undefined;
  readonly onChange: (value: boolean) => void;
}

/** Two radio buttons: an unanswered question stays visibly unanswered. The id is that of "Yes". */
export function YesNoField({ id, value, onChange, isDisabled, ...field }: YesNoFieldProps): ReactElement {
  return (
    <LabelledField {...field}>
      <RadioGroup
        layout="horizontal"
        value={value === undefined ? "" : value ? "yes" : "no"}
        disabled={isDisabled ?? false}
        onChange={(_event, data) => onChange(data.value === "yes")}
      >
        <Radio id={id} value="yes" label={uiWords.yes} />
        <Radio value="no" label={uiWords.no} />
      </RadioGroup>
    </LabelledField>
  );
}
