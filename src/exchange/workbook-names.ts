import { exchangeWords } from "../content";
import { dropIllegalCharacters } from "./xml-text";

const longestSheetName = 31;
const longestHeading = 255;

/** The names of the sheets as Excel takes them: 31 characters, no []:*?/\, apostrophes curled, since none may stand at an end, not "History", each once. */
export function cleanSheetNames(names: readonly string[]): readonly string[] {
  return makeUnique(
    names.map((name) => {
      const bare = oneLine(name)
        .replace(/[[\]:*?/\\]/g, "-")
        .replaceAll("'", "’");
      return bare === "" || bare.toLowerCase() === "history" ? `${exchangeWords.sheet} ${bare}`.trim() : bare;
    }),
    longestSheetName,
  );
}

/** Headings of an Excel table: one line, none empty, each once ignoring case. */
export function cleanHeadings(headings: readonly string[]): readonly string[] {
  return makeUnique(
    headings.map((heading, index) => oneLine(heading) || exchangeWords.unnamedColumn(columnLetters(index))),
    longestHeading,
  );
}

/** A later name that equals an earlier one, ignoring case, gets " (2)", " (3)" and so on within the length. */
export function makeUnique(names: readonly string[], longest: number): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let candidate = cut(name, longest);
    for (let count = 2; taken.has(candidate.toLowerCase()); count += 1) {
      const suffix = ` (${String(count)})`;
      candidate = cut(name, longest - suffix.length) + suffix;
    }
    taken.add(candidate.toLowerCase());
    return candidate;
  });
}

/** Cuts at a length in UTF-16 units, as Excel counts, without halving a character. */
export function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const end = /[\ud800-\udbff]/.test(text[longest - 1] ?? "") ? longest - 1 : longest;
  return text.slice(0, end).trimEnd();
}

/** 0 is A, 27 is AB. */
export function columnLetters(index: number): string {
  const before = Math.floor(index / 26);
  return (before > 0 ? columnLetters(before - 1) : "") + String.fromCharCode(65 + (index % 26));
}

function oneLine(text: string): string {
  return dropIllegalCharacters(text).replace(/\s+/g, " ").trim();
}
