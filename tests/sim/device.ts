import { fail, succeed, type Result } from "../../src/kernel";
import type { Disk, DiskChange, DiskEntry, DiskLoss, Drawer, WriteOptions } from "../../src/store";
import { MemoryDevice } from "../../src/store/memory-disk";
import { packedRows } from "../../src/store/packed-rows";
import { sealedDisk } from "../../src/store/sealed-disk";
import type { Pages, StoreDevice } from "../../src/store/store";
import type { Breakage } from "./breakages";
import { Chance } from "./chance";
import { SimChannels } from "./channels";
import { simCipher } from "./cipher";
import type { DiskFault, FaultBook } from "./fault-kinds";
import { diskFaults } from "./fault-kinds";
import type { Sender } from "./network";
import type { Scheduler } from "./scheduler";

export interface DeviceParts {
  readonly seed: number;
  readonly person: string;
  readonly hasLock: boolean;
  readonly scheduler: Scheduler;
  readonly faults: FaultBook;
  readonly wrapDisk: NonNullable<Breakage["wrapDisk"]>;
}

interface OpenPage {
  readonly page: Sender;
  readonly listeners: Set<() => void>;
  /** What the page hears of its disk. */
  readonly stops: Set<() => void>;
}

/** One person's disk, shared by their pages. Whatever it does is a task, so that a page may die before, within or after. */
export class SimDevice {
  readonly memory = new MemoryDevice();
  readonly channels: SimChannels;
  readonly #parts: DeviceParts;
  readonly #pages = new Map<string, OpenPage>();
  readonly #probability: number;
  readonly #enabled: ReadonlySet<DiskFault>;
  readonly #refusesAtStart: boolean;
  readonly #keepsRows: boolean;
  readonly #isSealed: boolean;
  /** Where it takes long, another page writes in between. */
  readonly #usualDelayMs: number;

  /** How many unsent changes went with the disk, for as long as no page has written there since: a note beside it says so. */
  #noted = 0;

  constructor(parts: DeviceParts) {
    this.#parts = parts;
    const chance = new Chance(parts.seed, "device", parts.person);
    this.#probability = chance.oneOf([0, 0, 0.02, 0.06, 0.15]);
    this.#enabled = new Set(diskFaults.filter(() => chance.happens(0.5)));
    this.#refusesAtStart = chance.happens(0.06);
    this.#keepsRows = chance.happens(0.5);
    this.#isSealed = chance.happens(0.3);
    this.#usualDelayMs = chance.oneOf([3, 3, 40, 400]);
    this.channels = new SimChannels(parts.scheduler, chance.oneOf([1, 1, 20, 400]));
  }

