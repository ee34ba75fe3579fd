import Dexie, { type Table } from "dexie";
import { systemTimers, webCipher, clearDatabase, openIndexedDbDisk } from "../../../src/hosts";
import type { Row } from "../../../src/registers";
import { makeRows } from "./rows";
import { leaveRows, startWarm } from "./warm-start";
import { chunkChanges, chunkFolder, chunksOf, rowsFromChunks } from "../../../src/store/chunks";
import type { Disk } from "../../../src/store/disk";
import { packedRows } from "../../../src/store/packed-rows";
import { sealedDisk } from "../../../src/store/sealed-disk";

/** Runs in the page. One way of keeping rows on the device; `open` begins with an empty database. */
interface Shelf {
  write(rows: readonly Row[]): Promise<void>;
  /** @returns how many rows were read, whole and checked as far as this way checks. */
  read(): Promise<number>;
  close(): Promise<void>;
}

const place = { site: "northmere.sharepoint.com,11111111-2222-3333-4444-555555555555,66666666-7777-8888-9999-000000000000", register: "Risks" };
const format = packedRows("bench");

async function ourDisk(): Promise<Disk> {
  const kept = new Map<string, string>();
  const owner = { tenantId: "bench", personId: String(Math.random()) };
  const notes = { read: (name: string) => kept.get(name), write: (name: string, value: string) => void kept.set(name, value) };
  const opened = await openIndexedDbDisk({ page: window, timers: systemTimers, notes }, clearDatabase(owner));
  if (!opened.ok) throw new Error(`the disk did not open: ${opened.fault.kind}`);
  return opened.value;
}

function chunkShelf(disk: Disk): Shelf {
  return {
    write: async (rows) => {
      const byId = new Map(rows.map((row) => [row.id, row]));
      const written = await disk.write(chunkChanges(place, chunksOf(byId, byId.keys()), format), { durability: "relaxed" });
      if (!written.ok) throw new Error(`the disk did not write: ${written.fault.kind}`);
    },
    read: async () => {
      const found = await disk.read("chunks", chunkFolder(place));
      const rows = found.ok ? rowsFromChunks(found.value, format) : found;
      if (!rows.ok) throw new Error(`the disk did not read: ${rows.fault.kind}`);
      return rows.value.size;
    },
    close: async () => {
      await disk.erase();
    },
  };
}

/** As its documentation shows: `bulkPut`, `toArray`. The schema names keys; Dexie indexes nothing else. */
async function dexieShelf(schema: string): Promise<Shelf> {
  const database = new Dexie(`dexie.${Math.random()}`);
  database.version(1).stores({ rows: schema });
  await database.open();
  const table: Table<Row, string> = database.table<Row, string>("rows");
  return {
    write: async (rows) => {
      await table.bulkPut(rows);
    },
    read: async () => (await table.toArray()).length,
    close: () => database.delete(),
  };
}

/** The platform alone: one `put` a row, all in one transaction. */
function rowShelf(): Promise<Shelf> {
  return new Promise((resolve, reject) => {
    const name = `rows.${Math.random()}`;
    const opening = indexedDB.open(name, 1);
    opening.onupgradeneeded = () => void opening.result.createObjectStore("rows", { keyPath: "id" });
    opening.onerror = () => reject(new Error("no database"));
    opening.onsuccess = () => {
      const database = opening.result;
      resolve({
        write: (rows) =>
          new Promise((written, failed) => {
            const transaction = database.transaction("rows", "readwrite", { durability: "relaxed" });
            const store = transaction.objectStore("rows");
            for (const row of rows) store.put(row);
            transaction.oncomplete = () => written();
            transaction.onerror = () => failed(new Error("not written"));
          }),
        read: () =>
          new Promise((read, failed) => {
            const request = database.transaction("rows").objectStore("rows").getAll();
            request.onsuccess = () => read(request.result.length);
            request.onerror = () => failed(new Error("not read"));
          }),
        close: () => {
          database.close();
          indexedDB.deleteDatabase(name);
          return Promise.resolve();
        },
      });
    };
  });
}

const ways: Readonly<Record<string, () => Promise<Shelf>>> = {
  ours: async () => chunkShelf(await ourDisk()),
  "ours, sealed": async () => chunkShelf(sealedDisk(await ourDisk(), await webCipher(crypto.getRandomValues(new Uint8Array(32))))),
  Dexie: () => dexieShelf("id"),
  "Dexie with 3 indexes": () => dexieShelf("id, values.Column1, values.Column2, values.Column3"),
  "row puts": rowShelf,
};

export interface Taken {
  readonly writeMs: number;
  readonly readMs: number;
  /** The longest time in which the page could not react while rows were being stored. */
  readonly worstBlockMs: number;
}

let rows: readonly Row[] = [];

async function take(way: string, count: number): Promise<Taken> {
  if (rows.length !== count) rows = makeRows(count);
  const shelf = await ways[way]?.();
  if (shelf === undefined) throw new Error(`there is no way ${way}`);
  const stopWatch = watchBlocks();
  const startMs = performance.now();
  await shelf.write(rows);
  const writtenMs = performance.now();
  const worstBlockMs = await stopWatch();
  const readStartMs = performance.now();
  const read = await shelf.read();
  const readMs = performance.now() - readStartMs;
  await shelf.close();
  if (read !== count) throw new Error(`${way} read ${read} rows of ${count}`);
  return { writeMs: writtenMs - startMs, readMs, worstBlockMs };
}

/** Messages to itself, as often as the page comes round: the longest gap is the longest block. */
function watchBlocks(): () => Promise<number> {
  const { port1, port2 } = new MessageChannel();
  let lastMs = performance.now();
  let worstMs = 0;
  let goesOn = true;
  let ended: () => void = () => undefined;
  port1.onmessage = () => {
    const nowMs = performance.now();
    worstMs = Math.max(worstMs, nowMs - lastMs);
    lastMs = nowMs;
    if (goesOn) port2.postMessage(undefined);
    else ended();
  };
  port2.postMessage(undefined);
  return async () => {
    goesOn = false;
    await new Promise<void>((resolve) => (ended = resolve));
    port1.close();
    return worstMs;
  };
}

declare global {
  interface Window {
    readonly bench: { take(way: string, count: number): Promise<Taken>; leaveRows(): Promise<void>; startWarm(): Promise<number> };
  }
}

Object.assign(window, { bench: { take, leaveRows, startWarm } });
