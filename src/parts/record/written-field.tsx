import type { ReactElement } from "react";
import { today } from "../../kernel";
import type { Column } from "../../registers";
import { useServices } from "../services";
import { addressOf, type Drafts } from "./drafts";
import { FieldForColumn } from "./field-for-column";

export interface WrittenFieldProps {
  readonly id: string;
  readonly field: string;
  readonly column: Column;
  readonly drafts: Drafts;
  readonly problem: string | undefined;
  readonly projectRef: string | undefined;
  readonly onWrite: (drafts: Drafts) => void;
}

/** A field that is written while a decision is taken. */
export function WrittenField({ id, field, column, drafts, problem, projectRef, onWrite }: WrittenFieldProps): ReactElement {
  const { clock } = useServices();
  const person = column.type === "person";
  return (
    <FieldForColumn
      id={id}
      column={column}
      label={column.label}
      hint={column.help}
      problem={problem}
      value={drafts[field] ?? ""}
      address={drafts[addressOf(field)] ?? ""}
      onChange={(text, address) => onWrite({ [field]: text, ...(person ? { [addressOf(field)]: address } : {}) })}
      today={today(clock)}
      projectRef={projectRef}
    />
  );
}
