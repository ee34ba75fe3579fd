import type { TenantResponse } from "../../src/demo/tenant";
import { isRecord, listAt, numberAt, parseJson, property, textAt } from "../../src/kernel";

/**
 * What a page gets from `fetch`. The platform's own Response reads its body through streams, which would cost more than the
 * rest of a request; the client uses only what is here.
 */
export function asResponse({ status, headers, body }: TenantResponse): Response {
  const lowerCase = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  const text = typeof body === "string" ? body : "";
  const answer = {
    status,
    ok: status >= 200 && status < 300,
    headers: { get: (name: string) => lowerCase.get(name.toLowerCase()) ?? null },
    text: () => Promise.resolve(text),
  };
  return answer as unknown as Response; // the part of it that the client reads
}

/** How long an answer orders its receiver to wait, in milliseconds from its delivery; 0 for no order that can be read. */
export function orderedWaitMs({ status, headers, body }: TenantResponse): number {
  const own = status === 429 || status === 503 ? readOrder(headers["Retry-After"], headers["Date"]) : 0;
  if (status !== 200 || typeof body !== "string" || !body.includes("Retry-After")) return own;
  const parts = listAt(parseJson(body), "responses");
  const inside = parts.map((part) => (isRefusal(part) ? readOrder(textAt(property(part, "headers"), "Retry-After"), headers["Date"]) : 0));
  return Math.max(own, ...inside);
}

function isRefusal(part: unknown): boolean {
  const status = numberAt(part, "status");
  return status === 429 || status === 503;
}

function readOrder(order: string | undefined, sentAt: string | undefined): number {
  if (order === undefined) return 0;
  if (/^\d+$/.test(order)) return Number(order) * 1000;
  const waitMs = /[a-z]/i.test(order) ? Date.parse(order) - Date.parse(sentAt ?? "") : 0;
  return waitMs > 0 ? waitMs : 0;
}

/** How many parts of a batch (or the call itself) were refused with this status. */
export function refusalsIn({ status, body }: TenantResponse, wanted: number): number {
  if (status === wanted) return 1;
  if (status !== 200 || typeof body !== "string" || !body.includes(`"status":${String(wanted)}`)) return 0;
  return listAt(parseJson(body), "responses").filter((part) => numberAt(part, "status") === wanted).length;
}

/** The batch was carried out, but the answer to some of its parts did not come through. */
export function withLostParts(response: TenantResponse, isLost: () => boolean): TenantResponse {
  const body = parseJson(typeof response.body === "string" ? response.body : "");
  if (!isRecord(body)) return response;
  const responses = listAt(body, "responses").flatMap((part) => {
    if (!isLost()) return [part];
    const id = textAt(part, "id");
    return [{ id, status: 504, headers: { "Content-Type": "application/json" }, body: { error: { code: "UnknownError", message: "" } } }];
  });
  return { ...response, body: JSON.stringify({ ...body, responses }) };
}
