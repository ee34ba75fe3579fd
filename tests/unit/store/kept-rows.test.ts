import { createStore, type RegisterPlace, type Store } from "../../../src/store";
import type { Disk } from "../../../src/store/disk";
import { MemoryLists, MemorySource } from "./memory-source";
import { MishapDisk, type DiskMishap } from "./mishap-disk";
import { OneDevice } from "./one-device";
import { projects, risks, twoRisks } from "./setting";
import { atRest, StillWorld } from "./still-world";

function sealed(format = "1", before?: OneDevice): OneDevice {
  const device = new OneDevice(before?.memory);
  device.rowsFormat = format;
  return device;
}

function listsWith(count = 2): MemoryLists {
  const lists = new MemoryLists();
  for (let number = 0; number < count; number += 1) lists.type(risks, { ...twoRisks[number % 2], Number: number });
  return lists;
}

interface Page {
  readonly store: Store;
  readonly source: MemorySource;
  readonly world: StillWorld;
}

/** @param answers lets a pull of the register be answered; by default at once. */
function pageOf(device: OneDevice, lists: MemoryLists, { own = "page", disk, answers }: { own?: string; disk?: Disk; answers?: Promise<void> } = {}): Page {
  const source = new MemorySource(lists, { step: async (what) => (what === "pull answers" ? answers : undefined) });
  const world = new StillWorld();
  return { source, world, store: createStore({ source, clock: world, timers: world, randomness: world, device: device.page(own, disk) }) };
}

async function pulledPage(device: OneDevice, lists: MemoryLists, disk?: Disk): Promise<Page> {
  const page = pageOf(device, lists, disk && { disk });
  await page.store.refresh([risks]);
  await atRest();
  return page;
}

const numbersIn = (store: Store, place: RegisterPlace = risks): unknown[] => store.rows(place).map(({ values }) => values["Number"]);

