import type { IncomingMessage } from "node:http";

const loopbackNames: readonly string[] = ["localhost", "127.0.0.1", "[::1]"];

function isLoopback(authority: string): boolean {
  // Only the host is read; the scheme makes it an address that URL understands.
  const address = `https://${authority}`;
  return URL.canParse(address) && loopbackNames.includes(new URL(address).hostname);
}

/** The origin of the page that calls, when a browser names one. */
export function originOf(request: IncomingMessage): string | undefined {
  const { origin } = request.headers;
  return typeof origin === "string" && origin !== "null" ? origin : undefined;
}

/**
 * Why a request is turned away, or undefined. The host name is checked because a foreign name can be made to
 * resolve to this machine (DNS rebinding), the origin because a foreign page may send requests here.
 */
export function refusalOf(request: IncomingMessage): string | undefined {
  if (!isLoopback(request.headers.host ?? "")) return "This server answers on localhost only.";
  const origin = originOf(request);
  if (origin === undefined) return undefined;
  return URL.canParse(origin) && isLoopback(new URL(origin).host) ? undefined : "This server answers pages of this machine only.";
}
