import { adoptWords } from "../../content";
import { columnOf, type Adoption, type ListLook, type Register, type TheirColumn } from "../../registers";
import { mappableColumns } from "./suggest-adoption";
import { worksOnlyWith } from "./what-needs";

/** A column that was mapped and cannot be worked with any more. */
export interface LostColumn {
  readonly name: string;
  /** A sentence for the person who looks at the list. */
  readonly says: string;
}

/** What the list's owner changed since it was mapped. */
export function lostColumns(register: Register, adoption: Adoption, look: ListLook): readonly LostColumn[] {
  return [...adoption.columns].flatMap(([name, { field, heldAs }]) => {
    const their = look.columns.find((column) => column.field === field);
    if (their?.heldAs === heldAs) return [];
    const label = columnOf(register, name)?.label ?? name;
    return [{ name, says: their === undefined ? adoptWords.lostColumn(label, field) : adoptWords.otherKind(label, their.displayName) }];
  });
}

/** The mapping without what cannot be worked with. */
export function withoutLost(adoption: Adoption, lost: readonly LostColumn[]): Adoption {
  const gone = new Set(lost.map(({ name }) => name));
  return { ...adoption, columns: new Map([...adoption.columns].filter(([name]) => !gone.has(name))) };
}

/** Columns that the list insists on and that no column of ours fills. */
export function unfilledThere({ columns }: Adoption, look: ListLook): readonly TheirColumn[] {
  const used = new Set([...columns.values()].map(({ field }) => field));
  return look.columns.filter(({ field, isRequired, isReadOnly }) => isRequired && !isReadOnly && !used.has(field));
}

/** Columns that something leans on and that may be added; a person is another kind of column, which only SharePoint makes. */
export function addableColumns(register: Register, { columns, allOfProject }: Adoption): readonly string[] {
  return mappableColumns(register).flatMap(([name, { type }]) => {
    if (columns.has(name) || type === "person" || (name === "ProjectRef" && allOfProject !== undefined)) return [];
    return worksOnlyWith(register, name) === undefined ? [] : [name];
  });
}

const protecting = ["ClientKey", "OperationId"];

/** The two that nobody sees, as far as the list lacks them. */
export function missingProtection({ columns }: Adoption): readonly string[] {
  return protecting.filter((name) => !columns.has(name));
}
