import { booleanAt, isRecord, listAt, numberAt, property, textAt } from "../../../../kernel";
import { Area } from "./area";
import { recalculate } from "./recalculate";
import { Sheet } from "./sheet";
import { Table, type FilterCriteria } from "./table";
import type { CellValue } from "./typed-value";
import type { Workbook } from "./workbook";

const fileVersion = 1;

/** The workbook as plain JSON: what a person and an add-in put into the file, not selection, handlers or kept ranges. */
export function writeWorkbook(workbook: Workbook): unknown {
  return {
    version: fileVersion,
    lastNumber: workbook.lastNumber,
    activeSheet: workbook.activeSheet.id,
    sheets: workbook.sheets.map(writeSheet),
    tables: workbook.tables.map(({ id, name, area, style, showBandedRows, filters }) => ({
      id,
      name,
      at: place(area),
      style,
      showBandedRows,
      filters: [...filters],
    })),
    names: workbook.names.map(({ name, area, formula, comment, visible }) => ({ name, at: area && place(area), formula, comment, visible })),
    xmlParts: workbook.xmlParts,
    comments: workbook.comments.map(({ id, area, content, resolved }) => ({ id, at: place(area), content, resolved })),
    validations: workbook.validations.map(({ area, rule, errorAlert, prompt, ignoreBlanks }) => ({
      at: place(area),
      rule,
      errorAlert,
      prompt,
      ignoreBlanks,
    })),
    settings: [...workbook.settings],
    customProperties: [...workbook.customProperties],
  };
}

function place({ sheet, row, column, rowCount, columnCount }: Area): unknown {
  return { sheet: sheet.id, row, column, rowCount, columnCount };
}

function writeSheet(sheet: Sheet): unknown {
  const { id, name, visibility, frozen, hiddenRows, hiddenColumns, columnWidths, columnFormats } = sheet;
  const cells = [...sheet.placedCells()].map(({ row, column, cell }) => [row, column, cell.value, cell.formula ?? null, cell.numberFormat, cell.style]);
  return {
    id,
    name,
    visibility,
    frozen,
    cells,
    hiddenRows: [...hiddenRows],
    hiddenColumns: [...hiddenColumns],
    columnWidths: [...columnWidths],
    columnFormats: [...columnFormats],
  };
}

/** Fills a new workbook from kept JSON. @returns false, and leaves the workbook as it is, when the JSON is not one. */
export function readWorkbook(workbook: Workbook, kept: unknown): boolean {
  const [first, ...others] = listAt(kept, "sheets").flatMap((each) => readSheet(each) ?? []);
  if (numberAt(kept, "version") !== fileVersion || first === undefined) return false;
  workbook.openSheets([first, ...others]);
  const byId = new Map(workbook.sheets.map((sheet) => [sheet.id, sheet]));
  const areaAt = (item: unknown): Area | undefined => readArea(byId, property(item, "at"));
  readTables(workbook, listAt(kept, "tables"), areaAt);
  readNotes(workbook, kept, areaAt);
  workbook.activate(byId.get(textAt(kept, "activeSheet") ?? "") ?? workbook.activeSheet);
  workbook.skipNumbersTo(numberAt(kept, "lastNumber") ?? 0);
  recalculate(workbook);
  return true;
}

function readSheet(kept: unknown): Sheet | undefined {
  const [id, name] = [textAt(kept, "id"), textAt(kept, "name")];
  if (id === undefined || name === undefined) return undefined;
  const sheet = new Sheet(id, name);
  const visibility = textAt(kept, "visibility");
  if (visibility === "Hidden" || visibility === "VeryHidden") sheet.visibility = visibility;
  const frozen = property(kept, "frozen");
  sheet.frozen = { rows: numberAt(frozen, "rows") ?? 0, columns: numberAt(frozen, "columns") ?? 0 };
  for (const row of listAt(kept, "hiddenRows")) if (typeof row === "number") sheet.hiddenRows.add(row);
  for (const column of listAt(kept, "hiddenColumns")) if (typeof column === "number") sheet.hiddenColumns.add(column);
  for (const [column, width] of pairs(kept, "columnWidths")) if (typeof column === "number" && typeof width === "number") sheet.columnWidths.set(column, width);
  for (const [column, format] of pairs(kept, "columnFormats"))
    if (typeof column === "number" && typeof format === "string") sheet.columnFormats.set(column, format);
  for (const cell of listAt(kept, "cells")) {
    const [row, column, value, formula, numberFormat, style] = listFrom(cell);
    if (typeof row !== "number" || typeof column !== "number" || !isCellValue(value) || typeof numberFormat !== "string") continue;
    sheet.setCell(row, column, {
      value,
      formula: typeof formula === "string" ? formula : undefined,
      numberFormat,
      style: isRecord(style) ? { ...style } : {},
    });
  }
  return sheet;
}

