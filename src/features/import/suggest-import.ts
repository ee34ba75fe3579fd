import { cellText, suggestDateOrder, suggestMapping } from "../../exchange";
import { columnOf, type Column, type Register } from "../../registers";
import { choicesOf, notesColumn, targetColumns, wordKey, type ColumnSource, type Mapping } from "./mapping";
import { isFilled, type SourceTable } from "./source-table";
import { fileWords, suggestScale } from "./suggest-reading";

const rowsLookedAt = 50;

/** A first mapping from headings and values. What nothing fits is left out; prose without a column goes to the notes. */
export function suggestImport(register: Register, table: SourceTable): Mapping {
  const samples = table.rows.slice(0, rowsLookedAt).map((row) => row.cells);
  const sources = new Map<string, ColumnSource>();
  const notesName = notesColumn(register);
  for (const { target, column, reason } of suggestMapping(table.headings, samples, targetColumns(register))) {
    const wanted = columnOf(register, target);
    // "Rating comment" is not the notes themselves; it joins them under its heading.
    if (target === notesName && reason === "sharedWords") continue;
    if (column !== undefined && wanted !== undefined) sources.set(target, columnSource(table, column, wanted));
  }
  const used = new Set([...sources.values()].flatMap((source) => (source.kind === "column" ? [source.column] : [])));
  const hasNotes = notesName !== undefined;
  const notes = new Set(
    table.headings.flatMap((heading, column) => (hasNotes && heading !== "" && !used.has(column) && isProse(table, column) ? [column] : [])),
  );
  const keyColumn = keyCandidates(register, sources, table).find(({ isDistinct }) => isDistinct)?.name;
  return { sources, notes, keepsUnread: hasNotes, ...(keyColumn === undefined ? {} : { keyColumn }) };
}

/** A source with the scale, order and words that its values speak for. */
export function columnSource(table: SourceTable, column: number, wanted: Column): ColumnSource {
  const choices = choicesOf(wanted);
  const words = choices.length === 0 ? [] : fileWords(table, column, choices);
  return {
    kind: "column",
    column,
    scale: wanted.type === "money" ? suggestScale(table, column).scale : 1,
    order: wanted.type === "date" ? suggestDateOrder(table.rows.map(({ cells }) => cells[column])).order : "day first",
    words: new Map(words.filter(({ suggested }) => suggested !== "").map(({ word, suggested }) => [wordKey(word), suggested])),
  };
}

export interface KeyCandidate {
  readonly name: string;
  /** No value stands in two rows of the file. */
  readonly isDistinct: boolean;
}

/** Mapped columns that may tell records apart, likeliest first. */
export function keyCandidates(register: Register, sources: ReadonlyMap<string, ColumnSource>, table: SourceTable): readonly KeyCandidate[] {
  const likely = ["Ref", "OldReference", "Code", "OdsCode", "Title", ...(register.titleFrom === undefined ? [] : [register.titleFrom])];
  const others = [...sources.keys()].filter((name) => !likely.includes(name) && columnOf(register, name)?.type === "text");
  return [...likely, ...others].flatMap((name) => {
    const source = sources.get(name);
    return source?.kind === "column" ? [{ name, isDistinct: likely.includes(name) && isDistinct(table, source.column) }] : [];
  });
}

function isDistinct(table: SourceTable, column: number): boolean {
  const values = table.rows.map(({ cells }) => wordKey(cellText(cells[column]))).filter((text) => text !== "");
  return values.length > 0 && new Set(values).size === values.length;
}

/** Mostly long texts: worth keeping although no column asks for them. */
function isProse(table: SourceTable, column: number): boolean {
  const texts = table.rows
    .slice(0, rowsLookedAt)
    .map(({ cells }) => cells[column])
    .filter(isFilled);
  return texts.length > 0 && texts.filter((cell) => cellText(cell).length > 60).length * 2 >= texts.length;
}
