import { Client, ResponseType } from "@microsoft/microsoft-graph-client";
import { type Result, fail, succeed } from "../kernel";
import { type GraphAddress, resolveAddress } from "./address";
import { type GraphAnswer, type GraphCall, type GraphReadCall, readAnswer } from "./answer";
import { type BatchOptions, type BatchRequest, sendBatch } from "./batch";
import { faultFromAnswer } from "./errors";
import { type GateView, createGate } from "./gate";
import { type DeltaPage, deltaPages, pages } from "./paging";
import { queryText } from "./query";
import { Call, type GraphPorts, createChain } from "./transport";
import { withinLimit } from "./time-limit";
import { type Usage, createUsageCounter } from "./usage";

/** Microsoft Graph v1.0 for the signed-in person. Reads are repeated when the service is busy, writes only after a 429. */
export interface Graph {
  get(address: GraphAddress, call: GraphReadCall): Promise<Result<GraphAnswer>>;
  post(address: GraphAddress, body: unknown, call: GraphCall): Promise<Result<GraphAnswer>>;
  patch(address: GraphAddress, body: unknown, call: GraphCall): Promise<Result<GraphAnswer>>;
  /** A Blob's own type becomes the Content-Type. */
  put(address: GraphAddress, content: Blob, call: GraphCall): Promise<Result<GraphAnswer>>;
  delete(address: GraphAddress, call: GraphCall): Promise<Result<GraphAnswer>>;
  /** One result a request, in the order of the requests. */
  batch(requests: readonly BatchRequest[], options: BatchOptions): Promise<readonly Result<GraphAnswer>[]>;
  /** One result a page; ends after the last page or after the first fault. */
  pages(address: GraphAddress, call: GraphCall): AsyncGenerator<Result<readonly unknown[]>, void>;
  /** A round of changes; the last page, and only it, carries the deltaLink. Ends after the first fault. */
  delta(address: GraphAddress, call: GraphCall): AsyncGenerator<Result<DeltaPage>, void>;
  /** A pre-authenticated download link of SharePoint. No token is sent. */
  download(link: string, signal?: AbortSignal): Promise<Result<Blob>>;
  /** Until `wake` nothing leaves, and what is asked for meanwhile waits: for a page that its host has suspended. */
  rest(): void;
  wake(): void;
  readonly gate: GateView;
  readonly usage: Usage;
}

type Method = "GET" | "POST" | "PATCH" | "PUT" | "DELETE";

const answerLimitMs = 90_000;
const fileLimitMs = 600_000;

export function createGraph(ports: GraphPorts): Graph {
  const gate = createGate(ports.clock, ports.timers, ports.neighbours);
  const counter = createUsageCounter(ports.clock);
  const client = Client.initWithMiddleware({ middleware: createChain(ports, gate, counter) });

  async function send(
    method: Method,
    address: GraphAddress,
    call: GraphReadCall & { readonly content?: string | Blob; readonly isRead?: boolean },
  ): Promise<Result<GraphAnswer>> {
    const url = resolveAddress(address, queryText(call.query));
    if (!url.ok) return url;
    const headers = headersOf(call);
    if (!Object.values(headers).every((value) => /^[\t\x20-\x7e]*$/.test(value)))
      return fail({ kind: "unreadable", where: "graph header", says: "a character that no header can hold" });
    const state = new Call({
      method,
      url: url.value,
      headers,
      content: call.content,
      scopes: call.scopes,
      signal: call.signal,
      answerLimitMs: method === "PUT" ? fileLimitMs : answerLimitMs,
      as: call.as ?? "json",
      isRead: call.isRead ?? method === "GET",
    });
    const request = client.api(url.value).headers(headers).responseType(ResponseType.RAW).middlewareOptions([state]);
    await {
      GET: () => request.get(),
      POST: () => request.post(call.content),
      PATCH: () => request.patch(call.content),
      PUT: () => request.put(call.content),
      DELETE: () => request.delete(),
    }[method]();
    if (state.fault !== undefined) return fail(state.fault);
    if (state.received === undefined) throw new TypeError("a request of the client without an answer");
    return readAnswer(state.received, retryAtMs());
  }

  function retryAtMs(): number {
    return Math.max(gate.blockedUntilMs, ports.clock.nowMs());
  }

  const graph: Graph = {
    get: (address, call) => send("GET", address, call),
    post: (address, body, call) => send("POST", address, withJson(call, body)),
    patch: (address, body, call) => send("PATCH", address, withJson(call, body)),
    put: (address, content, call) =>
      send("PUT", address, { ...call, content, headers: { "Content-Type": content.type || "application/octet-stream", ...call.headers } }),
    delete: (address, call) => send("DELETE", address, call),
    batch: (requests, options) =>
      sendBatch(
        { ...ports, gate, counter, retryAtMs, post: (address, body, call) => send("POST", address, { ...withJson(call, body), isRead: call.isRead }) },
        requests,
        options,
      ),
    pages: (address, call) => pages(graph, address, call),
    delta: (address, call) => deltaPages(graph, address, call),
    download: (link, signal) => download(ports, link, signal),
    rest: () => gate.rest(),
    wake: () => gate.wake(),
    gate,
    get usage() {
      return counter.usage;
    },
  };
  return graph;
}

function withJson(call: GraphCall, body: unknown): GraphCall & { readonly content?: string } {
  return body === undefined ? call : { ...call, content: JSON.stringify(body), headers: { "Content-Type": "application/json", ...call.headers } };
}

function headersOf(call: GraphCall): Record<string, string> {
  return { ...call.headers, ...(call.ifMatch === undefined ? {} : { "If-Match": call.ifMatch }) };
}

async function download({ fetch, timers }: GraphPorts, link: string, signal: AbortSignal | undefined): Promise<Result<Blob>> {
  const url = URL.canParse(link) ? new URL(link) : undefined;
  if (url?.protocol !== "https:" || url.username !== "" || url.password !== "" || !url.hostname.endsWith(".sharepoint.com")) {
    return fail({ kind: "unreadable", where: "graph download", says: "an address outside SharePoint" });
  }
  const answer = await withinLimit({ timers, limitMs: fileLimitMs, signal }, async (stop) => {
    const response = await fetch(url.href, { method: "GET", headers: {}, signal: stop, redirect: "follow", cache: "no-store", credentials: "omit" });
    return { response, content: await response.blob() };
  });
  if (!answer.ok) return answer;
  const { response, content } = answer.value;
  if (response.ok) return succeed(content);
  return fail(faultFromAnswer({ status: response.status, header: (name) => response.headers.get(name) ?? undefined, body: undefined, retryAtMs: 0 }));
}
