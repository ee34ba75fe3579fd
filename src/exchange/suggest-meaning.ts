import type { Column } from "../registers";
import { readChoice } from "./read-cell";

/** What other people's words may be told to mean in this column: its choices, or the names of a scale's numbers ("Likely"). */
export function meaningsOf(column: Column): readonly string[] {
  if (column.type === "choice") return column.choices;
  return column.type === "wholeNumber" ? (column.named ?? []) : [];
}

/** One of the column's meanings for a word of another register; "" when nothing is likely. To be looked at by a person. */
export function suggestMeaning(column: Column, word: string): string {
  const exact = readChoice(word, meaningsOf(column));
  if (exact.kind === "value") return exact.value;
  return column.type === "wholeNumber" ? suggestStep(column, word) : suggestChoice(word, meaningsOf(column));
}

/** "4" and "4 - Likely" are numbers by themselves; "4 - Possible", where our 3 is called so, is a question. */
export function isPlainNumber(column: Column, word: string): boolean {
  const { digits, label } = numbered(word);
  if (digits === "") return false;
  const named = readChoice(label, meaningsOf(column));
  return named.kind !== "value" || named.value === stepName(column, Number(digits));
}

function numbered(word: string): { readonly digits: string; readonly label: string } {
  const [, digits = "", label = ""] = /^\s*(\d+)\W*(.*?)\W*$/.exec(word) ?? [];
  return { digits, label };
}

function stepName(column: Column, number: number): string {
  return column.type === "wholeNumber" ? (column.named?.[number - (column.from ?? 1)] ?? "") : "";
}

/** Words that registers use for the steps of a scale of five, lowest first. */
const stepWords: readonly RegExp[] = [
  /^(?:very low|v low|vl|remote|insignificant)$/,
  /^(?:low|l|improbable)$/,
  /^(?:medium|med|m|moderate|mod)$/,
  /^(?:high|h|probable)$/,
  /^(?:very high|v high|vh|extreme|critical|certain)$/,
];

/** The number in front ("4 - High"), a name of the step or its beginning, else the usual words of a scale of five. */
function suggestStep(column: Column, word: string): string {
  const { digits } = numbered(word);
  if (digits !== "") return stepName(column, Number(digits));
  const names = meaningsOf(column);
  const step = names.length === stepWords.length ? stepWords.findIndex((words) => words.test(spaced(word))) : -1;
  return names[step] ?? suggestChoice(word, names);
}

/** What other registers call our states, and which of ours may be meant; the first that the column has. */
const otherWords: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:wip|work in progress|started|under ?way|ongoing|on going|live|current)$/, ["In progress", "Active", "Open"]],
  [/^(?:done|completed?|finished|closed|implemented)$/, ["Complete", "Completed", "Closed", "Resolved", "Implemented"]],
  [/^(?:to ?do|not yet started|outstanding|new|not begun)$/, ["Not started", "Open", "Proposed"]],
  [/^(?:cancelled|canceled|withdrawn|abandoned|no longer needed)$/, ["Cancelled", "Withdrawn", "Stopped"]],
  [/^(?:hold|paused|suspended|parked)$/, ["On hold", "Blocked", "Deferred"]],
  [/^(?:urgent|very high|vh|extreme|p1|1)$/, ["Critical"]],
  [/^(?:normal|standard|moderate|p3)$/, ["Medium"]],
  [/^(?:accept|accepted)$/, ["Tolerate"]],
  [/^(?:mitigate|mitigated|reduce|manage)$/, ["Treat"]],
  [/^(?:avoid|avoided|remove)$/, ["Terminate"]],
];

/** The one choice named inside ("Red - off track"), the one that it begins ("Med", "R"), or another register's word for one. */
function suggestChoice(word: string, choices: readonly string[]): string {
  const plain = spaced(word);
  const inside = choices.filter((choice) => ` ${plain} `.includes(` ${spaced(choice)} `));
  if (inside.length > 0) return only(inside);
  const other = otherWords.find(([words]) => words.test(plain))?.[1].find((choice) => choices.includes(choice));
  if (other !== undefined) return other;
  const begun = plain.length === 1 || plain.length >= 3 ? choices.filter((choice) => spaced(choice).startsWith(plain)) : [];
  return plain === "" ? "" : only(begun);
}

function only(found: readonly string[]): string {
  return found.length === 1 ? (found[0] ?? "") : "";
}

function spaced(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
