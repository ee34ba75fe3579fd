import type { Graph } from "../graph";
import { fail } from "../kernel";
import type { Register } from "../registers";
import type { RegisterSource } from "../store";
import { pullAll } from "./pull";
import type { SiteLists } from "./site-lists";
import { createRow, createRows, findByClientKey, readRow, updateRow, updateRows, type RefCounters, type WritePorts } from "./write";

/** Registers in SharePoint lists: satisfies the store's port over Graph. */
export function createSharePointSource(ports: {
  readonly graph: Graph;
  readonly lists: SiteLists;
  readonly loadRegister: (name: string) => Promise<Register | undefined>;
}): RegisterSource {
  const write: WritePorts = ports;
  const counters: RefCounters = new Map();
  return {
    pull: (requests, signal) => pullAll(ports, requests, signal),
    read: (place, id) => readRow(write, place, id),
    // Rarely asked, so fetched then; without its code the answer is that there is no network.
    wrote: (place, id, operationId) =>
      import("./wrote-version").then(
        ({ wroteVersion }) => wroteVersion(ports, place, { id, operationId }),
        () => fail({ kind: "offline" }),
      ),
    findByClientKey: (place, clientKey) => findByClientKey(write, place, clientKey),
    create: (request) => createRow(write, counters, request),
    createMany: (requests, signal) => createRows(write, counters, signal === undefined ? { requests } : { requests, signal }),
    update: (request) => updateRow(write, request),
    updateMany: (requests, signal) => updateRows(write, signal === undefined ? { requests } : { requests, signal }),
  };
}
