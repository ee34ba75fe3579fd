import { useId, type ReactElement } from "react";
import { importWords, valueWords } from "../../content";
import { PersonPicker, ReferencePicker } from "../../parts";
import type { Column } from "../../registers";
import { ChoiceField, LongTextField, TextField } from "../../ui";

export interface ConstantFieldProps {
  readonly column: Column;
  /** As a form writes it; a person as "Name <address>". */
  readonly value: string;
  readonly onChange: (written: string) => void;
}

/** The one value that every row of a file gets. */
export function ConstantField({ column, value, onChange }: ConstantFieldProps): ReactElement {
  const id = useId();
  const field = { id, label: importWords.valueForAll(column.label), hint: importWords.valueHint, value, onChange };
  switch (column.type) {
    case "choice":
      return <ChoiceField {...field} isNeeded choices={column.choices.map((choice) => ({ value: choice, label: choice }))} />;
    case "yesNo":
      return <ChoiceField {...field} isNeeded choices={[valueWords.yes, valueWords.no].map((word) => ({ value: word, label: word }))} />;
    case "reference":
      return <ReferencePicker {...field} register={column.register} by={column.by} />;
    case "person": {
      const [, name = "", address = ""] = /^(.*?)\s*(?:<([^>]*)>)?$/.exec(value) ?? [];
      return (
        <PersonPicker
          id={id}
          label={field.label}
          hint={field.hint}
          name={name}
          address={address}
          onChange={(typed, found) => onChange(found === "" ? typed : `${typed} <${found}>`)}
        />
      );
    }
    case "longText":
    case "people":
      return <LongTextField {...field} />;
    default:
      return <TextField {...field} />;
  }
}
