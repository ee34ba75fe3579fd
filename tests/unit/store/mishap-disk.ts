import { fail, type Result } from "../../../src/kernel";
import type { Disk, DiskChange, DiskEntry, DiskLoss, Drawer, WriteOptions } from "../../../src/store/disk";

/**
 * What happens to a write. `refuse`: the disk is full. `crashBefore`: the page dies inside the transaction, so nothing of it
 * stands. `crashAfter`: it dies with the transaction committed and the answer on its way.
 */
export type DiskMishap = "refuse" | "crashBefore" | "crashAfter";

/** A tab's handle with mishaps. Once its page has died it answers nothing, does nothing, and hears nothing. */
export class MishapDisk implements Disk {
  readonly #inner: Disk;
  readonly #next: () => DiskMishap | undefined;
  readonly #stops = new Set<() => void>();
  #isDead = false;
  #handedOver: Promise<unknown> = Promise.resolve();

  constructor(inner: Disk, next: () => DiskMishap | undefined) {
    this.#inner = inner;
    this.#next = next;
  }

  get isDead(): boolean {
    return this.#isDead;
  }

  read(drawer: Drawer, folder?: string): Promise<Result<readonly DiskEntry[]>> {
    return this.#whileAlive(() => this.#inner.read(drawer, folder));
  }

  version(name: string): Promise<Result<number | undefined>> {
    return this.#whileAlive(() => this.#inner.version(name));
  }

  write(changes: readonly DiskChange[], options: WriteOptions): Promise<Result<"written" | "moved">> {
    return this.#whileAlive(() => {
      const mishap = this.#next();
      if (mishap === "refuse") return Promise.resolve(fail({ kind: "storageRefused" }));
      if (mishap === "crashBefore") this.die();
      if (mishap === "crashBefore") return never;
      const written = this.#inner.write(changes, options);
      this.#handedOver = Promise.all([this.#handedOver, written]);
      if (mishap === "crashAfter") this.die();
      return written;
    });
  }

  erase(): Promise<Result<void>> {
    return this.#whileAlive(() => this.#inner.erase());
  }

  onLost(listener: (loss: DiskLoss) => void): () => void {
    if (this.#isDead) return () => undefined;
    const stop = this.#inner.onLost(listener);
    this.#stops.add(stop);
    return stop;
  }

  /** The page closes or crashes. */
  die(): void {
    this.#isDead = true;
    for (const stop of this.#stops) stop();
  }

  /** When every write that was handed over stands or is refused, whether or not its page lives: sealing takes its own time. */
  async handedOver(): Promise<void> {
    await this.#handedOver;
  }

  async #whileAlive<T>(call: () => Promise<T>): Promise<T> {
    const answer = await (this.#isDead ? never : call());
    return this.#isDead ? never : answer;
  }
}

const never = new Promise<never>(() => undefined);
