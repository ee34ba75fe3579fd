import { cellText, findHeadings, findTableRows, type Cell, type LeftOutReason, type Sheet } from "../../exchange";

/** The table of a sheet as an import sees it: named columns and rows that hold something. */
export interface SourceTable {
  readonly headings: readonly string[];
  readonly rows: readonly SourceRow[];
  /** Filled rows beneath the headings that are no records, or that nobody sees in the file. */
  readonly leftOut: readonly LeftOut[];
  /** The words above the headings, which may name a scale. */
  readonly titleRows: readonly string[];
  /** Index of the heading row in the sheet; -1 when the sheet is empty. */
  readonly headingRow: number;
  /** Indexes of columns that the file hides. */
  readonly hiddenColumns: ReadonlySet<number>;
  /** Indexes of the headings of further tables in the sheet. */
  readonly otherHeadings: readonly number[];
}

export interface SourceRow {
  /** The row's number in the sheet, as Excel shows it. */
  readonly position: number;
  readonly cells: readonly Cell[];
}

/** `nothing`: no column that is used holds anything but a number of the row. */
export interface LeftOut {
  readonly position: number;
  readonly reason: LeftOutReason | "nothing";
  /** What the row says, short. */
  readonly words: string;
}

export interface TableChoices {
  /** Index of the row that a person says holds the headings; absent: found. */
  readonly headingRow?: number | undefined;
  /** Kinds of rows that a person wants imported all the same. */
  readonly taken?: ReadonlySet<LeftOut["reason"]> | undefined;
}

/** What a person may take in although it looks like no record. Other headings, and lines that have joined their record, cannot be. */
export const takeable: ReadonlySet<LeftOut["reason"]> = new Set(["total", "band", "note", "hidden"]);

const noReasons: ReadonlySet<LeftOut["reason"]> = new Set();
const noColumns: ReadonlySet<number> = new Set();

export function sourceTable(sheet: Sheet, { headingRow, taken = noReasons }: TableChoices = {}): SourceTable {
  const first = findHeadings(sheet);
  const found = headingRow === undefined || headingRow === first.headingRow ? first : findHeadings(sheet, headingRow);
  const { rows, leftOut, otherHeadings } = findTableRows(sheet, found);
  const out = leftOut.filter(({ reason }) => !(takeable.has(reason) && taken.has(reason)));
  const outside = new Set(out.map(({ index }) => index));
  return {
    headings: found.headings,
    rows: rows.flatMap((cells, index) => (index >= found.firstRow && !outside.has(index) && cells.some(isFilled) ? [{ position: index + 1, cells }] : [])),
    leftOut: out.map(({ index, ...rest }) => ({ position: index + 1, ...rest })),
    titleRows: found.titleRows,
    headingRow: found.headingRow,
    hiddenColumns: sheet.hiddenColumns ?? noColumns,
    otherHeadings,
  };
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

/** Rows near the top, and those that begin another table, that could be the headings, with their first words. */
export function headingCandidates(
  sheet: Sheet,
  { headings, headingRow, otherHeadings }: SourceTable,
): readonly { readonly row: number; readonly words: string }[] {
  const likely = new Set([...Array(Math.min(20, sheet.rows.length)).keys(), headingRow, ...otherHeadings]);
  return [...likely].flatMap((row) => {
    // Headings in two rows are told as they are read.
    const cells = row === headingRow ? headings : (sheet.rows[row] ?? []);
    const words = cells
      .filter(isFilled)
      .slice(0, 4)
      .map((cell) => cellText(cell).replace(/\s+/g, " ").trim().slice(0, 30));
    return words.length === 0 ? [] : [{ row, words: words.join(" · ") }];
  });
}
