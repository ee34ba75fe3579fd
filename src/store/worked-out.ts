import { applyChanges, valueAt, type Changes, type Register, type Value, type Values } from "../registers";

/** Columns worked out from their own row, by name; a register's `workedOut`. */
export type WorkedOut = Register["workedOut"];

/**
 * The changes with every worked-out column brought up to date with the merged row. Two people may each change one factor
 * of a score: no merge of the stored scores would be right, so scores are never merged but worked out again.
 */
export function withWorkedOut(workedOut: WorkedOut, before: Values, changes: Changes): Changes {
  const added = new Map<string, Value | null>();
  let after = applyChanges(before, changes);
  for (const [name, workOut] of Object.entries(workedOut)) {
    const value = workOut(after) ?? null;
    if (value === (valueAt(before, name) ?? null)) continue;
    added.set(name, value);
    after = applyChanges(after, { [name]: value });
  }
  return added.size === 0 ? changes : { ...changes, ...Object.fromEntries(added) };
}

/** What a person decided, without columns that the product fills itself. */
export function withoutColumns(changes: Changes, left: (name: string) => boolean): Changes {
  const kept = Object.entries(changes).filter(([name]) => !left(name));
  return kept.length === Object.keys(changes).length ? changes : Object.fromEntries(kept);
}
