import { valueAt, type Changes, type Row, type RowId } from "../registers";
import type { Base } from "./base";
import type { Decisions } from "./decisions";
import type { Parked } from "./journal-entry";
import { refIn, type Names } from "./names";
import { joinedSince, placeOf, wroteIt, type Operation } from "./operation";
import type { Entry, Outbox } from "./outbox";
import { placeKey, samePlace } from "./place";
import type { RegisterPlace, RegisterSource } from "./ports";
import type { Selectors } from "./selectors";

interface Parts {
  readonly base: Base;
  readonly outbox: Outbox;
  readonly decisions: Decisions;
  readonly names: Names;
  readonly selectors: Selectors;
  /** Where pages cannot tell which of them live, another one may be sending what lies in the queue they share. */
  readonly keeper: { readonly isSureOfPages: boolean };
  /** A pending change turns out to stand in the register. */
  finish(entry: Entry, row: Row): void;
  /** A parked change does. */
  isIn(parked: Parked, row: Row): void;
}

/**
 * Rows that come by a pull may carry what lost answers would have said, of pending operations and of parked ones (push.ts P3).
 * Somebody's later change takes the `OperationId` of a parked one away; then only the row's versions can tell, and are asked
 * once for each of its etags.
 */
export class Arrivals {
  readonly #source: RegisterSource;
  readonly #parts: Parts;
  /** The etag that was asked about, by decision. */
  readonly #asked = new Map<string, string>();

  constructor(source: RegisterSource, parts: Parts) {
    this.#source = source;
    this.#parts = parts;
  }

  /** A new row has come into the list, by whichever way the news came. */
  learn(newId: RowId, place: RegisterPlace, row: Row): void {
    const { names, outbox, selectors } = this.#parts;
    const { id } = row;
    const ref = refIn(row);
    names.learn({ newId, place, id, ...(ref !== undefined && { ref }) });
    outbox.rename(place, newId, id);
    selectors.touch(place, [newId, id]);
    for (const entry of outbox.naming(newId)) selectors.touch(placeOf(entry.operation.edit), [entry.id]);
  }

  /** @param changed rows of the place that differ from before. */
  arrived(place: RegisterPlace, changed: readonly RowId[]): void {
    const { base, decisions, selectors } = this.#parts;
    selectors.touch(place, changed);
    for (const id of changed) {
      const row = base.row(place, id);
      if (row) this.#adopt(place, row);
    }
    for (const parked of decisions.all()) if (samePlace(placeOf(parked.operation.edit), place)) void this.#askVersions(parked, place);
  }

  /** Operations that came from the device, or were parked: their rows may have come before that, when nobody looked for them. */
  lookBack(operations: readonly Operation[]): void {
    const doubtful = operations.filter((operation) => this.#mayBeSent(operation));
    const ids = new Set<unknown>(doubtful.map(({ id }) => id));
    const newIds = new Set(doubtful.flatMap(({ edit }) => (edit.kind === "create" ? [edit.id] : [])));
    const places = new Map(doubtful.map(({ edit }) => [placeKey(placeOf(edit)), placeOf(edit)]));
    const isTheirs = (row: Row): boolean => ids.has(valueAt(row.values, "OperationId")) || newIds.has(newIdOf(row) ?? "");
    for (const place of places.values()) {
      for (const row of [...this.#parts.base.rows(place).values()].filter(isTheirs)) this.#adopt(place, row);
    }
  }

  #adopt(place: RegisterPlace, row: Row): void {
    const { outbox, decisions } = this.#parts;
    const newId = newIdOf(row);
    const create = newId === undefined ? undefined : outbox.createOf(newId);
    if (create && newId !== undefined && samePlace(placeOf(create.operation.edit), place)) this.learn(newId, place, row);
    for (const entry of [...outbox.queueOf(place, row.id)]) {
      const isCreated = entry === create && entry.operation.maybeSent;
      if (!entry.inFlight && (isCreated || wroteIt(entry.operation, row))) this.#parts.finish(entry, row);
    }
    for (const parked of decisions.all()) if (samePlace(placeOf(parked.operation.edit), place)) this.#adoptParked(parked, row, newId);
  }

  #adoptParked({ decision, operation }: Parked, row: Row, newId: RowId | undefined): void {
    const { decisions, selectors } = this.#parts;
    const { edit } = operation;
    const place = placeOf(edit);
    const isCreated = edit.kind === "create" && edit.id === newId && this.#mayBeSent(operation);
    const isWritten = wroteIt(operation, row) && (edit.kind === "create" || edit.id === row.id);
    if (!isCreated && !isWritten) return;
    if (edit.kind === "create") this.learn(edit.id, place, row);
    selectors.touch(place, [row.id]);
    // What joined the create while it waited was never sent: it stays with the person, now as a change to the row.
    if (edit.kind === "create" && !holdsAll(row, joinedSince(operation))) decisions.add({ ...decision, theirs: row }, operation);
    else this.#parts.isIn({ decision, operation }, row);
  }

  async #askVersions({ decision, operation }: Parked, place: RegisterPlace): Promise<void> {
    const { base, decisions } = this.#parts;
    const { edit } = operation;
    const etag = base.row(place, edit.id)?.etag;
    if (!this.#mayBeSent(operation) || edit.kind !== "update" || etag === undefined) return;
    if (etag === edit.seen.etag || this.#asked.get(decision.id) === etag) return;
    this.#asked.set(decision.id, etag);
    const wrote = await this.#source.wrote(place, edit.id, operation.id);
    if (!wrote.ok) this.#asked.delete(decision.id);
    const [still, row] = [decisions.find(decision.id), base.row(place, edit.id)];
    if (wrote.ok && wrote.value && still?.operation === operation && row) this.#parts.isIn(still, row);
  }

  #mayBeSent({ maybeSent }: Operation): boolean {
    return maybeSent || !this.#parts.keeper.isSureOfPages;
  }
}

/** The id under which the row was made. */
function newIdOf(row: Row): RowId | undefined {
  const key = valueAt(row.values, "ClientKey");
  return typeof key === "string" ? `new:${key}` : undefined;
}

function holdsAll(row: Row, changes: Changes): boolean {
  return Object.entries(changes).every(([name, value]) => (valueAt(row.values, name) ?? null) === value);
}
