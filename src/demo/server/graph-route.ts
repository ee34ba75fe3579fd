import type { IncomingMessage } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { Tenant, TenantQuirks } from "../tenant";
import type { Reply } from "./reply";

/** Headers that Graph lets scripts read; whether Retry-After is among them today is not known, so it is a switch. */
const exposedHeaders =
  "ETag, Location, Preference-Applied, Content-Range, request-id, client-request-id, ReadWriteConsistencyToken, SdkVersion, WWW-Authenticate, x-ms-client-gcc-tenant";

/** Headers for pages of other ports of this machine; the origin has been checked before. */
export function crossOriginHeaders(origin: string | undefined, quirks: Pick<TenantQuirks, "exposeRetryAfter">): Readonly<Record<string, string>> {
  if (origin === undefined) return {};
  return {
    "Access-Control-Allow-Origin": origin,
    "Access-Control-Expose-Headers": quirks.exposeRetryAfter ? `${exposedHeaders}, Retry-After` : exposedHeaders,
    Vary: "Origin",
  };
}

export function preflightReply(request: IncomingMessage, origin: string): Reply {
  return {
    status: 204,
    headers: {
      "Access-Control-Allow-Origin": origin,
      "Access-Control-Allow-Methods": "GET, POST, PATCH, PUT, DELETE",
      "Access-Control-Allow-Headers": request.headers["access-control-request-headers"] ?? "",
      "Access-Control-Max-Age": "600",
      Vary: "Origin",
    },
  };
}

/** Hands a request to the tenant; undefined when the tenant says that the connection is lost. */
export async function answerGraph(tenant: Tenant, request: IncomingMessage, body: Buffer): Promise<Reply | undefined> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) if (typeof value === "string") headers[name] = value;
  const isText = /json|text/.test(headers["content-type"] ?? "");
  const answer = tenant.handle({
    method: request.method ?? "GET",
    url: request.url ?? "/",
    headers,
    body: body.length === 0 ? undefined : isText ? body.toString() : new Uint8Array(body),
  });
  if (answer.delayMs !== undefined) await wait(answer.delayMs);
  if (answer.status === 0) return undefined;
  const hidden = !tenant.quirks.exposeRetryAfter && answer.headers["Retry-After"] !== undefined;
  // A page of the same origin would read every header, so a hidden one must not be sent at all.
  const sent = Object.entries(answer.headers).filter(
    ([name]) => !["Content-Length", "Strict-Transport-Security", ...(hidden ? ["Retry-After"] : [])].includes(name),
  );
  return { status: answer.status, headers: Object.fromEntries(sent), ...(answer.body === undefined ? {} : { body: answer.body }) };
}
