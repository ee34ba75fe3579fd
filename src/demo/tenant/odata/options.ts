import type { Query } from "../engine/address";
import { fromBase64, toBase64, utf8Bytes, utf8Text } from "../engine/encoding";
import { refuse, type Outcome } from "../engine/wire";

/** One name of $expand with its own options: fields($select=Title,Status). */
export interface Expansion {
  readonly name: string;
  readonly select: readonly string[] | undefined;
  readonly expand: readonly Expansion[];
}

/** The names of $select; undefined when nothing was selected. */
export function selectedNames(text: string | undefined): readonly string[] | undefined {
  const names = text
    ?.split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  return names === undefined || names.length === 0 ? undefined : names;
}

/** Reads $expand; inner options may stand with or without "$" and are parted by ";". */
export function readExpand(text: string | undefined): Outcome<readonly Expansion[]> {
  if (text === undefined || text.trim() === "") return { ok: true, value: [] };
  const expansions: Expansion[] = [];
  for (const part of splitOutside(text, ",")) {
    const match = /^\s*([A-Za-z]+)\s*(?:\((.*)\))?\s*$/s.exec(part);
    if (match === null) return refuse(400, "BadRequest", "Parsing OData Select and Expand failed: Syntax error.");
    const inner = new Map(
      splitOutside(match[2] ?? "", ";").map((option): [string, string] => {
        const at = option.indexOf("=");
        return [option.slice(0, Math.max(0, at)).trim().replace(/^\$/, "").toLowerCase(), option.slice(at + 1).trim()];
      }),
    );
    const nested = readExpand(inner.get("expand"));
    if (!nested.ok) return nested;
    expansions.push({ name: match[1] ?? "", select: selectedNames(inner.get("select")), expand: nested.value });
  }
  return { ok: true, value: expansions };
}

function splitOutside(text: string, separator: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === "(") depth += 1;
    else if (character === ")") depth -= 1;
    else if (character === separator && depth === 0) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}

export interface PageSize {
  readonly usual: number;
  readonly largest: number;
}

/** $top; more than the largest page is cut to it, nonsense is refused. */
export function readTop(query: Query, size: PageSize): Outcome<number> {
  const text = query.get("$top");
  if (text === undefined) return { ok: true, value: size.usual };
  if (!/^[1-9]\d{0,8}$/.test(text))
    return refuse(400, "BadRequest", `Invalid value '${text}' for $top query option found. The $top query option requires a non-negative integer value.`);
  return { ok: true, value: Math.min(Number(text), size.largest) };
}

/** Only the selected properties of an entity; annotations (names with "@") stay with their property. */
export function pick(entity: Readonly<Record<string, unknown>>, select: readonly string[] | undefined): Readonly<Record<string, unknown>> {
  if (select === undefined) return entity;
  return Object.fromEntries(
    Object.entries(entity).filter(([name]) => (name.includes("@") ? name.startsWith("@") || select.includes(name.split("@")[0] ?? "") : select.includes(name))),
  );
}

/** An opaque page token. */
export function writePageToken(text: string): string {
  return toBase64(utf8Bytes(text));
}

export function readPageToken(token: string): string | undefined {
  const bytes = fromBase64(token);
  return bytes === undefined ? undefined : utf8Text(bytes);
}
