import { formatShortDate, parseIsoDate, pence } from "../../kernel";
import { listWords } from "../../content";
import type { CellContent, ColumnKind } from "../../exchange";
import { columnOf, fillableColumns, showValue, valueAt, writtenValue, type Column, type Register } from "../../registers";
import type { StoredRow } from "../../store";
import type { GridColumn } from "../../ui";
import { markFor } from "./value-mark";

/** A grid column that also knows how to be sorted and how to stand in a workbook. */
export interface RecordColumn extends GridColumn<StoredRow> {
  readonly sortKey: (row: StoredRow) => string | number | undefined;
  readonly excel: { readonly kind: ColumnKind; readonly widthCharacters: number; readonly cell: (row: StoredRow) => CellContent };
}

const widths: Partial<Record<Column["type"], number>> = {
  wholeNumber: 96,
  number: 104,
  money: 136,
  date: 124,
  yesNo: 88,
  choice: 148,
  person: 168,
  longText: 260,
  reference: 200,
};

/** Every column a list of this register can show: Title first, because it names the record and opens it. */
export function recordColumns(register: Register, projectTitle: (ref: string) => string): readonly RecordColumn[] {
  const worked = Object.entries(register.columns)
    .filter(([, column]) => column.filledBy !== undefined && column.hidden !== true)
    .map(([name]) => name);
  const names = ["Title", "Ref", ...fillableColumns(register).map(([name]) => name), ...worked];
  return [...new Set(names)].flatMap((name) => {
    const column = columnOf(register, name);
    return column === undefined ? [] : [name === "ProjectRef" ? projectColumn(projectTitle) : valueColumn(name, column)];
  });
}

/** The columns that a list shows before anyone chooses. */
export function startingColumns(register: Register): readonly string[] {
  return ["Title", "Ref", ...register.shows, ...(columnOf(register, "ProjectRef") === undefined ? [] : ["ProjectRef"])];
}

export function valueColumn(name: string, column: Column): RecordColumn {
  const isNumber = column.type === "money" || column.type === "number" || column.type === "wholeNumber";
  const shown = (row: StoredRow): string => showValue(column, valueAt(row.values, name)) || listWords.notSet;
  return {
    id: name,
    label: column.label,
    widthPx: name === "Title" ? 320 : name === "Ref" ? 96 : (widths[column.type] ?? 180),
    align: isNumber ? "end" : "start",
    sortable: column.type !== "longText" || name === "Title",
    text: shown,
    ...renderOf(name, column),
    ...(column.filledBy === undefined && column.type !== "person" && column.type !== "people" && column.type !== "reference"
      ? {
          edit: {
            start: (row: StoredRow) => writtenValue(column, valueAt(row.values, name)),
            ...(column.type === "choice" ? { choices: column.choices.map((choice) => ({ value: choice, label: choice })) } : {}),
          },
        }
      : {}),
    sortKey: (row) => sortKey(column, valueAt(row.values, name), name === "Ref" ? valueAt(row.values, "RefNo") : undefined),
    excel: {
      kind: excelKind(column),
      widthCharacters: name === "Title" ? 48 : Math.max(12, Math.round((widths[column.type] ?? 180) / 7)),
      cell: (row) => excelCell(column, valueAt(row.values, name)),
    },
  };
}

function renderOf(name: string, column: Column): Pick<RecordColumn, "render"> {
  if (column.type === "date") return { render: (row) => shortDate(valueAt(row.values, name)) };
  if (name !== "Title")
    return { render: (row) => markFor(column, valueAt(row.values, name)) ?? (showValue(column, valueAt(row.values, name)) || listWords.notSet) };
  return {};
}

function shortDate(value: unknown): string {
  const day = typeof value === "string" ? parseIsoDate(value) : undefined;
  return day === undefined ? listWords.notSet : formatShortDate(day);
}

export function projectColumn(projectTitle: (ref: string) => string): RecordColumn {
  const shown = (row: StoredRow): string | undefined => {
    const ref = valueAt(row.values, "ProjectRef");
    return typeof ref === "string" ? projectTitle(ref) : undefined;
  };
  return {
    id: "ProjectRef",
    label: listWords.project,
    widthPx: 200,
    align: "start",
    sortable: true,
    text: (row) => shown(row) ?? listWords.notSet,
    sortKey: (row) => shown(row)?.toLowerCase(),
    excel: { kind: "text", widthCharacters: 28, cell: shown },
  };
}

function sortKey(column: Column, value: string | number | boolean | undefined, numberOfRef: unknown): string | number | undefined {
  if (typeof numberOfRef === "number") return numberOfRef; // R-10000 stands after R-9999
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value !== "string") return value;
  // A choice is sorted by the order of its list: Critical before High before Low.
  const place = column.type === "choice" ? column.choices.indexOf(value) : -1;
  return place === -1 ? (column.type === "choice" ? column.choices.length : value.toLowerCase()) : place;
}

function excelKind(column: Column): ColumnKind {
  switch (column.type) {
    case "date":
    case "money":
    case "number":
    case "wholeNumber":
    case "link":
      return column.type;
    default:
      return "text";
  }
}

function excelCell(column: Column, value: string | number | boolean | undefined): CellContent {
  if (value === undefined) return undefined;
  if (column.type === "money" && typeof value === "number") return { pence: pence(value) };
  const day = column.type === "date" && typeof value === "string" ? parseIsoDate(value) : undefined;
  if (day !== undefined) return { date: day };
  if (column.type === "link" && typeof value === "string") return { text: value, href: value };
  return typeof value === "number" ? value : showValue(column, value);
}
