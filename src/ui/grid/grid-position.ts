/** A cell by number. Row -1 is the heading row. */
export interface GridPosition {
  readonly row: number;
  readonly column: number;
}

export interface GridExtent {
  readonly rows: number;
  readonly columns: number;
  /** Rows that Page Up and Page Down move by. */
  readonly page: number;
}

export interface GridKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/**
 * Where a key moves to (APG grid pattern, data grid). Never wraps.
 * @returns undefined when the key does not move.
 */
export function moveInGrid(from: GridPosition, pressed: GridKey, extent: GridExtent): GridPosition | undefined {
  if (pressed.altKey || pressed.shiftKey) return undefined;
  const lastRow = extent.rows - 1;
  const lastColumn = extent.columns - 1;
  const wholeGrid = pressed.ctrlKey || pressed.metaKey;
  switch (pressed.key) {
    case "ArrowUp":
      return { row: wholeGrid ? Math.min(0, lastRow) : from.row - 1, column: from.column };
    case "ArrowDown":
      return { row: wholeGrid ? lastRow : from.row + 1, column: from.column };
    case "ArrowLeft":
      return { row: from.row, column: wholeGrid ? 0 : from.column - 1 };
    case "ArrowRight":
      return { row: from.row, column: wholeGrid ? lastColumn : from.column + 1 };
    case "Home":
      return { row: wholeGrid ? Math.min(0, lastRow) : from.row, column: 0 };
    case "End":
      return { row: wholeGrid ? lastRow : from.row, column: lastColumn };
    case "PageUp":
      return { row: from.row < 0 ? -1 : Math.max(0, from.row - extent.page), column: from.column };
    case "PageDown":
      return { row: from.row + extent.page, column: from.column };
    default:
      return undefined;
  }
}

export function clampPosition(position: GridPosition, extent: GridExtent): GridPosition {
  return {
    row: Math.max(-1, Math.min(extent.rows - 1, position.row)),
    column: Math.max(0, Math.min(extent.columns - 1, position.column)),
  };
}

/** Tab while editing: along the row, then on to the next one; stays put at the very ends. */
export function moveAlong(from: GridPosition, step: 1 | -1, extent: GridExtent): GridPosition {
  const column = from.column + step;
  if (column >= 0 && column < extent.columns) return { row: from.row, column };
  const row = from.row + step;
  if (row < 0 || row >= extent.rows) return from;
  return { row, column: step > 0 ? 0 : extent.columns - 1 };
}

/** The scroll position that brings a column into sight, or the present one when it already is. */
export function scrollLeftFor(columnWidthsPx: readonly number[], column: number, viewport: { readonly scrollLeft: number; readonly widthPx: number }): number {
  const startPx = columnWidthsPx.slice(0, column).reduce((sum, width) => sum + width, 0);
  const endPx = startPx + (columnWidthsPx[column] ?? 0);
  if (startPx < viewport.scrollLeft) return startPx;
  if (endPx > viewport.scrollLeft + viewport.widthPx) return Math.min(startPx, endPx - viewport.widthPx);
  return viewport.scrollLeft;
}

export const minimumColumnWidthPx = 64;
const maximumColumnWidthPx = 800;
const columnStepPx = 32;

export function clampColumnWidth(widthPx: number): number {
  return Math.round(Math.max(minimumColumnWidthPx, Math.min(maximumColumnWidthPx, widthPx)));
}

export function stepColumnWidth(widthPx: number, step: 1 | -1): number {
  return clampColumnWidth(widthPx + step * columnStepPx);
}
