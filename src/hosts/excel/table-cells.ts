import { fail, succeed, type Result } from "../../kernel";
import { keyHeader, type CellBlock, type CellUpdate, type SheetContent, type SheetValue } from "../../workbook";
import { cutRows, done, inTurn, notFound, runExcel, textOf } from "./run-excel";

/** Cells a request reads at once: values and formulas together stay far below 5 MB. */
const cellsAtOnce = 40_000;

/** The whole table as it stands, read in runs of rows. */
export function readTable(tableName: string): Promise<Result<SheetContent>> {
  return runExcel(async (context) => {
    const table = context.workbook.tables.getItemOrNullObject(tableName);
    await context.sync();
    if (table.isNullObject) return notFound();
    table.load("name");
    const sheet = table.worksheet.load("name");
    const header = table.getHeaderRowRange().load("values,rowIndex,columnIndex,columnCount");
    const body = table.getDataBodyRange().load("rowIndex,rowCount");
    await context.sync();
    const rowsAtOnce = Math.max(1, Math.floor(cellsAtOnce / header.columnCount));
    const starts = Array.from({ length: Math.ceil(body.rowCount / rowsAtOnce) }, (_, index) => index * rowsAtOnce);
    const cells: SheetValue[][] = [];
    const formulas: SheetValue[][] = [];
    await inTurn(starts, async (start) => {
      const count = Math.min(rowsAtOnce, body.rowCount - start);
      const part = sheet.getRangeByIndexes(body.rowIndex + start, header.columnIndex, count, header.columnCount).load("values,formulas");
      await context.sync();
      cells.push(...part.values.map(cellRow));
      formulas.push(...part.formulas.map(cellRow));
    });
    return succeed({
      tableName: table.name,
      sheetName: sheet.name,
      firstRow: body.rowIndex + 1,
      firstColumn: header.columnIndex,
      headers: cellRow(header.values[0] ?? []).map(String),
      cells,
      formulas,
    });
  });
}

function cellRow(row: readonly unknown[]): SheetValue[] {
  return row.map((cell) => (typeof cell === "string" || typeof cell === "number" || typeof cell === "boolean" ? cell : ""));
}

/** Writes single cells of a table whose rows still stand where they were read. Filters are lifted meanwhile (office-js#224). */
export function writeCells(tableName: string, { expectedKeys, blocks }: CellUpdate): Promise<Result<void>> {
  if (blocks.length === 0) return Promise.resolve(done);
  return runExcel(async (context) => {
    const table = context.workbook.tables.getItemOrNullObject(tableName);
    await context.sync();
    if (table.isNullObject) return notFound();
    const key = table.columns.getItemOrNullObject(keyHeader);
    await context.sync();
    if (key.isNullObject) return notFound();
    const keys = key.getDataBodyRange().load("values");
    const body = table.getDataBodyRange().load("rowIndex,columnIndex");
    const filter = table.autoFilter.load("criteria,isDataFiltered");
    await context.sync();
    if (!hasKeys(keys.values, expectedKeys)) return fail({ kind: "conflict" });
    const criteria: readonly (Excel.FilterCriteria | null)[] = filter.isDataFiltered ? filter.criteria : [];
    if (criteria.length > 0) table.clearFilters();
    await writeBlocks(context, table, { row: body.rowIndex, column: body.columnIndex, blocks });
    criteria.forEach((each, index) => {
      if (each !== null) table.columns.getItemAt(index).filter.apply(each);
    });
    await context.sync();
    return done;
  });
}

function hasKeys(found: readonly (readonly unknown[])[], expected: readonly string[]): boolean {
  return found.length === expected.length && expected.every((key, row) => textOf(found[row]?.[0]).trim() === key);
}

interface PlacedBlocks {
  readonly row: number;
  readonly column: number;
  readonly blocks: readonly CellBlock[];
}

async function writeBlocks(context: Excel.RequestContext, table: Excel.Table, { row, column, blocks }: PlacedBlocks): Promise<void> {
  const sheet = table.worksheet;
  await inTurn(blocks, async (block) => {
    await inTurn(cutRows(block.cells), async ({ from, rows }) => {
      const range = sheet.getRangeByIndexes(row + block.firstRow + from, column, rows.length, rows[0]?.length ?? 0);
      range.numberFormat = block.numberFormats.slice(from, from + rows.length).map((formats) => [...formats]);
      range.values = rows.map((cells) => [...cells]);
      await context.sync();
    });
  });
}

/** Makes the table longer by its own call and then writes: growing by writing below fails for some columns (office-js#3013). */
export function appendRows(tableName: string, block: CellBlock): Promise<Result<void>> {
  return runExcel(async (context) => {
    const table = context.workbook.tables.getItemOrNullObject(tableName);
    await context.sync();
    if (table.isNullObject) return notFound();
    table.load("showTotals");
    const body = table.getDataBodyRange().load("rowIndex,columnIndex,rowCount,columnCount");
    await context.sync();
    const hasTotals = table.showTotals;
    if (hasTotals) table.showTotals = false;
    const count = block.cells.length;
    const below = table.worksheet.getRangeByIndexes(body.rowIndex + body.rowCount, body.columnIndex, count, body.columnCount);
    const used = below.getUsedRangeOrNullObject(true);
    await context.sync();
    if (!used.isNullObject) below.insert("Down");
    table.resize(table.getRange().getResizedRange(count, 0));
    await context.sync();
    await writeBlocks(context, table, { row: body.rowIndex, column: body.columnIndex, blocks: [{ ...block, firstRow: body.rowCount }] });
    if (hasTotals) table.showTotals = true;
    await context.sync();
    return done;
  });
}
