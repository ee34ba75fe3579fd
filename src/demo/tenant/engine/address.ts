/** An address under the version root, cut into decoded segments. */
export interface Address {
  readonly segments: readonly string[];
  readonly query: Query;
  /** Decoded, for messages and fault switches. */
  readonly path: string;
  /** As it came, for next links. */
  readonly rawPath: string;
}

/** Query options; the names without "$" and in lower case are the same options, as in Graph. */
export class Query {
  private readonly options: ReadonlyMap<string, string>;

  constructor(text: string) {
    const options = new Map<string, string>();
    for (const [name, value] of new URLSearchParams(text)) options.set(plain(name), value);
    this.options = options;
  }

  get(name: string): string | undefined {
    return this.options.get(plain(name));
  }

  names(): readonly string[] {
    return [...this.options.keys()];
  }

  /** The query text with some options replaced; undefined removes one. */
  with(changes: Readonly<Record<string, string | undefined>>): string {
    const options = new Map(this.options);
    for (const [name, value] of Object.entries(changes)) {
      if (value === undefined) options.delete(plain(name));
      else options.set(plain(name), value);
    }
    return [...options].map(([name, value]) => `${spelled(name)}=${encodeURIComponent(value)}`).join("&");
  }
}

const systemOptions = ["select", "expand", "filter", "orderby", "top", "skiptoken", "search", "count", "skip"];

function plain(name: string): string {
  const bare = name.replace(/^\$/, "");
  return systemOptions.includes(bare.toLowerCase()) ? bare.toLowerCase() : bare;
}

function spelled(name: string): string {
  return systemOptions.includes(name) ? `$${name}` : name;
}

/**
 * Reads "/v1.0/sites/host:/sites/pmo:/lists?$top=5", with or without the version and https://graph.microsoft.com.
 * A part in colons becomes one segment that begins with ":/"; after "sites/host" it joins the host to one site reference.
 * @returns undefined when a percent escape is broken.
 */
export function readAddress(url: string): Address | undefined {
  const local = url.replace(/^https:\/\/graph\.microsoft\.com/i, "").replace(/#.*$/, "");
  const mark = local.indexOf("?");
  const whole = mark < 0 ? local : local.slice(0, mark);
  const rawPath = `/${whole.replace(/^\/?v1\.0(?=\/|$)/, "").replace(/^\/+|\/+$/g, "")}`;
  const segments: string[] = [];
  for (const part of cut(rawPath)) {
    const decoded = decode(part);
    if (decoded === undefined) return undefined;
    if (decoded.startsWith(":/") && segments.length === 2 && segments[0] === "sites") segments.push(`${segments.pop() ?? ""}${decoded}`);
    else if (decoded !== "") segments.push(decoded.replace(/\(\)$/, ""));
  }
  return { segments, query: new Query(mark < 0 ? "" : local.slice(mark + 1)), path: `/${segments.join("/")}`, rawPath };
}

/** Cuts at slashes, except inside ":/…:" where a path of files or a site address stands. */
function* cut(path: string): Generator<string, undefined> {
  let rest = path.slice(1);
  while (rest !== "") {
    const slash = rest.indexOf("/");
    if (slash < 0) {
      yield rest;
      return;
    }
    const head = rest.slice(0, slash);
    rest = rest.slice(slash + 1);
    if (!head.endsWith(":")) {
      yield head;
      continue;
    }
    yield head.slice(0, -1);
    const close = rest.indexOf(":/");
    const inner = close < 0 ? rest.replace(/:$/, "") : rest.slice(0, close);
    yield `:/${inner}`;
    rest = close < 0 ? "" : rest.slice(close + 2);
  }
}

function decode(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
