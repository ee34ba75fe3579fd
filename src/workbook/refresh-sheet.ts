import type { Register, Row, RowId } from "../registers";
import { blocksOf, type CellBlock, type CellUpdate, type RowCells } from "./cell-update";
import { numberFormatOf } from "./cell";
import type { SheetDiff } from "./diff-sheet";
import { readRowKey, rowKey } from "./row-key";
import { cellOf, sheetColumns } from "./sheet-columns";
import { keyColumnOf, keysOf, type SheetContent } from "./sheet-content";
import type { Snapshot } from "./snapshot";
import { writeBack } from "./write-back";

export interface RefreshRequest {
  readonly register: Register;
  readonly snapshot: Snapshot;
  readonly content: SheetContent;
  readonly diff: SheetDiff;
  /** The rows that the table should show, as the register has them now. */
  readonly rows: readonly Row[];
  readonly asAtMs: number;
}

export interface SheetRefresh {
  readonly update: CellUpdate;
  /** Rows for the end of the table; `firstRow` counts from the present first row. */
  readonly added: CellBlock | undefined;
  readonly snapshot: Snapshot;
  /** Rows of the sheet that the register no longer has among these; they are left in the sheet. */
  readonly gone: readonly RowId[];
}

/**
 * Brings a sheet up to date without touching what its author changed. A row with a change of theirs keeps its cells and
 * its place in the snapshot whole, so that a change of somebody else to the same cell still comes out as a conflict.
 */
export function refreshSheet(request: RefreshRequest): SheetRefresh {
  const { register, snapshot, content, diff, rows, asAtMs } = request;
  const kept = new Set<RowId>([...diff.rows.flatMap(({ id }) => (id === undefined ? [] : [id])), ...diff.removed]);
  const shown = new Map(rows.map((row) => [row.id, row]));
  const settled = new Map(
    [...snapshot.rows.keys()].flatMap((id): (readonly [RowId, Row])[] => {
      const row = kept.has(id) ? undefined : shown.get(id);
      return row === undefined ? [] : [[id, row]];
    }),
  );
  const written = writeBack({ register, snapshot, content, settled, asAtMs });
  const fresh = rows.filter(({ id }) => !snapshot.rows.has(id));
  const after = writeBack({ register, snapshot: written.snapshot, content, settled: new Map(fresh.map((row) => [row.id, row])), asAtMs });
  const inSheet = new Set(keysOf(content).map((key) => readRowKey(snapshot, key)));
  const toAdd = fresh.filter(({ id }) => !inSheet.has(id));
  return {
    update: written.update,
    added: toAdd.length === 0 ? undefined : rowsToAdd(request, toAdd),
    snapshot: after.snapshot,
    gone: [...snapshot.rows.keys()].filter((id) => !shown.has(id) && !diff.removed.includes(id)),
  };
}

/** Cells for every column that the table has now; the person's own columns are left empty. */
function rowsToAdd({ register, snapshot, content }: RefreshRequest, fresh: readonly Row[]): CellBlock | undefined {
  const columns = sheetColumns(register, snapshot.columns).map((column) => ({ column, at: content.headers.indexOf(column.header) }));
  const firstRow = keysOf(content).length;
  const rows = new Map<number, RowCells>(
    fresh.map((row, index) => [
      firstRow + index,
      new Map([
        [keyColumnOf(content), { value: rowKey(snapshot, row.id), numberFormat: "@" }],
        ...columns
          .filter(({ at }) => at >= 0)
          .map(({ column, at }) => [at, { value: cellOf(column, row.values), numberFormat: numberFormatOf(column.column) }] as const),
      ]),
    ]),
  );
  return blocksOf(rows, content.headers.length)[0];
}
