import { exchangeWords } from "../../content";
import { cellText, findHeadings, type Cell, type Sheet } from "../../exchange";

/** The table of a sheet as an import sees it: named columns and rows that hold something. */
export interface SourceTable {
  readonly headings: readonly string[];
  readonly rows: readonly SourceRow[];
  /** The words above the headings, which may name a scale. */
  readonly titleRows: readonly string[];
  /** Index of the heading row in the sheet; -1 when the sheet is empty. */
  readonly headingRow: number;
}

export interface SourceRow {
  /** The row's number in the sheet, as Excel shows it. */
  readonly position: number;
  readonly cells: readonly Cell[];
}

/** @param headingRow index of the row that a person says holds the headings; absent: found. */
export function sourceTable(sheet: Sheet, headingRow?: number): SourceTable {
  const found = findHeadings(sheet);
  if (headingRow === undefined || headingRow === found.headingRow) {
    return { headings: found.headings, rows: filledRows(sheet, found.firstRow), titleRows: found.titleRows, headingRow: found.headingRow };
  }
  const rows = filledRows(sheet, headingRow + 1);
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), sheet.rows[headingRow]?.length ?? 0);
  return {
    headings: headingsAt(sheet.rows[headingRow] ?? [], width),
    rows,
    titleRows: sheet.rows
      .slice(0, headingRow)
      .map((row) => row.map(cellText).join(" ").trim())
      .filter((text) => text !== ""),
    headingRow,
  };
}

function filledRows(sheet: Sheet, from: number): readonly SourceRow[] {
  return sheet.rows.flatMap((cells, index) => (index >= from && cells.some(isFilled) ? [{ position: index + 1, cells }] : []));
}

export function isFilled(cell: Cell): boolean {
  return cell !== undefined && cellText(cell).trim() !== "";
}

/** The first filled cell of a column, short. */
export function exampleOf(table: SourceTable, column: number): string | undefined {
  const row = table.rows.find(({ cells }) => isFilled(cells[column]));
  const text = row === undefined ? "" : cellText(row.cells[column]).replace(/\s+/g, " ").trim();
  return text === "" ? undefined : text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** Rows near the top that could be the headings, with their first words. */
export function headingCandidates(sheet: Sheet): readonly { readonly row: number; readonly words: string }[] {
  return sheet.rows.slice(0, 20).flatMap((cells, row) => {
    const words = cells
      .filter(isFilled)
      .slice(0, 4)
      .map((cell) => cellText(cell).replace(/\s+/g, " ").trim().slice(0, 30));
    return words.length === 0 ? [] : [{ row, words: words.join(" · ") }];
  });
}

/** Every column gets a name, and no name stands twice: a mapping is remembered by them. */
function headingsAt(cells: readonly Cell[], width: number): readonly string[] {
  const times = new Map<string, number>();
  return Array.from({ length: width }, (_, column) => {
    const own = cellText(cells[column]).replace(/\s+/g, " ").trim() || exchangeWords.unnamedColumn(columnLetters(column));
    const time = (times.get(own) ?? 0) + 1;
    times.set(own, time);
    return time === 1 ? own : `${own} (${String(time)})`;
  });
}

function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : `${columnLetters(Math.floor(column / 26) - 1)}${last}`;
}
