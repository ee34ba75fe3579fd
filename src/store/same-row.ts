import type { Row } from "../registers";

/** Equal in every part, so that the older object may go on standing for both. */
export function sameRow(one: Row, other: Row): boolean {
  return (
    one === other ||
    (one.id === other.id &&
      one.etag === other.etag &&
      one.changedAtMs === other.changedAtMs &&
      one.changedBy === other.changedBy &&
      one.createdAtMs === other.createdAtMs &&
      one.createdBy === other.createdBy &&
      sameEntries(one.values, other.values) &&
      sameEntries(one.extras, other.extras))
  );
}

export function sameEntries(one: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>): boolean {
  if (one === other) return true;
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => Object.hasOwn(other, name) && one[name] === other[name]);
}
