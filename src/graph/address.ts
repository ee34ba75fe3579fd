import { fail, succeed, type Result } from "../kernel";

/** The one origin that ever sees a token. */
export const graphOrigin = "https://graph.microsoft.com";
const versionPath = "/v1.0";
const longestLink = 16_000;

/** A path below the version root whose every value has been encoded, as "/sites/a%2Cb/lists"; made by `graphPath`. */
export type GraphPath = string & { readonly unit: "graph path" };
/** An absolute address that Graph handed out (nextLink, deltaLink); made by `parseGraphLink`. */
export type GraphLink = string & { readonly unit: "graph link" };
export type GraphAddress = GraphPath | GraphLink;

/** Several path segments as one value, each already encoded. */
export interface PathSegments {
  readonly encodedSegments: string;
}

// A segment of no text, "." or ".." moves an address even when percent-encoded (WHATWG URL, "double-dot URL path segment").
// Such a value can name nothing; it becomes this mark, and the address is answered "not found" without being sent.
const unnameable = "%00";

/** Percent-encodes everything but unreserved characters; a lone surrogate becomes U+FFFD, as on any wire. */
export function encodeValue(value: string): string {
  const wellFormed = value.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
  return encodeURIComponent(wellFormed).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

function encodeSegment(value: string): string {
  return /^\.{0,2}$/.test(value) ? unnameable : encodeValue(value);
}

/** "sites/pmo" as a value of `graphPath`: the slashes stay, each part is encoded. */
export function pathSegments(path: string): PathSegments {
  const bare = path.replace(/^\/+|\/+$/g, "");
  return { encodedSegments: bare.split("/").map(encodeSegment).join("/") };
}

/** graphPath`/sites/${siteId}/lists/${listId}`: the only way to make a path. No value can add a segment or a query. */
export function graphPath(texts: TemplateStringsArray, ...values: readonly (string | number | PathSegments)[]): GraphPath {
  const encoded = values.map((value) => (typeof value === "object" ? value.encodedSegments : encodeSegment(String(value))));
  return texts.reduce((path, text, index) => `${path}${text}${encoded[index] ?? ""}`, "") as GraphPath;
}

/** A nextLink or deltaLink from an answer or from disk; undefined unless it leads back to Graph's v1.0 over https. */
export function parseGraphLink(value: unknown): GraphLink | undefined {
  if (typeof value !== "string" || value.length > longestLink || !URL.canParse(value)) return undefined;
  const url = new URL(value);
  const ours = url.protocol === "https:" && url.origin === graphOrigin && url.username === "" && url.password === "";
  return ours && url.pathname.startsWith(`${versionPath}/`) ? (url.href as GraphLink) : undefined;
}

/** The absolute address to send. `queryText` starts with "?" or is empty; a link carries its own query. */
export function resolveAddress(address: GraphAddress, queryText: string): Result<string> {
  const isPath = address.startsWith("/");
  if (isPath && address.includes(unnameable)) return fail({ kind: "notFound" });
  const absolute = parseGraphLink(isPath ? `${graphOrigin}${versionPath}${address}${queryText}` : address);
  return absolute === undefined ? fail(foreignAddress("address")) : succeed(absolute);
}

/** The address of a part of a batch, relative to the version root. */
export function relativeToVersion(absolute: string): string {
  return absolute.slice(graphOrigin.length + versionPath.length);
}

export function foreignAddress(where: string): { readonly kind: "unreadable"; readonly where: string; readonly says: string } {
  return { kind: "unreadable", where: `graph ${where}`, says: "an address outside Microsoft Graph" };
}
