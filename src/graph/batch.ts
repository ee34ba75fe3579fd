import { type Clock, type Fault, type Randomness, type Result, type Timers, fail, isRecord, numberAt, property, textAt, listAt, wait } from "../kernel";
import { type GraphAddress, type GraphPath, graphPath, relativeToVersion, resolveAddress } from "./address";
import type { Gate } from "./gate";
import { type GraphAnswer, type GraphCall, type Received, readAnswer } from "./answer";
import { type GraphQuery, queryText } from "./query";
import { backoffMs, readRetryAfterMs } from "./retry-after";
import type { Scope } from "./scopes";
import { isWorthResending } from "./transport";
import type { UsageCounter } from "./usage";

export interface BatchRequest {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  readonly address: GraphAddress;
  readonly query?: GraphQuery;
  readonly headers?: Readonly<Record<string, string>>;
  readonly ifMatch?: string;
  readonly body?: unknown;
  /** The place in the array of an earlier request that must succeed first; when it fails, its fault is this one's too. */
  readonly dependsOn?: number;
}

export interface BatchOptions {
  readonly scopes: readonly Scope[];
  readonly signal?: AbortSignal;
}

export interface BatchPorts {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly randomness: Randomness;
  readonly gate: Gate;
  readonly counter: UsageCounter;
  retryAtMs(): number;
  post(address: GraphPath, body: unknown, call: GraphCall & { readonly isRead: boolean }): Promise<Result<GraphAnswer>>;
}

const mostParts = 20; // concepts/json-batching.md
const mostCharacters = 1_000_000; // no size limit is documented; 4 MB is often quoted
const mostResends = 3;

interface Part {
  readonly index: number;
  readonly isRead: boolean;
  readonly absoluteUrl: string;
  readonly dependsOn: number | undefined;
  readonly id: string;
  readonly method: string;
  readonly wire: Readonly<Record<string, unknown>>;
  readonly size: number;
  resends: number;
}

type Outcomes = (Result<GraphAnswer> | undefined)[];

/**
 * Sends any number of requests in calls of at most 20 and 1 MB.
 * 1. Every request gets exactly one result, in its own place.
 * 2. A part is sent again only after a 429 (not carried out), or a 502, 503 or 504 of a GET; at most three times.
 * 3. A part never leaves before the request it depends on has succeeded, and leaves without it never.
 *    The service promises order only for a batch that is one chain; any other dependency waits for its own later call.
 */
export async function sendBatch(ports: BatchPorts, requests: readonly BatchRequest[], options: BatchOptions): Promise<readonly Result<GraphAnswer>[]> {
  const outcomes: Outcomes = requests.map(() => undefined);
  let open = requests.flatMap((request, index) => {
    const part = preparePart(request, index);
    if (part.ok) return [part.value];
    outcomes[index] = part;
    return [];
  });
  const onlyReads = open.every((part) => part.isRead);
  while (open.length > 0) {
    inheritFaults(open, outcomes);
    open = open.filter((part) => outcomes[part.index] === undefined);
    const chunks = planCalls(open, outcomes);
    const delays = onlyReads ? await Promise.all(chunks.map(sendOne)) : [];
    if (!onlyReads) for (const chunk of chunks) delays.push(await sendOne(chunk));
    const pauseMs = Math.max(0, ...delays);
    open = open.filter((part) => outcomes[part.index] === undefined);
    if (pauseMs > 0 && open.length > 0) await wait(ports.timers, pauseMs, options.signal);
  }
  return outcomes.map((outcome) => outcome ?? fail({ kind: "cancelled" }));

  function sendOne(chunk: Chunk): Promise<number> {
    return sendChunk({ ports, outcomes, options }, chunk);
  }
}

function preparePart(request: BatchRequest, index: number): Result<Part> {
  if (request.dependsOn !== undefined && !(request.dependsOn >= 0 && request.dependsOn < index))
    throw new RangeError(`request ${String(index)} depends on a later one`);
  const url = resolveAddress(request.address, queryText(request.query));
  if (!url.ok) return url;
  const headers = {
    ...(request.body === undefined ? {} : { "Content-Type": "application/json" }),
    ...request.headers,
    ...(request.ifMatch === undefined ? {} : { "If-Match": request.ifMatch }),
  };
  const id = String(index + 1);
  const { method } = request;
  const wire = {
    id,
    method,
    url: relativeToVersion(url.value),
    ...(Object.keys(headers).length === 0 ? {} : { headers }),
    ...(request.body === undefined ? {} : { body: request.body }),
  };
  const size = JSON.stringify(wire).length;
  return { ok: true, value: { index, id, method, isRead: method === "GET", absoluteUrl: url.value, dependsOn: request.dependsOn, wire, size, resends: 0 } };
}

