/** What stands between the cells of a text table. */
export type Delimiter = "," | ";" | "\t" | "|";

export const delimiters: readonly Delimiter[] = [",", ";", "\t", "|"];

export interface DelimitedText {
  /** Ragged as written: a blank line is a row without cells. */
  readonly rows: readonly (readonly string[])[];
  /** Line, from 1, of a quotation mark that is never closed; the row it opens runs to the end of the text. */
  readonly unclosedQuoteLine: number | undefined;
  /** Indexes of rows with a quotation mark where RFC 4180 has none: a sign that the delimiter is another one. */
  readonly untidyRows: ReadonlySet<number>;
}

/**
 * Reads RFC 4180 text with any of the three line ends. A quotation mark matters only at the start of a cell;
 * text after the closing one is kept, as Excel does.
 * @param rowLimit stops early, for looking at a sample.
 */
export function parseDelimited(text: string, delimiter: Delimiter, rowLimit = Infinity): DelimitedText {
  const rows: string[][] = [];
  const untidyRows = new Set<number>();
  let row: string[] = [];
  let at = 0;
  let line = 1;
  while (at < text.length && rows.length < rowLimit) {
    const cell = readCellText(text, at, delimiter);
    if (cell.isUnclosed) return { rows: [...rows, [...row, cell.value]], unclosedQuoteLine: line, untidyRows: untidyRows.add(rows.length) };
    if (cell.isUntidy) untidyRows.add(rows.length);
    line += cell.lineEnds;
    row.push(cell.value);
    at = cell.end;
    const ender = text[at];
    if (ender === delimiter) {
      at += 1;
      if (at < text.length) continue;
      row.push("");
    }
    if (text[at] === "\r" && text[at + 1] === "\n") at += 1;
    at += 1;
    line += 1;
    rows.push(row.length === 1 && row[0] === "" && !cell.wasQuoted ? [] : row);
    row = [];
  }
  return { rows, unclosedQuoteLine: undefined, untidyRows };
}

interface CellText {
  readonly value: string;
  /** Where the delimiter or line end stands, or the text's length. */
  readonly end: number;
  readonly lineEnds: number;
  readonly wasQuoted: boolean;
  readonly isUnclosed: boolean;
  readonly isUntidy: boolean;
}

function readCellText(text: string, start: number, delimiter: Delimiter): CellText {
  if (text[start] !== '"') {
    const end = endOfPlain(text, start, delimiter);
    const value = text.slice(start, end);
    return { value, end, lineEnds: 0, wasQuoted: false, isUnclosed: false, isUntidy: value.includes('"') };
  }
  let value = "";
  let at = start + 1;
  for (;;) {
    const close = text.indexOf('"', at);
    if (close === -1) return { value: value + text.slice(at), end: text.length, lineEnds: 0, wasQuoted: true, isUnclosed: true, isUntidy: true };
    value += text.slice(at, close);
    at = close + 1;
    if (text[at] !== '"') break;
    value += '"';
    at += 1;
  }
  const end = endOfPlain(text, at, delimiter);
  return { value: value + text.slice(at, end), end, lineEnds: countLineEnds(value), wasQuoted: true, isUnclosed: false, isUntidy: end > at };
}

function endOfPlain(text: string, start: number, delimiter: Delimiter): number {
  for (let at = start; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === delimiter || letter === "\n" || letter === "\r") return at;
  }
  return text.length;
}

function countLineEnds(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}

const sampleRows = 100;
const sampleLetters = 256 * 1024;

/**
 * The delimiter under which every quotation mark stands where RFC 4180 has one; among several, and where there is none, the one
 * that cuts most rows into the same number of cells, more cells winning when two are as steady. A comma when nothing cuts anything.
 */
export function detectDelimiter(text: string): Delimiter {
  const sample = text.slice(0, sampleLetters);
  const cuts = delimiters.flatMap((delimiter) => {
    const parsed = parseDelimited(sample, delimiter, sampleRows);
    const score = steadiness(parsed);
    return score === 0 ? [] : [{ delimiter, score, isTidy: parsed.untidyRows.size === 0 }];
  });
  const tidy = cuts.filter(({ isTidy }) => isTidy);
  const [first] = (tidy.length > 0 ? tidy : cuts).toSorted((one, other) => other.score - one.score);
  return first?.delimiter ?? ",";
}

/** An untidy row hardly counts, or a sentence with semicolons inside quotation marks would outvote the commas around it. */
const untidyWeight = 0.05;

function steadiness({ rows, untidyRows }: DelimitedText): number {
  const weights = new Map<number, number>();
  let filledRows = 0;
  for (const [index, row] of rows.entries()) {
    if (row.length === 0) continue;
    filledRows += 1;
    weights.set(row.length, (weights.get(row.length) ?? 0) + (untidyRows.has(index) ? untidyWeight : 1));
  }
  let best = 0;
  for (const [cells, weight] of weights) {
    if (cells > 1) best = Math.max(best, (weight / filledRows) ** 2 * Math.log2(cells + 1));
  }
  return best;
}

/** Excel's own first line "sep=;" names the delimiter and is no data. */
export function readSeparatorLine(text: string): { readonly delimiter: Delimiter; readonly rest: string } | undefined {
  const match = /^sep=([,;\t|])(?:\r\n|\r|\n|$)/i.exec(text);
  const delimiter = delimiters.find((candidate) => candidate === match?.[1]);
  return match && delimiter ? { delimiter, rest: text.slice(match[0].length) } : undefined;
}
