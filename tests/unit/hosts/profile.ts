import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { openDevice, systemTimers, type DevicePlatform, type DeviceRequest, type DeviceStore, type OpenedDevice, type SecretPlace } from "../../../src/hosts";
import { fail, succeed, type Fault, type Result } from "../../../src/kernel";
import type { Disk } from "../../../src/store";
import { sealedDisk } from "../../../src/store/sealed-disk";
import { owner } from "../../contract/support/disks";
import { StillWorld } from "../store/still-world";

const strict = { durability: "strict" } as const;

interface Hold {
  readonly name: string;
  readonly page: object;
  readonly isShared: boolean;
}

type Work = (lock: Lock | null) => unknown;

interface Wish extends Hold {
  readonly grant: () => void;
}

/** Web Locks of one origin, with pages that can die. Those who wait are served in their order. */
export class ProfileLocks {
  #held: Hold[] = [];
  #wishes: Wish[] = [];

  managerFor(page: object): Pick<LockManager, "request" | "query"> {
    const request = (name: string, { mode = "exclusive", ifAvailable = false }: LockOptions, work: Work): Promise<unknown> =>
      new Promise((resolve) => {
        const hold: Hold = { name, page, isShared: mode === "shared" };
        const run = async (lock: Lock | null): Promise<void> => {
          const worked = Promise.resolve(work(lock));
          resolve(worked);
          await Promise.allSettled([worked]);
          this.#held = this.#held.filter((one) => one !== hold);
          this.#serve();
        };
        const grant = (): void => {
          this.#held.push(hold);
          void run({ name, mode });
        };
        if (ifAvailable && !this.#isFree(hold, this.#wishes.length)) void run(null);
        else this.#wishes.push({ ...hold, grant });
        this.#serve();
      });
    return {
      request: request as LockManager["request"], // its other form has no options
      query: () => Promise.resolve({ held: this.#held.map(({ name }) => ({ name })), pending: [] }),
    };
  }

  /** The page is gone, however it went. */
  die(page: object): void {
    this.#held = this.#held.filter((one) => one.page !== page);
    this.#wishes = this.#wishes.filter((one) => one.page !== page);
    this.#serve();
  }

  #serve(): void {
    const next = this.#wishes.findIndex((wish, index) => this.#isFree(wish, index));
    if (next < 0) return;
    for (const wish of this.#wishes.splice(next, 1)) wish.grant();
    this.#serve();
  }

  /** Nobody holds it, and nobody who came earlier waits for it, unless they share. */
  #isFree({ name, isShared }: Hold, place: number): boolean {
    return [...this.#held, ...this.#wishes.slice(0, place)].every((one) => one.name !== name || (isShared && one.isShared));
  }
}

/** Notes, databases and locks of one browser profile; time moves when a test says so. */
export class Profile {
  readonly world = new StillWorld();
  readonly kept = new Map<string, string>();
  readonly locks = new ProfileLocks();
  readonly indexedDB = new IDBFactory();
  persistAsked = 0;
  hasLocks = true;

  page(): DevicePlatform {
    const page = {
      indexedDB: this.indexedDB,
      IDBKeyRange,
      navigator: {
        locks: undefined as Pick<LockManager, "request" | "query"> | undefined,
        storage: { persist: () => Promise.resolve((this.persistAsked += 1) > 0) },
      },
    };
    page.navigator.locks = this.locks.managerFor(page);
    const notes = { read: (name: string) => this.kept.get(name), write: (name: string, value: string) => void this.kept.set(name, value) };
    const navigator = { ...page.navigator, locks: page.navigator.locks };
    if (!this.hasLocks) return { page: { indexedDB: this.indexedDB, IDBKeyRange }, timers: systemTimers, clock: this.world, notes, randomness: this.world };
    // The same object that the locks know, so that it can die.
    return { page: Object.assign(page, { navigator }), timers: systemTimers, clock: this.world, notes, randomness: this.world };
  }

  async names(): Promise<readonly string[]> {
    return (await this.indexedDB.databases()).map(({ name }) => name ?? "").sort();
  }

  /** The browser throws databases away while no page is open. */
  async evict(): Promise<void> {
    for (const name of await this.names()) await answered(this.indexedDB.deleteDatabase(name));
  }

  /** Everything that lies in any database, bytes as text. */
  async raw(): Promise<string> {
    const parts: string[] = [];
    for (const name of await this.names()) {
      const database = await answered(this.indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const inStore = database.transaction(store).objectStore(store);
        const [keys, values] = await Promise.all([answered(inStore.getAllKeys()), answered<unknown[]>(inStore.getAll())]);
        parts.push(
          name,
          store,
          JSON.stringify(keys),
          JSON.stringify(values, (_key, value: unknown) => (value instanceof Uint8Array ? textOf(value) : value)),
        );
      }
      database.close();
    }
    return parts.join("\n");
  }
}

function textOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("the database refuses"));
  });
}

/** A person's app folder, which can be refused, emptied and given back. */
export class Place implements SecretPlace {
  file: Uint8Array | undefined;
  refuses: Fault | undefined;

  read(): Promise<Result<Uint8Array | undefined>> {
    return Promise.resolve(this.refuses ? fail(this.refuses) : succeed(this.file));
  }

  createOnce(bytes: Uint8Array): Promise<Result<void>> {
    if (this.refuses) return Promise.resolve(fail(this.refuses));
    this.file ??= bytes;
    return Promise.resolve(succeed(undefined));
  }
}

/** As the store does it, without what an entry means. */
export const plainStore: DeviceStore = {
  seal: sealedDisk,
  move: async (from, into) => {
    const found = await from.read("queue");
    if (!found.ok) return found;
    const written = await into.write(
      found.value.map((entry) => ({ drawer: "queue", ...entry })),
      strict,
    );
    if (!written.ok) return written;
    const taken = await from.write(
      found.value.map(({ key }) => ({ drawer: "queue", key, value: undefined })),
      strict,
    );
    return taken.ok ? succeed(found.value.length) : taken;
  },
};

export interface Visit {
  readonly device: OpenedDevice;
  /** Refused where there is none. */
  readonly disk: Disk;
  close(): void;
}

/** A page that opens the device; `close` is its end. */
export async function visit(profile: Profile, request: Partial<DeviceRequest> & Pick<DeviceRequest, "wanted">, store = plainStore): Promise<Visit> {
  const platform = profile.page();
  const device = await openDevice(platform, store, { owner, ...request });
  const none = (): never => {
    throw new Error(`there is no disk: ${device.because?.kind ?? "off"}`);
  };
  return {
    device,
    get disk() {
      return device.disk.ok ? device.disk.value : none();
    },
    close: () => profile.locks.die(platform.page),
  };
}

export async function keep(disk: Disk, ...keys: readonly string[]): Promise<void> {
  const written = await disk.write(
    keys.map((key) => ({ drawer: "queue", key, value: `words of ${key}` })),
    strict,
  );
  if (!written.ok) throw new Error(written.fault.kind);
}

export async function queueOf(disk: Disk): Promise<readonly string[]> {
  const found = await disk.read("queue");
  if (!found.ok) throw new Error(found.fault.kind);
  return found.value.map(({ key }) => key).sort();
}
