import { fail, isRecord, succeed, textAt, type Fault, type Result, type Timers } from "../../kernel";
import type { Disk, DiskChange, DiskEntry, DiskLoss, Drawer, ExpectedVersion, WriteOptions } from "../../store";
import { answerTo, eraseDatabase, openDatabase, transact, type DatabasePage, type DatabaseShape, type TransactionScope } from "./database";

export interface DiskPlatform {
  readonly page: DatabasePage;
  readonly timers: Timers;
  /** Kept beside the databases, in another place of the browser; empty text means that there is nothing. */
  readonly notes: { read(name: string): string | undefined; write(name: string, value: string): void };
}

/**
 * A disk in the browser's IndexedDB: one database, which every tab may open by its name.
 * I1. The name is one of `database-names`: it tells nobody whose it is.
 * I2. `versionchange` closes the connection at once, so a newer version of the app never waits for this tab.
 * I3. A database carries a random sign once its owner knows of it, and a note beside it counts the unsent entries. A note
 *     without a sign means that the browser threw the database away: the loss is told, and only then is a sign set again.
 *     A browser that clears databases and notes together (Safari, "clear site data") leaves nothing to tell by.
 * I4. A connection that the browser closes by itself is opened again; it is a loss when the sign is not the one known before.
 * @returns `storageRefused` where storage is closed to this page, `hostRefused` when versions of the app are at odds.
 */
export async function openIndexedDbDisk(platform: DiskPlatform, name: string): Promise<Result<Disk>> {
  const disk = new IndexedDbDisk(platform, name);
  const opened = await disk.connect();
  return opened.ok ? succeed(disk) : opened;
}

const drawers: readonly Drawer[] = ["queue", "chunks", "meta"];
const versions = "versions";
const stores: readonly string[] = [...drawers, versions];
const refused: Fault = { kind: "storageRefused" };

/** A number, where names of versions are texts: nobody's version can be taken for it. */
const signKey = 0;

class IndexedDbDisk implements Disk {
  readonly #platform: DiskPlatform;
  readonly #shape: DatabaseShape;
  readonly #listeners = new Set<(loss: DiskLoss) => void>();
  #connection: Promise<Result<IDBDatabase>> | undefined;
  /** What must be over before the next connection. */
  #erased: Promise<unknown> = Promise.resolve();
  #sign: unknown;
  #isClosed = false;
  #loss: DiskLoss | undefined;

  constructor(platform: DiskPlatform, name: string) {
    this.#platform = platform;
    this.#shape = diskShape(name);
  }

  async read(drawer: Drawer, folder?: string): Promise<Result<readonly DiskEntry[]>> {
    const { IDBKeyRange: ranges } = this.#platform.page;
    // Entries lie under [folder, key], and a list sorts after every text: so this is the whole folder and nothing else.
    const range = folder === undefined ? undefined : ranges.bound([folder], [folder, []]);
    const found = await this.#transact(reading(drawer), (transaction) => answerTo<unknown[]>(transaction.objectStore(drawer).getAll(range)));
    return found.ok ? entriesFrom(found.value) : found;
  }

  async version(name: string): Promise<Result<number | undefined>> {
    const found = await this.#transact(reading(versions), (transaction) => storedVersion(transaction, name));
    return found;
  }

