import { parseGraphLink, type GraphLink } from "../graph";
import { isRecord, listAt, parseJson, property, textAt } from "../kernel";
import type { ListSchema } from "./found-list";

/**
 * Where the next round of a place starts, and its list as it stood when these rows were read. To the store this is one text, which it
 * keeps with the rows: the next page need ask neither for the list nor for its columns before it asks what has changed.
 */
export interface PullToken {
  readonly link: GraphLink;
  readonly list?: ListSchema;
  /** Of a list that the trust made itself: how these rows were read. */
  readonly mapping?: string;
}

/** A list that lacks a column is asked for anew, as its owner may have put it back. */
export function pullTokenText(link: GraphLink, list: ListSchema | undefined): string {
  if (list?.adopted !== undefined) return JSON.stringify({ link, mapping: list.adopted.mapping });
  if (list === undefined || list.missing.length > 0) return link;
  const { listId, webUrl, displayNames, choices } = list;
  return JSON.stringify({ link, list: { listId, webUrl, displayNames: [...displayNames], choices: [...choices] } });
}

/** @returns undefined for a text that is no token of ours. */
export function parsePullToken(text: string): PullToken | undefined {
  const given = parseJson(text);
  const link = parseGraphLink(isRecord(given) ? property(given, "link") : text);
  const list = parseList(property(given, "list"));
  const mapping = textAt(given, "mapping");
  return link === undefined ? undefined : { link, ...(list !== undefined && { list }), ...(mapping !== undefined && { mapping }) };
}

function parseList(given: unknown): ListSchema | undefined {
  const [listId, webUrl] = [textAt(given, "listId"), textAt(given, "webUrl")];
  const displayNames = listAt(given, "displayNames").filter(isNamed(isText));
  const choices = listAt(given, "choices").filter(isNamed(isTexts));
  if (listId === undefined || webUrl === undefined) return undefined;
  return { listId, webUrl, missing: [], displayNames: new Map(displayNames), choices: new Map(choices) };
}

const isText = (value: unknown): value is string => typeof value === "string";
const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText);

function isNamed<T>(is: (value: unknown) => value is T): (entry: unknown) => entry is readonly [string, T] {
  return (entry): entry is readonly [string, T] => Array.isArray(entry) && entry.length === 2 && isText(entry[0]) && is(entry[1]);
}
