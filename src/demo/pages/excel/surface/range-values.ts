import type { Area } from "../model/area";
import { writeCells } from "../model/change-cells";
import { displayText } from "../model/display-text";
import { rowLimit } from "../model/rectangle";
import { invalidArgument, Refusal } from "../model/refusal";
import type { Cell, CellStyle, Sheet, StyleName } from "../model/sheet";
import { valueType, type CellValue } from "../model/typed-value";
import type { Workbook } from "../model/workbook";

/** docs-pr, resource-limits-and-performance-optimization.md. */
const largestReadCells = 5_000_000;
const wrongShape = "The number of rows or columns in the input array doesn't match the size or dimensions of the range.";

/** Reads something of each cell, row by row. Throws a Refusal for an area that was deleted or is too large. */
export function mapCells<T>(area: Area, read: (sheet: Sheet, row: number, column: number) => T): T[][] {
  if (area.gone) throw new Refusal("InvalidReference", "This reference is not valid for the current operation.");
  if (area.rowCount * area.columnCount > largestReadCells) throw new Refusal("ResponsePayloadSizeLimitExceeded", "The range is too large to read.");
  const { sheet, row, column, rowCount, columnCount } = area;
  return Array.from({ length: rowCount }, (_, i) => Array.from({ length: columnCount }, (__, j) => read(sheet, row + i, column + j)));
}

export function valuesOf(area: Area): CellValue[][] {
  return mapCells(area, (sheet, row, column) => sheet.value(row, column));
}

export function formulasOf(area: Area): CellValue[][] {
  return mapCells(area, (sheet, row, column) => sheet.cell(row, column)?.formula ?? sheet.value(row, column));
}

export function textsOf(area: Area): string[][] {
  return mapCells(area, (sheet, row, column) => displayText(sheet.value(row, column), sheet.numberFormat(row, column)));
}

export function valueTypesOf(area: Area): string[][] {
  return mapCells(area, (sheet, row, column) => valueType(sheet.value(row, column)));
}

export function numberFormatsOf(area: Area): string[][] {
  return mapCells(area, (sheet, row, column) => sheet.numberFormat(row, column));
}

export function checkShape(area: Area, rowCount: number, columnCount: number): void {
  if (rowCount !== area.rowCount || columnCount !== area.columnCount) throw invalidArgument(wrongShape);
}

/** One value for all cells, or rows of values of exactly the area's shape. */
function entryReader(area: Area, given: unknown): (row: number, column: number) => unknown {
  if (!Array.isArray(given)) return () => given;
  const rows: readonly unknown[] = given;
  checkShape(area, rows.length, area.columnCount);
  for (const cells of rows) checkShape(area, area.rowCount, Array.isArray(cells) ? cells.length : -1);
  return (row, column) => {
    const cells: readonly unknown[] = Array.isArray(rows[row]) ? rows[row] : [];
    return cells[column];
  };
}

/** What `range.values` and `range.formulas` do: null leaves a cell alone, "" clears it; dates are read month first. */
export function setValues(workbook: Workbook, area: Area, given: unknown): void {
  if (area.gone) throw new Refusal("InvalidReference", "This reference is not valid for the current operation.");
  const read = entryReader(area, given);
  const entryAt = (row: number, column: number): CellValue | undefined => {
    const entry = read(row, column);
    if (entry === null || entry === undefined) return undefined;
    if (typeof entry !== "string" && typeof entry !== "number" && typeof entry !== "boolean") throw invalidArgument();
    return entry;
  };
  writeCells(workbook, area, { entryAt, rules: workbook.entryRules("month first") });
}

/** One format, also as an array of one row and column, goes to all cells (docs-pr, excel-tutorial.md: `numberFormat = [["€#,##0.00"]]` on a column). */
export function setNumberFormats(area: Area, given: unknown): void {
  const rows: readonly unknown[] = Array.isArray(given) ? given : [];
  const only: readonly unknown[] = rows.length === 1 && Array.isArray(rows[0]) ? rows[0] : [];
  const read = entryReader(area, only.length === 1 ? only[0] : given);
  if (area.rowCount === rowLimit) {
    setWholeColumns(area, read(0, 0));
    return;
  }
  mapCells(area, (sheet, row, column) => {
    const format = read(row - area.row, column - area.column);
    if (format === null || format === undefined) return;
    if (typeof format !== "string") throw invalidArgument();
    sheet.ensureCell(row, column).numberFormat = format;
  });
}

function setWholeColumns(area: Area, format: unknown): void {
  if (typeof format !== "string") throw invalidArgument();
  for (let column = area.column; column < area.column + area.columnCount; column++) area.sheet.columnFormats.set(column, format);
  for (const { cell } of cellsIn(area)) cell.numberFormat = format;
}

function cellsIn(area: Area): readonly { row: number; column: number; cell: Cell }[] {
  const isInside = (row: number, column: number): boolean =>
    row >= area.row && row < area.row + area.rowCount && column >= area.column && column < area.column + area.columnCount;
  return [...area.sheet.placedCells()].filter(({ row, column }) => isInside(row, column));
}

/** A format that all cells share; null when they differ. */
export function sharedStyle(area: Area, name: StyleName): unknown {
  const { sheet, row, column } = area;
  const first = sheet.cell(row, column)?.style[name] ?? null;
  if (
    area.rowCount * area.columnCount > 1 &&
    mapCells(area, (each, i, j) => each.cell(i, j)?.style[name] ?? null)
      .flat()
      .some((style) => style !== first)
  )
    return null;
  return first;
}

/** Formats cells; of whole columns or rows only the cells in use, which is all that shows. */
export function setStyle(area: Area, style: CellStyle): void {
  const isWhole = area.rowCount * area.columnCount > largestReadCells || area.rowCount === rowLimit;
  if (isWhole) for (const { cell } of cellsIn(area)) Object.assign(cell.style, style);
  else mapCells(area, (sheet, row, column) => Object.assign(sheet.ensureCell(row, column).style, style));
}

/** @param what Excel's ClearApplyTo: "All", "Contents", "Formats" and others that leave cells alone here. */
export function clearCells(area: Area, what: string): void {
  for (const { cell } of cellsIn(area)) {
    if (what === "All" || what === "Contents") Object.assign(cell, { value: "", formula: undefined });
    if (what === "All" || what === "Formats") Object.assign(cell, { numberFormat: "General", style: {} });
  }
}
