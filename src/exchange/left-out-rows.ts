import type { FoundHeadings } from "./find-headings";
import { filledColumns, isFilled, isHeadingText, middleOf, oneLine, rowWords } from "./heading-shape";
import { spreadMerged } from "./merged-rows";
import type { Cell, Sheet } from "./table";
import { isCalledTotal, rowFigures, RunningSums } from "./total-rows";

/**
 * Why a filled row beneath the headings is no record.
 * `total`: called one, or nothing but the sum of the rows above. `repeatedHeadings`: the headings again, as on each printed page.
 * `band`: one text that heads the rows beneath it. `note`: a line below the table, or a page's footer.
 * `continued`: a further line of the record above, in merged cells; its texts have joined it.
 * `anotherTable`: from other headings further down on. `hidden`: by hand or by a filter, and none of the others.
 */
export type LeftOutReason = "total" | "repeatedHeadings" | "band" | "note" | "continued" | "anotherTable" | "hidden";

export interface LeftOutRow {
  /** Index in the sheet. */
  readonly index: number;
  readonly reason: LeftOutReason;
  /** What the row says, short. */
  readonly words: string;
}

export interface TableRows {
  /** The sheet's rows with what merged cells mean in each. */
  readonly rows: readonly (readonly Cell[])[];
  /** In the order of the sheet; blank rows are not among them. */
  readonly leftOut: readonly LeftOutRow[];
  /** Indexes of the headings of further tables. */
  readonly otherHeadings: readonly number[];
}

/** Tells records from everything else that stands beneath the headings. */
export function findTableRows(sheet: Sheet, found: FoundHeadings): TableRows {
  const { rows, continues } = spreadMerged(sheet, found);
  const otherHeadings = findOtherHeadings(sheet, found);
  const end = Math.min(found.endRow, startOfOther(sheet, otherHeadings[0]));
  const shape = shapeOf(sheet, { ...found, endRow: end });
  const shown = new RunningSums();
  const all = new RunningSums();
  const leftOut: LeftOutRow[] = [];
  for (let index = found.firstRow; index < found.endRow; index += 1) {
    const row = sheet.rows[index] ?? [];
    if (filledColumns(row).length === 0) continue;
    const isHidden = sheet.hiddenRows?.has(index) === true;
    const figures = rowFigures(row);
    const isTotal = isCalledTotal(figures) || all.isSum(figures) || shown.isSum(figures);
    const reason = index >= end ? "anotherTable" : continues.has(index) ? "continued" : isTotal ? "total" : reasonOf(sheet, found, { index, shape });
    if (reason === "total") [all, shown].forEach((sums) => sums.restart());
    if (reason === undefined) (isHidden ? [all] : [all, shown]).forEach((sums) => sums.add(figures));
    if (reason !== undefined || isHidden) leftOut.push({ index, reason: reason ?? "hidden", words: rowWords(row) });
  }
  return { rows, leftOut, otherHeadings };
}

interface TableShape {
  /** How many cells a row usually fills. */
  readonly usual: number;
  readonly lastFullRow: number;
  /** Bands are few: where most rows hold one text, that is how the table is. */
  readonly hasBands: boolean;
}

function shapeOf({ rows }: Sheet, { firstRow, endRow }: FoundHeadings): TableShape {
  const counts = rows.slice(firstRow, endRow).map((row) => filledColumns(row).length);
  const filled = counts.filter((count) => count > 0);
  return {
    usual: middleOf(filled.filter((count) => count > 1)),
    lastFullRow: firstRow + counts.findLastIndex((count, offset) => count > 1 && !isFooter(rows[firstRow + offset] ?? [])),
    hasBands: filled.filter((count) => count === 1).length * 3 <= filled.length,
  };
}

function reasonOf(sheet: Sheet, found: FoundHeadings, at: { readonly index: number; readonly shape: TableShape }): LeftOutReason | undefined {
  const { index, shape } = at;
  const row = sheet.rows[index] ?? [];
  if ([found.headingRow, found.upperRow].some((heading) => isSameHeading(row, sheet.rows[heading] ?? []))) return "repeatedHeadings";
  const filled = filledColumns(row);
  const isFew = filled.length <= Math.max(1, Math.min(3, shape.usual / 2));
  if (isFew && isFooter(row)) return "note";
  if (filled.length > 1 || found.headings.filter((heading) => heading !== "").length < 2) return undefined;
  if (index > shape.lastFullRow) return hasGapAfter(sheet, { from: shape.lastFullRow, to: index }) ? "note" : undefined;
  return isBand(sheet, { index, column: filled[0] ?? 0, shape }) ? "band" : undefined;
}

