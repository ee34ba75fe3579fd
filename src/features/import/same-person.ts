import { columnOf, valueAt, type Register, type Row } from "../../registers";
import { isSimilarName } from "./person-names";
import type { ReadRow } from "./read-source-row";

/** "A Patel" in a file over a record of Asha Patel, whose address is known, changes nothing: a bare name that may be hers says no more. */
export function keepSamePeople(register: Register, read: ReadRow, { values }: Row): ReadRow {
  const same = new Set(
    Object.entries(read.values).flatMap(([name, written]) => {
      if (columnOf(register, name)?.type !== "person" || Object.hasOwn(read.values, `${name}Address`)) return [];
      const held = valueAt(values, name);
      const isKnown = typeof held === "string" && valueAt(values, `${name}Address`) !== undefined;
      return isKnown && isSimilarName(held, String(written)) ? [name] : [];
    }),
  );
  if (same.size === 0) return read;
  return {
    ...read,
    values: Object.fromEntries(Object.entries(read.values).filter(([name]) => !same.has(name))),
    remarks: read.remarks.filter(({ field }) => !same.has(field)),
  };
}
