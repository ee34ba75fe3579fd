import type { Area } from "./area";
import { overlaps } from "./area";
import { columnLimit, formatRectangle, rowLimit } from "./rectangle";
import { movedPosition, type Shift } from "./sheet";
import type { Table } from "./table";
import { valueType, type CellValue, type EntryRules } from "./typed-value";
import type { Workbook } from "./workbook";

/** office.js's numbers of the events it registers handlers for (excel-web-16.00.debug.js, `eventType`). */
export const eventTypes = {
  worksheetChanged: 10,
  worksheetActivated: 11,
  worksheetAdded: 13,
  worksheetSelectionChanged: 14,
  worksheetDeleted: 15,
  worksheetRowSorted: 19,
  tableSelectionChanged: 100,
  tableChanged: 101,
  tableAdded: 102,
  tableDeleted: 103,
} as const;

/** The target id of events that a collection of the whole workbook listens to. */
export const workbookTarget = "Workbook";

/** @param entryAt undefined leaves a cell alone, as null does in `range.values`. */
export function writeCells(workbook: Workbook, area: Area, writing: { entryAt(row: number, column: number): CellValue | undefined; rules: EntryRules }): void {
  const { sheet, row, column, rowCount, columnCount } = area;
  const isOneCell = rowCount === 1 && columnCount === 1;
  const valueBefore = isOneCell ? sheet.value(row, column) : "";
  let wroteSomething = false;
  for (let i = 0; i < rowCount; i++) {
    for (let j = 0; j < columnCount; j++) {
      const entry = writing.entryAt(i, j);
      if (entry === undefined) continue;
      sheet.put({ row: row + i, column: column + j }, entry, writing.rules);
      wroteSomething ||= entry !== "";
    }
  }
  if (wroteSomething) growTables(workbook, area);
  for (const table of tablesTouching(workbook, area)) if (area.row <= table.area.row) table.tidyHeaders();
  const valueAfter = isOneCell ? sheet.value(row, column) : "";
  const details = { valueBefore, valueAfter, valueTypeBefore: valueType(valueBefore), valueTypeAfter: valueType(valueAfter) };
  announceChange(workbook, area, { changeType: "RangeEdited", details: isOneCell ? details : {} });
}

/** A table takes in rows that are written directly below it, and lends them the formats of its last row. */
function growTables(workbook: Workbook, written: Area): void {
  for (const table of workbook.tables) {
    const { sheet, row, column, rowCount, columnCount } = table.area;
    const isBelow = written.sheet === sheet && written.row === row + rowCount;
    const isWithin = written.column >= column && written.column + written.columnCount <= column + columnCount;
    if (!isBelow || !isWithin || table.showTotals) continue;
    table.area.rowCount += written.rowCount;
    for (let j = column; j < column + columnCount; j++) {
      const above = sheet.cell(row + rowCount - 1, j);
      if (above === undefined || rowCount === 1) continue;
      for (let i = written.row; i < written.row + written.rowCount; i++) {
        const cell = sheet.ensureCell(i, j);
        if (cell.numberFormat === "General") cell.numberFormat = above.numberFormat;
      }
    }
  }
}

function tablesTouching(workbook: Workbook, area: Area): readonly Table[] {
  return workbook.tables.filter((table) => overlaps(table.area, area));
}

/** Inserts or deletes rows or columns, or a band of them, and moves everything that stands on the sheet. */
export function shiftCells(workbook: Workbook, area: Area, change: { axis: "rows" | "columns"; kind: "insert" | "delete" }): void {
  const { sheet } = area;
  const alongRows = change.axis === "rows";
  const size = alongRows ? area.rowCount : area.columnCount;
  const shift: Shift = {
    axis: change.axis,
    at: alongRows ? area.row : area.column,
    count: change.kind === "insert" ? size : -size,
    bandFrom: alongRows ? area.column : area.row,
    bandCount: alongRows ? area.columnCount : area.rowCount,
  };
  const touched = tablesTouching(workbook, area);
  const place = area.copy();
  sheet.moveCells(shift);
  if (shift.bandCount === (alongRows ? columnLimit : rowLimit)) moveHidden(alongRows ? sheet.hiddenRows : sheet.hiddenColumns, shift);
  moveTableColumns(touched, shift);
  for (const each of workbook.areasOf(sheet)) moveArea(each, shift);
  workbook.forgetGoneAreas();
  for (const table of workbook.tables) {
    if (table.area.sheet !== sheet) continue;
    table.area.rowCount = Math.max(2, table.area.rowCount); // Excel keeps one empty body row
    table.fitColumnIds();
    table.tidyHeaders();
  }
  const changeType = `${alongRows ? "Row" : "Column"}${change.kind === "insert" ? "Inserted" : "Deleted"}`;
  announceChange(workbook, place, { changeType, tables: touched });
}

