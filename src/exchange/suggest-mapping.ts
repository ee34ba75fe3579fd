import { readCell } from "./read-cell";
import type { CellProblem, HowToRead, TargetKind } from "./reading";
import type { Cell } from "./table";
import { compareWords, normaliseWords } from "./normalise-words";

/** A column that wants values, as the register's definition describes it. */
export interface TargetColumn {
  readonly name: string;
  readonly label: string;
  readonly alsoKnownAs: readonly string[];
  readonly kind: TargetKind;
  /** Labels of a choice column or of a scale's numbers, when known: values that match them speak for a source. */
  readonly choices?: readonly string[];
}

/** Why a source was chosen: its heading is the column's own name, a known other name, or shares its words. */
export type MappingReason = "sameName" | "otherName" | "sharedWords" | "nothingSimilar";

export interface Suggestion {
  readonly target: string;
  /** Index into the headings; undefined when nothing is good enough. A wrong guess costs more than none. */
  readonly column: number | undefined;
  /** 0 to 1. */
  readonly score: number;
  readonly reason: MappingReason;
}

const goodEnough = 0.55;
const valuesLookedAt = 50;

/**
 * Suggests a source for each target, in the order of the targets; each source is used once, the surest pair first.
 * Names decide; values that cannot be read as the target's kind speak against. Values alone never make a match.
 */
export function suggestMapping(headings: readonly string[], sampleRows: readonly (readonly Cell[])[], targets: readonly TargetColumn[]): readonly Suggestion[] {
  const namings = namingsOf(headings);
  const columns = columnsByWord(namings);
  const pairs = targets.flatMap((target) => {
    const wanted = wordsOf(target);
    const near = new Set([...wanted.own, ...wanted.others].flat().flatMap((word) => columns.get(word) ?? []));
    return [...near]
      .toSorted((left, right) => left - right)
      .flatMap((column) => {
        const naming = namings[column];
        if (naming === undefined) return [];
        const named = scoreNaming(naming, wanted);
        if (named.score < goodEnough) return [];
        const score = named.score * scoreValues(sampleRows, column, target);
        return score >= goodEnough ? [{ target: target.name, column, score, reason: named.reason }] : [];
      });
  });
  const chosen = new Map<string, Suggestion>();
  const used = new Set<number>();
  for (const pair of pairs.toSorted((left, right) => right.score - left.score)) {
    if (chosen.has(pair.target) || used.has(pair.column)) continue;
    chosen.set(pair.target, pair);
    used.add(pair.column);
  }
  return targets.map(({ name }) => chosen.get(name) ?? { target: name, column: undefined, score: 0, reason: "nothingSimilar" });
}

interface NameScore {
  readonly score: number;
  readonly reason: MappingReason;
}

type Words = readonly string[];

/** A heading's words; of "Score: Likelihood" also those of the sub-heading alone, where no other group has the same. */
interface Naming {
  readonly whole: Words;
  readonly sub: Words | undefined;
}

/** Worked out once for each heading and each target: a sheet may be thousands of columns wide. */
function namingsOf(headings: readonly string[]): readonly Naming[] {
  const subs = headings.map((heading) => /: (.+)$/.exec(heading)?.[1] ?? heading);
  const times = new Map<string, number>();
  for (const sub of subs) times.set(sub.toLowerCase(), (times.get(sub.toLowerCase()) ?? 0) + 1);
  return headings.map((heading, column) => {
    const sub = subs[column] ?? heading;
    return { whole: normaliseWords(heading), sub: sub !== heading && times.get(sub.toLowerCase()) === 1 ? normaliseWords(sub) : undefined };
  });
}

/** Only a heading that shares a word with a target can be its name. */
function columnsByWord(namings: readonly Naming[]): ReadonlyMap<string, readonly number[]> {
  const columns = new Map<string, number[]>();
  namings.forEach(({ whole }, column) => {
    for (const word of new Set(whole)) {
      const known = columns.get(word);
      if (known === undefined) columns.set(word, [column]);
      else known.push(column);
    }
  });
  return columns;
}

interface TargetWords {
  readonly own: readonly Words[];
  readonly others: readonly Words[];
}

function wordsOf({ label, name, alsoKnownAs }: TargetColumn): TargetWords {
  return { own: [label, name].map(normaliseWords), others: alsoKnownAs.map(normaliseWords) };
}

const subHeadingShare = 0.9;

function scoreNaming({ whole, sub }: Naming, wanted: TargetWords): NameScore {
  const named = scoreName(whole, wanted);
  if (sub === undefined) return named;
  const alone = scoreName(sub, wanted);
  return alone.score * subHeadingShare > named.score ? { ...alone, score: alone.score * subHeadingShare } : named;
}

function scoreName(words: Words, { own, others }: TargetWords): NameScore {
  const likeOwn = Math.max(...own.map((name) => compareWords(words, name)));
  if (likeOwn === 1) return { score: 1, reason: "sameName" };
  const likeOthers = Math.max(0, ...others.map((name) => compareWords(words, name)));
  if (likeOthers === 1) return { score: 0.95, reason: "otherName" };
  const score = 0.85 * Math.max(likeOwn, likeOthers);
  return { score, reason: score === 0 ? "nothingSimilar" : "sharedWords" };
}

/** Prose has a place in the notes; two people are people; words for a choice or a score are asked about. */
function isHalfFit({ problem, text }: { readonly problem: CellProblem; readonly text: string }, { kind, choices }: TargetColumn): boolean {
  if (problem === "sentence" || problem === "severalPeople") return true;
  if (problem === "notAChoice" || problem === "notANumber") return choices !== undefined;
  return kind === "date" && isAboutTime(text);
}

/** "Q3 2026" and "end of March" are no days, but speak of some. */
function isAboutTime(text: string): boolean {
  return /\b(?:q[1-4]|w\/[ce]|week|month|quarter|spring|summer|autumn|winter|asap|ongoing|(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*|(?:19|20)\d\d)\b/i.test(
    text,
  );
}

/** 1 when the values fit or there are none; down to 0.3 when none fits. Prose in a figure's column counts half against it. */
function scoreValues(rows: readonly (readonly Cell[])[], column: number, target: TargetColumn): number {
  const how = howToSample(target);
  if (!how) return 1;
  let seen = 0;
  let fits = 0;
  for (const row of rows.slice(0, valuesLookedAt)) {
    const read = readCell(row[column], how);
    if (read.kind === "empty" || (read.kind === "problem" && read.problem === "placeholder")) continue;
    seen += 1;
    fits += read.kind === "value" ? 1 : isHalfFit(read, target) ? 0.5 : 0;
  }
  return seen === 0 ? 1 : 0.3 + 0.7 * Math.min(1, (fits / seen) * 1.25);
}

function howToSample(target: TargetColumn): HowToRead | undefined {
  switch (target.kind) {
    case "text":
    case "longText":
      return undefined;
    case "money":
      return { kind: "money", scale: 1_000_000 };
    case "date":
      return { kind: "date", order: "day first" };
    case "choice":
      return target.choices ? { kind: "choice", choices: target.choices } : undefined;
    case "wholeNumber":
    case "number":
    case "yesNo":
    case "person":
    case "url":
      return { kind: target.kind };
  }
}
