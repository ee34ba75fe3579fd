import type { Result } from "../kernel";

/** Changes on their way, rows as chunks, and small facts about both. Only chunks are large. */
export type Drawer = "queue" | "chunks" | "meta";

export interface DiskEntry {
  readonly key: string;
  /** Whatever lies there; its reader parses it. */
  readonly value: unknown;
}

export interface DiskChange {
  readonly drawer: Drawer;
  readonly key: string;
  /**
   * JSON data, or bytes; `undefined` removes the entry. Anything else is a bug of the writer. It may be worked out when it is read:
   * a disk reads it once, when it comes to this change.
   */
  readonly value: unknown;
}

export interface WriteOptions {
  /** `strict`: on the medium before it answers (the queue). `relaxed`: may be lost with the power, never half (chunks). */
  readonly durability: "strict" | "relaxed";
  /** Nothing is written unless the version of this name is the expected one; then it becomes `next`. */
  readonly expected?: ExpectedVersion;
}

export interface ExpectedVersion {
  readonly name: string;
  readonly version: number | undefined;
  readonly next: number;
}

/** What became of a disk that this page had open, or of the one that was here in an earlier session. */
export type DiskLoss =
  /** The browser or the person took everything; `unsent` entries lay in the queue, as far as is known. The disk goes on, empty. */
  | { readonly why: "evicted"; readonly unsent: number }
  /** Another tab cleared this device. This handle stays closed. */
  | { readonly why: "erased" }
  /** A newer version of the app took the disk over. Nothing is lost, and this handle stays closed. */
  | { readonly why: "replaced" };

/**
 * One person's disk in one tenant on this device; every tab has a handle of its own. Declared here, by its user.
 * D1. A write stands whole or not at all, whatever stops it.
 * D2. Of several writes that expect the same version of a name, exactly one is written; the others answer `moved`.
 * D3. Calls on one handle take effect in the order in which they were made, awaited or not.
 * D4. A loss is told to every listener of the handle, also when it happened before anyone listened.
 * D5. The folder of a key is what stands before its last "/"; nothing, when there is none. Reading a folder gives the keys of
 *     exactly that folder, so that a disk which hides its keys can find them too.
 * Two reads are two moments. Read what leads (version, queue) before what it leads to (chunks): a version that is too old makes
 * the next write answer `moved`, and a change that is both in the queue and in a chunk does no harm.
 * Faults: `storageRefused` (full, closed, a private window), `unreadable` (damaged, or sealed under another key).
 */
export interface Disk {
  /** In no particular order. Without a folder: the whole drawer. */
  read(drawer: Drawer, folder?: string): Promise<Result<readonly DiskEntry[]>>;
  version(name: string): Promise<Result<number | undefined>>;
  /** Of several changes to one key the last counts. */
  write(changes: readonly DiskChange[], options: WriteOptions): Promise<Result<"written" | "moved">>;
  /** Everything of this person and tenant goes from this device, versions too. This handle goes on, empty. */
  erase(): Promise<Result<void>>;
  onLost(listener: (loss: DiskLoss) => void): () => void;
}

export function folderOf(key: string): string {
  return key.slice(0, Math.max(0, key.lastIndexOf("/")));
}
