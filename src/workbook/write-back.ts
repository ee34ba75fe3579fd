import type { Register, Row, RowId, Seen } from "../registers";
import { isSameCell, numberFormatOf } from "./cell";
import { blocksOf, type CellUpdate, type RowCells, type WrittenCell } from "./cell-update";
import { readRowKey, rowKey } from "./row-key";
import { cellOf, sheetColumns, shownValues, type SheetColumn } from "./sheet-columns";
import { hasFormula, keyColumnOf, keysOf, type SheetContent } from "./sheet-content";
import type { Snapshot } from "./snapshot";

export interface WriteBackRequest {
  readonly register: Register;
  readonly snapshot: Snapshot;
  /** The sheet as it stands now, which may be sorted or typed into since it was published. */
  readonly content: SheetContent;
  /** What was published: a cell that is another one now was typed into meanwhile and is left alone. Absent: nothing was. */
  readonly published?: SheetContent;
  /** Cells that could not be published, by the row's id and the column: their author still has to put them right. */
  readonly held?: ReadonlyMap<RowId, ReadonlySet<string>>;
  /** "keep" writes keys and snapshot only: the cells are the author's and are compared with the snapshot from now on. */
  readonly cells?: "keep";
  /** Rows as the register has them, by the id that the sheet knows them under. */
  readonly settled: ReadonlyMap<RowId, Row>;
  readonly asAtMs?: number;
}

export interface WriteBack {
  readonly update: CellUpdate;
  readonly snapshot: Snapshot;
}

/** The register's values for the rows that were settled: the cells that differ, and the snapshot after them. Formulas stay. */
export function writeBack(request: WriteBackRequest): WriteBack {
  const { register, snapshot, content, settled } = request;
  const keys = keysOf(content);
  const columns = sheetColumns(register, snapshot.columns);
  const publishedRows = request.published === undefined ? undefined : rowsByKey(snapshot, request.published);
  const rows = new Map<number, RowCells>();
  const done = new Set<RowId>();
  keys.forEach((key, row) => {
    const id = readRowKey(snapshot, key);
    const settledRow = id === undefined || done.has(id) ? undefined : settled.get(id);
    if (id === undefined || settledRow === undefined) return;
    done.add(id);
    const cells = cellsToWrite({ columns, content, row, settledRow, isFree: freeCells(request, id, publishedRows?.get(id)) });
    if (settledRow.id !== id) cells.set(keyColumnOf(content), { value: rowKey(snapshot, settledRow.id), numberFormat: "@" });
    rows.set(row, cells);
  });
  return {
    update: { expectedKeys: keys, blocks: blocksOf(rows, content.headers.length) },
    snapshot: snapshotAfter({ snapshot, settled, columns, asAtMs: request.asAtMs ?? snapshot.asAtMs }),
  };
}

/** Keys for rows that have none yet, by row number. */
export function writeKeys(snapshot: Snapshot, content: SheetContent, keys: ReadonlyMap<number, RowId>): CellUpdate {
  const column = keyColumnOf(content);
  const rows = [...keys].map(
    ([position, id]) => [position - content.firstRow, new Map([[column, { value: rowKey(snapshot, id), numberFormat: "@" }]])] as const,
  );
  return { expectedKeys: keysOf(content), blocks: blocksOf(new Map(rows), content.headers.length) };
}

interface RowToWrite {
  readonly columns: readonly SheetColumn[];
  readonly content: SheetContent;
  readonly row: number;
  readonly settledRow: Row;
  readonly isFree: (row: number, column: SheetColumn) => boolean;
}

function cellsToWrite({ columns, content, row, settledRow, isFree }: RowToWrite): Map<number, WrittenCell> {
  const cells = new Map<number, WrittenCell>();
  for (const column of columns) {
    const at = content.headers.indexOf(column.header);
    const value = cellOf(column, settledRow.values);
    if (at < 0 || hasFormula(content, row, at) || isSameCell(content.cells[row]?.[at] ?? "", value) || !isFree(row, column)) continue;
    cells.set(at, { value, numberFormat: typeof value === "string" && value !== "" ? "@" : numberFormatOf(column.column) });
  }
  return cells;
}

/** Whether a cell still holds what was published; the columns may have been moved since. */
function freeCells({ content, published, held, cells: keep }: WriteBackRequest, id: RowId, publishedRow: number | undefined): RowToWrite["isFree"] {
  if (keep === "keep") return () => false;
  // What the product fills nobody can put right, so its own value comes back.
  const isHeld = ({ name, isLocked }: SheetColumn): boolean => !isLocked && held?.get(id)?.has(name) === true;
  if (published === undefined || publishedRow === undefined) return (_row, column) => !isHeld(column);
  return (row, column) => {
    if (isHeld(column)) return false;
    const { header } = column;
    const before = published.headers.indexOf(header);
    const now = content.headers.indexOf(header);
    return before < 0 || published.cells[publishedRow]?.[before] === content.cells[row]?.[now];
  };
}

/** The first row of each key. */
function rowsByKey(snapshot: Snapshot, content: SheetContent): ReadonlyMap<RowId, number> {
  const rows = new Map<RowId, number>();
  keysOf(content).forEach((key, row) => {
    const id = readRowKey(snapshot, key);
    if (id !== undefined && !rows.has(id)) rows.set(id, row);
  });
  return rows;
}

function snapshotAfter(after: { snapshot: Snapshot; settled: ReadonlyMap<RowId, Row>; columns: readonly SheetColumn[]; asAtMs: number }): Snapshot {
  const rows = new Map<RowId, Seen>(after.snapshot.rows);
  for (const [id, row] of after.settled) {
    if (id !== row.id) rows.delete(id);
    rows.set(row.id, { ...(row.etag === undefined ? {} : { etag: row.etag }), values: shownValues(after.columns, row) });
  }
  return { ...after.snapshot, asAtMs: after.asAtMs, rows };
}
