import { isPlainNumber, meaningsOf, readChoice, suggestMeaning } from "../../exchange";
import type { Column } from "../../registers";
import { wordKey } from "./mapping";
import type { SourceTable } from "./source-table";

/** One word of a file's column, how often it stands there, and what it would mean. */
export interface FileWord {
  readonly word: string;
  readonly count: number;
  /** "" when nothing fits: the cell stays empty. */
  readonly suggested: string;
  /** `same`: one of our own words. `known`: a person has said so before. `likely`: to be looked at. */
  readonly because: "same" | "known" | "likely" | "nothing";
}

/** What the words of a file were told to mean before, by column of the register. */
export type KnownWords = (column: string) => ReadonlyMap<string, string>;

export const nothingKnown: ReadonlyMap<string, string> = new Map();
export const noKnownWords: KnownWords = () => nothingKnown;

const mostWords = 40;

export interface WantedWords {
  readonly column: number;
  readonly wanted: Column;
  readonly known: ReadonlyMap<string, string>;
}

/** The different words of a column that wants choices or the numbers of a scale, most frequent first; sentences are left to the notes. */
export function fileWords(table: SourceTable, { column, wanted, known }: WantedWords): readonly FileWord[] {
  if (meaningsOf(wanted).length === 0) return [];
  const words = new Map<string, { word: string; count: number }>();
  for (const { cells } of table.rows) {
    const read = readChoice(cells[column], []);
    if (read.kind !== "problem" || ["sentence", "cellError", "notWorkedOut"].includes(read.problem)) continue;
    const key = wordKey(read.text);
    const before = words.get(key);
    words.set(key, before === undefined ? { word: read.text, count: 1 } : { ...before, count: before.count + 1 });
  }
  return [...words.values()]
    .filter(({ word }) => wanted.type === "choice" || known.has(wordKey(word)) || !isPlainNumber(wanted, word))
    .sort((one, other) => other.count - one.count)
    .slice(0, mostWords)
    .map((counted) => ({ ...counted, ...meaningOf(wanted, counted.word, known) }));
}

function meaningOf(wanted: Column, word: string, known: ReadonlyMap<string, string>): Pick<FileWord, "suggested" | "because"> {
  const choices = meaningsOf(wanted);
  const told = known.get(wordKey(word));
  if (told !== undefined && (told === "" || choices.includes(told))) return { suggested: told, because: "known" };
  const exact = readChoice(word, choices);
  if (exact.kind === "value") return { suggested: exact.value, because: "same" };
  const suggested = suggestMeaning(wanted, word);
  return { suggested, because: suggested === "" ? "nothing" : "likely" };
}
