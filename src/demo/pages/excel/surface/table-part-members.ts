import { Area } from "../model/area";
import { announceChange, shiftCells, writeCells } from "../model/change-cells";
import { invalidArgument } from "../model/refusal";
import type { Table } from "../model/table";
import { collectionMembers, hostObject, type Members } from "./host-object";
import { setValues, valuesOf } from "./range-values";
import type { SurfaceContext } from "./surface-context";
import { setFilter } from "./table-filter-members";

interface Row {
  readonly table: Table;
  readonly index: number;
}

interface Column {
  readonly table: Table;
  readonly id: number;
}

function rowArea({ table, index }: Row): Area {
  const { sheet, row, column, columnCount } = table.body;
  return new Area(sheet, { row: row + index, column, rowCount: 1, columnCount });
}

export function tableRowsMembers(context: SurfaceContext): Members<Table> {
  const { workbook } = context;
  const item: Members<Row> = {
    typeName: "TableRow",
    scalars: {
      index: { read: ({ index }) => index },
      values: {
        read: (row) => valuesOf(rowArea(row)),
        write: (row, given) => {
          setValues(workbook, rowArea(row), given);
        },
      },
    },
    methods: {
      delete: (row) => {
        deleteRows(context, row.table, { from: row.index, count: 1 });
      },
      getRange: (row) => context.range(rowArea(row)),
    },
  };
  return collectionMembers<Table, Row>({
    typeName: "TableRowCollection",
    list: (table) => Array.from({ length: table.body.rowCount }, (_, index) => ({ table, index })),
    wrap: (row) => hostObject(item, row),
    matches: (row, key) => row.index === key,
    methods: {
      add: (table, args) => {
        const rows = rowsToAdd(table, args.at(1));
        const index = args.numberOr(0, table.body.rowCount);
        insertRows(context, table, { at: index < 0 ? table.body.rowCount : index, rows });
        return hostObject(item, { table, index });
      },
      deleteRows: (table, args) => {
        const rows = args.at(0);
        if (!Array.isArray(rows)) throw invalidArgument();
        for (const index of rows.map(Number).toSorted((one, other) => other - one)) deleteRows(context, table, { from: index, count: 1 });
      },
      deleteRowsAt: (table, args) => {
        deleteRows(context, table, { from: args.number(0), count: args.numberOr(1, 1) });
      },
    },
  });
}

/** One row, several rows, one value for a table of one column, or nothing for an empty row. */
function rowsToAdd(table: Table, given: unknown): unknown[][] {
  const { columnCount } = table.area;
  if (given === null || given === undefined) return [Array.from({ length: columnCount }, () => "")];
  const list: readonly unknown[] = Array.isArray(given) ? given : [[given]];
  const rows = list.every((row) => Array.isArray(row)) ? list.map((row: unknown[]) => row) : [[...list]];
  if (rows.some((row) => row.length !== columnCount)) {
    throw invalidArgument("The number of rows or columns in the input array doesn't match the size or dimensions of the range.");
  }
  return rows;
}

function insertRows(context: SurfaceContext, table: Table, { at, rows }: { at: number; rows: unknown[][] }): void {
  const { workbook } = context;
  const { sheet, row, column, rowCount, columnCount } = table.body;
  if (at > rowCount) throw invalidArgument();
  const area = new Area(sheet, { row: row + at, column, rowCount: rows.length, columnCount });
  shiftCells(workbook, area, { axis: "rows", kind: "insert" });
  if (at === rowCount) table.area.rowCount += rows.length;
  const above = at === 0 ? row + rows.length : row + at - 1;
  for (let j = column; j < column + columnCount; j++) {
    for (let i = area.row; i < area.row + rows.length; i++) sheet.ensureCell(i, j).numberFormat = sheet.numberFormat(above, j);
  }
  const entryAt = (i: number, j: number): string | number | boolean | undefined => {
    const entry = rows[i]?.[j];
    return typeof entry === "string" || typeof entry === "number" || typeof entry === "boolean" ? entry : undefined;
  };
  writeCells(workbook, area, { entryAt, rules: workbook.entryRules("month first") });
}

