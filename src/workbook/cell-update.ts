import type { SheetValue } from "./sheet-content";

/** Rows of a table one below the other; null leaves a cell, or its format, as it is. */
export interface CellBlock {
  /** From 0 for the first row below the headers. */
  readonly firstRow: number;
  readonly cells: readonly (readonly (SheetValue | null)[])[];
  /** The number formats of the written cells, set before the values: "@" keeps a text from becoming a formula. */
  readonly numberFormats: readonly (readonly (string | null)[])[];
}

export interface CellUpdate {
  /** The key column as it was read: if it is another one now, rows have moved and nothing may be written. */
  readonly expectedKeys: readonly string[];
  readonly blocks: readonly CellBlock[];
}

export interface WrittenCell {
  readonly value: SheetValue;
  readonly numberFormat: string;
}

/** One row's cells by column index. */
export type RowCells = ReadonlyMap<number, WrittenCell>;

/** Gathers rows that stand together into blocks, so that an update is a few arrays and not thousands of single cells. */
export function blocksOf(rows: ReadonlyMap<number, RowCells>, columnCount: number): readonly CellBlock[] {
  const blocks: { firstRow: number; cells: (SheetValue | null)[][]; numberFormats: (string | null)[][] }[] = [];
  for (const row of [...rows.keys()].sort((one, other) => one - other)) {
    const written = rows.get(row) ?? new Map<number, WrittenCell>();
    if (written.size === 0) continue;
    let block = blocks.at(-1);
    if (block === undefined || block.firstRow + block.cells.length !== row) {
      block = { firstRow: row, cells: [], numberFormats: [] };
      blocks.push(block);
    }
    const columns = Array.from({ length: columnCount }, (_, column) => written.get(column));
    block.cells.push(columns.map((cell) => cell?.value ?? null));
    block.numberFormats.push(columns.map((cell) => cell?.numberFormat ?? null));
  }
  return blocks;
}
