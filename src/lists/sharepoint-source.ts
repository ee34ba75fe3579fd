import type { Graph } from "../graph";
import { fail, type Result } from "../kernel";
import type { Register } from "../registers";
import type { RegisterSource } from "../store";
import { pullAll } from "./pull";
import type { SiteLists } from "./site-lists";
import type { RefCounters, WritePorts } from "./write";

/** Registers in SharePoint lists: satisfies the store's port over Graph. */
export function createSharePointSource(ports: {
  readonly graph: Graph;
  readonly lists: SiteLists;
  readonly loadRegister: (name: string) => Promise<Register | undefined>;
}): RegisterSource {
  const write: WritePorts = ports;
  const counters: RefCounters = new Map();
  return {
    pull: (requests, came, signal) => pullAll(ports, requests, { came, ...(signal === undefined ? {} : { signal }) }),
    read: (place, id) => fetched(writing, ({ readRow }) => readRow(write, place, id)),
    wrote: (place, id, operationId) => fetched(versions, ({ wroteVersion }) => wroteVersion(ports, place, { id, operationId })),
    mayBeOneRow,
    findByClientKey: (place, clientKey) => fetched(writing, ({ findByClientKey }) => findByClientKey(write, place, clientKey)),
    create: (request) => fetched(writing, ({ createRow }) => createRow(write, counters, request)),
    createMany: (requests, signal) =>
      fetchedForMany(requests, ({ createRows }) => createRows(write, counters, signal === undefined ? { requests } : { requests, signal })),
    update: (request) => fetched(writing, ({ updateRow }) => updateRow(write, request)),
    updateMany: (requests, signal) =>
      fetchedForMany(requests, ({ updateRows }) => updateRows(write, signal === undefined ? { requests } : { requests, signal })),
  };
}

/**
 * An item's etag is `"<guid>,<version>"` (graph.md 5.1); the guid is the item's own. Etags of any other shape tell nothing.
 */
function mayBeOneRow(one: string, other: string): boolean {
  const [first, second] = [guidIn(one), guidIn(other)];
  return first === undefined || second === undefined || first === second;
}

function guidIn(etag: string): string | undefined {
  return /^"?\{?([0-9a-f]{8}-[0-9a-f-]{27})\}?,\d+"?$/iu.exec(etag)?.[1]?.toLowerCase();
}

// Nobody writes before the first rows are there, so this code comes when the browser is idle.
const writing = () => import(/* webpackPrefetch: true */ "./write");
const versions = () => import("./wrote-version");

type Writing = Awaited<ReturnType<typeof writing>>;

/** Without its code the answer is that there is no network; nothing was sent. */
async function fetched<Code, T>(load: () => Promise<Code>, call: (code: Code) => Promise<Result<T>>): Promise<Result<T>> {
  const code = await load().catch(() => undefined);
  return code === undefined ? fail({ kind: "offline" }) : call(code);
}

async function fetchedForMany<T>(requests: readonly unknown[], call: (code: Writing) => Promise<readonly Result<T>[]>): Promise<readonly Result<T>[]> {
  const code = await writing().catch(() => undefined);
  return code === undefined ? requests.map(() => fail({ kind: "offline" })) : call(code);
}
