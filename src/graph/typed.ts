import { type Result, fail, succeed } from "../kernel";
import type { GraphAddress } from "./address";
import type { GraphAnswer, GraphCall } from "./answer";
import type { Graph } from "./graph";
import { collectPages } from "./paging";

type Parser<T> = (value: unknown) => T | undefined;

/** An answer through a parser. @param where names the shape in the Fault `unreadable`. */
export function parseAnswer<T>(answer: Result<GraphAnswer>, parse: Parser<T>, where: string): Result<T> {
  if (!answer.ok) return answer;
  const value = parse(answer.value.body);
  return value === undefined ? fail({ kind: "unreadable", where: `graph ${where}`, says: "an answer of another shape" }) : succeed(value);
}

/** Everything behind an address; entries that the parser does not accept are left out. */
export async function readAll<T>(
  graph: Graph,
  address: GraphAddress,
  { parse, ...call }: GraphCall & { readonly parse: Parser<T> },
): Promise<Result<readonly T[]>> {
  const all = await collectPages(graph.pages(address, call));
  return all.ok ? succeed(all.value.map(parse).filter((value) => value !== undefined)) : all;
}

/** A Blob of any realm: an answer's may not be of the page's own class. */
export function isBlob(value: unknown): value is Blob {
  return typeof value === "object" && value !== null && "size" in value && "arrayBuffer" in value;
}
