import type { RowId } from "../registers";
import type { DiskChange, DiskEntry } from "./disk";
import { entryChange, entryKey, parseEntry, rowsNamedBy, type Named, type Parked, type Waiting } from "./journal-entry";
import type { Operation } from "./operation";

/** What is known to lie in the queue of a disk. Never altered; a written draft takes its place. */
export interface Held {
  /** By operation, so that each is in one state. */
  readonly waiting: ReadonlyMap<string, Waiting>;
  readonly named: ReadonlyMap<RowId, Named>;
  /** How many of `waiting` name an unsaved row. */
  readonly naming: ReadonlyMap<RowId, number>;
  readonly unreadable: readonly string[];
  readonly highestOrder: number;
}

export const nothingHeld: Held = { waiting: new Map(), named: new Map(), naming: new Map(), unreadable: [], highestOrder: 0 };

/** Parses everything that lies in the queue. An operation that lies there in two states is readable only as parked. */
export function heldIn(entries: readonly DiskEntry[]): Held {
  const waiting: Waiting[] = [];
  const named = new Map<RowId, Named>();
  const unreadable: string[] = [];
  for (const entry of entries) {
    const parsed = parseEntry(entry);
    if (parsed === undefined) unreadable.push(entry.key);
    else if (parsed.kind === "named") named.set(parsed.named.newId, parsed.named);
    else waiting.push(parsed);
  }
  const parked = new Set(waiting.filter(({ kind }) => kind === "parked").map(({ operation }) => operation.id));
  const isInOneState = ({ kind, operation }: Waiting): boolean => kind === "parked" || !parked.has(operation.id);
  const inOneState = waiting.filter(isInOneState);
  for (const entry of waiting) if (!isInOneState(entry)) unreadable.push(entryKey(entry.kind, entry.operation.id));
  inOneState.sort((one, other) => one.order - other.order || (one.operation.id < other.operation.id ? -1 : 1));
  const naming = new Map<RowId, number>();
  for (const entry of inOneState) count(naming, entry, 1);
  return {
    waiting: new Map(inOneState.map((entry) => [entry.operation.id, entry])),
    named,
    naming,
    unreadable,
    highestOrder: inOneState.at(-1)?.order ?? 0,
  };
}

/** One transaction in the making: what is held, with steps taken over it. */
export class Draft {
  readonly #before: Held;
  readonly #waiting: Map<string, Waiting>;
  readonly #named: Map<RowId, Named>;
  readonly #naming: Map<RowId, number>;
  readonly #touched = new Set<string>();
  readonly #page: string;
  #highestOrder: number;

  /** @param page the page that sends what is added. */
  constructor(before: Held, page: string) {
    this.#before = before;
    this.#page = page;
    this.#waiting = new Map(before.waiting);
    this.#named = new Map(before.named);
    this.#naming = new Map(before.naming);
    this.#highestOrder = before.highestOrder;
  }

  get held(): Held {
    return { ...this.#before, waiting: this.#waiting, named: this.#named, naming: this.#naming, highestOrder: this.#highestOrder };
  }

  /** False when a damaged entry has used the order numbers up. */
  get isReadable(): boolean {
    return Number.isSafeInteger(this.#highestOrder);
  }

  /** Keeps the place of an operation that waits already; a parked one goes on as the newest. */
  add(operation: Operation): void {
    const standing = this.#waiting.get(operation.id);
    this.#put({ kind: "operation", order: standing?.kind === "operation" ? standing.order : this.#nextOrder(), page: this.#page, operation });
  }

  /** What these pages would have sent is this page's from now on. */
  takeOver(isLeft: (page: string) => boolean): readonly Operation[] {
    const left = [...this.#waiting.values()].filter((entry) => entry.kind === "operation" && entry.page !== this.#page && isLeft(entry.page));
    for (const { operation } of left) this.add(operation);
    return left.map(({ operation }) => operation);
  }

  /** Nothing when the operation has left, through another tab. */
  replace(operation: Operation): void {
    if (this.#waiting.get(operation.id)?.kind === "operation") this.add(operation);
  }

  /** Nothing when the operation has left or is parked, through another tab. */
  park({ decision, operation }: Parked): void {
    if (this.#waiting.get(operation.id)?.kind === "operation") this.#put({ kind: "parked", order: this.#nextOrder(), operation, decision });
  }

  /** In whichever state. */
  remove(operationId: string): void {
    const standing = this.#waiting.get(operationId);
    if (!standing) return;
    this.#waiting.delete(operationId);
    count(this.#naming, standing, -1);
    this.#touched.add(operationId);
  }

  /** Only if it is parked. */
  removeParked(operationId: string): void {
    if (this.#waiting.get(operationId)?.kind === "parked") this.remove(operationId);
  }

  /**
   * Lays down the known names that something names and takes away those that nothing does, and gives all that is to be written.
   * While an entry cannot be read no name goes: it may be the one that names it.
   */
  finish(known: ReadonlyMap<RowId, Named>): readonly DiskChange[] {
    return [...[...this.#touched].flatMap((id) => this.#waitingChanges(id)), ...this.#namedChanges(known)];
  }

  #waitingChanges(id: string): readonly DiskChange[] {
    const before = this.#before.waiting.get(id);
    const after = this.#waiting.get(id);
    const removal: readonly DiskChange[] = before && before.kind !== after?.kind ? [{ drawer: "queue", key: entryKey(before.kind, id), value: undefined }] : [];
    return after ? [...removal, entryChange(after)] : removal;
  }

  #namedChanges(known: ReadonlyMap<RowId, Named>): readonly DiskChange[] {
    const changes: DiskChange[] = [];
    for (const newId of this.#naming.keys()) {
      const named = known.get(newId);
      const standing = this.#named.get(newId);
      if (!named || (standing && (standing.ref !== undefined || named.ref === undefined))) continue;
      this.#named.set(newId, named);
      changes.push(entryChange({ kind: "named", named }));
    }
    if (this.#before.unreadable.length > 0) return changes;
    for (const newId of [...this.#named.keys()].filter((id) => !this.#naming.has(id))) {
      this.#named.delete(newId);
      changes.push({ drawer: "queue", key: entryKey("named", newId), value: undefined });
    }
    return changes;
  }

  #put(entry: Waiting): void {
    const { id } = entry.operation;
    const standing = this.#waiting.get(id);
    if (standing) count(this.#naming, standing, -1);
    // A Map keeps the old place of a key that is set again, so what is to become the newest is taken out first.
    if (standing && standing.order !== entry.order) this.#waiting.delete(id);
    this.#waiting.set(id, entry);
    count(this.#naming, entry, 1);
    this.#touched.add(id);
  }

  #nextOrder(): number {
    this.#highestOrder += 1;
    return this.#highestOrder;
  }
}

function count(naming: Map<RowId, number>, { operation }: Waiting, step: 1 | -1): void {
  for (const name of [operation, ...(operation.rest ?? [])].flatMap(({ edit }) => rowsNamedBy(edit))) {
    const left = (naming.get(name) ?? 0) + step;
    if (left === 0) naming.delete(name);
    else naming.set(name, left);
  }
}
