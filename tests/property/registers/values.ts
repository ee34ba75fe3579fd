import fc from "fast-check";
import { dateFromDayNumber, pence } from "../../../src/kernel";
import { fillableColumns, valuesFrom, type Column, type Register, type Value, type Values } from "../../../src/registers";

/** Texts without line breaks, invisible characters or blank edges: what is left of any text once it has been read. */
function line(longest: number, shortest = 1): fc.Arbitrary<string> {
  return fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 40 })
    .map((text) =>
      text
        .replace(/[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, "")
        .replace(/\s+/g, " ")
        .trim()
        .slice(0, longest)
        .trim(),
    )
    .map((text) => (text.length < Math.max(shortest, 1) ? "x".repeat(Math.max(shortest, 1)) : text));
}

const days = fc.integer({ min: 0, max: 36_000 }).map(dateFromDayNumber);

/** Any value that a column may hold, also ones its rules would question. */
export function valueFor(column: Column): fc.Arbitrary<Value> {
  switch (column.type) {
    case "text":
      return line(column.longest, column.shortest);
    case "longText":
      return fc.array(line(60), { minLength: 1, maxLength: 4 }).map((lines) => lines.join("\n"));
    case "people":
      return fc
        .array(
          line(60).map((text) => text.replace(/;/g, "")),
          { minLength: 1, maxLength: 4 },
        )
        .map((lines) => lines.map((text) => text.trim() || "Asha Patel").join("\n"));
    case "person":
    case "reference":
      return line(100);
    case "link":
      return fc.webUrl({ validSchemes: ["https"], withQueryParameters: true }).map((address) => new URL(address).href);
    case "choice":
      return fc.oneof(
        fc.constantFrom(...column.choices),
        line(60).filter((text) => !isNearly(column.choices, text)),
      );
    case "wholeNumber":
      return fc.integer({ min: -1_000_000, max: 1_000_000 });
    case "number":
      return fc.integer({ min: -10_000_000, max: 10_000_000 }).map((number) => Number((number / 10 ** column.decimals).toFixed(column.decimals)) || 0);
    case "money":
      return fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }).map(pence);
    case "date":
      return days;
    case "yesNo":
      return fc.boolean();
  }
}

/** A choice that differs from a listed one only in case or dashes is read as the listed one. */
function isNearly(choices: readonly string[], text: string): boolean {
  const plain = (written: string): string =>
    written
      .toLowerCase()
      .replace(/[\s\-–_/]+/g, " ")
      .trim();
  return choices.some((choice) => plain(choice) === plain(text));
}

/** A row with some of a register's fillable columns filled. */
export function rowOf(register: Register): fc.Arbitrary<Values> {
  const columns = Object.fromEntries(fillableColumns(register).map(([name, column]) => [name, valueFor(column)]));
  return fc
    .record(columns, { requiredKeys: [] })
    .map((row) => valuesFrom(Object.entries(row).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))));
}
