import { columnLimit, type Rectangle } from "./rectangle";
import { invalidArgument, protectedSheet } from "./refusal";
import { storeEntry, type CellValue, type EntryRules } from "./typed-value";

export type StyleName =
  | "fillColor"
  | "fontColor"
  | "fontName"
  | "fontSize"
  | "bold"
  | "italic"
  | "strikethrough"
  | "underline"
  | "horizontalAlignment"
  | "verticalAlignment"
  | "indentLevel"
  | "wrapText"
  | "locked"
  | "hyperlink"
  | "borders";
export type CellStyle = Partial<Record<StyleName, unknown>>;

export interface Cell {
  value: CellValue;
  formula: string | undefined;
  numberFormat: string;
  style: CellStyle;
}

export interface PlacedCell {
  readonly row: number;
  readonly column: number;
  readonly cell: Cell;
}

/** Cells along `axis` from `at` on move by `count` (negative: that many are deleted), within a band across the other axis. */
export interface Shift {
  readonly axis: "rows" | "columns";
  readonly at: number;
  readonly count: number;
  readonly bandFrom: number;
  readonly bandCount: number;
}

/** One worksheet: a sparse grid of cells. It knows nothing of tables, events or Office.js. */
export class Sheet {
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  readonly columnWidths = new Map<number, number>();
  /** Formats given to whole columns; cells created later start with them. */
  readonly columnFormats = new Map<number, string>();
  readonly customProperties = new Map<string, unknown>();
  visibility: "Visible" | "Hidden" | "VeryHidden" = "Visible";
  tabColor = "";
  showGridlines = true;
  frozen = { rows: 0, columns: 0 };
  protection: { readonly options: unknown; readonly password: string | undefined } | undefined;
  hasFormulas = false;
  private cells = new Map<number, Cell>();

  constructor(
    readonly id: string,
    public name: string,
  ) {}

  cell(row: number, column: number): Cell | undefined {
    return this.cells.get(row * columnLimit + column);
  }

  ensureCell(row: number, column: number): Cell {
    const key = row * columnLimit + column;
    let cell = this.cells.get(key);
    if (cell === undefined) {
      cell = { value: "", formula: undefined, numberFormat: this.columnFormats.get(column) ?? "General", style: {} };
      this.cells.set(key, cell);
    }
    return cell;
  }

  value(row: number, column: number): CellValue {
    return this.cell(row, column)?.value ?? "";
  }

  numberFormat(row: number, column: number): string {
    return this.cell(row, column)?.numberFormat ?? this.columnFormats.get(column) ?? "General";
  }

  /** Stores an entry as Excel would. Throws a Refusal for a locked cell of a protected sheet. */
  put(at: { readonly row: number; readonly column: number }, entry: CellValue, rules: EntryRules): void {
    if (this.protection !== undefined && this.cell(at.row, at.column)?.style.locked !== false) throw protectedSheet();
    const cell = this.ensureCell(at.row, at.column);
    const stored = storeEntry(entry, cell.numberFormat, rules);
    cell.value = stored.value;
    cell.formula = stored.formula;
    cell.numberFormat = stored.numberFormat;
    if (stored.formula !== undefined) this.hasFormulas = true;
  }

  setCell(row: number, column: number, cell: Cell): void {
    this.cells.set(row * columnLimit + column, cell);
    if (cell.formula !== undefined) this.hasFormulas = true;
  }

  *placedCells(): Generator<PlacedCell> {
    for (const [key, cell] of this.cells) yield { row: Math.floor(key / columnLimit), column: key % columnLimit, cell };
  }

  /** The smallest rectangle around all cells with a value; undefined for an empty sheet. */
  usedRectangle(): Rectangle | undefined {
    let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
    for (const { row, column, cell } of this.placedCells()) {
      if (cell.value === "" && cell.formula === undefined) continue;
      top = Math.min(top, row);
      left = Math.min(left, column);
      bottom = Math.max(bottom, row);
      right = Math.max(right, column);
    }
    return bottom < 0 ? undefined : { row: top, column: left, rowCount: bottom - top + 1, columnCount: right - left + 1 };
  }

  /** Moves cells only; `shiftCells` of the workbook moves tables and other areas with them. */
  moveCells(shift: Shift): void {
    if (this.protection !== undefined) throw protectedSheet();
    const moved = new Map<number, Cell>();
    for (const { row, column, cell } of this.placedCells()) {
      const [along, across] = shift.axis === "rows" ? [row, column] : [column, row];
      const inBand = across >= shift.bandFrom && across < shift.bandFrom + shift.bandCount;
      const to = inBand ? movedPosition(along, shift) : along;
      if (to === undefined) continue;
      moved.set(shift.axis === "rows" ? to * columnLimit + column : row * columnLimit + to, cell);
    }
    this.cells = moved;
  }
}

/** Where a row or column stands after a shift; undefined when it was deleted. */
export function movedPosition(along: number, shift: Shift): number | undefined {
  if (along < shift.at) return along;
  return shift.count < 0 && along < shift.at - shift.count ? undefined : along + shift.count;
}

/** @returns the name when Excel would take it: 1 to 31 characters, none of \ / ? * [ ] : */
export function checkedSheetName(name: string): string {
  if (name === "" || name.length > 31 || /[\\/?*[\]:]/.test(name)) throw invalidArgument("The worksheet name is invalid.");
  return name;
}
