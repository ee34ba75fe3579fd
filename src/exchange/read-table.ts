import { fail, succeed, type Result } from "../kernel";
import { detectDelimiter, parseDelimited, readSeparatorLine, type Delimiter } from "./delimited";
import { fileLimits, type FileProblem } from "./file-problem";
import { guardFile } from "./guard";
import type { Pace } from "./pace";
import { readWorkbook } from "./read-workbook";
import type { Cell, Workbook } from "./table";
import { decodeText, detectEncoding, type TextEncoding } from "./text-encoding";
import { stripCsvGuard } from "./write-csv";

/** What a person may correct after a look at the rows, and how polite the work is. */
export interface ReadTableOptions extends Pace {
  readonly encoding?: TextEncoding;
  readonly delimiter?: Delimiter;
}

/**
 * Reads a table from an .xlsx, CSV or TSV file, whatever its name says. `name` becomes the name of a text file's one sheet.
 * Never throws on any bytes; says in `source` how text was understood.
 */
export async function readTable(bytes: Uint8Array, name: string, options: ReadTableOptions = {}): Promise<Result<Workbook, FileProblem>> {
  const guarded = await guardFile(bytes, options);
  if (!guarded.ok) return guarded;
  const file = guarded.value;
  if (file.kind === "xml") return fail({ kind: "wrongKind", found: "xml" });
  if (file.kind === "text") return readTextTable(file.bytes, name, options);
  const sheets = await readWorkbook(file.parts, options);
  return sheets.ok ? succeed({ sheets: sheets.value, source: { kind: "workbook" } }) : sheets;
}

function readTextTable(bytes: Uint8Array, name: string, options: ReadTableOptions): Result<Workbook, FileProblem> {
  const detected = detectEncoding(bytes);
  const encoding = options.encoding ?? detected.encoding;
  const text = decodeText(bytes.subarray(detected.markBytes), encoding);
  if (detected.markBytes === 0 && hasControls(text)) return fail({ kind: "notText" });
  const separator = readSeparatorLine(text);
  const body = separator?.rest ?? text;
  const delimiter = options.delimiter ?? separator?.delimiter ?? detectDelimiter(body);
  const parsed = parseDelimited(body, delimiter, fileLimits.rows + 1);
  if (parsed.unclosedQuoteLine !== undefined) return fail({ kind: "unclosedQuote", line: parsed.unclosedQuoteLine + (separator ? 1 : 0) });
  if (parsed.rows.length > fileLimits.rows) return fail({ kind: "tooManyRows", limit: fileLimits.rows });
  if (countCells(parsed.rows) > fileLimits.cells) return fail({ kind: "tooManyCells", limit: fileLimits.cells });
  const rows = parsed.rows.map((row) => row.map(toCell));
  return succeed({ sheets: [{ name, rows, isHidden: false }], source: { kind: "text", encoding, delimiter } });
}

function toCell(text: string): Cell {
  return text === "" ? undefined : stripCsvGuard(text);
}

function countCells(rows: readonly (readonly string[])[]): number {
  return rows.reduce((sum, row) => sum + row.length, 0);
}

/** Text has no zeros and hardly a control character; a picture or a program has many. */
function hasControls(text: string): boolean {
  const sample = text.slice(0, 64 * 1024);
  const controls = sample.match(/[\u0001-\u0008\u000e-\u001f]/g)?.length ?? 0;
  return sample.includes("\0") || controls > sample.length / 100;
}
