import { valueAt, type Changes, type Value, type Values } from "../registers";
import type { FieldConflict } from "./store";

/**
 * Three-way merge of one row, column by column: what its author saw, what they want, what the register holds now.
 * M1. A column is sent only where the register still holds what the author saw.
 * M2. Both set a column to the same value: nothing to send, no conflict.
 * M3. Both changed a column, to different values: a conflict, and the column is not sent.
 * M4. A column set to what the author saw is no change of theirs: the register's value stands.
 * M5. Changes to different columns all survive, whoever comes first.
 * M6. Nobody else changed anything: everything of mine is sent, nothing is reported as merged.
 */
export interface MergedEdit {
  /** What is left to send, against the etag of the row that was merged with. */
  readonly changes: Changes;
  /** Columns that somebody else changed since, and the author did not. */
  readonly mergedFields: readonly string[];
  readonly conflicts: readonly FieldConflict[];
}

/** @param seen all values of the row as its author saw it. */
export function merge(seen: Values, mine: Changes, theirs: Values): MergedEdit {
  const changes = new Map<string, Value | null>();
  const conflicts: FieldConflict[] = [];
  const touched = new Set<string>();
  for (const [field, wanted] of Object.entries(mine)) {
    const base = valueAt(seen, field);
    const value = wanted ?? undefined;
    const theirValue = valueAt(theirs, field);
    if (value === base) continue;
    touched.add(field);
    if (theirValue === value) continue;
    if (theirValue === base) changes.set(field, wanted);
    else conflicts.push({ field, base, mine: value, theirs: theirValue });
  }
  const fields = new Set([...Object.keys(seen), ...Object.keys(theirs)]);
  const mergedFields = [...fields].filter((field) => !touched.has(field) && valueAt(seen, field) !== valueAt(theirs, field));
  return { changes: Object.fromEntries(changes), mergedFields, conflicts };
}