  async write(changes: readonly DiskChange[], options: WriteOptions): Promise<Result<"written" | "moved">> {
    const touched = new Set<string>(changes.map((change) => change.drawer));
    if (options.expected) touched.add(versions);
    if (touched.size === 0) touched.add("meta");
    let unsent: number | undefined;
    const written = await this.#transact({ stores: [...touched], mode: "readwrite", durability: options.durability }, async (transaction) => {
      if (options.expected && !(await claim(transaction, options.expected))) return "moved";
      await applyAll(transaction, changes);
      if (touched.has("queue")) unsent = await answerTo(transaction.objectStore("queue").count());
      return "written";
    });
    if (written.ok && unsent !== undefined) this.#noteUnsent(unsent);
    return written;
  }

  /** Calls that follow wait for it and find a new database (D3). */
  erase(): Promise<Result<void>> {
    if (this.#isClosed) return Promise.resolve(fail(refused));
    const erased = this.#eraseBehind(this.connect());
    this.#connection = undefined;
    this.#erased = erased;
    return erased;
  }

  async #eraseBehind(connection: Promise<Result<IDBDatabase>>): Promise<Result<void>> {
    const opened = await connection;
    this.#sign = undefined;
    const erased = await eraseDatabase(this.#platform.page, this.#shape, opened);
    if (erased.ok) this.#platform.notes.write(this.#shape.name, "");
    return erased;
  }

  onLost(listener: (loss: DiskLoss) => void): () => void {
    this.#listeners.add(listener);
    const loss = this.#loss;
    if (loss) {
      void Promise.resolve().then(() => {
        if (this.#listeners.has(listener)) this.#tell(loss, [listener]);
      });
    }
    return () => this.#listeners.delete(listener);
  }

  /** One connection for all calls; all of them wait for the same one, so their order stays (D3). */
  connect(): Promise<Result<IDBDatabase>> {
    if (this.#isClosed) return Promise.resolve(fail(refused));
    if (this.#connection) return this.#connection;
    const connection = this.#open();
    this.#connection = connection;
    void connection.then((opened) => {
      if (!opened.ok && this.#connection === connection) this.#connection = undefined;
    });
    return connection;
  }

  async #open(): Promise<Result<IDBDatabase>> {
    await this.#erased;
    const opened = await openDatabase(this.#platform.page, this.#platform.timers, this.#shape);
    if (!opened.ok) return opened;
    this.#listenTo(opened.value);
    const known = await this.#takeStock(opened.value);
    if (known.ok) return opened;
    opened.value.close();
    return known;
  }

  #listenTo(database: IDBDatabase): void {
    database.onversionchange = (event) => {
      this.#isClosed = true;
      database.close();
      this.#lose({ why: event.newVersion === null ? "erased" : "replaced" });
    };
    database.onclose = () => {
      this.#connection = undefined;
      void this.connect();
    };
  }

  /** Is this the database that was left here, and that this handle had before (I3, I4)? */
  async #takeStock(database: IDBDatabase): Promise<Result<void>> {
    const found = await transact(database, reading(versions), (transaction) => answerTo<unknown>(transaction.objectStore(versions).get(signKey)));
    if (!found.ok) return found;
    const note = this.#platform.notes.read(this.#shape.name) ?? "";
    const isKnown = this.#sign === undefined ? found.value !== undefined || note === "" : found.value === this.#sign;
    if (isKnown) return this.#signDatabase(database);
    this.#lose({ why: "evicted", unsent: countFrom(note) });
    return succeed(undefined);
  }

  /** Keeps the sign that another tab has set. */
  async #signDatabase(database: IDBDatabase): Promise<Result<void>> {
    const scope: TransactionScope = { stores: ["queue", versions], mode: "readwrite", durability: "relaxed" };
    const counted = await transact(database, scope, async (transaction) => {
      const signs = transaction.objectStore(versions);
      this.#sign = (await answerTo<unknown>(signs.get(signKey))) ?? crypto.randomUUID();
      signs.put(this.#sign, signKey);
      return answerTo(transaction.objectStore("queue").count());
    });
    if (!counted.ok) return counted;
    this.#platform.notes.write(this.#shape.name, String(counted.value));
    return succeed(undefined);
  }

  async #transact<T>(scope: TransactionScope, work: (transaction: IDBTransaction) => Promise<T>): Promise<Result<T>> {
    const connection = await this.connect();
    return connection.ok ? transact(connection.value, scope, work) : connection;
  }

  /** A note that still speaks of a loss nobody has heard of stays as it is. */
  #noteUnsent(unsent: number): void {
    const isUntold = this.#loss?.why === "evicted" && this.#listeners.size === 0;
    if (!isUntold) this.#platform.notes.write(this.#shape.name, String(unsent));
  }

  #lose(loss: DiskLoss): void {
    this.#loss = loss;
    this.#tell(loss, [...this.#listeners]);
  }

  #tell(loss: DiskLoss, listeners: readonly ((loss: DiskLoss) => void)[]): void {
    for (const listener of listeners) listener(loss);
    if (loss.why === "evicted" && listeners.length > 0) void this.#signAgain();
  }

  async #signAgain(): Promise<void> {
    const connection = await this.connect();
    // Refused, the sign stays away, and the same loss is told once more in the next session: better than never.
    if (connection.ok) await this.#signDatabase(connection.value);
  }
}

/** What a disk's database looks like, for whoever counts or empties it without opening a disk. */
export function diskShape(name: string): DatabaseShape {
  return { name, version: 1, stores };
}

function reading(store: string): TransactionScope {
  return { stores: [store], mode: "readonly", durability: "relaxed" };
}

async function storedVersion(transaction: IDBTransaction, name: string): Promise<number | undefined> {
  const found = await answerTo<unknown>(transaction.objectStore(versions).get(name));
  return typeof found === "number" ? found : undefined;
}

async function claim(transaction: IDBTransaction, expected: ExpectedVersion): Promise<boolean> {
  if ((await storedVersion(transaction, expected.name)) !== expected.version) return false;
  transaction.objectStore(versions).put(expected.next, expected.name);
  return true;
}

/** Putting copies, so a chunk is put when the one before the last has been taken in: the page gets its turns in between. */
async function applyAll(transaction: IDBTransaction, changes: readonly DiskChange[]): Promise<void> {
  let before: Promise<unknown> | undefined;
  for (const change of changes) {
    const taken = answerTo<unknown>(applyChange(transaction, change));
    if (change.drawer !== "chunks") continue;
    if (before) await before;
    before = taken;
  }
}

function applyChange(transaction: IDBTransaction, { drawer, key, value }: DiskChange): IDBRequest {
  const store = transaction.objectStore(drawer);
  const place = [key.slice(0, Math.max(0, key.lastIndexOf("/"))), key];
  return value === undefined ? store.delete(place) : store.put({ key, value }, place);
}

function entriesFrom(found: readonly unknown[]): Result<readonly DiskEntry[]> {
  const entries: DiskEntry[] = [];
  for (const record of found) {
    const key = textAt(record, "key");
    if (key === undefined || !isRecord(record)) return fail({ kind: "unreadable", where: "This device", says: "an entry without a key" });
    entries.push({ key, value: record["value"] });
  }
  return succeed(entries);
}

/** The number that a note tells; 0 for a note that tells none. */
export function countFrom(note: string): number {
  const count = Number(note);
  return Number.isSafeInteger(count) && count >= 0 ? count : 0;
}