function deleteRows(context: SurfaceContext, table: Table, { from, count }: { from: number; count: number }): void {
  const { sheet, row, column, rowCount, columnCount } = table.body;
  if (from < 0 || count < 1 || from + count > rowCount) throw invalidArgument();
  shiftCells(context.workbook, new Area(sheet, { row: row + from, column, rowCount: count, columnCount }), { axis: "rows", kind: "delete" });
}

export function tableColumnsMembers(context: SurfaceContext): Members<Table> {
  const item = tableColumnMembers(context);
  return collectionMembers<Table, Column>({
    typeName: "TableColumnCollection",
    list: (table) => table.columnIds.map((id) => ({ table, id })),
    wrap: (column) => hostObject(item, column),
    matches: ({ table, id }, key) => id === key || (typeof key === "string" && headerOf({ table, id }).toLowerCase() === key.toLowerCase()),
    methods: {
      add: (table, args) => {
        const { sheet, row, column, rowCount, columnCount } = table.area;
        const index = args.numberOr(0, columnCount);
        const place = new Area(sheet, { row, column: column + (index < 0 ? columnCount : index), rowCount, columnCount: 1 });
        const isLast = place.column === column + columnCount;
        shiftCells(context.workbook, place, { axis: "columns", kind: "insert" });
        if (isLast) table.area.columnCount += 1;
        table.fitColumnIds();
        if (Array.isArray(args.at(1))) setValues(context.workbook, place, args.at(1));
        const name = args.optionalText(2);
        if (name !== undefined) sheet.ensureCell(row, place.column).value = name;
        table.tidyHeaders();
        return hostObject(item, { table, id: table.columnIds[place.column - column] ?? 0 });
      },
    },
  });
}

function indexOf({ table, id }: Column): number {
  return table.columnIds.indexOf(id);
}

function headerOf(column: Column): string {
  return column.table.headers[indexOf(column)] ?? "";
}

function columnArea(column: Column, of: Area): Area {
  return new Area(of.sheet, { row: of.row, column: of.column + indexOf(column), rowCount: of.rowCount, columnCount: 1 });
}

function headerArea(column: Column): Area {
  const whole = columnArea(column, column.table.area);
  return new Area(whole.sheet, { row: whole.row, column: whole.column, rowCount: 1, columnCount: 1 });
}

function tableColumnMembers(context: SurfaceContext): Members<Column> {
  const { workbook } = context;
  const filter: Members<Column> = {
    typeName: "Filter",
    scalars: { criteria: { read: (column) => column.table.filters.get(indexOf(column)) ?? null } },
    methods: {
      apply: (column, args) => {
        setFilter(column.table, indexOf(column), args.at(0));
      },
      applyCustomFilter: (column, args) => {
        setFilter(column.table, indexOf(column), { filterOn: "Custom", criterion1: args.text(0), criterion2: args.at(1), operator: args.at(2) });
      },
      applyValuesFilter: (column, args) => {
        setFilter(column.table, indexOf(column), { filterOn: "Values", values: args.at(0) });
      },
      clear: (column) => {
        column.table.filters.delete(indexOf(column));
        column.table.applyFilters();
      },
    },
  };
  return {
    typeName: "TableColumn",
    identity: ({ id }) => ({ Id: id }),
    scalars: {
      id: { read: ({ id }) => id },
      index: { read: indexOf },
      name: {
        read: headerOf,
        write: (column, given) => {
          headerArea(column).sheet.ensureCell(headerArea(column).row, headerArea(column).column).value = String(given);
          column.table.tidyHeaders();
          announceChange(workbook, headerArea(column), { changeType: "RangeEdited" });
        },
      },
      values: {
        read: (column) => valuesOf(columnArea(column, column.table.area)),
        write: (column, given) => {
          setValues(workbook, columnArea(column, column.table.area), given);
        },
      },
    },
    parts: { filter: (column) => hostObject(filter, column) },
    methods: {
      delete: (column) => {
        shiftCells(workbook, columnArea(column, column.table.area), { axis: "columns", kind: "delete" });
      },
      getDataBodyRange: (column) => context.range(columnArea(column, column.table.body)),
      getHeaderRowRange: (column) => context.range(headerArea(column)),
      getRange: (column) => context.range(columnArea(column, column.table.area)),
    },
  };
}
