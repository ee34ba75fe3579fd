import { parsePence, pence, penceFromPounds, type Pence } from "../kernel";
import { cellText } from "./cell-text";
import { emptyReading, problemReading, readingOf, type MoneyScale, type Reading } from "./reading";
import type { Cell } from "./table";
import { classifyText, type Words } from "./text-shape";

const largest = Number.MAX_SAFE_INTEGER;

/** A number as a cell or as text: "1,234.5", "(12)", "12-". "45%" reads as 45, since percentages are held as such, or else as a fraction. */
export function readNumber(cell: Cell, percent: "asWritten" | "asFraction" = "asWritten"): Reading<number> {
  if (typeof cell === "number") return Number.isFinite(cell) ? readingOf(cell) : emptyReading;
  if (typeof cell === "object" || typeof cell === "boolean") return wrongType(cell);
  const text = classifyText(cell);
  if (text.kind !== "words") return text;
  const bare = text.words.replace(/\s*%$/, "");
  const number = parseNumber(bare);
  if (number === undefined) return notANumber(text);
  // Shifted as digits: 7 / 100 and 0.07 are not always the same number.
  return readingOf(percent === "asFraction" && bare !== text.words ? Number(`${String(number)}e-2`) : number);
}

/** A whole number; also the number before a label, as in "4 - Likely", "4 (Likely)" and "4 Likely". */
export function readWholeNumber(cell: Cell): Reading<number> {
  const labelled = typeof cell === "string" ? /^\s*(\d{1,3})\s*(?:[-–—:.)(\][]\s*\D{1,40}|\s\p{L}+(?: \p{L}+)?)\s*$/u.exec(cell)?.[1] : undefined;
  const read = labelled === undefined ? readNumber(cell) : readingOf(Number(labelled));
  if (read.kind !== "value") return read;
  const rounded = Math.round(read.value);
  if (Math.abs(read.value - rounded) > 1e-9) return problemReading("notWhole", cellText(cell));
  return Math.abs(rounded) > largest ? problemReading("tooBig", cellText(cell)) : readingOf(rounded === 0 ? 0 : rounded);
}

const namedScales: readonly (readonly [RegExp, number])[] = [
  [/\s*(?:k|thousand)$/i, 1000],
  [/\s*(?:m|mn|million)$/i, 1_000_000],
  [/\s*(?:bn|billion)$/i, 1_000_000_000],
];

/**
 * An amount in whole pence. "£654.46" with scale 1,000,000 is exact to the penny; a scale written in the cell ("£1.2m") wins.
 * A number cell may hold a formula's long fraction and is rounded half away from zero; text with one is a problem.
 */
export function readMoney(cell: Cell, scale: MoneyScale): Reading<Pence> {
  if (typeof cell === "number") return moneyFromNumber(cell, scale);
  if (typeof cell === "object" || typeof cell === "boolean") return wrongType(cell);
  if (/^\s*-?\s*£\s*[-–—]\s*$/.test(cell ?? "")) return readingOf(pence(0)); // Excel's accounting format writes nought as "£ -"
  const text = classifyText(cell);
  if (text.kind !== "words") return text;
  const bare = text.words.replace(/^GBP\s*|\s*GBP$/i, "").replace(/^(.*\d)\s*[-–−]$/, "-$1");
  const named = namedScales.find(([pattern]) => /\d/.test(bare) && pattern.test(bare));
  const amount = parsePence(named ? bare.replace(named[0], "") : bare, named?.[1] ?? scale);
  if (amount !== undefined) return readingOf(amount);
  const number = parseNumber(bare.replaceAll("£", ""));
  if (number === undefined) return notANumber(text);
  return problemReading(Math.abs(number) * scale * 100 > largest ? "tooBig" : "fractionOfPenny", text.words);
}

function moneyFromNumber(amount: number, scale: MoneyScale): Reading<Pence> {
  if (!Number.isFinite(amount)) return emptyReading;
  if (Math.abs(amount) * scale * 100 > largest) return problemReading("tooBig", String(amount));
  // Excel holds 15 digits; shifting them as text keeps 654.46 million exact.
  const written = String(Number(amount.toPrecision(15)));
  const exact = scale === 1 ? undefined : parsePence(written, scale);
  return readingOf(exact ?? penceFromPounds(amount * scale));
}

function parseNumber(text: string): number | undefined {
  const bare = text.replace(/[\s\u00a0\u200b]/g, "");
  const match = /^(\()?([-–−+])?(\d{1,3}(?:,\d{3})+|\d+)?(\.\d*)?(?:e([+-]?\d{1,3}))?(\))?([-–−])?$/i.exec(bare);
  if (!match) return undefined;
  const [, open, sign, whole = "", fraction = "", exponent, close, trailing] = match;
  if (!/\d/.test(whole + fraction) || (open === undefined) !== (close === undefined)) return undefined;
  if ([open, sign, trailing].filter((mark) => mark !== undefined).length > 1) return undefined;
  const number = Number(`${whole.replaceAll(",", "") || "0"}${fraction}${exponent === undefined ? "" : `e${exponent}`}`);
  if (!Number.isFinite(number)) return undefined;
  const isNegative = open !== undefined || trailing !== undefined || (sign !== undefined && sign !== "+");
  return isNegative && number !== 0 ? -number : number;
}

function notANumber(text: Words): Reading<never> {
  return problemReading(text.isProse ? "sentence" : "notANumber", text.words);
}

function wrongType(cell: Cell): Reading<never> {
  const text = classifyText(cell);
  return text.kind === "words" ? notANumber(text) : text;
}
