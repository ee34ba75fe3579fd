import type { Result } from "../../../src/kernel";
import type { Edit } from "../../../src/registers";
import type { Disk, DiskChange } from "../../../src/store/disk";
import { Journal, type JournalContents } from "../../../src/store/journal";
import type { Named, Parked } from "../../../src/store/journal-entry";
import type { Operation } from "../../../src/store/operation";
import { risks } from "./setting";

/** The same 32 hex characters for the same number. */
export function keyOf(number: number): string {
  return number.toString(16).padStart(32, "0");
}

export function newIdOf(number: number): string {
  return `new:${keyOf(number)}`;
}

/** An operation as the engine makes it, never sent. */
export function operationOf(number: number, edit: Partial<Edit> = {}): Operation {
  const made: Edit = { ...risks, kind: "update", id: "7", changes: { Title: `Change ${number}` }, seen: { etag: '"7,1"', values: { Title: "Roof leaks" } } };
  return { id: keyOf(number), edit: { ...made, ...edit }, lane: "interactive", madeAtMs: 0, maybeSent: false, attempts: 0 };
}

/** Makes the row `newIdOf(number)`. */
export function creationOf(number: number, changes: Edit["changes"] = { Title: "New" }): Operation {
  return operationOf(number, { kind: "create", id: newIdOf(number), changes, seen: { values: {} } });
}

export function parkedOf(operation: Operation): Parked {
  const conflicts = [{ field: "Title", base: "Roof leaks", mine: undefined, theirs: "Roof mended" }];
  const theirs = { id: "7", etag: '"7,2"', values: { Title: "Roof mended" }, extras: {} };
  return { operation, decision: { id: operation.id, edit: operation.edit, reason: { kind: "conflict" }, conflicts, theirs, atMs: 1_000 } };
}

export function namedOf(number: number, ref = `R-${number}`): Named {
  return { newId: newIdOf(number), place: risks, id: String(number + 100), ref };
}

export function maybeSent(operation: Operation): Operation {
  return { ...operation, maybeSent: true };
}

export async function opened(disk: Disk, page = "a page"): Promise<{ readonly journal: Journal; readonly found: JournalContents }> {
  const answer = await Journal.open(disk, page);
  if (!answer.ok) throw new Error(`the journal did not open: ${answer.fault.kind}`);
  return answer.value;
}

export async function found(disk: Disk): Promise<JournalContents> {
  return (await opened(disk)).found;
}

/** The disk, with what each transaction of it was asked to write, and an answer instead of its own while `instead` gives one. */
export function watched(
  disk: Disk,
  instead: () => Promise<Result<"written" | "moved">> | undefined = () => undefined,
): { readonly disk: Disk; readonly writes: (readonly DiskChange[])[] } {
  const writes: (readonly DiskChange[])[] = [];
  const write: Disk["write"] = (changes, options) => {
    if (options.durability !== "strict") throw new Error("the queue is written strict");
    writes.push(changes);
    return instead() ?? disk.write(changes, options);
  };
  return {
    writes,
    disk: {
      write,
      read: (drawer, folder) => disk.read(drawer, folder),
      version: (name) => disk.version(name),
      erase: () => disk.erase(),
      onLost: (listener) => disk.onLost(listener),
    },
  };
}
