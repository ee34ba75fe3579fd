import { parseWrittenDate, safeHref, type CalendarDate, type DateOrder } from "../kernel";
import { cellText } from "./cell-text";
import { readMoney, readNumber, readWholeNumber } from "./read-numbers";
import { emptyReading, problemReading, readingOf, type HowToRead, type PersonWritten, type Reading, type ReadValue } from "./reading";
import type { Cell } from "./table";
import { brokenCell, classifyText } from "./text-shape";

/** Reads one cell as the column's kind asks. Blank, "-" and "n/a" are empty, never 0. */
export function readCell(cell: Cell, how: HowToRead): Reading<ReadValue> {
  switch (how.kind) {
    case "text":
    case "longText":
      return readText(cell);
    case "wholeNumber":
      return readWholeNumber(cell);
    case "number":
      return readNumber(cell, how.asFraction === true ? "asFraction" : "asWritten");
    case "money":
      return readMoney(cell, how.scale);
    case "date":
      return readDate(cell, how.order);
    case "choice":
      return readChoice(cell, how.choices);
    case "yesNo":
      return readYesNo(cell);
    case "person":
      return readPerson(cell);
    case "url":
      return readUrl(cell);
  }
}

/** The words of a cell without blanks around them; line breaks inside become line feeds. */
export function readText(cell: Cell): Reading<string> {
  const text = cellText(cell).replace(/\r\n?/g, "\n").trim();
  if (text === "") return emptyReading;
  return brokenCell(text) ?? readingOf(text);
}

/** @param order settles "03/04/2026". A time after the day is left out. */
export function readDate(cell: Cell, order: DateOrder): Reading<CalendarDate> {
  if (typeof cell === "object") return readingOf(cell.date);
  const text = classifyText(cell);
  if (text.kind !== "words") return text;
  const bare = text.words.replace(/[ T,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|[+-]\d{2}:?\d{2})?$/i, "");
  const date = parseWrittenDate(bare, order);
  return date === undefined ? problemReading(text.isProse ? "sentence" : "notADate", text.words) : readingOf(date);
}

/** The choice whose label is the cell's text, ignoring case, blanks and punctuation. */
export function readChoice(cell: Cell, choices: readonly string[]): Reading<string> {
  const read = readText(cell);
  if (read.kind !== "value") return read;
  const wanted = lettersOnly(read.value);
  const found = choices.find((choice) => choice === read.value) ?? choices.find((choice) => lettersOnly(choice) === wanted);
  if (found !== undefined) return readingOf(found);
  const text = classifyText(cell);
  return text.kind === "words" ? problemReading(text.isProse ? "sentence" : "notAChoice", text.words) : text;
}

function lettersOnly(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/&/g, "and")
    .replace(/[^\p{L}\p{N}+]/gu, "");
}

const yesWords = new Set(["yes", "y", "true", "1", "x", "✓", "✔", "on", "complete", "completed", "done"]);
const noWords = new Set(["no", "n", "false", "0", "✗", "✘", "off"]);

export function readYesNo(cell: Cell): Reading<boolean> {
  if (typeof cell === "boolean") return readingOf(cell);
  const text = classifyText(cell);
  if (text.kind !== "words") return text;
  const word = text.words.toLowerCase();
  if (yesWords.has(word)) return readingOf(true);
  return noWords.has(word) ? readingOf(false) : problemReading(text.isProse ? "sentence" : "notYesOrNo", text.words);
}

const addressPattern = /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$/;

/** One person: "Asha Patel", "Patel, Asha", "asha.patel@northmere.example", or "Asha Patel <asha.patel@northmere.example>". */
export function readPerson(cell: Cell): Reading<PersonWritten> {
  const text = classifyText(cell);
  if (text.kind !== "words") return text;
  if (/[;\n]|@.*@|\s(?:and|&)\s|\S\s+\S[^,/]*[,/]\s*\S+\s+\S/i.test(text.words)) return problemReading("severalPeople", text.words);
  const both = /^"?([^<"]*?)"?\s*[<(]([^>)]+)[>)]$/.exec(text.words);
  const address = both?.[2]?.trim() ?? text.words;
  if (!addressPattern.test(address)) return text.isProse ? problemReading("sentence", text.words) : readingOf({ name: text.words, address: undefined });
  return readingOf({ name: both?.[1]?.trim() ?? "", address: address.toLowerCase() });
}

/** An https address; one without a scheme gets it. */
export function readUrl(cell: Cell): Reading<string> {
  const text = classifyText(cell);
  if (text.kind !== "words") return text;
  const href = safeHref(/^[\w-]+(?:\.[\w-]+)+(?:[/?#]|$)/.test(text.words) ? `https://${text.words}` : text.words);
  return href === undefined ? problemReading(text.isProse ? "sentence" : "notAnAddress", text.words) : readingOf(href);
}
