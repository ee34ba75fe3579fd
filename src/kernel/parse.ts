/** Small readers for values that nobody vouches for: Graph answers, host messages, files, disk. */

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An own property only: "__proto__" and "constructor" in hostile JSON are never inherited from Object. */
export function property(value: unknown, name: string): unknown {
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

export function textAt(value: unknown, name: string): string | undefined {
  const found = property(value, name);
  return typeof found === "string" ? found : undefined;
}

export function numberAt(value: unknown, name: string): number | undefined {
  const found = property(value, name);
  return typeof found === "number" && Number.isFinite(found) ? found : undefined;
}

export function booleanAt(value: unknown, name: string): boolean | undefined {
  const found = property(value, name);
  return typeof found === "boolean" ? found : undefined;
}

export function listAt(value: unknown, name: string): readonly unknown[] {
  const found = property(value, name);
  return Array.isArray(found) ? found : [];
}

/** JSON text to a value; undefined when it is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const longestHref = 2_000;

/** An https address without user name or password, at most 2,000 characters; undefined for anything else. */
export function safeHref(text: string): string | undefined {
  const bare = text.trim();
  if (bare.length > longestHref || !URL.canParse(bare)) return undefined;
  const url = new URL(bare);
  const isPlain = url.protocol === "https:" && url.username === "" && url.password === "";
  // Characters outside ASCII grow when they are escaped.
  return isPlain && url.href.length <= longestHref ? url.href : undefined;
}
