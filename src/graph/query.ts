import { encodeValue } from "./address";
import { safeName, type Filter } from "./filter";

/** `expand: [{ of: "fields", select: ["Title", "Status"] }]` */
export interface Expansion {
  readonly of: string;
  readonly select?: readonly string[];
}

export interface SortOrder {
  /** A list column. */
  readonly field: string;
  readonly order: "ascending" | "descending";
}

/** Finds people and the like by words; needs the header `ConsistencyLevel: eventual` (learn.microsoft.com/graph/search-query-parameter). */
export interface SearchPhrase {
  readonly properties: readonly string[];
  readonly text: string;
}

export interface GraphQuery {
  readonly select?: readonly string[];
  readonly expand?: readonly Expansion[];
  readonly filter?: Filter;
  readonly search?: SearchPhrase;
  readonly orderBy?: readonly SortOrder[];
  readonly top?: number;
  /** Of delta: "latest" answers with a link for "from now on" only. */
  readonly token?: string;
  /** What putting a file does when the name is taken; Graph's own default is replace. */
  readonly whenNameTaken?: "fail" | "rename" | "replace";
}

/** "" or "?$select=…&$filter=…"; every value is percent-encoded exactly once, here. */
export function queryText(query: GraphQuery = {}): string {
  const pairs: readonly (readonly [string, string | undefined])[] = [
    ["$select", query.select?.map(safeName).join(",")],
    ["$expand", query.expand?.map(expansionText).join(",")],
    ["$filter", query.filter?.filterText],
    ["$search", query.search && searchText(query.search)],
    ["$orderby", query.orderBy?.map(({ field, order }) => `fields/${safeName(field)} ${order === "ascending" ? "asc" : "desc"}`).join(",")],
    ["$top", query.top?.toFixed(0)],
    ["token", query.token],
    ["@microsoft.graph.conflictBehavior", query.whenNameTaken],
  ];
  const given = pairs.flatMap(([name, value]) => (value === undefined || value === "" ? [] : [`${name}=${encodeValue(value)}`]));
  return given.length === 0 ? "" : `?${given.join("&")}`;
}

function expansionText({ of, select }: Expansion): string {
  return select === undefined ? safeName(of) : `${safeName(of)}($select=${select.map(safeName).join(",")})`;
}

function searchText({ properties, text }: SearchPhrase): string {
  const phrase = text.replace(/["\\]/g, (mark) => `\\${mark}`);
  return properties.map((property) => `"${safeName(property)}:${phrase}"`).join(" OR ");
}
