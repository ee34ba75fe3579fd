import { applyChanges, type Row, type RowId, type Values } from "../registers";
import { withRefs, type Operation } from "./operation";
import type { RegisterPlace } from "./ports";
import type { SavedState, StoredRow } from "./store";
import { withWorkedOut, type WorkedOut } from "./worked-out";

/** What lies over one row of the base. */
export interface Layer {
  /** Pending operations, oldest first. */
  readonly operations: readonly Operation[];
  readonly state: SavedState;
}

/** A row of a place, with what its values are read with. */
export interface RowSpot {
  readonly place: RegisterPlace;
  readonly id: RowId;
  /** The row in the base. */
  readonly below: Row | undefined;
  readonly workedOut: WorkedOut;
  readonly refOf: (newId: RowId) => string | undefined;
}

/**
 * The row as a screen shows it, or undefined when there is none: neither in the register nor about to be created.
 * A create lies under every later change and adds nothing once its row is in the base.
 */
export function layOver({ place, id, below, workedOut, refOf }: RowSpot, { operations, state }: Layer): StoredRow | undefined {
  const isCreated = below !== undefined || operations.some((operation) => operation.edit.kind === "create");
  if (!isCreated) return undefined;
  const row: Row = below ?? { id, values: {}, extras: {} };
  const laid = operations.filter((operation) => below === undefined || operation.edit.kind === "update");
  const values = laid.reduce<Values>((under, { edit }) => applyChanges(under, withWorkedOut(workedOut, under, withRefs(edit.changes, refOf))), row.values);
  return shown({ ...row, values }, place, state);
}

/** A row of the base as a screen shows it. One that lies whole in the list, as nearly all do, is written down in one piece: a copy of unknown parts costs three times as much. */
export function shown(row: Row, { site, register }: RegisterPlace, state: SavedState): StoredRow {
  const { id, values, extras, etag, changedBy, changedAtMs, createdBy, createdAtMs } = row;
  if (etag !== undefined && changedBy !== undefined && changedAtMs !== undefined && createdBy !== undefined && createdAtMs !== undefined)
    return { id, values, extras, etag, changedBy, changedAtMs, createdBy, createdAtMs, site, register, state };
  return { ...row, site, register, state };
}