function moveHidden(hidden: Set<number>, shift: Shift): void {
  const moved = [...hidden].flatMap((position) => movedPosition(position, shift) ?? []);
  hidden.clear();
  for (const position of moved) hidden.add(position);
}

function moveTableColumns(tables: readonly Table[], shift: Shift): void {
  if (shift.axis === "rows") return;
  for (const table of tables) {
    const first = shift.at - table.area.column;
    if (shift.count > 0 && first > 0 && first < table.area.columnCount) table.insertColumnIds(first, shift.count);
    if (shift.count < 0) table.columnIds = table.columnIds.filter((_, index) => index < first || index >= first - shift.count);
  }
}

function moveArea(area: Area, shift: Shift): void {
  const alongRows = shift.axis === "rows";
  const [start, length, across] = alongRows ? [area.row, area.rowCount, area.column] : [area.column, area.columnCount, area.row];
  if (across < shift.bandFrom || across >= shift.bandFrom + shift.bandCount) return;
  const { start: newStart, length: newLength } = shift.count > 0 ? stretched(start, length, shift) : shrunk(start, length, shift);
  area.gone = newLength <= 0;
  if (alongRows) Object.assign(area, { row: newStart, rowCount: newLength });
  else Object.assign(area, { column: newStart, columnCount: newLength });
}

function stretched(start: number, length: number, { at, count }: Shift): { start: number; length: number } {
  if (at <= start) return { start: start + count, length };
  return { start, length: at < start + length ? length + count : length };
}

function shrunk(start: number, length: number, { at, count }: Shift): { start: number; length: number } {
  const end = at - count;
  const cut = Math.max(0, Math.min(start + length, end) - Math.max(start, at));
  const before = Math.max(0, Math.min(start, end) - at);
  return { start: start - before, length: length - cut };
}

export interface ChangeNews {
  readonly changeType: string;
  readonly details?: Readonly<Record<string, unknown>>;
  /** Tables to tell; those under the area when left out. */
  readonly tables?: readonly Table[];
}

/** Raises what Excel raises: one event for the sheet and one for each table under the change. */
export function announceChange(workbook: Workbook, area: Area, news: ChangeNews): void {
  const referenceId = workbook.keepEventArea(area.copy());
  const payload = {
    changeType: news.changeType,
    source: workbook.actor.source,
    address: formatRectangle(area),
    worksheetId: area.sheet.id,
    referenceId,
    ...news.details,
  };
  for (const table of news.tables ?? tablesTouching(workbook, area)) {
    tellTargets(workbook, eventTypes.tableChanged, {
      targets: [table.id, area.sheet.id, workbookTarget],
      payload: { ...payload, tableId: table.id },
    });
  }
  const worksheetPayload = { ...payload, triggerSource: workbook.actor.triggerSource, shiftDirection: "None" };
  tellTargets(workbook, eventTypes.worksheetChanged, { targets: [area.sheet.id, workbookTarget], payload: worksheetPayload });
}

export function tellTargets(workbook: Workbook, type: number, news: { targets: readonly string[]; payload: Readonly<Record<string, unknown>> }): void {
  for (const targetId of news.targets) workbook.tellClient({ type, targetId, payload: news.payload });
}

export function selectArea(workbook: Workbook, area: Area): void {
  workbook.activeSheet = area.sheet;
  workbook.selection = area.copy();
  const payload = { address: formatRectangle(area), worksheetId: area.sheet.id };
  tellTargets(workbook, eventTypes.worksheetSelectionChanged, { targets: [area.sheet.id, workbookTarget], payload });
  for (const table of workbook.tables) {
    if (table.area.sheet !== area.sheet) continue;
    const isInside = overlaps(table.area, area);
    const tablePayload = { ...payload, isInsideTable: isInside, address: isInside ? payload.address : "", tableId: table.id };
    tellTargets(workbook, eventTypes.tableSelectionChanged, { targets: [table.id], payload: tablePayload });
  }
}

export function activateSheet(workbook: Workbook, sheet: Area["sheet"]): void {
  if (workbook.activeSheet === sheet) return;
  workbook.activate(sheet);
  tellTargets(workbook, eventTypes.worksheetActivated, { targets: [sheet.id, workbookTarget], payload: { worksheetId: sheet.id } });
}
