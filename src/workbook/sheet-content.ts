/** One cell as Excel hands it over; "" is an empty cell. Dates are serial numbers, errors texts such as "#N/A". */
export type SheetValue = string | number | boolean;

/** A table as it stands in the sheet now. */
export interface SheetContent {
  readonly tableName: string;
  readonly sheetName: string;
  /** The number of the first row below the headers, as the person sees it. */
  readonly firstRow: number;
  /** Columns of the sheet left of the table. */
  readonly firstColumn: number;
  readonly headers: readonly string[];
  readonly cells: readonly (readonly SheetValue[])[];
  /** Same shape as `cells`: the formula, or the value where there is none. */
  readonly formulas: readonly (readonly SheetValue[])[];
}

export interface CellAddress {
  readonly sheetName: string;
  /** "C48" */
  readonly cell: string;
}

/** The header of the hidden column that says which record a row is. */
export const keyHeader = "_id";

export function keyColumnOf(content: Pick<SheetContent, "headers">): number {
  return content.headers.indexOf(keyHeader);
}

/** What stands in the key column, row by row, as text. */
export function keysOf(content: Pick<SheetContent, "headers" | "cells">): readonly string[] {
  const column = keyColumnOf(content);
  return content.cells.map((row) => String(row[column] ?? "").trim());
}

/** A formula's cell reads differently under `formulas` than under `cells`, and starts with "=". */
export function hasFormula(content: SheetContent, row: number, column: number): boolean {
  const formula = content.formulas[row]?.[column];
  return typeof formula === "string" && formula.startsWith("=") && formula !== content.cells[row]?.[column];
}

export function addressIn(content: SheetContent, at: { readonly row: number; readonly header?: string }): CellAddress {
  const found = at.header === undefined ? -1 : content.headers.indexOf(at.header);
  const firstVisible = keyColumnOf(content) === 0 ? 1 : 0;
  const column = found < 0 ? firstVisible : found;
  return { sheetName: content.sheetName, cell: `${columnLetters(content.firstColumn + column)}${String(at.row)}` };
}

/** "A" for 0, "AB" for 27. */
function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : `${columnLetters(Math.floor(column / 26) - 1)}${last}`;
}
