import type { ReactElement } from "react";
import type { CalendarDate } from "../../kernel";
import { recordWords } from "../../content";
import type { Column } from "../../registers";
import { ChoiceField, DateField, LongTextField, MoneyField, TextField, WholeNumberField, YesNoField, type Choice, type FieldProps } from "../../ui";
import { PersonPicker } from "../pickers/person-picker";
import { ReferencePicker } from "../pickers/reference-picker";

export interface FieldForColumnProps extends FieldProps {
  readonly column: Column;
  readonly value: string;
  /** Only of a person column. */
  readonly address: string;
  readonly onChange: (value: string, address: string) => void;
  readonly today: CalendarDate;
  readonly projectRef: string | undefined;
}

/** The one place where a column's type becomes a control. */
export function FieldForColumn({ column, value, address, onChange, today, projectRef, ...field }: FieldForColumnProps): ReactElement {
  const typed = (text: string): void => {
    onChange(text, "");
  };
  switch (column.type) {
    case "longText":
      return <LongTextField {...field} value={value} onChange={typed} limit={column.longest} />;
    case "people":
      return <LongTextField {...field} hint={field.hint ?? recordWords.peopleHint} value={value} onChange={typed} />;
    case "choice":
      return (
        <ChoiceField
          {...field}
          hint={column.added?.includes(value) === true ? [field.hint, recordWords.addedChoice].filter((part) => part !== undefined).join(" ") : field.hint}
          value={value}
          onChange={typed}
          choices={column.choices.map((choice) => ({ value: choice, label: choice }))}
        />
      );
    case "wholeNumber":
      // Five or fewer values are chosen, not typed: likelihood and consequence on a phone.
      return column.from !== undefined && column.to !== undefined && column.to - column.from < 5 ? (
        <ChoiceField {...field} value={value} onChange={typed} choices={namedNumbers(column.from, column.to, column.named)} />
      ) : (
        <WholeNumberField {...field} value={value} onChange={typed} />
      );
    case "money":
      return <MoneyField {...field} value={value} onChange={typed} />;
    case "date":
      return <DateField {...field} value={value} onChange={typed} today={today} />;
    case "yesNo":
      return (
        <YesNoField
          {...field}
          value={value === "" ? undefined : value.toLowerCase() === "yes"}
          onChange={(isYes) => {
            typed(isYes ? "Yes" : "No");
          }}
        />
      );
    case "person":
      return <PersonPicker {...field} name={value} address={address} onChange={onChange} projectRef={projectRef} />;
    case "reference":
      return <ReferencePicker {...field} register={column.register} by={column.by} value={value} onChange={typed} />;
    case "text":
    case "number":
    case "link":
      return <TextField {...field} value={value} onChange={typed} />;
  }
}

function namedNumbers(from: number, to: number, named: readonly string[] = []): readonly Choice[] {
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const value = String(from + index);
    return { value, label: [value, named[index]].filter((part) => part !== undefined).join(" ") };
  });
}
