import { exchangeWords } from "../content";
import { parseWrittenDate } from "../kernel";
import { cellText } from "./cell-text";
import type { Cell, Sheet } from "./table";
import { columnLetters, makeUnique } from "./workbook-names";

export interface FoundHeadings {
  /** Index of the (lower) heading row in `sheet.rows`; -1 when the sheet is empty. */
  readonly headingRow: number;
  /** One for each column up to the last filled one; "" only for a column without any value. */
  readonly headings: readonly string[];
  /** Index of the first row of values, and of the row after the last filled one. */
  readonly firstRow: number;
  readonly endRow: number;
  /** The words of the rows above the headings. */
  readonly titleRows: readonly string[];
}

const rowsSearched = 30;
const rowsLookedAhead = 20;

/**
 * Finds the headings below title rows: the row that names nearly every column used beneath it in short, different words.
 * A row of group names above it, or of sub-headings beneath it, is joined to it ("Current Likelihood").
 */
export function findHeadings(sheet: Sheet): FoundHeadings {
  const endRow = sheet.rows.findLastIndex((row) => row.some(isFilled)) + 1;
  const rows = sheet.rows.slice(0, endRow);
  if (endRow === 0) return { headingRow: -1, headings: [], firstRow: 0, endRow: 0, titleRows: [] };
  const main = findMainRow(rows);
  const width = rows.slice(main).reduce((most, row) => Math.max(most, row.findLastIndex(isFilled) + 1), 0);
  const hasSub = isSubHeading(rows, main);
  const lower = hasSub ? main + 1 : main;
  const upper = hasSub ? main : isGroupRow(rows, main) ? main - 1 : main;
  const names = Array.from({ length: width }, (_, column) => headingAt(rows, column, { upper, lower }));
  const named = names.map((name, column) => {
    if (name !== "") return name;
    const isUsed = rows.slice(lower + 1).some((row) => isFilled(row[column]));
    return isUsed ? exchangeWords.unnamedColumn(columnLetters(column)) : "";
  });
  const titleRows = rows
    .slice(0, upper)
    .map((row) => row.filter(isFilled).map(cellText).join(" "))
    .filter((text) => text !== "");
  return { headingRow: lower, headings: numberRepeats(named), firstRow: lower + 1, endRow, titleRows };
}

/** The first of the best rows: a row of values may look as good, or better where one heading is missing. */
function findMainRow(rows: readonly (readonly Cell[])[]): number {
  const scores = rows.slice(0, rowsSearched).map((_, row) => headingScore(rows, row));
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

function middleOf(counts: readonly number[]): number {
  return counts.toSorted((left, right) => left - right)[Math.floor(counts.length / 2)] ?? 0;
}

/** Group names stand above fewer columns than they span: several short texts, each over a named column, with gaps between. */
function isGroupRow(rows: readonly (readonly Cell[])[], main: number): boolean {
  const above = rows[main - 1] ?? [];
  const filled = above.flatMap((cell, column) => (isFilled(cell) ? [column] : []));
  const named = (rows[main] ?? []).filter(isFilled).length;
  if (filled.length < 2 || filled.length >= named) return false;
  return filled.every((column) => isHeadingText(above[column]) && isFilled(rows[main]?.[column]));
}

/** Sub-headings fill gaps that the main row left to merged cells, in words, and name no column twice. */
function isSubHeading(rows: readonly (readonly Cell[])[], main: number): boolean {
  const names = rows[main] ?? [];
  const beneath = rows[main + 1] ?? [];
  const filled = beneath.flatMap((cell, column) => (isFilled(cell) ? [column] : []));
  const lastName = names.findLastIndex(isFilled);
  const fillsGap = filled.some((column) => column <= lastName + 1 && !isFilled(names[column]) && isFilled(names[column - 1]));
  const leavesGap = names.some((cell, column) => isFilled(cell) && !isFilled(beneath[column]));
  return fillsGap && leavesGap && rows.length > main + 2 && filled.every((column) => isHeadingText(beneath[column]));
}

function headingAt(rows: readonly (readonly Cell[])[], column: number, { upper, lower }: { readonly upper: number; readonly lower: number }): string {
  const below = oneLine(rows[lower]?.[column]);
  if (upper === lower) return below;
  const own = oneLine(rows[upper]?.[column]);
  if (below === "" || own !== "") return `${own} ${below}`.trim();
  // A merged group name stands in its first column only; it reaches as far as columns have names beneath it.
  for (let before = column - 1; before >= 0 && isFilled(rows[lower]?.[before]); before -= 1) {
    const group = oneLine(rows[upper]?.[before]);
    if (group !== "") return `${group} ${below}`;
  }
  return below;
}

function numberRepeats(names: readonly string[]): readonly string[] {
  const unique = makeUnique(
    names.filter((name) => name !== ""),
    Infinity,
  );
  let next = 0;
  return names.map((name) => (name === "" ? "" : (unique[next++] ?? name)));
}

function isFilled(cell: Cell): boolean {
  return cell !== undefined && !(typeof cell === "string" && cell.trim() === "");
}

/** Words of at most 120 letters that are no number and no date; a year or a month is a fair heading. */
function isHeadingText(cell: Cell): boolean {
  if (typeof cell !== "string") return typeof cell === "number" && Number.isInteger(cell) && cell >= 1990 && cell <= 2100;
  const text = cell.trim();
  return text.length <= 120 && /\p{L}|^\d{4}([/–-]\d{2,4})?$|^#$|^%$/u.test(text) && parseWrittenDate(text) === undefined;
}

function oneLine(cell: Cell): string {
  return cellText(cell).replace(/\s+/g, " ").trim();
}
