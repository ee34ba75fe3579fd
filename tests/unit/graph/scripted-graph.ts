import type { Clock, Randomness, Result, Timers } from "../../../src/kernel";
import { createGraph, type Graph, type GraphInit, type Scope } from "../../../src/graph";

export interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: unknown;
  readonly atMs: number;
  readonly init: GraphInit;
}

/** "network" fails as fetch does offline; "silence" never answers. */
export type Answer = { readonly status: number; readonly headers?: Record<string, string>; readonly body?: unknown } | "network" | "silence";

export const startMs = Date.UTC(2026, 10, 24, 9, 0, 0);
export const scopes: readonly Scope[] = ["Sites.ReadWrite.All"];

/** A moment that moves only when everything else is at rest, so no test waits and none depends on speed. */
export class HandTime implements Clock, Timers {
  private current = startMs;
  private readonly pending = new Set<{ readonly atMs: number; readonly callBack: () => void }>();

  nowMs(): number {
    return this.current;
  }

  after(delayMs: number, callBack: () => void): () => void {
    const entry = { atMs: this.current + delayMs, callBack };
    this.pending.add(entry);
    return () => this.pending.delete(entry);
  }

  /** Moves to the next timer; false when there is none. */
  step(): boolean {
    const next = [...this.pending].sort((left, right) => left.atMs - right.atMs)[0];
    if (next === undefined) return false;
    this.pending.delete(next);
    this.current = Math.max(this.current, next.atMs);
    next.callBack();
    return true;
  }

  async finish<T>(work: Promise<T>): Promise<T> {
    const state = { isDone: false };
    const watched = work.finally(() => {
      state.isDone = true;
    });
    watched.catch(() => undefined);
    for (;;) {
      await rest();
      if (state.isDone) return watched;
      if (!this.step()) throw new Error("nothing left to wait for");
    }
  }
}

export async function rest(): Promise<void> {
  for (let turn = 0; turn < 8; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

export interface Scripted {
  readonly graph: Graph;
  readonly sent: Sent[];
  readonly time: HandTime;
  readonly asked: { readonly scopes: readonly Scope[]; readonly claims: string | undefined }[];
  readonly finish: <T>(work: Promise<T>) => Promise<T>;
}

export interface Script {
  /** Answers in order, or a function of the request. */
  readonly answers: readonly Answer[] | ((request: Sent) => Answer);
  readonly token?: (claims: string | undefined) => Result<string>;
}

export function scripted({ answers, token = (claims) => ({ ok: true, value: claims === undefined ? "token-1" : "token-2" }) }: Script): Scripted {
  const time = new HandTime();
  const sent: Sent[] = [];
  const asked: { readonly scopes: readonly Scope[]; readonly claims: string | undefined }[] = [];
  const randomness: Randomness = { bytes: (count) => new Uint8Array(count) };
  const graph = createGraph({
    clock: time,
    timers: time,
    randomness,
    token: (wanted, claims) => {
      asked.push({ scopes: wanted, claims });
      return Promise.resolve(token(claims));
    },
    fetch: (url, init) => {
      const body = typeof init.body === "string" ? (JSON.parse(init.body) as unknown) : init.body;
      const request = { method: init.method, url, headers: new Headers(init.headers), body, atMs: time.nowMs(), init };
      const answer = typeof answers === "function" ? answers(request) : answers[sent.length];
      sent.push(request);
      if (answer === undefined) throw new Error(`no answer scripted for ${init.method} ${url}`);
      if (answer === "network") return Promise.reject(new TypeError("Failed to fetch"));
      if (answer === "silence")
        return new Promise((_resolve, reject) => init.signal.addEventListener("abort", () => reject(new DOMException("stopped", "AbortError"))));
      return Promise.resolve(respond(answer));
    },
  });
  return { graph, sent, time, asked, finish: (work) => time.finish(work) };
}

function respond({ status, headers = {}, body }: Exclude<Answer, string>): Response {
  const content = body === undefined ? null : typeof body === "string" || body instanceof Blob ? body : JSON.stringify(body);
  return new Response(content, { status, headers: { ...(body === undefined ? {} : { "Content-Type": "application/json" }), ...headers } });
}

export interface WirePart {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly dependsOn?: readonly string[];
}

/** The parts of a batch on the wire. */
export function partsOf(request: Sent): readonly WirePart[] {
  return (request.body as { readonly requests: readonly WirePart[] }).requests;
}

/** Answers each part by a rule, in reverse order, as the service may. */
export function batchAnswer(
  request: Sent,
  rule: (part: WirePart) => { readonly status: number; readonly headers?: Record<string, string>; readonly body?: unknown },
): Answer {
  return { status: 200, body: { responses: [...partsOf(request)].reverse().map((part) => ({ id: part.id, ...rule(part) })) } };
}

export async function all<T>(source: AsyncIterable<T>): Promise<readonly T[]> {
  const values: T[] = [];
  for await (const value of source) values.push(value);
  return values;
}
