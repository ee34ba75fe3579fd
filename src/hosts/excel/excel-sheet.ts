import { succeed, type Result } from "../../kernel";
import type { CellAddress, ExcelSheet } from "../../workbook";
import { insertTable } from "./insert-table";
import { done, notFound, runExcel } from "./run-excel";
import { appendRows, readTable, writeCells } from "./table-cells";
import { readParts, writeParts } from "./xml-parts";

/** The open workbook through office.js, which must be ready. */
export function excelSheet(): ExcelSheet {
  return { tables, insertTable, readTable, writeCells, appendRows, readParts, writeParts, selectCell, onChange };
}

function tables(): Promise<Result<readonly string[]>> {
  return runExcel(async (context) => {
    const found = context.workbook.tables.load("items/name");
    await context.sync();
    return succeed(found.items.map(({ name }) => name));
  });
}

function selectCell({ sheetName, cell }: CellAddress): Promise<Result<void>> {
  return runExcel(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(sheetName);
    await context.sync();
    if (sheet.isNullObject) return notFound();
    sheet.activate();
    sheet.getRange(cell).select();
    await context.sync();
    return done;
  });
}

/** Our own writing comes back as an event too and is told apart by its trigger (ExcelApi 1.14). */
function onChange(listener: () => void): () => void {
  let stop: (() => Promise<void>) | undefined;
  let isStopped = false;
  void runExcel(async (context) => {
    const handler = context.workbook.worksheets.onChanged.add((event) => {
      if (event.triggerSource !== "ThisLocalAddin" && !isStopped) listener();
      return Promise.resolve();
    });
    await context.sync();
    stop = async () => {
      handler.remove();
      await handler.context.sync();
    };
    if (isStopped) await stop();
    return done;
  });
  return () => {
    isStopped = true;
    void stop?.().catch(() => undefined); // the workbook may be gone already
  };
}
