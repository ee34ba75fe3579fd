import type { FoundHeadings } from "./find-headings";
import { filledColumns, oneLine } from "./heading-shape";
import type { Cell, MergedCells, Sheet } from "./table";

export interface SpreadRows {
  /** As in the sheet, with what merged cells say in each row that they reach. */
  readonly rows: readonly (readonly Cell[])[];
  /** A further line of a record, by its index: the index of the row where the record stands. */
  readonly continues: ReadonlyMap<number, number>;
}

/**
 * What cells merged down the rows mean. A project merged beside its risks is each risk's project.
 * Where most columns of a row are merged with the row above, the row is a further line of the same record, and its texts join it.
 */
export function spreadMerged(sheet: Sheet, { headings, firstRow, endRow }: FoundHeadings): SpreadRows {
  const isFilledRow = (index: number): boolean => filledColumns(sheet.rows[index]).length > 0;
  const down = (sheet.merged ?? []).filter(
    ({ top, bottom, left }) => bottom > top && top >= firstRow && top < endRow && left < headings.length && isFilledRow(top),
  );
  const rows = [...sheet.rows];
  const continues = new Map<number, number>();
  if (down.length === 0) return { rows, continues };
  for (const [index, reaching] of reachedRows(down, endRow)) {
    // A row without any cell of its own stays blank.
    if (!isFilledRow(index)) continue;
    const start = reaching[0]?.top ?? index;
    const shared = reaching.filter(({ top }) => top === start).reduce((sum, { left, right }) => sum + Math.min(right, headings.length - 1) - left + 1, 0);
    if (shared * 2 > headings.filter((heading) => heading !== "").length) {
      continues.set(index, start);
      rows[start] = joined(rows[start] ?? [], sheet.rows[index] ?? []);
    } else rows[index] = filledFrom(sheet, index, reaching);
  }
  return { rows, continues };
}

/** Merged cells by the rows beneath their first; what was merged latest comes first. */
function reachedRows(down: readonly MergedCells[], endRow: number): ReadonlyMap<number, readonly MergedCells[]> {
  const reached = new Map<number, MergedCells[]>();
  let steps = 0;
  for (const cells of down.toSorted((one, other) => other.top - one.top)) {
    for (let index = cells.top + 1; index <= cells.bottom && index < endRow; index += 1) {
      // Excel lets no merged cells overlap; a file that does it would cost columns times rows.
      if ((steps += 1) > mostSteps) return reached;
      const row = reached.get(index);
      if (row === undefined) reached.set(index, [cells]);
      else row.push(cells);
    }
  }
  return new Map([...reached].sort(([one], [other]) => one - other));
}

const mostSteps = 500_000;

function filledFrom(sheet: Sheet, index: number, reaching: readonly MergedCells[]): readonly Cell[] {
  const cells = [...(sheet.rows[index] ?? [])];
  for (const { top, left } of reaching) {
    while (cells.length < left) cells.push(undefined);
    cells[left] ??= sheet.rows[top]?.[left];
  }
  return cells;
}

function joined(record: readonly Cell[], line: readonly Cell[]): readonly Cell[] {
  const cells = [...record];
  for (const column of filledColumns(line)) {
    while (cells.length < column) cells.push(undefined);
    const [before, after] = [oneLine(cells[column]), oneLine(line[column])];
    if (before === "") cells[column] = line[column];
    else if (before !== after) cells[column] = `${textOf(cells[column])}\n${textOf(line[column])}`;
  }
  return cells;
}

function textOf(cell: Cell): string {
  return typeof cell === "string" ? cell : oneLine(cell);
}
