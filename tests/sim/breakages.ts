import { isRecord, listAt, parseJson, property, succeed, type Result } from "../../src/kernel";
import type { GraphFetch, GraphInit } from "../../src/graph";
import type { Row } from "../../src/registers";
import type { CreateRequest, Disk, PullAnswer, RegisterSource, UpdateRequest } from "../../src/store";
import type { MemoryDevice } from "../../src/store/memory-disk";

/** A protection taken away, at an edge of the engine. */
export interface Breakage {
  readonly wrapFetch?: (fetch: GraphFetch) => GraphFetch;
  readonly wrapSource?: (source: RegisterSource) => RegisterSource;
  /** No page hears of the orders to wait that the person's other pages on the device are given. */
  readonly hearsNoOrders?: true;
  /** @param device what the disk is a handle of, with the number of pages that are open on it. */
  readonly wrapDisk?: (disk: Disk, device: { readonly memory: MemoryDevice; readonly openPages: number }) => Disk;
}

/** Each must be found by the simulator within 500 seeds; one that is not shows that the simulator, or the protection, is worth nothing. */
export const breakages = {
  /** Last writer wins. */
  "no If-Match": { wrapFetch: sending((part) => ({ ...part, headers: without(part["headers"], "If-Match") })) },
  /** The row is read again just before it is written, and its etag of that moment sent. */
  "newest etag": {
    wrapSource: (source) => ({
      ...source,
      update: newest(source, (request) => source.update(request)),
      updateMany: (requests) => Promise.all(requests.map(newest(source, (request) => source.update(request)))),
    }),
  },
  "no client key": { wrapFetch: sending((part) => withFields(part, (fields) => without(fields, "ClientKey"))) },
  "no operation marker": { wrapFetch: sending((part) => withFields(part, (fields) => without(fields, "OperationId"))) },
  /** A refused write counts as done. */
  "finish on 400": {
    wrapSource: (source) => ({
      ...source,
      createMany: async (requests) => (await source.createMany(requests)).map((answer, index) => accepted(answer, requests[index])),
      updateMany: async (requests) => (await source.updateMany(requests)).map((answer, index) => accepted(answer, requests[index])),
    }),
  },
  "ignore Retry-After": { wrapFetch: (fetch) => async (url, init) => withoutOrders(await fetch(url, init)) },
  "gate per page": { hearsNoOrders: true },
  /** What the client library does when nobody stops it: three times more, whatever was sent. */
  "retry blindly": { wrapFetch: retrying },
  /** Some rows of a round are lost, and its token is kept. */
  "part of a round": {
    wrapSource: (source) => ({ ...source, pull: (requests, came, signal) => source.pull(requests, (answer) => came(partly(answer)), signal) }),
  },
  /** The page says "saved on this device" before it is. */
  "answer before the commit": { wrapDisk: writingBehind },
  "lose the queue at a restart": {
    wrapDisk: (disk, { memory, openPages }) => {
      if (openPages <= 1) memory.clear();
      return disk;
    },
  },
  /** After a lost answer the register is not asked whether the write was carried out. */
  "forget that it may have been sent": {
    wrapSource: (source) => ({
      ...source,
      findByClientKey: () => Promise.resolve(succeed(undefined)),
      wrote: () => Promise.resolve(succeed(false)),
      read: async (place, id) => withoutMarker(await source.read(place, id)),
    }),
  },
} as const satisfies Readonly<Record<string, Breakage>>;

type Part = Readonly<Record<string, unknown>>;

function sending(change: (part: Part) => Part): (fetch: GraphFetch) => GraphFetch {
  return (fetch) => (url, init) => fetch(url, changedInit(init, change));
}

function changedInit(init: GraphInit, change: (part: Part) => Part): GraphInit {
  const body = parseJson(typeof init.body === "string" ? init.body : "");
  const requests = listAt(body, "requests").filter(isRecord);
  if (isRecord(body) && requests.length > 0) return { ...init, body: JSON.stringify({ ...body, requests: requests.map(change) }) };
  const { headers, body: changed } = change({ method: init.method, headers: init.headers, body });
  // A part's headers are texts, as those of the whole call.
  return { ...init, headers: headers as GraphInit["headers"], ...(changed !== undefined && { body: JSON.stringify(changed) }) };
}

