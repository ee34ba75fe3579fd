import { defaultRangeExtractor, useVirtualizer, type Range, type VirtualizerOptions } from "@tanstack/react-virtual";
import { useCallback, useLayoutEffect, useMemo, useRef, useState, type RefObject } from "react";
import { canEditCell, type GridColumn, type TableProps } from "../records/table-props";
import type { EditEnd } from "./cell-editor";
import { focusTargetOf, rowHeightsPx, selectionColumnId } from "./grid-cells";
import { moveAlong, type GridExtent } from "./grid-position";
import { useOffersRows } from "../layout/row-focus";
import { useActiveCell, type ActiveCell } from "./use-active-cell";
import { useColumnWidths, type ColumnWidths } from "./use-column-widths";
import { useGridSelection, type GridSelection } from "./use-grid-selection";

/** How the grid learns its size and scroll position; replaced where there is no layout. */
export type GridViewport = Pick<VirtualizerOptions<HTMLDivElement, HTMLDivElement>, "initialRect" | "observeElementRect" | "observeElementOffset">;

export interface GridProps<Row> extends TableProps<Row> {
  readonly viewport?: Partial<GridViewport> | undefined;
}

/**
 * A cell with its editor. It keeps the row and the column as its author saw them when the edit began: what arrives while somebody
 * types must not change what they answer to.
 */
interface EditedCell<Row> {
  readonly row: Row;
  readonly rowKey: string;
  readonly column: GridColumn<Row>;
}

interface OpenMenu {
  readonly columnId: string;
  readonly target: HTMLElement;
}

/** Everything the grid knows between two renders. Column numbers count the selection column. */
export interface GridModel<Row> {
  readonly props: GridProps<Row>;
  readonly columnIds: readonly string[];
  readonly extent: GridExtent;
  readonly rowHeightPx: number;
  readonly rowIndexes: readonly number[];
  readonly active: ActiveCell;
  readonly widths: ColumnWidths;
  readonly selection: GridSelection;
  readonly edited: EditedCell<Row> | undefined;
  /** The edited row has left the rows: it stays in sight at its old place until the edit ends. */
  readonly isEditedGone: boolean;
  readonly menu: OpenMenu | undefined;
  /** undefined for the selection column. */
  readonly columnAt: (columnIndex: number) => GridColumn<Row> | undefined;
  /** Each says whether it could. */
  readonly startEdit: (rowIndex: number, columnIndex: number) => boolean;
  readonly openRow: (rowIndex: number) => boolean;
  readonly openMenu: (columnIndex: number) => boolean;
  readonly closeMenu: () => void;
  readonly endEdit: (text: string | undefined, end: EditEnd) => void;
}

export function useGrid<Row>(props: GridProps<Row>, gridRef: RefObject<HTMLDivElement | null>): GridModel<Row> {
  const { rows, columns, rowKey, onOpen } = props;
  const [edited, setEdited] = useState<EditedCell<Row>>();
  const [menu, setMenu] = useState<OpenMenu>();
  const selection = useGridSelection(props);
  const firstColumn = selection.isOffered ? 1 : 0;
  const columnIds = useMemo(() => [...(firstColumn === 1 ? [selectionColumnId] : []), ...columns.map((column) => column.id)], [columns, firstColumn]);
  const rowHeightPx = rowHeightsPx[props.density ?? "compact"];
  const widths = useColumnWidths({ gridRef, columns, hasSelection: selection.isOffered, onColumnWidth: props.onColumnWidth });
  const size: GridExtent = { rows: rows.length, columns: columnIds.length, page: 1 };
  const active = useActiveCell({
    gridRef,
    keyAt: (index) => keyAt(rows, rowKey, index),
    columnIds,
    firstColumn,
    extent: size,
    rowHeightPx,
    columnWidthsPx: widths.widthsPx,
    isEditing: edited !== undefined,
  });
  useOffersRows(useRowFocus({ rows, rowKey, active, firstColumn }));
  const shown = useShownRows({ gridRef, count: rows.length, rowHeightPx, keptRow: active.position.row, viewport: props.viewport });
  const isEditedGone = useMemo(() => edited !== undefined && !rows.some((row) => rowKey(row) === edited.rowKey), [edited, rows, rowKey]);
  const columnAt = (index: number): GridColumn<Row> | undefined => columns[index - firstColumn];

  return {
    ...{ props, columnIds, rowHeightPx, active, widths, selection, edited, isEditedGone, menu, columnAt },
    extent: { ...size, page: shown.page },
    rowIndexes: shown.rowIndexes,
    startEdit(rowIndex, columnIndex) {
      const row = rows[rowIndex];
      const column = columnAt(columnIndex);
      if (row === undefined || column === undefined || props.onCommitCell === undefined || !canEditCell(column, row)) return false;
      setEdited({ row, rowKey: rowKey(row), column });
      return true;
    },
    endEdit(text, end) {
      setEdited(undefined);
      // Where the row has left, the next one stands at its place already.
      leaveEditor(active, size, isEditedGone && end === "down" ? "stay" : end);
      if (text !== undefined && edited !== undefined) props.onCommitCell?.(edited.row, edited.column, text);
    },
    openRow(rowIndex) {
      const row = rows[rowIndex];
      if (row === undefined || onOpen === undefined) return false;
      onOpen(row);
      return true;
    },
    openMenu(columnIndex) {
      const column = columnAt(columnIndex);
      const target = gridRef.current === null ? null : focusTargetOf(gridRef.current, -1, columnIndex);
      if (column === undefined || target === null) return false;
      setMenu({ columnId: column.id, target });
      return true;
    },
    closeMenu() {
      setMenu(undefined);
      active.takeFocus();
    },
  };
}

