import { Area, overlaps } from "../model/area";
import { announceChange, eventTypes, tellTargets, workbookTarget } from "../model/change-cells";
import { intersect } from "../model/rectangle";
import { invalidArgument, itemAlreadyExists, itemNotFound, protectedSheet } from "../model/refusal";
import type { Sheet } from "../model/sheet";
import { checkedTableName, Table } from "../model/table";
import type { Workbook } from "../model/workbook";
import { areaArgument } from "./area-argument";
import { collectionMembers, hostObject, type Members, type Scalar } from "./host-object";
import { clearCells } from "./range-values";
import type { SurfaceContext } from "./surface-context";
import { autoFilterMembers, tableSortMembers } from "./table-filter-members";
import { tableColumnsMembers, tableRowsMembers } from "./table-part-members";

export function tableMembers(context: SurfaceContext): Members<Table> {
  const { workbook } = context;
  const columns = tableColumnsMembers(context);
  const rows = tableRowsMembers(context);
  const autoFilter = autoFilterMembers(context);
  return {
    typeName: "Table",
    identity: (table) => ({ Id: table.id }),
    scalars: tableScalars(workbook),
    parts: {
      autoFilter: (table) => hostObject(autoFilter, table),
      columns: (table) => hostObject(columns, table),
      rows: (table) => hostObject(rows, table),
      sort: (table) => hostObject(tableSortMembers, table),
      worksheet: (table) => context.worksheet(table.area.sheet),
    },
    methods: {
      clearFilters: (table) => {
        table.clearFilters();
      },
      convertToRange: (table) => {
        forgetTable(workbook, table);
        return context.range(table.area.copy());
      },
      delete: (table) => {
        if (table.area.sheet.protection !== undefined) throw protectedSheet();
        table.clearFilters();
        clearCells(table.area, "All");
        forgetTable(workbook, table);
      },
      getDataBodyRange: (table) => context.range(table.body),
      getHeaderRowRange: (table) => context.range(new Area(table.area.sheet, { ...place(table.area), rowCount: 1 })),
      getRange: (table) => context.range(table.area.copy()),
      getTotalRowRange: (table) => {
        if (!table.showTotals) throw itemNotFound();
        return context.range(new Area(table.area.sheet, { ...place(table.area), row: table.area.row + table.area.rowCount - 1, rowCount: 1 }));
      },
      reapplyFilters: (table) => {
        table.applyFilters();
      },
      resize: (table, args) => {
        resizeTable(workbook, table, areaArgument(workbook, table.area.sheet, args));
      },
    },
  };
}

function place({ row, column, rowCount, columnCount }: Area): { row: number; column: number; rowCount: number; columnCount: number } {
  return { row, column, rowCount, columnCount };
}

function forgetTable(workbook: Workbook, table: Table): void {
  workbook.tables = workbook.tables.filter((each) => each !== table);
  const payload = { tableId: table.id, tableName: table.name, worksheetId: table.area.sheet.id, source: workbook.actor.source };
  tellTargets(workbook, eventTypes.tableDeleted, { targets: [workbookTarget, table.area.sheet.id], payload });
}

/** The header row stays where it is, the new area overlaps the old one and no other table (docs-reference, Table.resize). */
function resizeTable(workbook: Workbook, table: Table, wished: Area): void {
  const clashes = workbook.tables.some((other) => other !== table && overlaps(other.area, wished));
  if (wished.sheet !== table.area.sheet || wished.row !== table.area.row || intersect(wished, table.area) === undefined || wished.rowCount < 2 || clashes) {
    throw invalidArgument();
  }
  if (table.area.sheet.protection !== undefined) throw protectedSheet();
  const addedBefore = table.area.column - wished.column;
  if (addedBefore > 0) table.insertColumnIds(0, addedBefore);
  if (addedBefore < 0) table.columnIds.splice(0, -addedBefore);
  Object.assign(table.area, place(wished));
  table.fitColumnIds();
  table.tidyHeaders();
}

function tableScalars(workbook: Workbook): Record<string, Scalar<Table>> {
  type Switch = "showHeaders" | "showTotals" | "showBandedRows" | "showBandedColumns" | "showFilterButton" | "highlightFirstColumn" | "highlightLastColumn";
  const toggle = (name: Switch): Scalar<Table> => ({
    read: (table) => table[name],
    write: (table, given) => {
      table[name] = given === true;
    },
  });
  return {
    highlightFirstColumn: toggle("highlightFirstColumn"),
    highlightLastColumn: toggle("highlightLastColumn"),
    id: { read: (table) => table.id },
    legacyId: { read: (table) => table.id },
    name: {
      read: (table) => table.name,
      write: (table, given) => {
        const name = checkedTableName(String(given));
        const other = workbook.table(name);
        if (other !== undefined && other !== table) throw itemAlreadyExists();
        table.name = name;
      },
    },
    showBandedColumns: toggle("showBandedColumns"),
    showBandedRows: toggle("showBandedRows"),
    showFilterButton: toggle("showFilterButton"),
    showHeaders: toggle("showHeaders"),
    showTotals: toggle("showTotals"),
    style: {
      read: (table) => table.style,
      write: (table, given) => {
        table.style = String(given);
      },
    },
  };
}

/** The tables of one sheet or, with undefined, of the workbook. */
export function tablesMembers(context: SurfaceContext): Members<Sheet | undefined> {
  const { workbook } = context;
  return collectionMembers<Sheet | undefined, Table>({
    typeName: "TableCollection",
    list: (sheet) => workbook.tables.filter((table) => sheet === undefined || table.area.sheet === sheet),
    wrap: (table) => context.table(table),
    matches: (table, key) => workbook.table(String(key)) === table,
    methods: {
      add: (sheet, args) => context.table(addTable(workbook, areaArgument(workbook, sheet ?? workbook.activeSheet, args), { hasHeaders: args.at(1) === true })),
    },
  });
}

function addTable(workbook: Workbook, wished: Area, { hasHeaders }: { hasHeaders: boolean }): Table {
  const { sheet } = wished;
  if (sheet.protection !== undefined) throw protectedSheet();
  if (workbook.tables.some((table) => overlaps(table.area, wished))) throw invalidArgument("A table can't overlap another table.");
  const area = wished.copy();
  if (!hasHeaders) {
    sheet.moveCells({ axis: "rows", at: area.row, count: 1, bandFrom: area.column, bandCount: area.columnCount });
    area.rowCount += 1;
  }
  area.rowCount = Math.max(2, area.rowCount);
  let number = 1;
  while (workbook.table(`Table${String(number)}`) !== undefined) number += 1;
  const table = new Table(`{${workbook.nextNumber().toString(16).toUpperCase().padStart(8, "0")}-0002-0000-0000-000000000000}`, `Table${String(number)}`, area);
  table.tidyHeaders();
  workbook.tables.push(table);
  const payload = { tableId: table.id, worksheetId: sheet.id, source: workbook.actor.source };
  tellTargets(workbook, eventTypes.tableAdded, { targets: [workbookTarget, sheet.id], payload });
  announceChange(workbook, new Area(sheet, { ...place(area), rowCount: 1 }), { changeType: "RangeEdited", tables: [] });
  return table;
}