function withFields(part: Part, change: (fields: unknown) => unknown): Part {
  const body = part["body"];
  if (!isRecord(body)) return part;
  const fields = property(body, "fields");
  return { ...part, body: fields === undefined ? change(body) : { ...body, fields: change(fields) } };
}

function without(record: unknown, name: string): unknown {
  return isRecord(record) ? Object.fromEntries(Object.entries(record).filter(([one]) => one !== name)) : record;
}

function newest(source: RegisterSource, send: (request: UpdateRequest) => Promise<Result<Row>>): (request: UpdateRequest) => Promise<Result<Row>> {
  return async (request) => {
    const now = await source.read(request.place, request.id);
    return now.ok && now.value.etag !== undefined ? send({ ...request, etag: now.value.etag }) : send(request);
  };
}

function accepted(answer: Result<Row>, request: CreateRequest | UpdateRequest | undefined): Result<Row> {
  if (answer.ok || answer.fault.kind !== "invalid" || request === undefined) return answer;
  const id = "id" in request ? request.id : "999";
  const given = Object.entries("values" in request ? request.values : request.changes).filter(([, value]) => value !== null);
  return succeed({ id, etag: '"none,1"', values: Object.fromEntries(given) as Row["values"], extras: {} });
}

function withoutMarker(answer: Result<Row>): Result<Row> {
  if (!answer.ok) return answer;
  const { OperationId: _marker, ...values } = answer.value.values;
  return succeed({ ...answer.value, values });
}

function withoutOrders(response: Response): Response {
  const answer = {
    status: response.status,
    ok: response.ok,
    headers: { get: (name: string) => (name.toLowerCase() === "retry-after" ? null : response.headers.get(name)) },
    text: async () => (await response.text()).replaceAll('"Retry-After"', '"Was-Retry-After"'),
  };
  return answer as unknown as Response; // the part of it that the client reads
}

function retrying(fetch: GraphFetch): GraphFetch {
  return async (url, init) => {
    for (let tries = 1; tries <= 3; tries += 1) {
      const response = await fetch(url, init).catch(() => undefined);
      if (response !== undefined && ![429, 503, 504].includes(response.status)) return response;
    }
    return fetch(url, init);
  };
}

function partly(answer: PullAnswer): PullAnswer {
  if (!answer.pages.ok) return answer;
  return {
    ...answer,
    pages: succeed(answer.pages.value.map((page, index) => (index === 0 && page.rows.length > 1 ? { ...page, rows: page.rows.slice(1) } : page))),
  };
}

/** A write is answered at once and carried out when something else is asked of the disk; a page that dies first has lied. */
function writingBehind(disk: Disk): Disk {
  let waiting: (() => Promise<unknown>) | undefined;
  const caughtUp = async (): Promise<void> => {
    const write = waiting;
    waiting = undefined;
    await write?.();
  };
  return {
    ...bound(disk),
    read: async (drawer, folder) => {
      await caughtUp();
      return disk.read(drawer, folder);
    },
    version: async (name) => {
      await caughtUp();
      return disk.version(name);
    },
    write: async (changes, options) => {
      await caughtUp();
      const { expected } = options;
      const version = expected && (await disk.version(expected.name));
      if (expected && version?.ok === true && version.value !== expected.version) return succeed("moved");
      waiting = () => disk.write(changes, options);
      return succeed("written");
    },
  };
}

/** Its methods belong to an instance. */
function bound(disk: Disk): Disk {
  return {
    read: (drawer, folder) => disk.read(drawer, folder),
    version: (name) => disk.version(name),
    write: (changes, options) => disk.write(changes, options),
    erase: () => disk.erase(),
    onLost: (listener) => disk.onLost(listener),
  };
}
