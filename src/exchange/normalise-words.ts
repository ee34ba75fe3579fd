/** Words that say nothing about which column it is. */
const emptyWords = new Set(["a", "an", "the", "of", "for", "to", "in", "is", "and", "or", "please", "enter"]);

/** Short forms that project registers use, written out; both sides of a comparison pass through here. */
const longForms: ReadonlyMap<string, string> = new Map([
  ["no", "number"],
  ["num", "number"],
  ["nr", "number"],
  ["ref", "reference"],
  ["id", "reference"],
  ["desc", "description"],
  ["dept", "department"],
  ["org", "organisation"],
  ["proj", "project"],
  ["prog", "programme"],
  ["mgr", "manager"],
  ["pm", "project manager"],
  ["sro", "senior responsible owner"],
  ["rag", "rating"],
  ["prob", "probability"],
  ["est", "estimated"],
  ["fy", "financial year"],
  ["wlc", "whole life cost"],
  ["organization", "organisation"],
  ["program", "programme"],
]);

/** "OwnerName", "owner_name" and "Owner’s name (required)" to their plain words: lower case, singular, written out. */
export function normaliseWords(text: string): readonly string[] {
  const spaced = text
    .normalize("NFKC")
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .replace(/\([^)]*\)|\[[^\]]*\]/g, " ")
    .replace(/#/g, " number ")
    .replace(/£\s*(?:m|k|000s?|million)?\b/gi, " ")
    .toLowerCase()
    .replace(/['’]s?\b/g, "");
  return spaced
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap((word) => (longForms.get(word) ?? word).split(" "))
    .map(toSingular)
    .filter((word) => word !== "" && !emptyWords.has(word));
}

function toSingular(word: string): string {
  if (word.length < 4 || /(?:ss|us|is)$/.test(word)) return word;
  return word.endsWith("ies") ? `${word.slice(0, -3)}y` : word.replace(/s$/, "");
}

/** 1 for the same words in any order, else the share of common words (Dice), 0 when nothing is common. */
export function compareWords(left: readonly string[], right: readonly string[]): number {
  const leftSet = new Set(left);
  const rightSet = new Set(right);
  if (leftSet.size === 0 || rightSet.size === 0) return 0;
  const common = [...leftSet].filter((word) => rightSet.has(word)).length;
  return (2 * common) / (leftSet.size + rightSet.size);
}
