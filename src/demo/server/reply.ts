import type { IncomingMessage, ServerResponse } from "node:http";

/** What a route of the server answers. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Uint8Array;
}

const jsonHeaders = { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store" };

export function replyJson(status: number, value: unknown): Reply {
  return { status, headers: jsonHeaders, body: JSON.stringify(value) };
}

export function replyText(status: number, text: string): Reply {
  return { status, headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" }, body: text };
}

export function replyRedirect(location: string, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status: 302, headers: { ...headers, Location: location, "Cache-Control": "no-store" } };
}

export function sendReply(response: ServerResponse, { status, headers, body }: Reply): void {
  response.writeHead(status, Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, typeof value === "string" ? value : [...value]])));
  response.end(body);
}

/**
 * A connection that is lost inside the answer. Lost before its first byte, Chromium would send the request again by itself on a
 * fresh connection, a POST too (HttpNetworkTransaction::ShouldResendRequest), and the fault would be seen by nobody.
 */
export function breakOff(response: ServerResponse): void {
  response.writeHead(200, jsonHeaders);
  response.write("{", () => void response.destroy());
}

/** The whole body; undefined when it is larger than `largestBytes`. */
export async function readBody(request: IncomingMessage, largestBytes: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    if (!(chunk instanceof Buffer)) continue;
    size += chunk.length;
    if (size > largestBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
