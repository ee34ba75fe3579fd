import { Area } from "./area";
import { displayText } from "./display-text";
import { invalidArgument } from "./refusal";

export interface FilterCriteria {
  readonly filterOn?: string;
  readonly values?: readonly unknown[];
  readonly criterion1?: string;
  readonly criterion2?: string;
  readonly operator?: string;
}

export interface SortField {
  readonly key: number;
  readonly ascending?: boolean;
}

/** A table over an area whose first row is its header. Each column has an id that survives moves and renames. */
export class Table {
  style = "TableStyleMedium2";
  showHeaders = true;
  showTotals = false;
  showBandedRows = true;
  showBandedColumns = false;
  showFilterButton = true;
  highlightFirstColumn = false;
  highlightLastColumn = false;
  sortFields: readonly SortField[] = [];
  readonly filters = new Map<number, FilterCriteria>();
  columnIds: number[];
  private nextColumnId = 1;

  constructor(
    readonly id: string,
    public name: string,
    readonly area: Area,
  ) {
    this.columnIds = Array.from({ length: area.columnCount }, () => this.nextColumnId++);
  }

  get body(): Area {
    const rowCount = this.area.rowCount - 1 - (this.showTotals ? 1 : 0);
    return new Area(this.area.sheet, { row: this.area.row + 1, column: this.area.column, rowCount, columnCount: this.area.columnCount });
  }

  get headers(): readonly string[] {
    const { sheet, row, column } = this.area;
    return this.columnIds.map((_, index) => String(sheet.value(row, column + index)));
  }

  /** Gives new columns ids after the area became wider, and forgets those that fell off. */
  fitColumnIds(): void {
    while (this.columnIds.length < this.area.columnCount) this.columnIds.push(this.nextColumnId++);
    this.columnIds.length = this.area.columnCount;
  }

  insertColumnIds(at: number, count: number): void {
    this.columnIds.splice(at, 0, ...Array.from({ length: count }, () => this.nextColumnId++));
  }

  /** Header cells are text, never empty and never twice the same, as Excel keeps them. */
  tidyHeaders(): void {
    const { sheet, row, column } = this.area;
    const taken = new Set<string>();
    for (let index = 0; index < this.area.columnCount; index++) {
      const cell = sheet.ensureCell(row, column + index);
      const wished = cell.value === "" ? `Column${String(index + 1)}` : displayText(cell.value, cell.numberFormat);
      let name = wished;
      for (let suffix = 2; taken.has(name.toLowerCase()); suffix++) name = `${wished}${String(suffix)}`;
      taken.add(name.toLowerCase());
      cell.value = name;
      cell.formula = undefined;
    }
  }

  applyFilters(): void {
    const body = this.body;
    for (let row = body.row; row < body.row + body.rowCount; row++) {
      const shown = [...this.filters].every(([index, criteria]) => passes(body, { row, column: body.column + index }, criteria));
      if (shown) body.sheet.hiddenRows.delete(row);
      else body.sheet.hiddenRows.add(row);
    }
  }

  clearFilters(): void {
    this.filters.clear();
    this.applyFilters();
  }

  sort(fields: readonly SortField[]): void {
    const { sheet, row, column, rowCount, columnCount } = this.body;
    const rows = Array.from({ length: rowCount }, (_, i) => Array.from({ length: columnCount }, (_, j) => sheet.ensureCell(row + i, column + j)));
    rows.sort((one, other) => {
      for (const { key, ascending = true } of fields) {
        const order = compareValues(one[key]?.value ?? "", other[key]?.value ?? "");
        if (order !== 0) return ascending ? order : -order;
      }
      return 0;
    });
    rows.forEach((cells, i) => cells.forEach((cell, j) => sheet.setCell(row + i, column + j, cell)));
    this.sortFields = fields;
  }
}

function passes(body: Area, at: { row: number; column: number }, criteria: FilterCriteria): boolean {
  const value = body.sheet.value(at.row, at.column);
  const text = displayText(value, body.sheet.numberFormat(at.row, at.column)).toLowerCase();
  if (criteria.filterOn === "Values") return (criteria.values ?? []).some((wanted) => String(wanted).toLowerCase() === text);
  if (criteria.filterOn !== "Custom") return true;
  const first = meets(value, text, criteria.criterion1 ?? "");
  if (criteria.criterion2 === undefined) return first;
  const second = meets(value, text, criteria.criterion2);
  return criteria.operator === "Or" ? first || second : first && second;
}

function meets(value: unknown, text: string, criterion: string): boolean {
  const [, operator = "", wanted = ""] = /^(<=|>=|<>|=|<|>)?(.*)$/s.exec(criterion) ?? [];
  if (operator === "" || operator === "=") return text === wanted.toLowerCase();
  if (operator === "<>") return text !== wanted.toLowerCase();
  if (typeof value !== "number") return false;
  const limit = Number(wanted);
  if (operator === "<") return value < limit;
  if (operator === ">") return value > limit;
  return operator === "<=" ? value <= limit : value >= limit;
}

/** Numbers before texts before truth values; empty cells last. */
function compareValues(one: unknown, other: unknown): number {
  const rank = (value: unknown): number => (value === "" ? 3 : typeof value === "number" ? 0 : typeof value === "string" ? 1 : 2);
  if (rank(one) !== rank(other)) return rank(one) - rank(other);
  if (typeof one === "number" && typeof other === "number") return one - other;
  return String(one).localeCompare(String(other), "en-GB", { sensitivity: "base" });
}

export function checkedTableName(name: string): string {
  const looksLikeCell = /^([A-Za-z]{1,3}\d+|[RrCc])$/.test(name);
  if (looksLikeCell || name.length > 255 || !/^[\p{L}_\\][\p{L}\d_.\\]*$/u.test(name)) throw invalidArgument();
  return name;
}
