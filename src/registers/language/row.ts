import type { ClientKey } from "../../kernel";

/** One cell as the engine sees it; typed by column through `RowOf`. Empty is absent. */
export type Value = string | number | boolean;
export type Values = Readonly<Record<string, Value>>;

/** New values by column name; `null` clears. A change reverses (undo) and squashes (queue). */
export type Changes = Readonly<Record<string, Value | null>>;

/** The list item id, or `new:<ClientKey>` until the list has given one. */
export type RowId = string;

export function newRowId(key: ClientKey): RowId {
  return `new:${key}`;
}

export function isNewRow(id: RowId): boolean {
  return id.startsWith("new:");
}

/** A register row as everything above `lists` sees it. */
export interface Row {
  readonly id: RowId;
  /** Opaque, with its quotes. Absent until the row is in the list. */
  readonly etag?: string;
  readonly values: Values;
  /** Columns that a list owner added, by display name, as text. Shown, never written. */
  readonly extras: Readonly<Record<string, string>>;
  readonly changedBy?: string;
  readonly changedAtMs?: number;
  readonly createdBy?: string;
  readonly createdAtMs?: number;
}

/** What the author of a change had in front of them; may be older than the newest known state. */
export interface Seen {
  readonly etag?: string;
  readonly values: Values;
}

/** One row's change, ready for the store. */
export interface Edit {
  readonly site: string;
  readonly register: string;
  readonly kind: "create" | "update";
  readonly id: RowId;
  readonly changes: Changes;
  readonly seen: Seen;
}

export function applyChanges(values: Values, changes: Changes): Values {
  const result = new Map<string, Value>(Object.entries(values));
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) result.delete(name);
    else result.set(name, value);
  }
  return valuesFrom(result);
}

/** What leads from `before` to `after`, over the columns of both. */
export function changesBetween(before: Values, after: Values): Changes {
  const changes = new Map<string, Value | null>();
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const value = valueAt(after, name);
    if (value !== valueAt(before, name)) changes.set(name, value ?? null);
  }
  return Object.fromEntries(changes);
}

/** The change that puts back what `changes` replaced. */
export function reverseChanges(changes: Changes, before: Values): Changes {
  return Object.fromEntries(Object.keys(changes).map((name) => [name, valueAt(before, name) ?? null]));
}

/** An own property only, so that a column called "constructor" is empty unless somebody filled it. */
export function valueAt(values: Values, name: string): Value | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

export function valuesFrom(entries: Iterable<readonly [string, Value]>): Values {
  return Object.fromEntries(entries);
}
