import type { Sheet } from "../model/sheet";
import type { Workbook } from "../model/workbook";

export const rowHeight = 22;
export const rowHeaderWidth = 52;
const pixelsPerPoint = 4 / 3;
const defaultWidth = 64;
/** Empty rows and columns past the last used cell, so that a person can go on. */
const spareRows = 40;
const spareColumns = 6;

/** Which rows and columns of a sheet the grid offers, without the hidden ones. Indexes into `rows` are positions on the screen. */
export interface GridLayout {
  readonly frozenRows: readonly number[];
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /** The last cell in use, where Ctrl+End goes. */
  readonly lastUsed: { readonly row: number; readonly column: number };
}

export function layOut(workbook: Workbook): GridLayout {
  const { activeSheet: sheet, selection } = workbook;
  const used = sheet.usedRectangle() ?? { row: 0, column: 0, rowCount: 0, columnCount: 0 };
  const rowCount = Math.max(used.row + used.rowCount, sheet === selection.sheet ? selection.row + 1 : 0) + spareRows;
  const columnCount = Math.max(used.column + used.columnCount, sheet === selection.sheet ? selection.column + 1 : 0, 8) + spareColumns;
  const visible = (count: number, hidden: ReadonlySet<number>): number[] =>
    Array.from({ length: count }, (_, index) => index).filter((index) => !hidden.has(index));
  const rows = visible(rowCount, sheet.hiddenRows);
  return {
    frozenRows: rows.filter((row) => row < sheet.frozen.rows),
    rows: rows.filter((row) => row >= sheet.frozen.rows),
    columns: visible(columnCount, sheet.hiddenColumns),
    lastUsed: { row: Math.max(0, used.row + used.rowCount - 1), column: Math.max(0, used.column + used.columnCount - 1) },
  };
}

export function columnWidthPixels(sheet: Sheet, column: number): number {
  const points = sheet.columnWidths.get(column);
  return points === undefined ? defaultWidth : Math.max(24, Math.round(points * pixelsPerPoint));
}
