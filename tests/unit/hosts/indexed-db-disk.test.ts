import { forceCloseDatabase } from "fake-indexeddb";
import { clearDatabase, openIndexedDbDisk, type DiskPlatform } from "../../../src/hosts";
import type { Disk, DiskLoss } from "../../../src/store/disk";
import { emptyBrowser, openDisk, owner } from "../../contract/support/disks";
import { StillWorld } from "../store/still-world";

const strict = { durability: "strict" } as const;
const one = [{ drawer: "queue", key: "a", value: 1 }] as const;

function lossesOf(disk: Disk): DiskLoss[] {
  const losses: DiskLoss[] = [];
  disk.onLost((loss) => losses.push(loss));
  return losses;
}

/** Two turns are enough for anything that fake-indexeddb has under way here, and then some. */
async function atRest(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

async function names(browser: DiskPlatform): Promise<readonly (string | undefined)[]> {
  return (await browser.page.indexedDB.databases()).map((database) => database.name);
}

/** The browser throws every database away while no page is open. */
async function evict(browser: DiskPlatform): Promise<void> {
  for (const name of await names(browser)) await answered(browser.page.indexedDB.deleteDatabase(name!));
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error!);
  });
}

/** The browser ends a connection by itself. */
function breakOff(database: IDBDatabase): void {
  // Its type asks for the class where it takes a connection.
  forceCloseDatabase(database as unknown as Parameters<typeof forceCloseDatabase>[0]);
}

/** The same browser with something of its databases done in another way. */
function altered(browser: DiskPlatform, how: Partial<Pick<IDBFactory, "open" | "deleteDatabase">>): DiskPlatform {
  const { indexedDB } = browser.page;
  const factory = new Proxy(indexedDB, {
    get: (target, name) => {
      const changed: unknown = Reflect.get(how, name);
      const found: unknown = changed ?? Reflect.get(target, name);
      return typeof found === "function" ? (found.bind(target) as unknown) : found;
    },
  });
  return { ...browser, page: { indexedDB: factory, IDBKeyRange: browser.page.IDBKeyRange } };
}

/** Databases as they come out of `open`, before our code sees them. */
function watched(browser: DiskPlatform, see: (database: IDBDatabase) => void): DiskPlatform {
  return altered(browser, {
    open: (name, version) => {
      const request = browser.page.indexedDB.open(name, version);
      request.addEventListener("success", () => see(request.result));
      return request;
    },
  });
}

describe("whose database it is", () => {
  test("its name is a hash, the same for the same person however the ids are written", async () => {
    const browser = emptyBrowser();
    await openDisk(browser, { tenantId: "tenant-a", personId: "person-a" });
    await openDisk(browser, { tenantId: "TENANT-A", personId: "Person-A" });
    expect(await names(browser)).toEqual([expect.stringMatching(/^disk\.[0-9a-f]{64}$/)]);
    expect([...browser.kept.keys()].every((name) => /^disk\.[0-9a-f]{64}$/.test(name))).toBe(true);
  });

  test("another person, or the same person in another tenant, reads nothing of it", async () => {
    const browser = emptyBrowser();
    await (await openDisk(browser)).write(one, strict);
    for (const other of [
      { ...owner, personId: "b" },
      { ...owner, tenantId: "b" },
      { tenantId: owner.personId, personId: owner.tenantId },
    ])
      expect(await (await openDisk(browser, other)).read("queue")).toEqual({ ok: true, value: [] });
    expect(await (await openDisk(browser)).read("queue")).toEqual({ ok: true, value: [{ key: "a", value: 1 }] });
  });
});

describe("what the browser is asked for", () => {
  test("durability is passed on as it was given", async () => {
    const asked: unknown[] = [];
    const browser = watched(emptyBrowser(), (database) => {
      const begin = database.transaction.bind(database);
      database.transaction = (stores, mode, options) => {
        if (mode === "readwrite") asked.push(options);
        return begin(stores, mode, options);
      };
    });
    const disk = await openDisk(browser);
    asked.length = 0;
    await disk.write(one, strict);
    await disk.write(one, { durability: "relaxed" });
    expect(asked).toEqual([{ durability: "strict" }, { durability: "relaxed" }]);
  });

  test("a value that no database can hold is a bug: it throws, and nothing of the write stands", async () => {
    const disk = await openDisk(emptyBrowser());
    await expect(disk.write([...one, { drawer: "meta", key: "b", value: () => undefined }], strict)).rejects.toThrow();
    expect(await disk.read("queue")).toEqual({ ok: true, value: [] });
    expect(await disk.write(one, strict)).toEqual({ ok: true, value: "written" });
  });
});

