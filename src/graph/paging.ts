import { type Result, fail, property, succeed, textAt } from "../kernel";
import { type GraphAddress, type GraphLink, foreignAddress, parseGraphLink } from "./address";
import type { GraphCall } from "./answer";

interface Reader {
  get(address: GraphAddress, call: GraphCall): Promise<Result<{ readonly body: unknown }>>;
}

export interface DeltaPage {
  readonly items: readonly unknown[];
  /** Only on the last page of a round. Keep it after the whole round has been applied, not before. */
  readonly deltaLink?: GraphLink;
}

export interface Page extends DeltaPage {
  readonly nextLink?: GraphLink;
}

/** The body of one page, also of a part of a batch. A link that leads away from Graph makes the page unreadable. */
export function readPage(body: unknown): Result<Page> {
  const items = property(body, "value");
  if (!Array.isArray(items)) return fail({ kind: "unreadable", where: "graph page", says: "no list of values" });
  const links: { nextLink?: GraphLink; deltaLink?: GraphLink } = {};
  for (const name of ["nextLink", "deltaLink"] as const) {
    const given = property(body, `@odata.${name}`);
    if (given === undefined || given === null) continue;
    const link = parseGraphLink(given);
    if (link === undefined) return fail(foreignAddress(name));
    links[name] = link;
  }
  return succeed({ items, ...links });
}

/** Every page, empty ones too: a page may be empty and still have a nextLink (elastic/connectors#4370). */
async function* walk(graph: Reader, start: GraphAddress, call: GraphCall): AsyncGenerator<Result<Page>, void> {
  const seen = new Set<string>();
  const { query: _firstOnly, ...later } = call;
  for (let address: GraphAddress | undefined = start; address !== undefined;) {
    if (seen.has(address)) {
      yield fail({ kind: "unreadable", where: "graph page", says: "the pages lead in a circle" });
      return;
    }
    const answer = await graph.get(address, address === start ? call : later);
    const page: Result<Page> = answer.ok ? readPage(answer.value.body) : answer;
    yield page;
    seen.add(address);
    address = page.ok ? page.value.nextLink : undefined;
  }
}

export async function* pages(graph: Reader, start: GraphAddress, call: GraphCall): AsyncGenerator<Result<readonly unknown[]>, void> {
  for await (const page of walk(graph, start, call)) yield page.ok ? succeed(page.value.items) : page;
}

export async function* deltaPages(graph: Reader, start: GraphAddress, call: GraphCall): AsyncGenerator<Result<DeltaPage>, void> {
  for await (const page of walk(graph, start, call)) {
    if (!page.ok) {
      yield page;
      return;
    }
    const { items, nextLink, deltaLink } = page.value;
    if (nextLink === undefined && deltaLink === undefined) {
      yield fail({ kind: "unreadable", where: "graph delta", says: "neither a next page nor a link for later" });
      return;
    }
    yield succeed(nextLink === undefined && deltaLink !== undefined ? { items, deltaLink } : { items });
  }
}

/** All values of all pages, or the first fault. */
export async function collectPages(source: AsyncIterable<Result<readonly unknown[]>>): Promise<Result<readonly unknown[]>> {
  const all: unknown[] = [];
  for await (const page of source) {
    if (!page.ok) return page;
    for (const value of page.value) all.push(value);
  }
  return succeed(all);
}

/** Of several entries with one id the last holds (listitem-delta.md); entries without an id are left out. */
export function lastOccurrences(items: readonly unknown[]): readonly unknown[] {
  const byId = new Map<string, unknown>();
  for (const item of items) {
    const id = textAt(item, "id");
    if (id === undefined) continue;
    byId.delete(id);
    byId.set(id, item);
  }
  return [...byId.values()];
}
