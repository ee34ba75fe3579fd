import { clearDatabase, openIndexedDbDisk, systemClock, systemRandomness, systemTimers, webCipher } from "../../../src/hosts";
import { fail, succeed, type Result } from "../../../src/kernel";
import { createStore, packedRows, sealedDisk, type Disk, type RegisterPlace, type RegisterSource, type Store, type StoreDevice } from "../../../src/store";
import { makeRows } from "./rows";

const lists = 20;
const rowsOfEach = 1_000;
const owner = { tenantId: "bench", personId: "warm" };
const key = Uint8Array.from({ length: 32 }, (_, index) => index * 7);
const places: readonly RegisterPlace[] = Array.from({ length: lists }, (_, index) => ({ site: "northmere.sharepoint.com,pmo", register: `Register${index}` }));

async function openSealed(): Promise<Result<Disk>> {
  const kept = new Map<string, string>();
  const notes = { read: (name: string) => kept.get(name), write: (name: string, value: string) => void kept.set(name, value) };
  const [opened, cipher] = await Promise.all([openIndexedDbDisk({ page: window, timers: systemTimers, notes }, clearDatabase(owner)), webCipher(key)]);
  return opened.ok ? succeed(sealedDisk(opened.value, cipher)) : opened;
}

function storeOver(disk: Promise<Result<Disk>>, pull: RegisterSource["pull"]): Store {
  const nowhere = (): Promise<Result<never>> => Promise.resolve(fail({ kind: "offline" }));
  const source: RegisterSource = {
    pull,
    read: nowhere,
    wrote: nowhere,
    mayBeOneRow: () => true,
    findByClientKey: nowhere,
    create: nowhere,
    createMany: () => Promise.resolve([]),
    update: nowhere,
    updateMany: () => Promise.resolve([]),
  };
  const own = crypto.randomUUID();
  const device: StoreDevice = {
    disk,
    rowsFormat: Promise.resolve(packedRows("bench")),
    mayHoldRows: Promise.resolve(true),
    pages: Promise.resolve({ own, alive: () => Promise.resolve(new Set([own])), tell: () => undefined, onTold: () => () => undefined }),
  };
  return createStore({ source, device, clock: systemClock, timers: systemTimers, randomness: systemRandomness });
}

/** Leaves 20 lists of 1,000 rows on the device, as a page does that has pulled them. */
export async function leaveRows(): Promise<void> {
  const disk = openSealed();
  const opened = await disk;
  if (!opened.ok) throw new Error("the disk did not open");
  await opened.value.erase();
  const store = storeOver(disk, (requests, came) => {
    for (const { place } of requests) came({ place, pages: succeed([{ rows: makeRows(rowsOfEach), removed: [], token: "next" }]) });
    return Promise.resolve();
  });
  await store.refresh(places);
  for (;;) {
    const kept = await opened.value.read("meta");
    if (kept.ok && kept.value.length >= lists) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A new page: from opening the disk until all rows stand in the store, while the register has not answered yet. In milliseconds. */
export async function startWarm(): Promise<number> {
  const startMs = performance.now();
  const store = storeOver(openSealed(), () => new Promise(() => undefined));
  void store.refresh(places);
  const areThere = (): boolean => places.every((place) => store.rows(place).length === rowsOfEach);
  await new Promise<void>((resolve) => {
    store.subscribe(() => {
      if (areThere()) resolve();
    });
  });
  return performance.now() - startMs;
}
