import { columnOf, type Column, type Columns, type Register, type Row, type Values } from "../registers";
import { toCell } from "./cell";
import { personCell } from "./person-cell";
import { keyHeader, type SheetValue } from "./sheet-content";

/** A register's column as it stands in a sheet: found by its header, never by its place. */
export interface SheetColumn {
  readonly name: string;
  readonly header: string;
  readonly column: Column;
  /** Filled by the product: shown, and refused when typed over. */
  readonly isLocked: boolean;
}

/** No cell can hold more characters than this, so such columns stay out of sheets. */
const longestInACell = 32_767;

/** What a sheet shows before anyone chooses: Ref, project, title, then the light and standard columns of the register. */
export function defaultSheetColumns(register: Register): readonly string[] {
  const first = ["Ref", "ProjectRef", "ProgrammeRef", "Title"];
  const further = Object.entries(register.columns as Columns)
    .filter(([name, column]) => !first.includes(name) && column.hidden !== true && column.level !== "full" && column.filledBy !== "once")
    .map(([name]) => name);
  const own = Object.keys(register.columns).filter((name) => !further.includes(name));
  return [...first.filter((name) => own.includes(name)), ...further].filter((name) => fitsACell(columnOf(register, name)));
}

function fitsACell(column: Column | undefined): boolean {
  return column !== undefined && !(column.type === "longText" && column.longest > longestInACell);
}

/** Columns with their headers. Excel compares headers without case and wants each once, so a repeated label is told apart by name. */
export function sheetColumns(register: Register, names: readonly string[]): readonly SheetColumn[] {
  const taken = new Set<string>([keyHeader]);
  return names.flatMap((name) => {
    const column = columnOf(register, name);
    if (column === undefined) return [];
    const header = taken.has(column.label.toLowerCase()) ? `${column.label} (${name})` : column.label;
    taken.add(header.toLowerCase());
    return [{ name, header, column, isLocked: column.filledBy !== undefined }];
  });
}

/** What the sheet shows of a row in this column. */
export function cellOf({ name, column }: SheetColumn, values: Values): SheetValue {
  return column.type === "person" ? personCell(values, name) : toCell(column, Object.hasOwn(values, name) ? values[name] : undefined);
}

/** The values of a row that these columns show, and no others: a workbook holds only what its table shows. */
export function shownValues(columns: readonly SheetColumn[], row: Pick<Row, "values">): Values {
  const names = new Set(columns.flatMap(({ name, column }) => (column.type === "person" ? [name, `${name}Address`] : [name])));
  return Object.fromEntries(Object.entries(row.values).filter(([name]) => names.has(name)));
}
