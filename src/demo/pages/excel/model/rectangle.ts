export const rowLimit = 1_048_576;
export const columnLimit = 16_384;

/** Rows and columns count from 0, as in Excel's API; A1 is row 0, column 0. */
export interface Rectangle {
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

function columnFromLetters(letters: string): number {
  return Array.from(letters.toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

export interface Address extends Rectangle {
  /** Without quotes; undefined when the address names no sheet. */
  readonly sheetName: string | undefined;
}

/** Reads "B2", "$A$1:C4", "A:C", "2:5" and each after "Sheet1!" or "'Risk log'!". */
export function parseAddress(text: string): Address | undefined {
  const match = /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?([^!]+)$/.exec(text.trim());
  if (!match) return undefined;
  const sheetName = match[1]?.replaceAll("''", "'") ?? match[2];
  const [first = "", second = first, third] = (match[3] ?? "").replaceAll("$", "").split(":");
  const from = parseCorner(first);
  const to = parseCorner(second);
  if (third !== undefined || !from || !to) return undefined;
  if ((from.row === undefined) !== (to.row === undefined) || (from.column === undefined) !== (to.column === undefined)) return undefined;
  const [top, bottom] = ordered(from.row ?? 0, to.row ?? rowLimit - 1);
  const [left, right] = ordered(from.column ?? 0, to.column ?? columnLimit - 1);
  if (bottom >= rowLimit || right >= columnLimit) return undefined;
  return { sheetName, row: top, column: left, rowCount: bottom - top + 1, columnCount: right - left + 1 };
}

function parseCorner(text: string): { row: number | undefined; column: number | undefined } | undefined {
  const match = /^([A-Za-z]{0,3})([1-9]\d{0,6})?$/.exec(text);
  if (!match || text === "") return undefined;
  return {
    row: match[2] === undefined ? undefined : Number(match[2]) - 1,
    column: match[1] === "" || match[1] === undefined ? undefined : columnFromLetters(match[1]),
  };
}

function ordered(one: number, other: number): [number, number] {
  return one <= other ? [one, other] : [other, one];
}

/** "B2:D5" without the sheet. */
export function formatRectangle(rectangle: Rectangle): string {
  const { row, column, rowCount, columnCount } = rectangle;
  const lastColumn = columnLetters(column + columnCount - 1);
  if (rowCount === rowLimit) return `${columnLetters(column)}:${lastColumn}`;
  if (columnCount === columnLimit) return `${String(row + 1)}:${String(row + rowCount)}`;
  const first = `${columnLetters(column)}${String(row + 1)}`;
  return rowCount === 1 && columnCount === 1 ? first : `${first}:${lastColumn}${String(row + rowCount)}`;
}

export function intersect(one: Rectangle, other: Rectangle): Rectangle | undefined {
  const row = Math.max(one.row, other.row);
  const column = Math.max(one.column, other.column);
  const rowCount = Math.min(one.row + one.rowCount, other.row + other.rowCount) - row;
  const columnCount = Math.min(one.column + one.columnCount, other.column + other.columnCount) - column;
  return rowCount > 0 && columnCount > 0 ? { row, column, rowCount, columnCount } : undefined;
}