function inheritFaults(open: readonly Part[], outcomes: Outcomes): void {
  for (const part of open) {
    const before = part.dependsOn === undefined ? undefined : outcomes[part.dependsOn];
    if (before?.ok === false) outcomes[part.index] = before;
  }
}

interface Chunk {
  readonly parts: readonly Part[];
  readonly isChain: boolean;
}

/** Either the one chain that is left, or everything that waits for nothing, cut into calls. */
function planCalls(open: readonly Part[], outcomes: Outcomes): readonly Chunk[] {
  const isOneChain =
    open.length > 1 && open.length <= mostParts && fits(open) && open.every((part, place) => place === 0 || part.dependsOn === open[place - 1]?.index);
  if (isOneChain) return [{ parts: open, isChain: true }];
  const ready = open.filter((part) => part.dependsOn === undefined || outcomes[part.dependsOn]?.ok === true);
  const chunks: Part[][] = [];
  for (const part of ready) {
    const last = chunks.at(-1);
    if (last !== undefined && last.length < mostParts && fits([...last, part])) last.push(part);
    else chunks.push([part]);
  }
  return chunks.map((parts) => ({ parts, isChain: false }));
}

function fits(parts: readonly Part[]): boolean {
  return parts.reduce((sum, part) => sum + part.size, 0) <= mostCharacters;
}

interface Sending {
  readonly ports: BatchPorts;
  readonly outcomes: Outcomes;
  readonly options: BatchOptions;
}

/** Settles what can be settled; returns how long to pause before the rest is sent again (the gate waits on its own). */
async function sendChunk({ ports, outcomes, options }: Sending, { parts, isChain }: Chunk): Promise<number> {
  for (const part of parts) ports.counter.part(part.method, part.absoluteUrl);
  const requests = parts.map((part, place) => (isChain && place > 0 ? { ...part.wire, dependsOn: [parts[place - 1]?.id] } : part.wire));
  const outer = await ports.post(graphPath`/$batch`, { requests }, { ...options, isRead: parts.every((part) => part.isRead) });
  if (!outer.ok) {
    for (const part of parts) outcomes[part.index] = outer;
    return 0;
  }
  const received = readParts(outer.value.body);
  for (const part of parts) {
    const answer = received.get(part.id);
    if (answer !== undefined) ports.counter.answer(answer, part.absoluteUrl);
  }
  const again = parts.filter((part) => {
    const answer = received.get(part.id);
    return answer !== undefined && isWorthResending(answer.status, part) && part.resends < mostResends;
  });
  const step = again[0]?.resends ?? mostResends;
  shutForThrottled(ports, [...received.values()], step);
  const isGateShut = ports.gate.blockedUntilMs > 0;
  for (const part of again) part.resends += 1;
  for (const part of parts) {
    if (!again.includes(part)) settle(part, received.get(part.id));
  }
  return again.length > 0 && !isGateShut ? backoffMs(step, ports.randomness) : 0;

  function settle(part: Part, answer: Received | undefined): void {
    if (answer === undefined) {
      outcomes[part.index] = fail<Fault>({ kind: "unavailable" }); // the answer named no such part: a write may have been carried out
      return;
    }
    // 424: not carried out because the request before it was not. It shares that request's fate, a second chance included.
    const before = part.dependsOn === undefined ? undefined : outcomes[part.dependsOn];
    if (answer.status === 424 && part.dependsOn !== undefined && before?.ok !== true) {
      outcomes[part.index] = before;
      return;
    }
    outcomes[part.index] = readAnswer(answer, ports.retryAtMs());
  }
}

/** Parts carry their own Retry-After, readable whatever CORS hides; the longest holds for the whole client. */
function shutForThrottled(ports: BatchPorts, answers: readonly Received[], step: number): void {
  const throttled = answers.filter((answer) => answer.status === 429 || answer.status === 503);
  if (throttled.length === 0) return;
  const longestMs = Math.max(...throttled.map((answer) => readRetryAfterMs(answer.header("Retry-After"), ports.clock.nowMs()) ?? 0));
  ports.gate.shut(longestMs > 0 ? longestMs : backoffMs(step, ports.randomness));
}

function readParts(body: unknown): ReadonlyMap<string, Received> {
  const received = new Map<string, Received>();
  for (const part of listAt(body, "responses")) {
    const id = textAt(part, "id");
    const status = numberAt(part, "status");
    if (id === undefined || status === undefined) continue;
    const headers = new Map<string, string>();
    const given = property(part, "headers");
    for (const [name, value] of isRecord(given) ? Object.entries(given) : []) if (typeof value === "string") headers.set(name.toLowerCase(), value);
    received.set(id, { status, body: property(part, "body"), isBroken: false, size: 0, header: (name) => headers.get(name.toLowerCase()) });
  }
  return received;
}
