import { useLayoutEffect, useRef, useState, type FocusEvent, type RefObject } from "react";
import { focusTargetOf, headingHeightPx, positionOf } from "./grid-cells";
import { clampPosition, scrollLeftFor, type GridExtent, type GridPosition } from "./grid-position";

/**
 * 1. Exactly one cell is active, and only it is a tab stop.
 * 2. The active cell is remembered by row key and column id, so it follows its record through sort and update.
 * 3. When its record leaves, the cell at the same place becomes active; when the record returns, so does the focus.
 * 4. Focus moves only while it is already inside the grid.
 */
interface RememberedCell {
  readonly rowKey: string | undefined;
  readonly rowIndex: number;
  readonly columnId: string;
}

export interface ActiveCellInput {
  readonly gridRef: RefObject<HTMLDivElement | null>;
  readonly keyAt: (rowIndex: number) => string | undefined;
  readonly columnIds: readonly string[];
  /** Where the tab stop is before anybody has been in the grid. */
  readonly firstColumn: number;
  readonly extent: GridExtent;
  readonly rowHeightPx: number;
  readonly columnWidthsPx: readonly number[];
  readonly isEditing: boolean;
}

export interface ActiveCell {
  readonly position: GridPosition;
  readonly moveTo: (position: GridPosition) => void;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  readonly onBlur: (event: FocusEvent<HTMLElement>) => void;
  /** After a menu or an editor: put focus on the active cell with the next paint. */
  readonly takeFocus: () => void;
  /** The same for focus that something else has lost, unless it has found another place by then. */
  readonly takeLostFocus: () => void;
  /** The person went elsewhere: leave focus where they put it. */
  readonly leaveFocus: () => void;
}

export function useActiveCell(input: ActiveCellInput): ActiveCell {
  const { gridRef, keyAt, columnIds, extent, rowHeightPx, columnWidthsPx, isEditing } = input;
  const [remembered, setRemembered] = useState<RememberedCell>();
  const [focusRequest, setFocusRequest] = useState(0);
  const hasFocus = useRef(false);
  const isForLostFocus = useRef(false);
  const position = resolveCell(remembered, input);
  const rowKey = keyAt(position.row);

  const remember = (next: GridPosition): void => {
    const clamped = clampPosition(next, extent);
    setRemembered({ rowKey: keyAt(clamped.row), rowIndex: clamped.row, columnId: columnIds[clamped.column] ?? "" });
  };

  useLayoutEffect(() => {
    const grid = gridRef.current;
    if (grid === null || !hasFocus.current || isEditing) return;
    const present = grid.ownerDocument.activeElement;
    if (isForLostFocus.current && present !== null && present !== grid.ownerDocument.body) hasFocus.current = grid.contains(present);
    isForLostFocus.current = false;
    if (!hasFocus.current) return;
    const target = focusTargetOf(grid, position.row, position.column);
    if (target === null || target === present) return;
    target.focus({ preventScroll: true });
  }, [gridRef, position.row, position.column, rowKey, isEditing, focusRequest]);

  useLayoutEffect(() => {
    const grid = gridRef.current;
    if (grid === null || !hasFocus.current) return;
    grid.scrollLeft = scrollLeftFor(columnWidthsPx, position.column, { scrollLeft: grid.scrollLeft, widthPx: grid.clientWidth });
    if (position.row < 0) return;
    const topPx = position.row * rowHeightPx;
    const bodyPx = grid.clientHeight - headingHeightPx;
    if (topPx < grid.scrollTop) grid.scrollTop = topPx;
    else if (topPx + rowHeightPx > grid.scrollTop + bodyPx) grid.scrollTop = topPx + rowHeightPx - bodyPx;
  }, [gridRef, position.row, position.column, rowHeightPx, columnWidthsPx]);

  return {
    position,
    moveTo: remember,
    onFocus(event) {
      hasFocus.current = true;
      const focused = positionOf(event.target);
      if (focused !== undefined && (focused.row !== position.row || focused.column !== position.column)) remember(focused);
    },
    onBlur(event) {
      const next = event.relatedTarget;
      if (!(next instanceof Node && gridRef.current?.contains(next) === true)) hasFocus.current = false;
    },
    takeFocus() {
      hasFocus.current = true;
      setFocusRequest((count) => count + 1);
    },
    takeLostFocus() {
      isForLostFocus.current = true;
      hasFocus.current = true;
      setFocusRequest((count) => count + 1);
    },
    leaveFocus() {
      hasFocus.current = false;
    },
  };
}

function resolveCell(remembered: RememberedCell | undefined, input: ActiveCellInput): GridPosition {
  const { keyAt, columnIds, firstColumn, extent } = input;
  if (remembered === undefined) return clampPosition({ row: 0, column: firstColumn }, extent);
  const column = columnIds.indexOf(remembered.columnId);
  return clampPosition({ row: resolveRow(remembered, keyAt, extent.rows), column: column === -1 ? firstColumn : column }, extent);
}

function resolveRow(remembered: RememberedCell, keyAt: ActiveCellInput["keyAt"], rows: number): number {
  if (remembered.rowKey === undefined || keyAt(remembered.rowIndex) === remembered.rowKey) return remembered.rowIndex;
  for (let row = 0; row < rows; row += 1) if (keyAt(row) === remembered.rowKey) return row;
  return Math.max(0, remembered.rowIndex);
}
