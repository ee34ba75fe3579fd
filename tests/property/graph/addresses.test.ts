import fc from "fast-check";
import { createGraph, graphPath, parseGraphLink, pathSegments, where, type GraphPath, type GraphQuery } from "../../../src/graph";

const hostile = fc.constantFrom(
  "'",
  "' or 1 eq 1 or '",
  "/",
  "/../",
  "..",
  "%2e%2e",
  "?",
  "&$top=1",
  "#",
  "+",
  "%",
  "%00",
  ":",
  "\\",
  "\u0000",
  "\r\n",
  "https://evil.example/",
  "é",
  "😀",
  "\ud800",
  "$filter",
  "(",
  ")",
  "@odata",
);
const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(fc.oneof(hostile, fc.string())).map((pieces) => pieces.join("")),
);

/** As the wire sees it: a lone surrogate has no form there. */
const onTheWire = (value: string): string => new TextDecoder().decode(new TextEncoder().encode(value));

async function sentUrl(path: GraphPath, query: GraphQuery = {}): Promise<URL | undefined> {
  let sent: string | undefined;
  const graph = createGraph({
    clock: { nowMs: () => 0 },
    timers: { after: () => () => undefined },
    randomness: { bytes: (count) => new Uint8Array(count) },
    token: () => Promise.resolve({ ok: true, value: "t" }),
    fetch: (url) => {
      sent = url;
      return Promise.resolve(new Response("{}", { status: 200 }));
    },
  });
  await graph.get(path, { scopes: [], query });
  return sent === undefined ? undefined : new URL(sent);
}

describe("whatever a value holds", () => {
  it("in a path it stays one segment, comes out as it went in, and adds no query", async () => {
    await fc.assert(
      fc.asyncProperty(text, text, async (first, second) => {
        const url = await sentUrl(graphPath`/sites/${first}/lists/${second}/items`);
        if (url === undefined) return [first, second].some((value) => /^\.{0,2}$/.test(value) || value.includes("\u0000"));
        const segments = url.pathname.split("/");
        return (
          url.origin === "https://graph.microsoft.com" &&
          url.search === "" &&
          url.hash === "" &&
          segments.length === 7 &&
          segments[1] === "v1.0" &&
          segments[6] === "items" &&
          decodeURIComponent(segments[3] ?? "") === onTheWire(first) &&
          decodeURIComponent(segments[5] ?? "") === onTheWire(second)
        );
      }),
      { numRuns: 300 },
    );
  });

  it("as several segments it stays below what we wrote", async () => {
    await fc.assert(
      fc.asyncProperty(text, async (path) => {
        const url = await sentUrl(graphPath`/sites/${"h"}:/${pathSegments(path)}:/lists`);
        return url === undefined || (url.pathname.startsWith("/v1.0/sites/h:/") && url.pathname.endsWith(":/lists") && url.search === "" && url.hash === "");
      }),
      { numRuns: 300 },
    );
  });

  it("in a filter it is one literal that reads back as it was, beside the other parts of the query", async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.stringMatching(/^[A-Za-z]\w{0,9}$/), async (value, column) => {
        const url = await sentUrl(graphPath`/items`, { filter: where.fieldEquals(column, value), top: 5 });
        const filter = url?.searchParams.get("$filter") ?? "";
        const literal = new RegExp(`^fields/${column} eq '((?:[^']|'')*)'$`).exec(filter)?.[1];
        return (
          url?.hash === "" &&
          [...url.searchParams.keys()].join() === "$filter,$top" &&
          url.searchParams.get("$top") === "5" &&
          literal?.replaceAll("''", "'") === onTheWire(value)
        );
      }),
      { numRuns: 300 },
    );
  });

  it("in a search it is one quoted phrase", async () => {
    await fc.assert(
      fc.asyncProperty(text, async (value) => {
        const url = await sentUrl(graphPath`/users`, { search: { properties: ["displayName"], text: value } });
        const phrase = /^"displayName:((?:[^"\\]|\\["\\])*)"$/.exec(url?.searchParams.get("$search") ?? "")?.[1];
        return [...(url?.searchParams.keys() ?? [])].length === 1 && phrase?.replace(/\\(["\\])/g, "$1") === onTheWire(value);
      }),
      { numRuns: 300 },
    );
  });

  it("as a column's name it stays a name", () => {
    fc.assert(fc.property(text, (column) => /^fields\/\w* eq 1$/.test(where.fieldEquals(column, 1).filterText)));
  });
});

it("a link is accepted only when a browser would send it to Graph's v1.0", () => {
  const origins = fc.constantFrom(
    "https://graph.microsoft.com",
    "https://GRAPH.microsoft.com",
    "https://graph.microsoft.com.evil.example",
    "https:\\\\graph.microsoft.com",
    "http://graph.microsoft.com",
    "https://graph.microsoft.com@evil.example",
    "https://evil.example",
  );
  fc.assert(
    fc.property(origins, text, (origin, rest) => {
      const link = parseGraphLink(`${origin}/v1.0/${rest}`);
      if (link === undefined) return true;
      const url = new URL(link);
      return url.origin === "https://graph.microsoft.com" && url.username === "" && url.pathname.startsWith("/v1.0/");
    }),
    { numRuns: 500 },
  );
});
