import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { clearDatabase, openDevice, openIndexedDbDisk, systemClock, systemRandomness, systemTimers, webCipher, type DiskPlatform } from "../../../src/hosts";
import { succeed } from "../../../src/kernel";
import type { Disk } from "../../../src/store/disk";
import { MemoryDevice } from "../../../src/store/memory-disk";
import { sealedDisk } from "../../../src/store/sealed-disk";

/** A device on which each `open` is another tab of one person. */
export interface Device {
  open(): Promise<Disk>;
}

export const owner = { tenantId: "11111111-2222-3333-4444-555555555555", personId: "66666666-7777-8888-9999-000000000000" };

export const diskKey = Uint8Array.from({ length: 32 }, (_, index) => index * 7);

/** A browser with nothing in it yet. */
export function emptyBrowser(): DiskPlatform & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  const notes = { read: (name: string) => kept.get(name), write: (name: string, value: string) => void kept.set(name, value) };
  return { page: { indexedDB: new IDBFactory(), IDBKeyRange }, timers: systemTimers, notes, kept };
}

export async function openDisk(browser: DiskPlatform, whose = owner): Promise<Disk> {
  const opened = await openIndexedDbDisk(browser, clearDatabase(whose));
  if (!opened.ok) throw new Error(`the disk did not open: ${opened.fault.kind}`);
  return opened.value;
}

function memory(): Device {
  const device = new MemoryDevice();
  return { open: () => Promise.resolve(device.open()) };
}

function indexedDb(): Device {
  const browser = emptyBrowser();
  return { open: () => openDisk(browser) };
}

function sealed(device: Device): Device {
  return { open: async () => sealedDisk(await device.open(), await webCipher(diskKey)) };
}

/** As a page gets it: sealed under the person's secret, which the first tab makes. */
function ofAPage(): Device {
  const platform = { ...emptyBrowser(), clock: systemClock, randomness: systemRandomness };
  let file: Uint8Array | undefined;
  const secretPlace = {
    read: () => Promise.resolve(succeed(file)),
    createOnce: (bytes: Uint8Array) => {
      file ??= bytes;
      return Promise.resolve(succeed(undefined));
    },
  };
  return {
    open: async () => {
      const { disk } = await openDevice(platform, { seal: sealedDisk, move: () => Promise.resolve(succeed(0)) }, { owner, wanted: "sealed", secretPlace });
      if (!disk.ok) throw new Error(`the disk did not open: ${disk.fault.kind}`);
      return disk.value;
    },
  };
}

export const devices: readonly (readonly [string, () => Device])[] = [
  ["in memory", memory],
  ["in IndexedDB", indexedDb],
  ["sealed, in memory", () => sealed(memory())],
  ["sealed, in IndexedDB", () => sealed(indexedDb())],
  ["sealed under a person's secret", ofAPage],
];
