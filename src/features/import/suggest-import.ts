import { cellText, suggestDateOrder, suggestMapping, type TargetColumn } from "../../exchange";
import { columnOf, type Column, type Register } from "../../registers";
import { notesColumn, targetColumns, wordKey, type ColumnSource, type Mapping } from "./mapping";
import { isFilled, type SourceTable } from "./source-table";
import { suggestScale } from "./suggest-reading";
import { fileWords, noKnownWords, type KnownWords } from "./suggest-words";

const rowsLookedAt = 50;
const likeOldReference = 0.6; // "Number of beds" shares a word with "Number"

/** A first mapping from headings and values. What nothing fits is left out; prose without a column goes to the notes. */
export function suggestImport(register: Register, table: SourceTable, known: KnownWords = noKnownWords): Mapping {
  const samples = table.rows.slice(0, rowsLookedAt).map((row) => row.cells);
  // What is hidden in the file stays out unless a person says otherwise.
  const headings = table.headings.map((heading, column) => (table.hiddenColumns.has(column) ? "" : heading));
  const sources = new Map<string, ColumnSource>();
  const notesName = notesColumn(register);
  for (const { target, column, reason, score } of suggestMapping(headings, samples, suggestedTargets(register, table))) {
    const wanted = columnOf(register, target);
    // "Rating comment" is not the notes themselves; it joins them under its heading.
    if (target === notesName && reason === "sharedWords") continue;
    if (target === "OldReference" && score < likeOldReference) continue;
    if (column !== undefined && wanted !== undefined) sources.set(target, columnSource(table, { column, wanted, known: known(target) }));
  }
  const used = new Set([...sources.values()].flatMap((source) => (source.kind === "column" ? [source.column] : [])));
  const hasNotes = notesName !== undefined;
  const notes = new Set(headings.flatMap((heading, column) => (hasNotes && heading !== "" && !used.has(column) && isProse(table, column) ? [column] : [])));
  const keyColumn = keyCandidates(register, sources, table).find(({ isDistinct, isCounted }) => isDistinct && !isCounted)?.name;
  return { sources, notes, keepsUnread: hasNotes, ...(keyColumn === undefined ? {} : { keyColumn }) };
}

/** Ref is a column for records of ours alone, as we export them: another register's "Ref" is its own number and goes to the old reference. */
function suggestedTargets(register: Register, table: SourceTable): readonly TargetColumn[] {
  const { prefix, digits } = register.ref;
  const shape = new RegExp(`^${prefix}\\d{${String(digits)},}$`, "i");
  const isOurs = (heading: string, column: number): boolean => {
    const texts = /^ref$/i.test(heading) ? textsOf(table, column) : [];
    return texts.length > 0 && texts.filter((text) => shape.test(text)).length * 5 >= texts.length * 4;
  };
  const targets = targetColumns(register);
  return table.headings.some(isOurs) ? targets : targets.filter(({ name }) => name !== "Ref");
}

/** A source with the scale, order and words that its values speak for. @param from `known` holds meanings that a person has given before. */
export function columnSource(
  table: SourceTable,
  { column, wanted, known }: { readonly column: number; readonly wanted: Column; readonly known: ReadonlyMap<string, string> },
): Extract<ColumnSource, { readonly kind: "column" }> {
  return {
    kind: "column",
    column,
    scale: wanted.type === "money" ? suggestScale(table, column).scale : 1,
    order: wanted.type === "date" ? suggestDateOrder(table.rows.map(({ cells }) => cells[column])).order : "day first",
    words: new Map(
      fileWords(table, { column, wanted, known }).flatMap(({ word, suggested, because }) => (because === "nothing" ? [] : [[wordKey(word), suggested]])),
    ),
  };
}

/** A mapping made for another file of the same headings: words that it has not met get their suggestions. */
export function withNewWords(
  mapping: Mapping,
  { register, table, known }: { readonly register: Register; readonly table: SourceTable; readonly known: KnownWords },
): Mapping {
  const sources = [...mapping.sources].map(([name, source]): [string, ColumnSource] => {
    const wanted = columnOf(register, name);
    if (source.kind === "value" || wanted === undefined) return [name, source];
    const { words } = columnSource(table, { column: source.column, wanted, known: known(name) });
    return [name, { ...source, words: new Map([...words, ...source.words]) }];
  });
  return { ...mapping, sources: new Map(sources) };
}

export interface KeyCandidate {
  readonly name: string;
  /** No value stands in two rows of the file. */
  readonly isDistinct: boolean;
  /** Plain numbers, which another file uses just so for other records. */
  readonly isCounted: boolean;
}

/** Mapped columns that may tell records apart, likeliest first. */
export function keyCandidates(register: Register, sources: ReadonlyMap<string, ColumnSource>, table: SourceTable): readonly KeyCandidate[] {
  const likely = ["Ref", "OldReference", "Code", "OdsCode", "Title", ...(register.titleFrom === undefined ? [] : [register.titleFrom])];
  const others = [...sources.keys()].filter((name) => !likely.includes(name) && columnOf(register, name)?.type === "text");
  return [...likely, ...others].flatMap((name) => {
    const source = sources.get(name);
    if (source?.kind !== "column") return [];
    const texts = textsOf(table, source.column);
    const isDistinct = likely.includes(name) && texts.length > 0 && new Set(texts).size === texts.length;
    return [{ name, isDistinct, isCounted: texts.every((text) => /^\d{1,3}$/.test(text)) }];
  });
}

function textsOf(table: SourceTable, column: number): readonly string[] {
  return table.rows.map(({ cells }) => wordKey(cellText(cells[column]))).filter((text) => text !== "");
}

/** Mostly long texts: worth keeping although no column asks for them. */
function isProse(table: SourceTable, column: number): boolean {
  const texts = table.rows
    .slice(0, rowsLookedAt)
    .map(({ cells }) => cells[column])
    .filter(isFilled);
  return texts.length > 0 && texts.filter((cell) => cellText(cell).length > 60).length * 2 >= texts.length;
}
