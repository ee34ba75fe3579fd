import { meaningsOf, readCell, suggestMeaning } from "../../exchange";
import type { Column, HeldAs, ListLook, MappedColumn, SameMeaning, TheirColumn } from "../../registers";

/** A word of somebody else's list, and how many of the rows looked at hold it. */
export interface TheirWord {
  /** As a mapping names it: the word itself, or the id of the look-up's item. */
  readonly theirs: string;
  readonly shown: string;
  readonly count: number;
}

const mostWords = 60;
const holdsWords: readonly HeldAs[] = ["choice", "text", "lookup", "calculated"];

/** Whether a column of theirs says what ours says in words that have to be told apart. */
export function hasWords(column: Column, heldAs: HeldAs): boolean {
  if (!holdsWords.includes(heldAs)) return false;
  if (column.type === "reference") return column.register === "Projects";
  return column.type === "choice" || column.type === "yesNo" || (column.type === "wholeNumber" && column.named !== undefined);
}

/** The words of a column: a choice's and a look-up's own in their order, then what else stands in the rows, most frequent first. */
export function theirWords({ field, heldAs, choices, items }: TheirColumn, rows: ListLook["rows"]): readonly TheirWord[] {
  const key = heldAs === "lookup" ? `${field}LookupId` : field;
  const counts = new Map<string, number>();
  const shown = new Map<string, string>(heldAs === "lookup" ? items.map((item) => [item.id, item.shown]) : choices.map((choice) => [choice, choice]));
  for (const row of rows) {
    const word = textOf(row, key);
    if (word === undefined) continue;
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const others = [...counts.keys()].filter((word) => !shown.has(word)).sort((one, other) => (counts.get(other) ?? 0) - (counts.get(one) ?? 0));
  for (const word of others) shown.set(word, heldAs === "lookup" ? (shownFor(rows, field, word) ?? word) : word);
  return [...shown].slice(0, mostWords).map(([theirs, words]) => ({ theirs, shown: words, count: counts.get(theirs) ?? 0 }));
}

/** An own, filled cell only, so that a column called "constructor" is empty unless somebody filled it. */
export function textOf(row: ListLook["rows"][number], field: string): string | undefined {
  const text = Object.hasOwn(row, field) ? row[field] : undefined;
  return text === undefined || text.trim() === "" ? undefined : text;
}

function shownFor(rows: ListLook["rows"], field: string, id: string): string | undefined {
  const row = rows.find((one) => textOf(one, `${field}LookupId`) === id);
  return row === undefined ? undefined : textOf(row, field);
}

/** What each word may mean here; words that nothing is likely for are left out. References are told apart by their records, not here. */
export function suggestWords(column: Column, words: readonly TheirWord[]): readonly SameMeaning[] {
  return words.flatMap(({ theirs, shown }) => {
    const ours = meaningOf(column, shown);
    return ours === undefined || (ours === theirs && column.type === "choice") ? [] : [{ theirs, ours }];
  });
}

function meaningOf(column: Column, shown: string): SameMeaning["ours"] | undefined {
  if (column.type === "yesNo") {
    const read = readCell(shown, { kind: "yesNo" });
    return read.kind === "value" && typeof read.value === "boolean" ? read.value : undefined;
  }
  if (column.type === "wholeNumber" && /^\s*\d+\s*$/.test(shown)) {
    const number = Number(shown);
    return number >= (column.from ?? 0) && number <= (column.to ?? Infinity) ? number : undefined;
  }
  const meaning = suggestMeaning(column, shown);
  return meaning === "" ? undefined : valueFor(column, meaning);
}

/** What a person may say that a word means: our words in order, each with the value that a mapping keeps. */
export function meaningsFor(column: Column): readonly { readonly label: string; readonly value: SameMeaning["ours"] }[] {
  if (column.type === "yesNo")
    return [
      { label: "Yes", value: true },
      { label: "No", value: false },
    ];
  return meaningsOf(column).map((label, step) =>
    column.type === "wholeNumber" ? { label: `${String((column.from ?? 1) + step)} – ${label}`, value: (column.from ?? 1) + step } : { label, value: label },
  );
}

/** "Likely" is 4 on our scale. */
function valueFor(column: Column, meaning: string): SameMeaning["ours"] {
  return column.type === "wholeNumber" ? (column.from ?? 1) + meaningsOf(column).indexOf(meaning) : meaning;
}

/** What a word means here as things stand; undefined: it is shown as it is and never worked with. */
export function meaningNow(column: Column, { words }: Pick<MappedColumn, "words">, word: TheirWord): SameMeaning["ours"] | undefined {
  const told = words.find(({ theirs }) => theirs === word.theirs);
  if (told !== undefined) return told.ours;
  return column.type === "choice" && column.choices.includes(word.shown) ? word.shown : undefined;
}

/** Words that would only be shown. */
export function withoutMeaning(column: Column, mapped: Pick<MappedColumn, "words">, words: readonly TheirWord[]): readonly TheirWord[] {
  return words.filter((word) => meaningNow(column, mapped, word) === undefined);
}

/** The same mapping with one word told to mean something else; `undefined`: nothing here. */
export function withWord(mapped: MappedColumn, theirs: string, ours: SameMeaning["ours"] | undefined): MappedColumn {
  const told = { theirs, ours };
  const isKnown = mapped.words.some((word) => word.theirs === theirs);
  // The first of several words that mean the same is the one that is written, so each keeps its place.
  const words = isKnown ? mapped.words.map((word) => (word.theirs === theirs ? told : word)) : [...mapped.words, told];
  return { ...mapped, words: words.flatMap((word) => (word.ours === undefined ? [] : [{ theirs: word.theirs, ours: word.ours }])) };
}

/** Where several words mean the same: which of them a record gets that is set to it here. */
export function sharedMeanings(
  column: Column,
  mapped: Pick<MappedColumn, "words">,
  words: readonly TheirWord[],
): readonly { readonly ours: string; readonly first: string }[] {
  return meaningsFor(column).flatMap(({ label, value }) => {
    const alike = words.filter((word) => meaningNow(column, mapped, word) === value);
    const told = mapped.words.find(({ ours }) => ours === value)?.theirs;
    const first = words.find(({ theirs }) => theirs === told) ?? alike[0];
    return alike.length < 2 || first === undefined ? [] : [{ ours: label, first: first.shown }];
  });
}
