import { isClientKey, type ClientKey } from "../kernel";
import { isNewRow, valueAt, type Changes, type Edit, type Row, type RowId, type Values } from "../registers";
import type { RegisterPlace } from "./ports";

/** Edits of a few rows never queue behind an import. */
export type Lane = "interactive" | "bulk";

/** As many as Graph takes in one batch (graph.md 6); a change of more rows than this is bulk work. */
export const mostInOneSend = 20;

/**
 * One row's change on its way. Plain data, replaced and never altered, so that a disk can hold it as it is.
 * Its id travels as `OperationId`; a create travels under its row's client key as well.
 */
export interface Operation {
  readonly id: string;
  readonly edit: Edit;
  readonly lane: Lane;
  /** Once true it stays: an answer was lost, so the register is asked before anything is sent again. */
  readonly maybeSent: boolean;
  /** When its author made it. */
  readonly madeAtMs: number;
  /** Sends without a clear outcome so far. */
  readonly attempts: number;
  /** Changes made together: none is sent before those of the same id with a lower step are in the register. */
  readonly group?: { readonly id: string; readonly step: number };
  /** What a create carried when it may have been sent, where other changes have joined it since. */
  readonly sent?: Changes;
  /** Of a parked one: those of its group that wait with it, in order. They go on when it does, and are dropped with it. */
  readonly rest?: readonly Operation[];
}

/** The changes that joined a create after it may have been sent; empty when none did. */
export function joinedSince({ edit, sent }: Operation): Changes {
  return sent === undefined
    ? {}
    : Object.fromEntries(Object.entries(edit.changes).filter(([name, value]) => value !== sent[name] || !Object.hasOwn(sent, name)));
}

/** Columns that the source fills from the request; they are nobody's edit and no merge speaks of them. */
const hiddenColumns = new Set(["ClientKey", "OperationId"]);

export function isHiddenColumn(name: string): boolean {
  return hiddenColumns.has(name);
}

export function placeOf(edit: Edit): RegisterPlace {
  return { site: edit.site, register: edit.register };
}

export function clientKeyOf(id: RowId): ClientKey | undefined {
  const key = isNewRow(id) ? id.slice("new:".length) : "";
  return isClientKey(key) ? key : undefined;
}

/** True when this row's newest write is this operation. */
export function wroteIt(operation: Operation, row: Row): boolean {
  return valueAt(row.values, "OperationId") === operation.id;
}

/** Ids of unsaved rows that stand as values: `new:` and a whole client key, so "new: kitchen" in a title is just text. */
export function unsavedNamesIn(changes: Changes): readonly RowId[] {
  return Object.values(changes).filter((value): value is string => typeof value === "string" && clientKeyOf(value) !== undefined);
}

/** Values with each unsaved row's id replaced by its ref where that is known. Same object when nothing was. */
export function withRefs<T extends Changes | Values>(values: T, refOf: (id: RowId) => string | undefined): T {
  const replaced = new Map<string, string>();
  for (const [name, value] of Object.entries(values)) {
    if (typeof value !== "string" || clientKeyOf(value) === undefined) continue;
    const ref = refOf(value);
    if (ref !== undefined) replaced.set(name, ref);
  }
  return replaced.size === 0 ? values : { ...values, ...Object.fromEntries(replaced) };
}
