import type { ReactNode } from "react";

export interface TableSort {
  readonly columnId: string;
  readonly direction: "ascending" | "descending";
}

/** How a cell is typed into. Parsing and refusing are the caller's, in `onCommitCell`. */
export interface CellEdit<Row> {
  /** The text that the editor starts with. */
  readonly start: (row: Row) => string;
  /** Present: a choice instead of typing. */
  readonly choices?: readonly Choice[] | undefined;
  readonly inputMode?: "text" | "numeric" | "decimal" | undefined;
  /** False for a locked cell (announced as read-only). Absent: every row can be edited. */
  readonly canEdit?: ((row: Row) => boolean) | undefined;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/**
 * One column of the grid, the simple table and the cards alike. The first column names the record: it carries the
 * link that opens it. Keep the array and its members identical between renders, or every row renders again.
 */
export interface GridColumn<Row> {
  readonly id: string;
  readonly label: string;
  readonly widthPx: number;
  /** "end" for numbers: tabular figures, and sorted biggest first. */
  readonly align: "start" | "end";
  readonly sortable: boolean;
  /** The full accessible text, never empty: "Not set". */
  readonly text: (row: Row) => string;
  /** What is seen instead of the text. Holds nothing that takes focus. */
  readonly render?: ((row: Row) => ReactNode) | undefined;
  readonly edit?: CellEdit<Row> | undefined;
}

export type Density = "compact" | "comfortable";

/** Shared by Grid, SimpleTable, RecordCards and RecordsView. Rows are immutable and compared by identity. */
export interface TableProps<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly GridColumn<Row>[];
  readonly rowKey: (row: Row) => string;
  /** "R-0042", for "Open R-0042" and "Select R-0042". Absent: the text of the first column. */
  readonly rowName?: ((row: Row) => string) | undefined;
  readonly sort?: TableSort | undefined;
  readonly onSort?: ((sort: TableSort) => void) | undefined;
  /** Selection is offered when `onSelectedKeys` is present. */
  readonly selectedKeys?: ReadonlySet<string> | undefined;
  readonly onSelectedKeys?: ((keys: ReadonlySet<string>) => void) | undefined;
  readonly onOpen?: ((row: Row) => void) | undefined;
  /** Called once per finished edit, only when the text changed. Editing is offered when present. */
  readonly onCommitCell?: ((row: Row, column: GridColumn<Row>, text: string) => void) | undefined;
  readonly onHideColumn?: ((columnId: string) => void) | undefined;
  readonly onColumnWidth?: ((columnId: string, widthPx: number) => void) | undefined;
  readonly density?: Density | undefined;
  /** Shown below the headings when there are no rows. */
  readonly emptyState?: ReactNode;
}

export function nameOfRow<Row>(props: Pick<TableProps<Row>, "rowName" | "columns" | "rowKey">, row: Row): string {
  return props.rowName?.(row) ?? props.columns[0]?.text(row) ?? props.rowKey(row);
}

export function canEditCell<Row>(column: GridColumn<Row>, row: Row): boolean {
  return column.edit !== undefined && (column.edit.canEdit?.(row) ?? true);
}

/** Text A to Z first, numbers biggest first; a second press turns it round (NHS table component). */
export function nextSort<Row>(column: GridColumn<Row>, sort: TableSort | undefined): TableSort {
  const first = column.align === "end" ? "descending" : "ascending";
  if (sort?.columnId !== column.id) return { columnId: column.id, direction: first };
  return { columnId: column.id, direction: sort.direction === "ascending" ? "descending" : "ascending" };
}

export function toggleKey(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return next;
}
