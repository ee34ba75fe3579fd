import type { Context, Middleware, MiddlewareOptions } from "@microsoft/microsoft-graph-client";
import { type Clock, type Fault, type Randomness, type Result, type Timers, parseJson, wait } from "../kernel";
import { foreignAddress, parseGraphLink } from "./address";
import type { Received } from "./answer";
import { claimsChallenge } from "./errors";
import type { Gate, GateNeighbours, Pass } from "./gate";
import { backoffMs, readRetryAfterMs } from "./retry-after";
import type { Scope } from "./scopes";
import { withinLimit } from "./time-limit";
import type { UsageCounter } from "./usage";

/** What a transport gets: a subset of `fetch`, so the browser's own `fetch` fits. */
export interface GraphInit {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Blob;
  readonly signal: AbortSignal;
  /** A redirect would carry the token elsewhere; Graph's JSON calls have none. */
  readonly redirect: "error" | "follow";
  /** Register data must not stay in the browser's shared cache. */
  readonly cache: "no-store";
  readonly credentials: "omit";
}
export type GraphFetch = (url: string, init: GraphInit) => Promise<Response>;
export type TokenSource = (scopes: readonly Scope[], claims?: string) => Promise<Result<string>>;

export interface GraphPorts {
  readonly fetch: GraphFetch;
  /** An access token for the scopes, from a cache where it can; `claims` is JSON text of a challenge to satisfy. */
  readonly token: TokenSource;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly randomness: Randomness;
  readonly neighbours?: Promise<GateNeighbours | undefined>;
}

export interface CallFacts {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly content: string | Blob | undefined;
  readonly scopes: readonly Scope[];
  readonly signal: AbortSignal | undefined;
  readonly answerLimitMs: number;
  readonly as: "json" | "blob";
  /** A read, or a POST that only reads: may be sent again after 502, 503 or 504. */
  readonly isRead: boolean;
}

/** One call on its way through the chain; the client hands it to each middleware by its class. */
export class Call implements MiddlewareOptions {
  received: Received | undefined;
  fault: Fault | undefined;
  token = "";
  constructor(readonly facts: CallFacts) {}

  /** Before each sending: nothing of an earlier answer may be taken for the new one. */
  begin(): void {
    this.received = undefined;
  }
}

const mostResends = 3;

/**
 * Our own chain in place of the client's, whose RetryHandler repeats POST and PATCH after a 504, shortens Retry-After
 * and knows no shared gate: resend, sign, gate, send. A middleware never throws for an expected outcome: it sets `fault`.
 */
export function createChain(ports: GraphPorts, gate: Gate, counter: UsageCounter): Middleware[] {
  return [resending(ports, gate), signing(ports), gating(ports, gate), sending(ports, counter)];
}

type Work = (call: Call, next: () => Promise<void>) => Promise<void>;

function middleware(work: Work): Middleware {
  let following: Middleware | undefined;
  return {
    setNext(next: Middleware) {
      following = next;
    },
    async execute(context: Context) {
      const call = context.middlewareControl?.getMiddlewareOptions(Call);
      if (!(call instanceof Call)) throw new TypeError("a request of the client without its call");
      await work(call, async () => following?.execute(context));
    },
  };
}

/** 429 means "not carried out", so anything is sent again once the gate opens; 502, 503 and 504 only for reads; the network never. */
function resending({ timers, randomness }: GraphPorts, gate: Gate): Middleware {
  return middleware(async (call, next) => {
    const { signal } = call.facts;
    for (let resends = 0; ; resends += 1) {
      await gate.untilOpen(signal); // before the token is fetched: a long wait would age it
      const status = await statusOf(call, next);
      if (status === undefined || resends === mostResends || !isWorthResending(status, call.facts)) return;
      if (status === 502 || status === 504) await wait(timers, backoffMs(resends, randomness), signal);
    }
  });
}

/** Undefined when a fault ended the call. */
async function statusOf(call: Call, next: () => Promise<void>): Promise<number | undefined> {
  call.begin();
  await next();
  return call.fault === undefined ? call.received?.status : undefined;
}

