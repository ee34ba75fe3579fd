/** A cell of a CSV file. Numbers and dates are written by the caller's own format; a number is never guarded. */
export type CsvCell = string | number | boolean | undefined;

/** Starts that a spreadsheet may take for a formula (ASVS 5.0, 1.2.10), with their full-width forms. */
const dangerousStart = /^'*[=+\-@\t\r\n\0＝＋－＠]/;
const guardedStart = /^'+[=+\-@\t\r\n\0＝＋－＠]/;

/** RFC 4180 in UTF-8 with a byte order mark, which Excel needs to see that it is UTF-8. Half surrogate pairs become U+FFFD. */
export function writeCsv(rows: readonly (readonly CsvCell[])[]): Uint8Array {
  const lines = rows.map((row) => `${row.length === 1 && (row[0] ?? "") === "" ? '""' : row.map(writeCell).join(",")}\r\n`);
  return new TextEncoder().encode(`\ufeff${lines.join("")}`);
}

function writeCell(cell: CsvCell): string {
  const text = typeof cell === "string" ? addCsvGuard(cell) : String(cell ?? "");
  // Quoted too: other delimiters, "sep=" and "<", so that no reader can mistake what the file is.
  return /[",;|\t\r\n]|^(?:\s|<|sep=)|\s$/i.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** An apostrophe goes before a dangerous start, and before apostrophes that stand before one, so that it can be taken off exactly. */
export function addCsvGuard(text: string): string {
  return dangerousStart.test(text) ? `'${text}` : text;
}

/** Exact reverse of `addCsvGuard` on everything that it returns. */
export function stripCsvGuard(text: string): string {
  return guardedStart.test(text) ? text.slice(1) : text;
}
