import { parentPort, workerData, type MessagePort } from "node:worker_threads";
import { createTenant, seededRandomness, tenantFetch, type Tenant } from "../../../src/demo/tenant";
import { createGraph, createSites, scopesFor, type GraphFetch, type Scope } from "../../../src/graph";
import { succeed, type Clock, type Timers } from "../../../src/kernel";
import { createProvisioning, createSiteLists, listUrlName } from "../../../src/lists";
import { loadRegister, loadRegisters, type Register } from "../../../src/registers";
import { fieldsOfRow } from "./rows";
import type { AnsweredRequest, BuiltTenant, TenantOrder, TenantReply, TenantUsage } from "./tenant-messages";

const startMs = Date.UTC(2026, 10, 24, 9);
const tokenLifeSeconds = 30 * 86_400;
const scopes: readonly Scope[] = [...new Set([...scopesFor("readRegisters"), ...scopesFor("writeRegisters"), ...scopesFor("setUpRegisters")])];

let nowMs = startMs;
const clock: Clock = { nowMs: () => nowMs };
const atOnce: Timers = { after: () => () => undefined };

interface Built {
  readonly told: BuiltTenant;
  readonly registers: readonly Register[];
  readonly rows: number;
  readonly unitsPerMinute: number;
  readonly first: Tenant;
}

let built: Built | undefined;
let tenant: Tenant | undefined;
let refusal: Extract<TenantOrder, { kind: "refuse" }> | undefined;

async function build(order: Extract<TenantOrder, { kind: "build" }>): Promise<BuiltTenant> {
  const first = createTenant({ clock, randomness: seededRandomness(7) });
  first.addTenant({ key: "trust", displayName: "Northmere University Hospitals NHS Trust", host: "northmere.sharepoint.com" });
  for (const [key, displayName] of [
    ["asha", "Asha Patel"],
    ["tom", "Tom Reid"],
  ] as const)
    first.addPerson({ key, tenant: "trust", displayName, userPrincipalName: `${key}@northmere.example` });
  first.addSite({ key: "pmo", tenant: "trust", path: "/sites/pmo", displayName: "PMO" });
  first.grant("pmo", "asha", "manage");
  first.grant("pmo", "tom", "write");
  const registers = (await loadRegisters()).slice(0, order.lists);
  const token = first.issueToken("asha", scopes, tokenLifeSeconds);
  const send = tenantFetch(first);
  const fetch: GraphFetch = (url, init) => send(url, { ...init, headers: { ...init.headers } });
  const graph = createGraph({ fetch, token: () => Promise.resolve(succeed(token)), clock, timers: atOnce, randomness: seededRandomness(3) });
  const site = await createSites(graph).byPath("northmere.sharepoint.com", "/sites/pmo");
  if (!site.ok) throw new Error(`no site: ${site.fault.kind}`);
  const lists = createSiteLists(graph, loadRegister);
  const names = registers.map(({ name }) => name);
  const made = await createProvisioning({ graph, lists, loadRegisters }).create(site.value.id, names, {
    report: () => undefined,
    signal: new AbortController().signal,
  });
  if (made.some(({ outcome }) => !outcome.ok)) throw new Error("a list could not be made");
  for (const register of registers)
    for (let number = 1; number <= order.rows; number += 1)
      first.listsApp.typeRow({ site: "pmo", person: "tom", list: listUrlName(register), fields: fieldsOfRow(register, number) });
  const all = await lists.all(site.value.id);
  if (!all.ok) throw new Error("no lists");
  const ids = new Map(all.value.map((list) => [list.name, list.id]));
  const told = { site: site.value.id, token, lists: registers.map((register) => ({ register: register.name, id: ids.get(listUrlName(register)) ?? "" })) };
  built = { told, registers, rows: order.rows, unitsPerMinute: order.unitsPerMinute, first };
  reset();
  return told;
}

function reset(): void {
  if (built === undefined) throw new Error("nothing is built");
  refusal = undefined;
  nowMs = startMs;
  tenant = createTenant({ clock, randomness: seededRandomness(11), state: built.first.fork(), unitsPerMinute: built.unitsPerMinute });
}

function running(): Tenant {
  if (tenant === undefined) throw new Error("nothing is built");
  return tenant;
}

/** Spread over the list, as people's work is. */
function change(rowsOfEachList: number): void {
  if (built === undefined) throw new Error("nothing is built");
  const step = Math.floor(built.rows / rowsOfEachList);
  for (const register of built.registers)
    for (let item = 1; item <= rowsOfEachList; item += 1)
      running().listsApp.typeRow({ site: "pmo", person: "tom", list: listUrlName(register), item: item * step, fields: { Title: `Changed ${item}` } });
}

const encoder = new TextEncoder();

function answer(order: Extract<TenantOrder, { kind: "request" }>): AnsweredRequest {
  nowMs = startMs + order.nowMs;
  const { faults, usage } = running();
  faults.clear();
  const until = refusal === undefined ? 0 : startMs + refusal.until;
  if (refusal !== undefined && nowMs < until) {
    const setting = { retryAfterSeconds: Math.ceil((until - nowMs) / 1_000), retryAfterForm: refusal.form } as const;
    faults.set(refusal.where === "requests" ? "throttle" : "batchPartial429", setting);
  }
  const refusedBefore = usage.report().throttled;
  const { status, headers, body } = running().handle({ method: order.method, url: order.url, headers: order.headers, body: order.body });
  const isRefused = usage.report().throttled > refusedBefore;
  const text = typeof body === "string" ? body : "";
  return {
    status,
    headers,
    body: body === undefined ? undefined : typeof body === "string" ? encoder.encode(body) : new Uint8Array(body),
    rows: countRows(text),
    refusedUntilMs: isRefused ? Math.max(until - startMs, 0) : undefined,
  };
}

/** Every item that is read or written shows the address of its fields once. */
function countRows(text: string): number {
  const mark = '/fields/$entity"';
  let rows = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length)) rows += 1;
  return rows;
}

function told(): TenantUsage {
  const { requests, units, throttled, bytesIn, bytesOut } = running().usage.report();
  return { requests, units, throttled, bytesIn, bytesOut };
}

async function obey(order: TenantOrder): Promise<TenantReply> {
  switch (order.kind) {
    case "build":
      return build(order);
    case "reset":
      reset();
      return undefined;
    case "change":
      change(order.rowsOfEachList);
      return undefined;
    case "refuse":
      refusal = order;
      return undefined;
    case "usage":
      return told();
    case "request":
      return answer(order);
  }
}

/**
 * The demo tenant in a thread of its own: its work, its memory and its garbage are no client's. The bench waits without doing
 * anything else until the answer is there, and leaves that time out.
 */
export function serveTenant(): void {
  const { port, bell } = workerData as { readonly port: MessagePort; readonly bell: Int32Array }; // given by tenant-link.ts
  parentPort?.on("message", (order: TenantOrder) => {
    void obey(order)
      .catch((error: unknown) => ({ failed: String(error) }))
      .then((reply) => {
        const bytes = reply !== undefined && "body" in reply ? reply.body : undefined;
        port.postMessage({ reply }, bytes === undefined ? [] : [bytes.buffer]);
        Atomics.store(bell, 0, 1);
        Atomics.notify(bell, 0);
      });
  });
}