export function isWorthResending(status: number, { isRead }: { readonly isRead: boolean }): boolean {
  return status === 429 || (isRead && (status === 502 || status === 503 || status === 504));
}

/** Fetches the token, and once more when the answer is a claims challenge (a 401 was not carried out). */
function signing({ token }: GraphPorts): Middleware {
  return middleware(async (call, next) => {
    if (!(await sign(undefined))) return;
    await next();
    const claims = call.received?.status === 401 ? claimsChallenge(call.received.header("WWW-Authenticate")) : undefined;
    if (claims === undefined || !(await sign(claims))) return;
    call.begin();
    await next();

    async function sign(asked: string | undefined): Promise<boolean> {
      const result = await (asked === undefined ? token(call.facts.scopes) : token(call.facts.scopes, asked));
      if (result.ok) call.token = result.value;
      else call.fault = result.fault;
      return result.ok;
    }
  });
}

function gating({ clock, randomness }: GraphPorts, gate: Gate): Middleware {
  let step = 0; // how many orders without a readable Retry-After came in a row

  function heed(received: Received | undefined, pass: Pass): void {
    if (received === undefined) return;
    const isNews = pass.shutCount === gate.shutCount;
    if (received.status !== 429 && received.status !== 503) {
      if (isNews) step = 0;
      return;
    }
    const sentAtMs = Date.parse(received.header("Date") ?? "");
    const orderMs = readRetryAfterMs(received.header("Retry-After"), Number.isNaN(sentAtMs) ? clock.nowMs() : sentAtMs);
    if (orderMs !== undefined) {
      gate.shut(orderMs);
    } else if (isNews) {
      // The header may be hidden from scripts (microsoftgraph docs#17488); one burst of refusals counts once.
      gate.shut(backoffMs(step, randomness));
      step += 1;
    }
  }

  return middleware(async (call, next) => {
    const pass = await gate.enter(call.facts.signal);
    if (pass === undefined) {
      call.fault = { kind: "cancelled" };
      return;
    }
    try {
      await next();
    } finally {
      heed(call.received, pass); // before the place is free, or a waiting request would slip out
      pass.leave();
    }
  });
}

/**
 * The only place where a token meets a request, and only after the origin has been checked. It sends what the call holds,
 * not what the client made of it: the client reorders a nextLink's query and knows bodies by the names of their classes.
 */
function sending({ fetch, timers, randomness }: GraphPorts, counter: UsageCounter): Middleware {
  return middleware(async (call) => {
    const { method, url, content, signal, answerLimitMs, as } = call.facts;
    if (parseGraphLink(url) === undefined) {
      call.fault = foreignAddress("address");
      return;
    }
    const headers = { ...call.facts.headers, Authorization: `Bearer ${call.token}`, "client-request-id": randomUuid(randomness) };
    const init = { method, headers, ...(content === undefined ? {} : { body: content }), redirect: "error", cache: "no-store", credentials: "omit" } as const;
    counter.call(method, url, content);
    const received = await withinLimit({ timers, limitMs: answerLimitMs, signal }, async (stop) => receive(await fetch(url, { ...init, signal: stop }), as));
    if (received.ok) {
      call.received = received.value;
      counter.answer(received.value, url);
    } else call.fault = received.fault;
  });
}

async function receive(response: Response, as: "json" | "blob"): Promise<Received> {
  const facts = { status: response.status, header: (name: string) => response.headers.get(name) ?? undefined };
  const isPage = /\bhtml\b/.test(response.headers.get("Content-Type") ?? "");
  if (as === "blob" && response.ok && !isPage) {
    const body = await response.blob();
    return { ...facts, body, isBroken: false, size: body.size };
  }
  const text = await response.text();
  const body = text === "" || isPage ? undefined : parseJson(text);
  return { ...facts, body, isBroken: isPage || (text !== "" && body === undefined), size: text.length };
}

function randomUuid(randomness: Randomness): string {
  const hex = Array.from(randomness.bytes(16), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}
