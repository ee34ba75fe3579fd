import { exchangeWords } from "../content";
import { cellText } from "./cell-text";
import { filledColumns, isFilled, isHeadingText, middleOf, oneLine } from "./heading-shape";
import type { Cell, MergedCells, Sheet } from "./table";
import { columnLetters, makeUnique } from "./workbook-names";

export interface FoundHeadings {
  /** Index of the (lower) heading row in `sheet.rows`; -1 when the sheet is empty. */
  readonly headingRow: number;
  /** Index of the row of group names or of merged names above it; the heading row itself when there is none. */
  readonly upperRow: number;
  /** One for each column up to the last filled one; "" only for a column without any value. */
  readonly headings: readonly string[];
  /** Index of the first row of values, and of the row after the last filled one. */
  readonly firstRow: number;
  readonly endRow: number;
  /** The words of the rows above the headings. */
  readonly titleRows: readonly string[];
}

const rowsSearched = 30;
const columnsSearched = 200; // a sheet may be 16,384 wide; its table begins at the left
const rowsLookedAhead = 20;

/**
 * Finds the headings below title rows: the row that names nearly every column used beneath it in short, different words.
 * A row of group names above it, or of sub-headings beneath it, is joined to it ("Current: Likelihood").
 * @param named index of the row that a person says holds the headings.
 */
export function findHeadings(sheet: Sheet, named?: number): FoundHeadings {
  const endRow = sheet.rows.findLastIndex((row) => row.some(isFilled)) + 1;
  const rows = sheet.rows.slice(0, endRow);
  if (endRow === 0) return { headingRow: -1, upperRow: -1, headings: [], firstRow: 0, endRow: 0, titleRows: [] };
  const main = named ?? findMainRow(rows);
  const width = rows.slice(main).reduce((most, row) => Math.max(most, row.findLastIndex(isFilled) + 1), 0);
  const groups = (sheet.merged ?? []).filter(({ left, right }) => right > left);
  const hasSub = named === undefined && isSubHeading(rows, main);
  const lower = hasSub ? main + 1 : main;
  const upper = hasSub ? main : isGroupRow(rows, main, groups) ? main - 1 : main;
  const names = Array.from({ length: width }, (_, column) => headingAt(rows, column, { upper, lower, groups }));
  const used = new Set<number>();
  for (const row of rows.slice(lower + 1)) for (const column of filledColumns(row)) used.add(column);
  const headings = names.map((name, column) => (name === "" && used.has(column) ? exchangeWords.unnamedColumn(columnLetters(column)) : name));
  const titleRows = rows
    .slice(0, upper)
    .map((row) => row.filter(isFilled).map(cellText).join(" "))
    .filter((text) => text !== "");
  return { headingRow: lower, upperRow: upper, headings: numberRepeats(headings), firstRow: lower + 1, endRow, titleRows };
}

/** The first of the best rows: a row of values may look as good, or better where one heading is missing. */
function findMainRow(rows: readonly (readonly Cell[])[]): number {
  const top = rows.slice(0, rowsSearched + rowsLookedAhead).map((row) => row.slice(0, columnsSearched));
  const scores = top.slice(0, rowsSearched).map((_, row) => headingScore(top, row));
  const best = Math.max(...scores);
  return best === 0 ? rows.findIndex((row) => row.some(isFilled)) : scores.findIndex((score) => score >= best * 0.7);
}

/** 0 to 1: how much of the table beneath is named, by how many different short texts. */
function headingScore(rows: readonly (readonly Cell[])[], at: number): number {
  const filled = (rows[at] ?? []).filter(isFilled);
  if (filled.length === 0) return 0;
  const beneath = rows.slice(at + 1, at + 1 + rowsLookedAhead).map((row) => row.filter(isFilled).length);
  const usual = Math.max(filled.length, middleOf(beneath.filter((count) => count > 1)));
  const texts = filled.filter(isHeadingText).map((cell) => cellText(cell).toLowerCase());
  return (
    (filled.length / usual) *
    (texts.length / filled.length) *
    (0.7 + 0.3 * (new Set(texts).size / Math.max(1, texts.length))) *
    (filled.length > 1 || usual === 1 ? 1 : 0.5)
  );
}

/** Group names stand above fewer columns than they span: short texts, each over a named column, with gaps between or merged over several. */
function isGroupRow(rows: readonly (readonly Cell[])[], main: number, groups: readonly MergedCells[]): boolean {
  const above = rows[main - 1] ?? [];
  const filled = filledColumns(above);
  const named = filledColumns(rows[main]).length;
  if (filled.length === 0 || filled.length >= named) return false;
  if (!filled.every((column) => isHeadingText(above[column]) && isFilled(rows[main]?.[column]))) return false;
  // One name alone is a title, unless it is merged over some columns behind the first.
  return filled.length > 1 || groups.some(({ top, left, right }) => top === main - 1 && left > 0 && left === filled[0] && right - left + 1 < named);
}

/** Sub-headings fill gaps that the main row left to merged cells, in words, and name no column twice. */
function isSubHeading(rows: readonly (readonly Cell[])[], main: number): boolean {
  const names = rows[main] ?? [];
  const beneath = rows[main + 1] ?? [];
  const filled = filledColumns(beneath);
  const lastName = names.findLastIndex(isFilled);
  const fillsGap = filled.some((column) => column <= lastName + 1 && !isFilled(names[column]) && isFilled(names[column - 1]));
  const leavesGap = names.some((cell, column) => isFilled(cell) && !isFilled(beneath[column]));
  return fillsGap && leavesGap && rows.length > main + 2 && filled.every((column) => isHeadingText(beneath[column]));
}

interface TwoRows {
  readonly upper: number;
  readonly lower: number;
  readonly groups: readonly MergedCells[];
}

function headingAt(rows: readonly (readonly Cell[])[], column: number, { upper, lower, groups }: TwoRows): string {
  const below = oneLine(rows[lower]?.[column]);
  if (upper === lower) return below;
  const own = oneLine(rows[upper]?.[column]);
  if (below === "") return own;
  const group = own === "" ? groupOver(rows, column, { upper, lower, groups }) : own;
  return group === "" || group === below ? below : `${group}: ${below}`;
}

/** The group name whose first column lies to the left. */
function groupOver(rows: readonly (readonly Cell[])[], column: number, { upper, lower, groups }: TwoRows): string {
  const inRow = groups.filter(({ top, bottom }) => top <= upper && upper <= bottom);
  if (inRow.length > 0) {
    const over = inRow.find(({ left, right }) => left <= column && column <= right);
    return over === undefined ? "" : oneLine(rows[over.top]?.[over.left]);
  }
  // A file without merged cells, such as CSV: the name reaches as far as columns have names beneath it.
  for (let before = column - 1; before >= 0 && isFilled(rows[lower]?.[before]); before -= 1) {
    const group = oneLine(rows[upper]?.[before]);
    if (group !== "") return group;
  }
  return "";
}

function numberRepeats(names: readonly string[]): readonly string[] {
  const unique = makeUnique(
    names.filter((name) => name !== ""),
    Infinity,
  );
  let next = 0;
  return names.map((name) => (name === "" ? "" : (unique[next++] ?? name)));
}