interface RowFocusInput<Row> {
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly active: ActiveCell;
  readonly firstColumn: number;
}

/** A row in focus by its key, wherever it is scrolled to; the active cell where it is not among the rows. */
function useRowFocus<Row>(input: RowFocusInput<Row>): (rowKey: string) => boolean {
  const latest = useRef(input);
  useLayoutEffect(() => {
    latest.current = input;
  });
  return useCallback((wanted) => {
    const { rows, rowKey, active, firstColumn } = latest.current;
    const row = rows.findIndex((candidate) => rowKey(candidate) === wanted);
    if (row !== -1) active.moveTo({ row, column: firstColumn });
    if (rows.length > 0) active.takeLostFocus();
    return rows.length > 0;
  }, []);
}

function keyAt<Row>(rows: readonly Row[], rowKey: (row: Row) => string, index: number): string | undefined {
  const row = rows[index];
  return row === undefined ? undefined : rowKey(row);
}

function leaveEditor(active: ActiveCell, extent: GridExtent, end: EditEnd): void {
  const { row, column } = active.position;
  if (end === "elsewhere") active.leaveFocus();
  if (end === "down") active.moveTo({ row: row + 1, column });
  if (end === "right" || end === "left") active.moveTo(moveAlong(active.position, end === "right" ? 1 : -1, extent));
}

interface ShownRowsInput {
  readonly gridRef: RefObject<HTMLDivElement | null>;
  readonly count: number;
  readonly rowHeightPx: number;
  /** Rendered even when it is out of sight, so that focus survives scrolling away. */
  readonly keptRow: number;
  readonly viewport: Partial<GridViewport> | undefined;
}

const overscanRows = 6;

function useShownRows(input: ShownRowsInput): { readonly rowIndexes: readonly number[]; readonly page: number } {
  const { gridRef, count, rowHeightPx, keptRow, viewport } = input;
  const rangeExtractor = useCallback(
    (range: Range) => {
      const indexes = defaultRangeExtractor(range);
      if (keptRow < 0 || keptRow >= range.count || indexes.includes(keptRow)) return indexes;
      return keptRow < (indexes[0] ?? 0) ? [keptRow, ...indexes] : [...indexes, keptRow];
    },
    [keptRow],
  );
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count,
    getScrollElement: () => gridRef.current,
    estimateSize: () => rowHeightPx,
    overscan: overscanRows,
    rangeExtractor,
    ...viewport,
  });
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowHeightPx]);
  // One row less than fits, so that one stays in sight; the heading takes about another.
  const page = Math.max(1, Math.floor((virtualizer.scrollRect?.height ?? 0) / rowHeightPx) - 2);
  return { rowIndexes: virtualizer.getVirtualItems().map((item) => item.index), page };
}
