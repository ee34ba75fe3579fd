import { Text } from "@fluentui/react-components";
import { useMemo, useState, type ReactElement } from "react";
import { valueAt } from "../../registers";
import { ComboSearch, type FieldProps } from "../../ui";
import { useRows } from "../use-records";
import { usePickerStyles } from "./picker.styles";

export interface ReferencePickerProps extends FieldProps {
  readonly register: string;
  /** The column whose value is stored: Ref, or a code. */
  readonly by: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const mostOffered = 12;

/** Finds a record of another register by its ref or its title; a value that is not there stays as typed. */
export function ReferencePicker({ register, by, value, onChange, ...field }: ReferencePickerProps): ReactElement {
  const styles = usePickerStyles();
  const rows = useRows(register);
  const [typed, setTyped] = useState<string>();
  const choices = useMemo(
    () =>
      rows.flatMap((row) => {
        const key = valueAt(row.values, by);
        return typeof key === "string" ? [{ key, title: String(valueAt(row.values, "Title") ?? "") }] : [];
      }),
    [rows, by],
  );
  const chosen = choices.find((choice) => choice.key === value);
  const wanted = (typed ?? "").trim().toLowerCase();
  const options = choices
    .filter((choice) => wanted === "" || choice.key.toLowerCase().includes(wanted) || choice.title.toLowerCase().includes(wanted))
    .slice(0, mostOffered)
    .map((choice) => ({ key: choice.key, label: `${choice.title} (${choice.key})`, value: choice }));
  return (
    <ComboSearch
      {...field}
      query={typed ?? (chosen === undefined ? value : `${chosen.title} (${chosen.key})`)}
      onQuery={(query) => {
        setTyped(query);
        onChange(choices.find((choice) => choice.key.toLowerCase() === query.trim().toLowerCase())?.key ?? query.trim());
      }}
      options={options}
      state="ready"
      onChoose={(option) => {
        setTyped(undefined);
        onChange(option.value.key);
      }}
      renderOption={(option) => (
        <span className={styles.option}>
          <Text>{option.value.title}</Text>
          <Text size={200} className={styles.detail}>
            {option.value.key}
          </Text>
        </span>
      )}
    />
  );
}
