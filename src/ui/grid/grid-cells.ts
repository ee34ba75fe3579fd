/** Columns by number include the selection column, which stands first and has an id that no register column can have. */
export const selectionColumnId = ":selection";
export const selectionWidthPx = 40;
export const headingHeightPx = 36;
export const rowHeightsPx = { compact: 32, comfortable: 44 } as const;

/** The cell that an event came from, by the numbers in its data attributes. Row -1 is the heading row. */
export function positionOf(target: EventTarget): { readonly row: number; readonly column: number } | undefined {
  if (!(target instanceof Element)) return undefined;
  const column = target.closest<HTMLElement>("[data-column-index]")?.dataset.columnIndex;
  const row = target.closest<HTMLElement>("[data-row-index]")?.dataset.rowIndex;
  return row === undefined || column === undefined ? undefined : { row: Number(row), column: Number(column) };
}

/** True when the event came from inside something marked with this data attribute. */
export function isWithin(target: EventTarget, attribute: string): boolean {
  return target instanceof Element && target.closest(`[${attribute}]`) !== null;
}

/** What takes focus for a cell: the cell itself, or its checkbox or heading button. */
export function focusTargetOf(grid: HTMLElement, row: number, column: number): HTMLElement | null {
  const cell = grid.querySelector<HTMLElement>(`[data-row-index="${String(row)}"] > [data-column-index="${String(column)}"]`);
  return cell?.querySelector<HTMLElement>("[data-cell-focus]") ?? cell;
}
