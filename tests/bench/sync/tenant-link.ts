import { MessageChannel, Worker, receiveMessageOnPort } from "node:worker_threads";
import { textAt } from "../../../src/kernel";
import type { AnsweredRequest, BuiltTenant, TenantOrder, TenantUsage } from "./tenant-messages";

const longestAnswerMs = 300_000;

/** The tenant's thread, asked as if it were a function: the caller's thread stands still until the answer is there. */
export interface TenantLink {
  build(order: Omit<Extract<TenantOrder, { kind: "build" }>, "kind">): BuiltTenant;
  reset(): void;
  change(rowsOfEachList: number): void;
  refuse(order: Omit<Extract<TenantOrder, { kind: "refuse" }>, "kind">): void;
  usage(): TenantUsage;
  request(order: Omit<Extract<TenantOrder, { kind: "request" }>, "kind">): AnsweredRequest;
  stop(): Promise<void>;
}

export function openTenant(): TenantLink {
  const { port1: here, port2: there } = new MessageChannel();
  const bell = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(__filename, {
    workerData: { port: there, bell },
    transferList: [there],
    resourceLimits: { maxOldGenerationSizeMb: 8_192 },
  });

  function ask(order: TenantOrder): unknown {
    Atomics.store(bell, 0, 0);
    worker.postMessage(order);
    if (Atomics.wait(bell, 0, 0, longestAnswerMs) === "timed-out") throw new Error(`the tenant does not answer to ${order.kind}`);
    const received = receiveMessageOnPort(here)?.message as { readonly reply: unknown } | undefined; // our own thread's
    const failed = textAt(received?.reply, "failed");
    if (failed !== undefined) throw new Error(failed);
    return received?.reply;
  }

  // Each order has its own kind of reply: see tenant-messages.ts.
  return {
    build: (order) => ask({ kind: "build", ...order }) as BuiltTenant,
    reset: () => void ask({ kind: "reset" }),
    change: (rowsOfEachList) => void ask({ kind: "change", rowsOfEachList }),
    refuse: (order) => void ask({ kind: "refuse", ...order }),
    usage: () => ask({ kind: "usage" }) as TenantUsage,
    request: (order) => ask({ kind: "request", ...order }) as AnsweredRequest,
    stop: async () => {
      here.close();
      await worker.terminate();
    },
  };
}