describe("a browser that refuses", () => {
  const refused = { ok: false, fault: { kind: "storageRefused" } };

  test("a page to which storage is closed is told so when it opens", async () => {
    const closed = altered(emptyBrowser(), {
      open: () => {
        throw new DOMException("closed to this page", "SecurityError");
      },
    });
    expect(await openIndexedDbDisk(closed, clearDatabase(owner))).toEqual(refused);
  });

  test("a browser that never answers is not waited for", async () => {
    const world = new StillWorld();
    const silent = altered(emptyBrowser(), { open: () => new EventTarget() as IDBOpenDBRequest });
    const opening = openIndexedDbDisk({ ...silent, timers: world }, clearDatabase(owner));
    await atRest();
    await world.pass(10_000);
    expect(await opening).toEqual(refused);
    expect(world.timersWaiting).toBe(0);
  });

  test("a write over quota answers storageRefused, nothing of it stands, and the disk goes on", async () => {
    let isFull = false;
    const browser = watched(emptyBrowser(), (database) => {
      const begin = database.transaction.bind(database);
      database.transaction = (...how) => {
        const transaction = begin(...how);
        if (isFull && how[1] === "readwrite") queueMicrotask(() => queueMicrotask(() => transaction.abort()));
        return transaction;
      };
    });
    const disk = await openDisk(browser);
    await disk.write([{ drawer: "queue", key: "old", value: 1 }], strict);
    isFull = true;
    expect(await disk.write([...one, { drawer: "meta", key: "b", value: 1 }], strict)).toEqual(refused);
    isFull = false;
    expect(await disk.read("queue")).toEqual({ ok: true, value: [{ key: "old", value: 1 }] });
    expect(await disk.write(one, strict)).toEqual({ ok: true, value: "written" });
  });

  test("an entry that is none of ours is unreadable", async () => {
    const browser = emptyBrowser();
    const disk = await openDisk(browser);
    const database = await answered(browser.page.indexedDB.open((await names(browser))[0]!));
    await answered(database.transaction("queue", "readwrite").objectStore("queue").put("bare", ["", "a"]));
    expect(await disk.read("queue")).toMatchObject({ ok: false, fault: { kind: "unreadable" } });
    expect(await disk.erase()).toEqual({ ok: true, value: undefined });
    database.close();
  });
});

describe("two versions of the app", () => {
  test("a newer one is let in at once; the older tab is told, and its disk stays closed", async () => {
    const browser = emptyBrowser();
    const disk = await openDisk(browser);
    const losses = lossesOf(disk);
    await disk.write(one, strict);
    const newer = await answered(browser.page.indexedDB.open((await names(browser))[0]!, 2));
    expect(losses).toEqual([{ why: "replaced" }]);
    expect(await disk.write(one, strict)).toEqual({ ok: false, fault: { kind: "storageRefused" } });
    expect(await answered(newer.transaction("queue").objectStore("queue").count())).toBe(1);
  });

  test("an older one that comes later is told to reload", async () => {
    const browser = emptyBrowser();
    await (await openDisk(browser)).erase();
    const disk = await openDisk(browser);
    const name = (await names(browser))[0]!;
    lossesOf(disk);
    (await answered(browser.page.indexedDB.open(name, 2))).close();
    expect(await openIndexedDbDisk(browser, clearDatabase(owner))).toMatchObject({ ok: false, fault: { kind: "hostRefused", what: "reload the page" } });
  });

  test("a tab that does not let go is named, not waited for, and opening works once it has closed", async () => {
    const browser = emptyBrowser();
    await openDisk(browser);
    const name = (await names(browser))[0]!;
    await evict(browser);
    const stubborn = await answered(browser.page.indexedDB.open(name, 1));
    const upgrading = altered(browser, { open: (asked) => browser.page.indexedDB.open(asked, 2) });
    expect(await openIndexedDbDisk(upgrading, clearDatabase(owner))).toMatchObject({
      ok: false,
      fault: { kind: "hostRefused", what: "close this app's other tabs" },
    });
    stubborn.close();
    await atRest();
    expect(await openIndexedDbDisk(upgrading, clearDatabase(owner))).toMatchObject({ ok: true });
  });

  test("erasing empties the database at once although another tab holds it", async () => {
    const browser = emptyBrowser();
    const disk = await openDisk(browser);
    await disk.write(one, strict);
    const stubborn = await answered(browser.page.indexedDB.open((await names(browser))[0]!));
    expect(await disk.erase()).toEqual({ ok: true, value: undefined });
    expect(await answered(stubborn.transaction("queue").objectStore("queue").count())).toBe(0);
    stubborn.close();
    await atRest();
    expect(await names(browser)).toEqual([]);
  });
});

