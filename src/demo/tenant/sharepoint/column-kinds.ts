import type { ColumnRecord } from "../state/records";

export function isMultiLine(column: ColumnRecord): boolean {
  return column.kind === "text" && column.settings["allowMultipleLines"] === true;
}

/** There is no allowMultiple property: `checkBoxes` makes a choice column a multi-choice one (graph columnDefinition). */
export function isMultiChoice(column: ColumnRecord): boolean {
  return column.kind === "choice" && column.settings["displayAs"] === "checkBoxes";
}

export function isPointer(column: ColumnRecord): boolean {
  return column.kind === "personOrGroup" || column.kind === "lookup";
}

/** Where a look-up column points: the list's id and the column that is shown. */
export function lookupTarget({ settings }: ColumnRecord): { readonly listId: string; readonly columnName: string } {
  const { listId, columnName } = settings;
  return { listId: typeof listId === "string" ? listId.toLowerCase() : "", columnName: typeof columnName === "string" ? columnName : "Title" };
}

export function isMultiPointer(column: ColumnRecord): boolean {
  return isPointer(column) && (column.settings["allowMultipleSelection"] === true || column.settings["allowMultipleValues"] === true);
}

export function isDateOnly(column: ColumnRecord): boolean {
  return column.kind === "dateTime" && column.settings["format"] !== "dateTime";
}

export function mayBeIndexed(column: ColumnRecord): boolean {
  return !isMultiLine(column) && !isMultiChoice(column) && column.kind !== "calculated" && column.kind !== "hyperlinkOrPicture";
}

export function mayBeUnique(column: ColumnRecord): boolean {
  return mayBeIndexed(column) && column.kind !== "boolean" && !isMultiPointer(column);
}
