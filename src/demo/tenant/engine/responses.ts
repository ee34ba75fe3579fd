import { byteLength } from "./encoding";
import type { Answer, Outcome, Refusal, TenantResponse } from "./wire";

export const jsonType = "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";

const diagnostic = JSON.stringify({
  ServerInfo: { DataCenter: "Demo", Slice: "E", Ring: "5", ScaleUnit: "001", RoleInstance: "DEMO0000000001" },
});

export interface Exchange {
  readonly requestId: string;
  /** Echo of the request's own, else the same as the request id. */
  readonly clientRequestId: string;
  readonly nowMs: number;
}

/** The headers that Graph sends on direct calls. */
function usualHeaders({ requestId, clientRequestId, nowMs }: Exchange): Readonly<Record<string, string>> {
  return {
    "Cache-Control": "no-cache",
    "Strict-Transport-Security": "max-age=31536000",
    "request-id": requestId,
    "client-request-id": clientRequestId,
    "x-ms-ags-diagnostic": diagnostic,
    Vary: "Accept-Encoding",
    Date: new Date(nowMs).toUTCString(),
  };
}

/** Graph's error envelope; `date` has no zone. */
export function errorBody({ code, message, innerCode }: Refusal, requestId: string, nowMs: number): Readonly<Record<string, unknown>> {
  return {
    error: {
      code,
      message,
      innerError: {
        ...(innerCode === undefined ? {} : { code: innerCode }),
        date: new Date(nowMs).toISOString().slice(0, 19),
        "request-id": requestId,
        "client-request-id": requestId,
      },
    },
  };
}

export function respond(outcome: Outcome, exchange: Exchange): TenantResponse {
  return outcome.ok ? respondWith(outcome.value, exchange) : respondRefusal(outcome.fault, exchange);
}

function respondWith({ status, headers, json, bytes }: Answer, exchange: Exchange): TenantResponse {
  const usual = usualHeaders(exchange);
  if (bytes !== undefined) return { status, headers: { ...usual, ...headers }, body: bytes };
  if (json === undefined) return { status, headers: { ...usual, ...headers }, body: undefined };
  return { status, headers: { ...usual, "OData-Version": "4.0", "Content-Type": jsonType, ...headers }, body: JSON.stringify(json) };
}

export function respondRefusal(refusal: Refusal, exchange: Exchange): TenantResponse {
  return {
    status: refusal.status,
    headers: { ...usualHeaders(exchange), "Content-Type": "application/json", ...refusal.headers },
    body: JSON.stringify(errorBody(refusal, exchange.requestId, exchange.nowMs)),
  };
}

/** A page of a gateway or a sign-in page where JSON was due. */
export function respondHtml(status: number, title: string, exchange: Exchange): TenantResponse {
  const body = `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;
  return {
    status,
    headers: { "Content-Type": "text/html; charset=utf-8", Date: new Date(exchange.nowMs).toUTCString(), "Content-Length": String(byteLength(body)) },
    body,
  };
}

export const connectionLost: TenantResponse = { status: 0, headers: {}, body: undefined };
