import type { RowId } from "../registers";
import { placeKey, rowKey } from "./place";
import { clientKeyOf, mostInOneSend, placeOf, unsavedNamesIn, type Lane, type Operation } from "./operation";
import type { Pause } from "./pause";
import type { RegisterPlace } from "./ports";

/**
 * Changes that are not in the register yet, in the order in which they were made.
 * O1. Of one row only the oldest operation may be in flight; the others wait, so that a row's changes arrive in order.
 * O2. An operation leaves only by `remove`: when it is in the register, listed for a decision, or taken back by its author.
 * O3. Small changes do not wait for bulk ones: each lane has one send under way.
 * O4. An operation that waits holds up nothing but its own row and the rows that name an unsaved row of its own.
 * O5. Nothing is sent before the device has said whether it keeps it: what was sent and is not known after a crash could not be
 *     looked for.
 */
export class Outbox {
  readonly #entries = new Map<string, Entry>();
  readonly #queues = new Map<string, Entry[]>();
  readonly #creates = new Map<RowId, Entry>();
  readonly #naming = new Map<RowId, Set<Entry>>();

  get size(): number {
    return this.#entries.size;
  }

  all(): Iterable<Entry> {
    return this.#entries.values();
  }

  find(operationId: string): Entry | undefined {
    return this.#entries.get(operationId);
  }

  /** The pending create of an unsaved row. */
  createOf(newId: RowId): Entry | undefined {
    return this.#creates.get(newId);
  }

  /** Operations whose values name this unsaved row. */
  naming(newId: RowId): readonly Entry[] {
    return [...(this.#naming.get(newId) ?? [])];
  }

  /** Operations whose values name any unsaved row. */
  allNaming(): readonly Entry[] {
    return [...new Set([...this.#naming.values()].flatMap((entries) => [...entries]))];
  }

  /** Rows that are not in the list yet, in the order of their making. */
  newIds(place: RegisterPlace): readonly RowId[] {
    const here = placeKey(place);
    return [...this.#creates].filter(([id, entry]) => entry.id === id && placeKey(placeOf(entry.operation.edit)) === here).map(([id]) => id);
  }

  /** @param id the row's present id; the edit may still name it by the id it was created under. */
  add(operation: Operation, id: RowId): Entry {
    const entry: Entry = { operation, rowKey: rowKey(placeOf(operation.edit), id), id, keeping: "asked", inFlight: false, isOnDevice: false, pause: undefined };
    this.#entries.set(operation.id, entry);
    this.#queues.set(entry.rowKey, [...(this.#queues.get(entry.rowKey) ?? []), entry]);
    if (operation.edit.kind === "create") this.#creates.set(operation.edit.id, entry);
    for (const name of unsavedNamesIn(operation.edit.changes)) this.#naming.set(name, (this.#naming.get(name) ?? new Set()).add(entry));
    return entry;
  }

  remove(entry: Entry): void {
    this.#entries.delete(entry.operation.id);
    const left = (this.#queues.get(entry.rowKey) ?? []).filter((other) => other !== entry);
    if (left.length === 0) this.#queues.delete(entry.rowKey);
    else this.#queues.set(entry.rowKey, left);
    if (this.#creates.get(entry.operation.edit.id) === entry) this.#creates.delete(entry.operation.edit.id);
    for (const name of unsavedNamesIn(entry.operation.edit.changes)) {
      const naming = this.#naming.get(name);
      naming?.delete(entry);
      if (naming?.size === 0) this.#naming.delete(name);
    }
  }

  /** Oldest first. */
  queueOf(place: RegisterPlace, id: RowId): readonly Entry[] {
    return this.#queues.size === 0 ? none : (this.#queues.get(rowKey(place, id)) ?? none);
  }

  /** The others of its group, in order; those with a lower step come first. */
  groupOf({ operation }: Entry): readonly Entry[] {
    const { group } = operation;
    if (group === undefined) return [];
    const others = [...this.#entries.values()].filter((other) => other.operation !== operation && other.operation.group?.id === group.id);
    return others.sort((one, other) => stepOf(one) - stepOf(other));
  }

  firstOfRow(entry: Entry): Entry | undefined {
    return this.#queues.get(entry.rowKey)?.[0];
  }

  behind(entry: Entry): readonly Entry[] {
    const queue = this.#queues.get(entry.rowKey) ?? [];
    return queue.slice(queue.indexOf(entry) + 1);
  }

  /** The row has got its id in the list: what waits for the old id comes first, it is older than anything under the new one. */
  rename(place: RegisterPlace, from: RowId, to: RowId): void {
    const moved = this.#queues.get(rowKey(place, from)) ?? [];
    if (moved.length === 0 || from === to) return;
    this.#queues.delete(rowKey(place, from));
    const target = rowKey(place, to);
    for (const entry of moved) {
      entry.rowKey = target;
      entry.id = to;
    }
    this.#queues.set(target, [...moved, ...(this.#queues.get(target) ?? [])]);
  }

  /** The next send of a lane: one kind, oldest first, one operation a row. */
  take(lane: Lane, mayGo: (entry: Entry) => boolean): readonly Entry[] {
    const taken: Entry[] = [];
    for (const entry of this.#entries.values()) {
      if (entry.operation.lane !== lane || entry.inFlight || entry.keeping === "asked" || this.firstOfRow(entry) !== entry) continue;
      if (taken[0] && taken[0].operation.edit.kind !== entry.operation.edit.kind) continue;
      if (!mayGo(entry)) continue;
      taken.push(entry);
      if (taken.length === mostInOneSend) break;
    }
    for (const entry of taken) entry.inFlight = true;
    return taken;
  }
}

const none: readonly Entry[] = [];

export function stepOf({ operation }: Entry): number {
  return operation.group?.step ?? 0;
}

/** A create whose row is not in the list yet, as far as this page knows. */
export function isUnsavedRow({ operation, id }: Entry): boolean {
  return operation.edit.kind === "create" && clientKeyOf(id) !== undefined;
}

/** An operation and how its sending stands. Only `operation` would outlive this page. */
export interface Entry {
  operation: Operation;
  rowKey: string;
  id: RowId;
  /** O5. Whether it lies on this device. */
  keeping: "asked" | "kept" | "refused";
  inFlight: boolean;
  /** Its author has been told that it waits on the device. */
  isOnDevice: boolean;
  pause: Pause | undefined;
}
