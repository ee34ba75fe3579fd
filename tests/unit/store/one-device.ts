import { succeed } from "../../../src/kernel";
import type { Pages, StoreDevice } from "../../../src/store";
import type { Disk } from "../../../src/store/disk";
import { MemoryDevice } from "../../../src/store/memory-disk";
import { packedRows } from "../../../src/store/packed-rows";

/** A device and the pages on it: which of them live, and what they tell each other. */
export class OneDevice {
  readonly memory: MemoryDevice;
  readonly #alive = new Set<string>();
  readonly #listeners = new Map<string, () => void>();
  /** Set: rows are kept there, too. */
  rowsFormat: string | undefined;
  /** False: nobody can tell who lives, as where the platform has no locks. */
  canTell = true;

  constructor(memory = new MemoryDevice()) {
    this.memory = memory;
  }

  /** A page that has just been loaded. */
  page(own: string, disk: Disk = this.memory.open()): StoreDevice {
    this.#alive.add(own);
    return {
      disk: Promise.resolve(succeed(disk)),
      rowsFormat: Promise.resolve(this.rowsFormat === undefined ? undefined : packedRows(this.rowsFormat)),
      mayHoldRows: Promise.resolve(this.rowsFormat !== undefined),
      pages: Promise.resolve(this.#pagesOf(own)),
    };
  }

  /** The page has died, or was closed. */
  close(own: string): void {
    this.#alive.delete(own);
    this.#listeners.delete(own);
  }

  #pagesOf(own: string): Pages {
    return {
      own,
      alive: () => Promise.resolve(this.canTell ? new Set(this.#alive) : undefined),
      tell: () => {
        for (const [page, listener] of this.#listeners) if (page !== own) listener();
      },
      onTold: (listener) => {
        this.#listeners.set(own, listener);
        return () => this.#listeners.delete(own);
      },
    };
  }
}
