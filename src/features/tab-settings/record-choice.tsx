import { useState, type ReactElement } from "react";
import { tabSettingsWords } from "../../content";
import { ComboSearch, type ComboOption } from "../../ui";
import type { NamedRecord } from "./site-reader";

/** More than a list can show at once; typing narrows it. */
const mostOffered = 50;

export interface RecordChoiceProps {
  readonly label: string;
  readonly records: readonly NamedRecord[];
  readonly chosenRef: string;
  readonly onChoose: (ref: string) => void;
}

/** A project or programme by a part of its name or reference. */
export function RecordChoice({ label, records, chosenRef, onChoose }: RecordChoiceProps): ReactElement {
  const chosen = records.find((record) => record.ref === chosenRef);
  const [written, setWritten] = useState<string>();
  const query = written ?? (chosen === undefined ? "" : nameOf(chosen));
  return (
    <ComboSearch
      id="record"
      label={label}
      hint={tabSettingsWords.chooseProjectHint}
      isNeeded
      state="ready"
      query={query}
      options={optionsFor(records, written ?? "")}
      onQuery={(text) => {
        setWritten(text);
        onChoose("");
      }}
      onChoose={(option) => {
        setWritten(undefined);
        onChoose(option.value);
      }}
    />
  );
}

function nameOf({ ref, title }: NamedRecord): string {
  return `${title} (${ref})`;
}

function optionsFor(records: readonly NamedRecord[], written: string): readonly ComboOption<string>[] {
  const words = written.toLowerCase().split(/\s+/);
  return records
    .filter((record) => words.every((word) => nameOf(record).toLowerCase().includes(word)))
    .slice(0, mostOffered)
    .map((record) => ({ key: record.ref, label: nameOf(record), value: record.ref }));
}