describe("rows that a device keeps", () => {
  it("are there again on the next page before the register has answered, and only what changed is pulled", async () => {
    const lists = listsWith();
    await pulledPage(sealed(), lists).then(({ store }) => expect(numbersIn(store)).toEqual([0, 1]));
    const device = sealed();
    await pulledPage(device, lists);
    lists.edit(risks, "2", { Number: 7 });
    let answer: () => void = () => undefined;
    const next = pageOf(device, lists, { answers: new Promise((resolve) => (answer = resolve)) });
    const refreshed = next.store.refresh([risks]);
    await atRest();
    expect(numbersIn(next.store)).toEqual([0, 1]);
    expect(next.store.placeState(risks)).toMatchObject({ pulling: true, asAtMs: next.world.nowMs() });
    answer();
    await refreshed;
    expect(numbersIn(next.store)).toEqual([0, 7]);
    expect(next.source.pulledFrom).toEqual(["2"]);
  });

  it("are kept up: changed, added and removed ones, and only their chunks are written again", async () => {
    const lists = listsWith(1_200);
    const device = sealed();
    const { store } = await pulledPage(device, lists);
    expect(device.memory.drawer("chunks").size).toBe(3);
    const before = new Map(device.memory.drawer("chunks"));
    lists.edit(risks, "2", { Number: -2 });
    lists.remove(risks, "3");
    await store.refresh([risks]);
    await atRest();
    const changed = [...device.memory.drawer("chunks")].filter(([key, value]) => before.get(key) !== value).map(([key]) => key.split("/").at(-1));
    expect(changed).toEqual(["0"]);
    const next = await pulledPage(device, lists);
    expect(numbersIn(next.store)).toEqual(numbersIn(store));
    expect(next.source.pulledFrom).not.toEqual([undefined]);
  });

  it("lose those that are gone when the whole list has to be pulled again", async () => {
    const lists = listsWith(600);
    const device = sealed();
    const { store } = await pulledPage(device, lists);
    for (let id = 500; id <= 600; id += 1) lists.remove(risks, String(id));
    lists.expireTokens(risks);
    await store.refresh([risks]);
    await atRest();
    expect(device.memory.drawer("chunks").size).toBe(1);
    expect(numbersIn((await pulledPage(device, lists)).store)).toHaveLength(499);
  });

  it("are not read when an app of another format wrote them, or when they are damaged; they are pulled and written over", async () => {
    const lists = listsWith();
    const device = sealed();
    await pulledPage(device, lists);
    const newer = sealed("2", device);
    expect((await pulledPage(newer, lists)).source.pulledFrom).toEqual([undefined]);
    expect((await pulledPage(newer, lists)).source.pulledFrom).toEqual(["2"]);
    const [[key = ""] = []] = device.memory.drawer("chunks");
    await device.memory.open().write([{ drawer: "chunks", key, value: [{ id: "1" }] }], { durability: "relaxed" });
    const mended = await pulledPage(newer, lists);
    expect([mended.source.pulledFrom, numbersIn(mended.store)]).toEqual([[undefined], [0, 1]]);
    expect((await pulledPage(newer, lists)).source.pulledFrom).toEqual(["2"]);
  });

  it("are not kept where only unsent changes may be", async () => {
    const device = new OneDevice();
    await pulledPage(device, listsWith());
    expect([device.memory.drawer("chunks").size, device.memory.drawer("meta").size]).toEqual([0, 0]);
  });

  it("of two pages are written by the one that came first; the other's rows and token never mix with them", async () => {
    const lists = listsWith();
    const device = sealed();
    const one = await pulledPage(device, lists);
    const other = await pulledPage(device, lists);
    lists.edit(risks, "1", { Number: 10 });
    await one.store.refresh([risks]);
    await atRest();
    lists.edit(risks, "2", { Number: 20 });
    await other.store.refresh([risks]);
    await atRest();
    const third = await pulledPage(device, lists);
    expect([third.source.pulledFrom, numbersIn(third.store)]).toEqual([["3"], [10, 20]]);
  });

  it.each<DiskMishap>(["refuse", "crashBefore", "crashAfter"])("are whole or as they were after a write that met %s", async (mishap) => {
    const lists = listsWith(1_200);
    const device = sealed();
    await pulledPage(device, lists);
    const next: { mishap?: DiskMishap } = {};
    const page = await pulledPage(device, lists, new MishapDisk(device.memory.open(), () => next.mishap));
    lists.edit(risks, "1", { Number: -1 });
    lists.edit(risks, "1100", { Number: -1100 });
    next.mishap = mishap;
    await page.store.refresh([risks]);
    await atRest();
    const after = await pulledPage(device, lists);
    expect(after.source.pulledFrom).toEqual([mishap === "crashAfter" ? "1202" : "1200"]);
    expect(numbersIn(after.store).filter((number) => Number(number) < 0)).toEqual([-1, -1100]);
  });

  it("are written whole again after the browser took everything", async () => {
    const lists = listsWith();
    const device = sealed();
    const { store } = await pulledPage(device, lists);
    device.memory.evict();
    lists.edit(risks, "1", { Number: 10 });
    await store.refresh([risks]);
    await atRest();
    const next = await pulledPage(device, lists);
    expect([next.source.pulledFrom, numbersIn(next.store)]).toEqual([["3"], [10, 1]]);
  });

  it("that come late do not replace what the register has said meanwhile", async () => {
    const lists = listsWith();
    const device = sealed();
    await pulledPage(device, lists);
    lists.edit(risks, "1", { Number: 10 });
    let open: (disk: Disk) => void = () => undefined;
    const slow = device.page("slow");
    const disk = new Promise<Awaited<typeof slow.disk>>((resolve) => (open = (value) => resolve({ ok: true, value })));
    const source = new MemorySource(lists);
    const world = new StillWorld();
    const store = createStore({ source, clock: world, timers: world, randomness: world, device: { ...slow, disk } });
    const refreshed = store.refresh([risks]);
    await atRest();
    await world.pass(2_000);
    await refreshed;
    open(device.memory.open());
    await atRest();
    expect(numbersIn(store)).toEqual([10, 1]);
    expect(source.pulledFrom).toEqual([undefined]);
  });

  it("that an app of another format left go with the next write, also those of chunks that are gone", async () => {
    const lists = listsWith(1_200);
    const device = sealed();
    await pulledPage(device, lists);
    for (let id = 500; id <= 1_200; id += 1) lists.remove(risks, String(id));
    const newer = sealed("2", device);
    await pulledPage(newer, lists);
    expect([...device.memory.drawer("chunks").keys()].map((key) => key.split("/").at(-1))).toEqual(["0"]);
    expect(numbersIn((await pulledPage(newer, lists)).store)).toHaveLength(499);
  });

  it("are shown as soon as those of their own place have come", async () => {
    const lists = listsWith();
    lists.type(projects, { Title: "New ward" });
    const device = sealed();
    await pageOf(device, lists).store.refresh([risks, projects]);
    await atRest();
    const held = heldReads(device.memory.open());
    const next = pageOf(device, lists, { disk: held.disk, answers: new Promise(() => undefined) });
    let told = 0;
    next.store.subscribe(() => (told += 1));
    void next.store.refresh([risks, projects]);
    await atRest();
    expect([next.store.rows(risks).length, next.store.rows(projects).length]).toEqual([0, 0]);
    const before = told;
    held.letGo((folder) => folder?.endsWith("Projects") === true);
    await atRest();
    expect([next.store.rows(risks).length, next.store.rows(projects).length]).toEqual([0, 1]);
    expect(told).toBeGreaterThan(before);
    held.letGo(() => true);
    await atRest();
    expect([next.store.rows(risks).length, next.store.rows(projects).length]).toEqual([2, 1]);
  });

  it("of several places are written one place after another, and none is left out", async () => {
    const lists = listsWith();
    lists.type(projects, { Title: "New ward" });
    const device = sealed();
    const inner = device.memory.open();
    const letOn: (() => void)[] = [];
    const slow = altered(inner, {
      write: async (changes, options) => {
        await new Promise<void>((resolve) => letOn.push(resolve));
        return inner.write(changes, options);
      },
    });
    await pageOf(device, lists, { disk: slow }).store.refresh([risks, projects]);
    await atRest();
    expect([letOn.length, device.memory.drawer("chunks").size]).toEqual([1, 0]);
    letOn.shift()?.();
    await atRest();
    expect([letOn.length, device.memory.drawer("chunks").size]).toEqual([1, 1]);
    letOn.shift()?.();
    await atRest();
    expect([letOn.length, device.memory.drawer("chunks").size]).toEqual([0, 2]);
  });
});

/** A tab's handle that does some things in its own way. */
function altered(inner: Disk, own: Partial<Disk>): Disk {
  return {
    read: (drawer, folder) => inner.read(drawer, folder),
    version: (name) => inner.version(name),
    write: (changes, options) => inner.write(changes, options),
    erase: () => inner.erase(),
    onLost: (listener) => inner.onLost(listener),
    ...own,
  };
}

/** Chunks are read when they are let go. */
function heldReads(inner: Disk): { readonly disk: Disk; letGo(which: (folder: string | undefined) => boolean): void } {
  const waiting = new Set<{ readonly folder: string | undefined; readonly goOn: () => void }>();
  const read: Disk["read"] = async (drawer, folder) => {
    if (drawer === "chunks") await new Promise<void>((goOn) => waiting.add({ folder, goOn }));
    return inner.read(drawer, folder);
  };
  return {
    disk: altered(inner, { read }),
    letGo: (which) => {
      for (const one of waiting) if (which(one.folder) && waiting.delete(one)) one.goOn();
    },
  };
}