  openFor(page: Sender): StoreDevice {
    const { scheduler, faults, wrapDisk } = this.#parts;
    const open: OpenPage = { page, listeners: new Set(), stops: new Set() };
    this.#pages.set(page.name, open);
    const chance = new Chance(this.#parts.seed, "disk", page.name);
    const disk = new Promise<Result<Disk>>((resolve) => {
      scheduler.after(chance.delayMs(20), () => {
        if (!page.isAlive) return;
        if (this.#refusesAtStart && faults.isOpen) {
          faults.hit("storage refused at the start");
          resolve(fail({ kind: "storageRefused" }));
          return;
        }
        const handle = wrapDisk(this.#handleFor(page.person), { memory: this.memory, openPages: this.alivePages().length });
        const note = { read: () => this.#noted, clear: () => (this.#noted = 0) };
        const parts = { page, stops: open.stops, chance, scheduler, usualDelayMs: this.#usualDelayMs, note };
        resolve(succeed(new SimDisk(handle, { ...parts, strike: (key) => this.#strike(key) })));
      });
    });
    // In the memory mode of a shared workstation only what is unsent may lie there.
    const rowsFormat = Promise.resolve(this.#keepsRows ? packedRows("simulated") : undefined);
    return {
      disk,
      rowsFormat,
      mayHoldRows: Promise.resolve(this.#keepsRows && this.memory.drawer("chunks").size > 0),
      pages: Promise.resolve(this.#pagesFor(open, chance)),
    };
  }

  evict(): void {
    this.#noted = this.memory.drawer("queue").size;
    this.memory.evict();
  }

  /** What waits in the queue, as text, for whoever judges. */
  async queued(): Promise<readonly string[]> {
    const read = await this.#handleFor(this.#parts.person).read("queue");
    return read.ok ? read.value.map(({ value }) => JSON.stringify(value)) : [];
  }

  get isSealed(): boolean {
    return this.#isSealed;
  }

  /** A sealed disk opens under its owner's key alone; whoever else finds it has their own. */
  #handleFor(person: string): Disk {
    const plain = this.memory.open();
    return this.#isSealed ? sealedDisk(plain, simCipher(person)) : plain;
  }

  /** A dead page hears nothing, so that a loss is told to the next one. */
  pageDied(name: string): void {
    for (const stop of this.#pages.get(name)?.stops ?? []) stop();
  }

  alivePages(): readonly Sender[] {
    return [...this.#pages.values()].map(({ page }) => page).filter(({ isAlive }) => isAlive);
  }

  #pagesFor(own: OpenPage, chance: Chance): Pages {
    const { scheduler, hasLock, faults } = this.#parts;
    return {
      own: own.page.name,
      alive: () =>
        new Promise((resolve) => {
          scheduler.after(chance.delayMs(this.#usualDelayMs), () => {
            if (!own.page.isAlive) return;
            if (!hasLock) faults.hit("no lock");
            resolve(hasLock ? new Set(this.alivePages().map(({ name }) => name)) : undefined);
          });
        }),
      tell: () => {
        for (const other of this.#pages.values()) {
          if (other === own) continue;
          scheduler.after(chance.delayMs(this.#usualDelayMs), () => {
            if (other.page.isAlive) for (const listener of [...other.listeners]) listener();
          });
        }
      },
      onTold: (listener) => {
        own.listeners.add(listener);
        return () => own.listeners.delete(listener);
      },
    };
  }

  #strike(key: string): DiskFault | undefined {
    const { faults, seed, scheduler } = this.#parts;
    const chance = new Chance(seed, "disk write", key);
    const fault = faults.meet(key, diskFaults, () => {
      const enabled = diskFaults.filter((one) => this.#enabled.has(one));
      return enabled.length > 0 && chance.happens(this.#probability) ? chance.oneOf(enabled) : undefined;
    });
    if (fault !== undefined) faults.hit(fault);
    if (fault !== undefined) scheduler.say(() => `${key}: ${fault}`);
    return fault;
  }
}

interface DiskParts {
  readonly page: Sender;
  readonly stops: Set<() => void>;
  readonly chance: Chance;
  readonly scheduler: Scheduler;
  readonly usualDelayMs: number;
  readonly strike: (key: string) => DiskFault | undefined;
  readonly note: { read(): number; clear(): void };
}

/** One page's handle: calls take effect later, in the order in which they were made, and are answered later still. */
class SimDisk implements Disk {
  readonly #inner: Disk;
  readonly #parts: DiskParts;
  #lastMs = 0;
  #writes = 0;

  constructor(inner: Disk, parts: DiskParts) {
    this.#inner = inner;
    this.#parts = parts;
  }

  read(drawer: Drawer, folder?: string): Promise<Result<readonly DiskEntry[]>> {
    return this.#later(() => this.#inner.read(drawer, folder));
  }

  version(name: string): Promise<Result<number | undefined>> {
    return this.#later(() => this.#inner.version(name));
  }

  write(changes: readonly DiskChange[], options: WriteOptions): Promise<Result<"written" | "moved">> {
    const { page, chance, scheduler, strike } = this.#parts;
    this.#writes += 1;
    const key = `${page.name} write ${String(this.#writes)}`;
    return this.#later(() => {
      const fault = strike(key);
      scheduler.say(() => `${key} of ${changes.map(({ key: one, value }) => `${value === undefined ? "-" : "+"}${one.slice(0, 18)}`).join(" ")}`);
      if (fault === "storage quota exceeded") return Promise.resolve(fail({ kind: "storageRefused" }));
      const isBefore = fault !== undefined && chance.happens(0.5);
      if (isBefore) page.die(fault);
      if (!isBefore && changes.some(({ drawer }) => drawer === "queue")) this.#parts.note.clear();
      const answer = isBefore ? never : this.#inner.write(changes, options);
      if (fault !== undefined) page.die(fault);
      return answer;
    });
  }

  erase(): Promise<Result<void>> {
    return this.#later(() => this.#inner.erase());
  }

  onLost(listener: (loss: DiskLoss) => void): () => void {
    const noted = this.#parts.note.read();
    if (noted > 0) this.#parts.scheduler.after(0, () => listener({ why: "evicted", unsent: noted }));
    const stop = this.#inner.onLost(listener);
    this.#parts.stops.add(stop);
    return stop;
  }

  #later<T>(call: () => Promise<T>): Promise<T> {
    const { page, chance, scheduler, usualDelayMs } = this.#parts;
    const nowMs = scheduler.nowMs();
    this.#lastMs = Math.max(this.#lastMs, nowMs + chance.delayMs(usualDelayMs));
    return new Promise((resolve, reject) => {
      scheduler.after(this.#lastMs - nowMs, () => {
        if (!page.isAlive) return;
        call().then((answer) => {
          scheduler.after(chance.below(3), () => {
            if (page.isAlive) resolve(answer);
          });
        }, reject);
      });
    });
  }
}

const never = new Promise<never>(() => undefined);
