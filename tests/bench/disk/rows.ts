import type { Row } from "../../../src/registers";

const words = ["The corridor outside radiology floods after heavy rain", "Asha Patel", "Open", "Infrastructure", "asha.patel@northmere.example"];

/**
 * Rows as the store holds them, with 15 values each. As in registers, four columns differ from row to row (the reference, titles),
 * as do etags and times; in the others few texts or numbers repeat.
 */
export function makeRows(count: number): readonly Row[] {
  return Array.from({ length: count }, (_, index) => {
    const values = Object.fromEntries(
      Array.from({ length: 15 }, (_unused, column) => [
        `Column${column}`,
        column % 3 === 0 ? (index * (column + 1)) % 1_000 : `${words[(index + column) % words.length] ?? ""}${column < 6 ? ` ${index}` : ""}`,
      ]),
    );
    return {
      id: String(index + 1),
      etag: `"${((index * 2_654_435_761) >>> 0).toString(16).padStart(8, "0")}-21d6-42cc-84d1-53ab27889bb1,${(index % 9) + 1}"`,
      values,
      extras: {},
      changedBy: "Asha Patel",
      changedAtMs: 1_795_510_800_000 + index,
      createdBy: "Tom Reid",
      createdAtMs: 1_790_000_000_000 + index,
    };
  });
}