function listFrom(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function pairs(kept: unknown, name: string): readonly (readonly unknown[])[] {
  return listAt(kept, name).filter((pair) => Array.isArray(pair));
}

function isCellValue(value: unknown): value is CellValue {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

function readArea(byId: ReadonlyMap<string, Sheet>, at: unknown): Area | undefined {
  const sheet = byId.get(textAt(at, "sheet") ?? "");
  const [row, column, rowCount, columnCount] = ["row", "column", "rowCount", "columnCount"].map((name) => numberAt(at, name));
  if (sheet === undefined || row === undefined || column === undefined || rowCount === undefined || columnCount === undefined) return undefined;
  return new Area(sheet, { row, column, rowCount, columnCount });
}

function readTables(workbook: Workbook, kept: readonly unknown[], areaAt: (item: unknown) => Area | undefined): void {
  for (const each of kept) {
    const area = areaAt(each);
    const [id, name] = [textAt(each, "id"), textAt(each, "name")];
    if (area === undefined || id === undefined || name === undefined) continue;
    const table = new Table(id, name, area);
    table.style = textAt(each, "style") ?? table.style;
    table.showBandedRows = booleanAt(each, "showBandedRows") ?? true;
    for (const [index, criteria] of pairs(each, "filters"))
      if (typeof index === "number" && isRecord(criteria)) table.filters.set(index, readCriteria(criteria));
    workbook.tables.push(table);
  }
}

function readCriteria(kept: Readonly<Record<string, unknown>>): FilterCriteria {
  const texts = Object.entries(kept).filter(([, value]) => typeof value === "string");
  return { ...Object.fromEntries(texts), values: listAt(kept, "values") };
}

function readNotes(workbook: Workbook, kept: unknown, areaAt: (item: unknown) => Area | undefined): void {
  for (const each of listAt(kept, "names")) {
    const name = textAt(each, "name");
    if (name === undefined) continue;
    workbook.names.push({
      name,
      area: areaAt(each),
      formula: textAt(each, "formula") ?? "",
      comment: textAt(each, "comment") ?? "",
      visible: booleanAt(each, "visible") ?? true,
    });
  }
  for (const each of listAt(kept, "xmlParts")) {
    const [id, xml] = [textAt(each, "id"), textAt(each, "xml")];
    if (id !== undefined && xml !== undefined) workbook.xmlParts.push({ id, xml });
  }
  for (const each of listAt(kept, "comments")) {
    const area = areaAt(each);
    const [id, content] = [textAt(each, "id"), textAt(each, "content")];
    if (area !== undefined && id !== undefined && content !== undefined)
      workbook.comments.push({ id, area, content, resolved: booleanAt(each, "resolved") ?? false });
  }
  for (const each of listAt(kept, "validations")) {
    const area = areaAt(each);
    const rule = property(each, "rule");
    if (area === undefined || !isRecord(rule)) continue;
    workbook.validations.push({
      area,
      rule,
      errorAlert: property(each, "errorAlert"),
      prompt: property(each, "prompt"),
      ignoreBlanks: booleanAt(each, "ignoreBlanks") ?? true,
    });
  }
  for (const [key, value] of pairs(kept, "settings")) if (typeof key === "string") workbook.settings.set(key, value);
  for (const [key, value] of pairs(kept, "customProperties")) if (typeof key === "string") workbook.customProperties.set(key, value);
}
