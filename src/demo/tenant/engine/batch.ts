import { isRecord, listAt, textAt } from "../../../kernel";
import { readAddress } from "./address";
import { answerCall, throttle } from "./answer-call";
import type { Caller } from "./caller";
import { fromBase64, shuffled, toBase64 } from "./encoding";
import { errorBody, jsonType } from "./responses";
import type { Router } from "./router";
import { readJsonBody, refuse, type Body, type Outcome } from "./wire";
import type { World } from "./world";

/** Graph: combine multiple requests in one HTTP call using JSON batching. */
const mostParts = 20;

interface Part {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Body;
  readonly dependsOn: readonly string[];
}

interface PartAnswer {
  readonly id: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface BatchRequest {
  readonly caller: Caller;
  readonly body: Body;
  readonly contentType: string | undefined;
  readonly requestId: string;
}

/** POST /$batch: parts run in no promised order unless dependsOn says so, and answer in no promised order at all. */
export function answerBatch(world: World, router: Router, batch: BatchRequest): Outcome {
  const parts = readParts(batch);
  if (!parts.ok) {
    world.usage.complain("batch refused", "POST", "/$batch");
    return parts;
  }
  complainOfRaces(world, parts.value);
  const answers = new Map<string, PartAnswer>();
  const waiting = shuffled(parts.value, world.randomness);
  while (waiting.length > 0) {
    const at = waiting.findIndex(({ dependsOn }) => dependsOn.every((id) => answers.has(id.toLowerCase())));
    const [part] = waiting.splice(Math.max(at, 0), 1);
    if (part === undefined) break;
    const failed = part.dependsOn.some((id) => (answers.get(id.toLowerCase())?.status ?? 500) >= 400);
    answers.set(part.id.toLowerCase(), failed ? failedDependency(world, part, batch.requestId) : answerPart(world, router, { part, batch }));
  }
  return { ok: true, value: { status: 200, json: { responses: shuffled([...answers.values()], world.randomness) } } };
}

function readParts({ body, contentType }: BatchRequest): Outcome<readonly Part[]> {
  const json = readJsonBody(body, contentType);
  if (!json.ok) return json;
  const sent = listAt(json.value, "requests");
  if (sent.length === 0) return refuse(400, "BadRequest", "Invalid batch payload format.");
  if (sent.length > mostParts) return refuse(400, "BadRequest", `Number of batch request steps exceeds the maximum value of ${String(mostParts)}.`);
  const parts: Part[] = [];
  const ids = new Set<string>();
  for (const one of sent) {
    const part = readPart(one);
    if (!part.ok) return part;
    if (ids.has(part.value.id.toLowerCase())) return refuse(400, "BadRequest", `Request Id ${part.value.id} is used more than once.`);
    const unknown = part.value.dependsOn.find((id) => !ids.has(id.toLowerCase()));
    if (unknown !== undefined) return refuse(400, "BadRequest", `Invalid dependency for request Id ${part.value.id}: ${unknown} does not stand before it.`);
    ids.add(part.value.id.toLowerCase());
    parts.push(part.value);
  }
  return { ok: true, value: parts };
}

function readPart(sent: unknown): Outcome<Part> {
  const id = textAt(sent, "id");
  const method = textAt(sent, "method")?.toUpperCase();
  const url = textAt(sent, "url");
  if (!isRecord(sent) || id === undefined || id === "" || method === undefined || url === undefined) {
    return refuse(400, "BadRequest", "Every request of a batch needs an id, a method and a url.");
  }
  if (/^[a-z]+:\/\//i.test(url)) return refuse(400, "BadRequest", `The url of request Id ${id} must be relative to the version.`);
  const headers = new Map<string, string>();
  if (isRecord(sent["headers"])) for (const [name, value] of Object.entries(sent["headers"])) headers.set(name.toLowerCase(), String(value));
  const contentType = headers.get("content-type");
  const { body } = sent;
  if (body !== undefined && contentType === undefined) return refuse(400, "BadRequest", `Request Id ${id} has a body but no Content-Type header.`);
  const isJson = /^application\/json\b/i.test(contentType ?? "");
  const read = body === undefined ? undefined : isJson ? JSON.stringify(body) : typeof body === "string" ? fromBase64(body) : undefined;
  return { ok: true, value: { id, method, url, headers, body: read, dependsOn: listAt(sent, "dependsOn").map(String) } };
}

function answerPart(world: World, router: Router, { part, batch }: { readonly part: Part; readonly batch: BatchRequest }): PartAnswer {
  const address = readAddress(part.url);
  const fault = world.faults.strike("batchPartial429", { method: part.method, path: address?.path ?? part.url });
  const outcome: Outcome =
    fault !== undefined
      ? throttle(world, { personId: batch.caller.person.id, setting: fault })
      : address === undefined || address.segments[0] === "$batch"
        ? refuse(400, "BadRequest", "The url of a request in a batch is not valid.")
        : answerCall(world, router, { method: part.method, address, headers: part.headers, body: part.body, caller: batch.caller });
  if (!outcome.ok) {
    const { status, headers = {} } = outcome.fault;
    return {
      id: part.id,
      status,
      headers: { ...headers, "Content-Type": "application/json" },
      body: errorBody(outcome.fault, batch.requestId, world.clock.nowMs()),
    };
  }
  const { status, headers = {}, json, bytes } = outcome.value;
  const usual = { "Cache-Control": "no-cache", "OData-Version": "4.0" };
  if (bytes !== undefined) return { id: part.id, status, headers: { ...usual, ...headers }, body: toBase64(bytes) };
  return json === undefined
    ? { id: part.id, status, headers: { ...usual, ...headers } }
    : { id: part.id, status, headers: { ...usual, ...headers, "Content-Type": jsonType }, body: json };
}

function failedDependency(world: World, part: Part, requestId: string): PartAnswer {
  const refusal = { status: 424, code: "FailedDependency", message: "A request that this one depends on has failed." };
  return { id: part.id, status: 424, headers: { "Content-Type": "application/json" }, body: errorBody(refusal, requestId, world.clock.nowMs()) };
}

/** Two writes to one item in one batch may run in either order unless one depends on the other. */
function complainOfRaces(world: World, parts: readonly Part[]): void {
  const writes = new Map<string, Part>();
  for (const part of parts) {
    if (part.method === "GET") continue;
    const target = readAddress(part.url)?.path.replace(/\/fields$/, "") ?? part.url;
    const before = writes.get(target);
    if (before !== undefined && part.method !== "POST" && !part.dependsOn.includes(before.id)) {
      world.usage.complain("one item written twice in a batch without dependsOn", part.method, target);
    }
    writes.set(target, part);
  }
}
