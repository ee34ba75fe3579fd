import { fail, succeed, type Result } from "../kernel";
import { folderOf, type Disk, type DiskChange, type DiskEntry, type DiskLoss, type Drawer, type WriteOptions } from "./disk";

type Kept = string | Uint8Array;

/**
 * A device that keeps nothing beyond this page: for the memory mode, and for tests, where every `open` is another tab.
 * Values lie there as JSON text or as bytes of its own, so no reader can alter what another one gets.
 */
export class MemoryDevice {
  readonly #drawers: Readonly<Record<Drawer, Map<string, Kept>>> = { queue: new Map(), chunks: new Map(), meta: new Map() };
  readonly #versions = new Map<string, number>();
  readonly #handles = new Set<MemoryDisk>();
  #untold: DiskLoss | undefined;

  open(): Disk {
    const handle = new MemoryDisk(this);
    this.#handles.add(handle);
    return handle;
  }

  /** The browser takes everything. Whoever listens is told; when nobody does, whoever listens first. */
  evict(): void {
    const loss: DiskLoss = { why: "evicted", unsent: this.#drawers.queue.size };
    this.clear();
    this.#untold = this.#tellAll(loss) ? undefined : loss;
  }

  /** A newer version of the app takes the disk over; tabs opened from now on are that newer version. */
  replace(): void {
    this.#close({ why: "replaced" });
  }

  clear(): void {
    for (const drawer of Object.values(this.#drawers)) drawer.clear();
    this.#versions.clear();
  }

  eraseFor(eraser: MemoryDisk): void {
    this.clear();
    this.#close({ why: "erased" }, eraser);
  }

  /** What lies in a drawer, as it lies there. */
  drawer(name: Drawer): ReadonlyMap<string, Kept> {
    return this.#drawers[name];
  }

  version(name: string): number | undefined {
    return this.#versions.get(name);
  }

  write(changes: readonly DiskChange[], expected: WriteOptions["expected"]): "written" | "moved" {
    if (expected && this.#versions.get(expected.name) !== expected.version) return "moved";
    const kept = changes.map(({ drawer, key, value }) => ({ drawer, key, value: value === undefined ? undefined : keep(value) }));
    for (const { drawer, key, value } of kept) {
      if (value === undefined) this.#drawers[drawer].delete(key);
      else this.#drawers[drawer].set(key, value);
    }
    if (expected) this.#versions.set(expected.name, expected.next);
    return "written";
  }

  takeUntold(): DiskLoss | undefined {
    const loss = this.#untold;
    this.#untold = undefined;
    return loss;
  }

  #close(loss: DiskLoss, except?: MemoryDisk): void {
    this.#tellAll(loss, except);
    for (const handle of this.#handles) if (handle !== except) this.#handles.delete(handle);
  }

  #tellAll(loss: DiskLoss, except?: MemoryDisk): boolean {
    return [...this.#handles].filter((handle) => handle !== except && handle.lose(loss)).length > 0;
  }
}

class MemoryDisk implements Disk {
  readonly #device: MemoryDevice;
  readonly #listeners = new Set<(loss: DiskLoss) => void>();
  #loss: DiskLoss | undefined;

  constructor(device: MemoryDevice) {
    this.#device = device;
  }

  read(drawer: Drawer, folder?: string): Promise<Result<readonly DiskEntry[]>> {
    return this.#whenOpen(() =>
      [...this.#device.drawer(drawer)].filter(([key]) => folder === undefined || folderOf(key) === folder).map(([key, kept]) => ({ key, value: copy(kept) })),
    );
  }

  version(name: string): Promise<Result<number | undefined>> {
    return this.#whenOpen(() => this.#device.version(name));
  }

  write(changes: readonly DiskChange[], options: WriteOptions): Promise<Result<"written" | "moved">> {
    return this.#whenOpen(() => this.#device.write(changes, options.expected));
  }

  erase(): Promise<Result<void>> {
    return this.#whenOpen(() => this.#device.eraseFor(this));
  }

  onLost(listener: (loss: DiskLoss) => void): () => void {
    this.#listeners.add(listener);
    this.#loss ??= this.#device.takeUntold();
    const loss = this.#loss;
    if (loss) void Promise.resolve().then(() => this.#listeners.has(listener) && listener(loss));
    return () => this.#listeners.delete(listener);
  }

  /** @returns whether anyone heard it. */
  lose(loss: DiskLoss): boolean {
    this.#loss = loss;
    for (const listener of [...this.#listeners]) listener(loss);
    return this.#listeners.size > 0;
  }

  /** The work is done within the call, so calls keep their order (D3); a throw of it becomes a rejection, as on a real disk. */
  #whenOpen<T>(work: () => T): Promise<Result<T>> {
    const isClosed = this.#loss !== undefined && this.#loss.why !== "evicted";
    return new Promise((resolve) => resolve(isClosed ? fail({ kind: "storageRefused" }) : succeed(work())));
  }
}

function keep(value: unknown): Kept {
  return value instanceof Uint8Array ? value.slice() : JSON.stringify(value);
}

function copy(kept: Kept): unknown {
  return typeof kept === "string" ? (JSON.parse(kept) as unknown) : kept.slice();
}
