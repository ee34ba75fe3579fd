import { readCell } from "./read-cell";
import type { HowToRead, TargetKind } from "./reading";
import type { Cell } from "./table";
import { compareWords, normaliseWords } from "./normalise-words";

/** A column that wants values, as the register's definition describes it. */
export interface TargetColumn {
  readonly name: string;
  readonly label: string;
  readonly alsoKnownAs: readonly string[];
  readonly kind: TargetKind;
  /** Labels of a choice column, when known: values that match them speak for a source. */
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
  const pairs = targets.flatMap((target) =>
    headings.flatMap((heading, column) => {
      const named = scoreName(heading, target);
      if (named.score === 0) return [];
      const score = named.score * scoreValues(sampleRows, column, target);
      return score >= goodEnough ? [{ target: target.name, column, score, reason: named.reason }] : [];
    }),
  );
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

function scoreName(heading: string, target: TargetColumn): NameScore {
  const words = normaliseWords(heading);
  if (words.length === 0) return { score: 0, reason: "nothingSimilar" };
  const own = Math.max(compareWords(words, normaliseWords(target.label)), compareWords(words, normaliseWords(target.name)));
  if (own === 1) return { score: 1, reason: "sameName" };
  const others = target.alsoKnownAs.map((name) => compareWords(words, normaliseWords(name)));
  if (others.includes(1)) return { score: 0.95, reason: "otherName" };
  return { score: 0.85 * Math.max(own, 0, ...others), reason: "sharedWords" };
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
    if (read.kind === "value") fits += 1;
    else if (read.problem === "sentence") fits += 0.5;
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