const footers =
  /^(?:prepared|produced|completed|compiled|(?:last )?updated|approved|reviewed|printed|exported|checked|signed|author|version|sources?|notes?|key|legend|page \d+|end of|(?:data )?as at|\*)(?=\W|$)/i;
const aloneFooters = /^(?:notes?|key|legend|official(?:[\s–-]+sensitive.*)?|confidential|\*.*)$/i;

/** "Prepared by A. Patel", "Page 1 of 3", "Notes:"; "Key worker housing" is none. */
function isFooter(row: readonly Cell[]): boolean {
  const text = oneLine(row[filledColumns(row)[0] ?? -1]);
  return aloneFooters.test(text) || (footers.test(text) && /:|\b(?:by|on|at|of)\b|\d/.test(text));
}

function isSameHeading(row: readonly Cell[], headings: readonly Cell[]): boolean {
  const filled = filledColumns(row);
  // The cheap look first: this is asked of every row.
  const same = filled.filter((column) => typeof row[column] === "string" && isFilled(headings[column]) && isSameText(row[column], headings[column]));
  return same.length >= 2 && same.length * 5 >= filled.length * 4 && same.length * 2 >= filledColumns(headings).length;
}

function isSameText(one: Cell, other: Cell): boolean {
  return one === other || oneLine(one).toLowerCase() === oneLine(other).toLowerCase();
}

function hasGapAfter({ rows }: Sheet, { from, to }: { readonly from: number; readonly to: number }): boolean {
  return rows.slice(from + 1, to).some((row) => filledColumns(row).length === 0);
}

/** Merged over several columns, or alone in the first column above a fuller row of a wide table. */
function isBand(sheet: Sheet, at: { readonly index: number; readonly column: number; readonly shape: TableShape }): boolean {
  const { index, column, shape } = at;
  if (sheet.merged?.some(({ top, left, right }) => top === index && left === column && right - left >= 2) === true) return true;
  const next = sheet.rows.slice(index + 1).find((row) => filledColumns(row).length > 0);
  return column === 0 && shape.hasBands && shape.usual >= 4 && filledColumns(next).length >= 3;
}

const headingWords =
  /\b(?:ref|reference|no|id|number|title|name|owner|date|status|cost|costs|description|action|due|score|rating|meaning|category|comments?|notes?|lead|priority|project|risk|issue|type|level|value|amount|budget|year|month|total|impact|likelihood|probability|consequence|stage|rag|manager|update)\b|^#$/i;

/** Rows behind a gap that speak in the words of headings: another table begins there. The same headings again begin none. */
function findOtherHeadings(sheet: Sheet, found: FoundHeadings): readonly number[] {
  const others: number[] = [];
  for (let index = found.firstRow + 1; index < found.endRow - 1; index += 1) {
    if (startsTable(sheet, index, found)) others.push(index);
  }
  return others;
}

function startsTable(sheet: Sheet, index: number, found: FoundHeadings): boolean {
  const row = sheet.rows[index] ?? [];
  const above = filledColumns(sheet.rows[index - 1]).length;
  if (!(above === 0 || (above === 1 && filledColumns(sheet.rows[index - 2]).length === 0))) return false;
  const filled = filledColumns(row);
  if (filled.length < 2 || !filled.every((column) => isHeadingText(row[column]))) return false;
  const texts = filled.map((column) => oneLine(row[column]).toLowerCase());
  const named = texts.filter((text) => text.length <= 40 && text.split(" ").length <= 4 && headingWords.test(text));
  if (new Set(texts).size < texts.length || named.length * 5 <= texts.length * 3) return false;
  return ![found.headingRow, found.upperRow].some((heading) => isSameHeading(row, sheet.rows[heading] ?? []));
}

/** Its title above it belongs to the other table, too. */
function startOfOther(sheet: Sheet, heading: number | undefined): number {
  if (heading === undefined) return Infinity;
  return filledColumns(sheet.rows[heading - 1]).length === 1 ? heading - 1 : heading;
}
