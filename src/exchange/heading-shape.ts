import { parseWrittenDate } from "../kernel";
import { cellText } from "./cell-text";
import type { Cell } from "./table";

export function isFilled(cell: Cell): boolean {
  return cell !== undefined && !(typeof cell === "string" && cell.trim() === "");
}

/** Indexes of the cells that hold something. */
export function filledColumns(row: readonly Cell[] | undefined): readonly number[] {
  return (row ?? []).flatMap((cell, column) => (isFilled(cell) ? [column] : []));
}

/** Words of at most 120 letters that are no number and no date; a year or a month is a fair heading. */
export function isHeadingText(cell: Cell): boolean {
  if (typeof cell !== "string") return typeof cell === "number" && Number.isInteger(cell) && cell >= 1990 && cell <= 2100;
  const text = cell.trim();
  return text.length <= 120 && /\p{L}|^\d{4}([/–-]\d{2,4})?$|^#$|^%$/u.test(text) && parseWrittenDate(text) === undefined;
}

export function oneLine(cell: Cell): string {
  return cellText(cell).replace(/\s+/g, " ").trim();
}

export function middleOf(counts: readonly number[]): number {
  return counts.toSorted((left, right) => left - right)[Math.floor(counts.length / 2)] ?? 0;
}

const longestWords = 80;

/** The first words of a row, to know it again. */
export function rowWords(row: readonly Cell[]): string {
  const words = filledColumns(row)
    .slice(0, 4)
    .map((column) => oneLine(row[column]))
    .join(" · ");
  return words.length <= longestWords ? words : `${words.slice(0, longestWords - 1)}…`;
}