describe("a disk that the browser took away", () => {
  test("between two sessions: the next one is told how much lay unsent, also when it listens late, and can go on", async () => {
    const browser = emptyBrowser();
    const before = await openDisk(browser);
    await before.write([...one, { drawer: "queue", key: "b", value: 2 }], strict);
    await evict(browser);
    const after = await openDisk(browser);
    await atRest();
    const losses = lossesOf(after);
    await atRest();
    expect(losses).toEqual([{ why: "evicted", unsent: 2 }]);
    expect(await after.write(one, strict)).toEqual({ ok: true, value: "written" });
    expect(await after.read("queue")).toEqual({ ok: true, value: [{ key: "a", value: 1 }] });
  });

  test("the loss is told until somebody has heard it, and not again", async () => {
    const browser = emptyBrowser();
    await (await openDisk(browser)).write(one, strict);
    await evict(browser);
    const died = await openDisk(browser);
    await died.write([...one, { drawer: "queue", key: "b", value: 2 }], strict);
    const heard = lossesOf(await openDisk(browser));
    await atRest();
    expect(heard).toEqual([{ why: "evicted", unsent: 1 }]);
    const later = lossesOf(await openDisk(browser));
    await atRest();
    expect(later).toEqual([]);
  });

  test("while the page is open: it is told, and the disk goes on, empty", async () => {
    const databases: IDBDatabase[] = [];
    const browser = watched(emptyBrowser(), (database) => databases.push(database));
    const disk = await openDisk(browser);
    const losses = lossesOf(disk);
    await disk.write(one, strict);
    databases[0]!.onversionchange = null;
    const deleted = evict(browser);
    await atRest();
    breakOff(databases[0]!);
    await deleted;
    await atRest();
    expect(losses).toEqual([{ why: "evicted", unsent: 1 }]);
    expect(await disk.write([{ drawer: "queue", key: "b", value: 2 }], strict)).toEqual({ ok: true, value: "written" });
    expect(await disk.read("queue")).toEqual({ ok: true, value: [{ key: "b", value: 2 }] });
  });

  test("each of two open tabs is told, whichever comes back first", async () => {
    const databases: IDBDatabase[] = [];
    const browser = watched(emptyBrowser(), (database) => databases.push(database));
    const [first, second] = [lossesOf(await openDisk(browser)), lossesOf(await openDisk(browser))];
    await atRest();
    for (const database of databases) database.onversionchange = null;
    const open = databases.slice();
    const deleted = evict(browser);
    await atRest();
    for (const database of open) breakOff(database);
    await deleted;
    await atRest();
    expect([first, second]).toEqual([[{ why: "evicted", unsent: 0 }], [{ why: "evicted", unsent: 0 }]]);
  });

  test("a connection that breaks with the database still there is no loss", async () => {
    const databases: IDBDatabase[] = [];
    const browser = watched(emptyBrowser(), (database) => databases.push(database));
    const disk = await openDisk(browser);
    const losses = lossesOf(disk);
    await disk.write(one, strict);
    breakOff(databases[0]!);
    expect(await disk.read("queue")).toEqual({ ok: true, value: [{ key: "a", value: 1 }] });
    expect(losses).toEqual([]);
  });

  test("what the person erased is not missed in the next session", async () => {
    const browser = emptyBrowser();
    const disk = await openDisk(browser);
    await disk.write(one, strict);
    await disk.erase();
    expect(await names(browser)).toEqual([]);
    const losses = lossesOf(await openDisk(browser));
    await atRest();
    expect(losses).toEqual([]);
  });

  test("a device whose notes are closed or gone is no loss either", async () => {
    const browser = emptyBrowser();
    await (await openDisk(browser)).write(one, strict);
    browser.kept.clear();
    const disk = await openDisk(browser);
    const losses = lossesOf(disk);
    await atRest();
    expect(losses).toEqual([]);
    expect(await disk.read("queue")).toEqual({ ok: true, value: [{ key: "a", value: 1 }] });
    expect([...browser.kept.values()]).toEqual(["1"]);
  });
});
