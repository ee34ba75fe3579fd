import { valueWords } from "../content";
import type { Column, Register, Row } from "../registers";
import { numberFormatOf } from "./cell";
import { rowKey } from "./row-key";
import { cellOf, sheetColumns, shownValues } from "./sheet-columns";
import { keyHeader, type SheetValue } from "./sheet-content";
import type { Snapshot } from "./snapshot";

/** What Excel may offer or check while somebody types. It never replaces the check at publishing: pasting goes past it. */
export type CellRule =
  { readonly kind: "list"; readonly choices: readonly string[] } | { readonly kind: "wholeNumber"; readonly from: number; readonly to: number };

export interface PlannedColumn {
  readonly header: string;
  readonly numberFormat: string;
  readonly isHidden: boolean;
  readonly isLocked: boolean;
  readonly widthCharacters: number;
  readonly rule?: CellRule;
}

/** A table ready to be written: every row has a cell for every column. */
export interface SheetPlan {
  /** A wish: Excel wants each table's name once. */
  readonly tableName: string;
  readonly columns: readonly PlannedColumn[];
  readonly cells: readonly (readonly SheetValue[])[];
}

export interface SheetRequest {
  /** As the list is kept. */
  readonly register: Register;
  readonly site: string;
  readonly rows: readonly Row[];
  /** Names of the register's columns, in the order of the sheet. */
  readonly columns: readonly string[];
}

/** The table for these rows. The key comes first and is hidden: pasting over the visible columns leaves it alone. */
export function sheetPlan({ register, site, rows, columns }: SheetRequest): SheetPlan {
  const shown = sheetColumns(register, columns);
  const place = { site, register: register.name };
  const key: PlannedColumn = { header: keyHeader, numberFormat: "@", isHidden: true, isLocked: true, widthCharacters: 12 };
  return {
    tableName: register.name,
    columns: [
      key,
      ...shown.map(({ header, column, isLocked }) => {
        const rule = isLocked ? undefined : ruleOf(column);
        const common = { header, numberFormat: numberFormatOf(column), isHidden: false, isLocked, widthCharacters: widthOf(column, header) };
        return rule === undefined ? common : { ...common, rule };
      }),
    ],
    cells: rows.map((row) => [rowKey(place, row.id), ...shown.map((column) => cellOf(column, row.values))]),
  };
}

/** What the sheet of these rows shows, to be kept beside it. */
export function snapshotOf(request: SheetRequest, head: { readonly tableName: string; readonly asAtMs: number; readonly project?: string }): Snapshot {
  const { register, site, rows, columns } = request;
  const shown = sheetColumns(register, columns);
  return {
    ...head,
    register: register.name,
    site,
    columns: shown.map(({ name }) => name),
    rows: new Map(rows.map((row) => [row.id, { ...(row.etag === undefined ? {} : { etag: row.etag }), values: shownValues(shown, row) }])),
  };
}

function ruleOf(column: Column): CellRule | undefined {
  if (column.type === "choice") return { kind: "list", choices: column.choices };
  if (column.type === "yesNo") return { kind: "list", choices: [valueWords.yes, valueWords.no] };
  if (column.type === "wholeNumber" && column.from !== undefined && column.to !== undefined) return { kind: "wholeNumber", from: column.from, to: column.to };
  return undefined;
}

function widthOf(column: Column, header: string): number {
  const standard = { longText: 44, text: 24, people: 32, person: 32, link: 28, money: 14, date: 13 } as const;
  const wanted = column.type in standard ? standard[column.type as keyof typeof standard] : 14; // the check above narrows the key
  return Math.max(wanted, Math.min(header.length + 3, 24));
}
