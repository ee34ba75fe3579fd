import { SaxesParser } from "saxes";
import { fileLimits, type FileProblem } from "./file-problem";
import { breathe, type Pace } from "./pace";
import { decodeInSlices, detectEncoding, type TextEncoding } from "./text-encoding";

/** Attributes by name without prefix. A Map, because names come from outside. */
export type XmlAttributes = ReadonlyMap<string, string>;

/** What the walk calls, with names freed of their namespace prefix. Text may come in several pieces. */
export interface XmlVisitor {
  open?(name: string, attributes: XmlAttributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Carries a refusal out of saxes' callbacks, which have no other way to stop it. */
class Refusal extends Error {
  constructor(readonly problem: FileProblem) {
    super(problem.kind);
  }
}

/**
 * Walks one XML document in slices, for any part or file of unknown origin. Refuses a DOCTYPE, more than 100 levels,
 * 1,000 attributes on an element, and anything not well formed. saxes runs without `xmlns`, which is quadratic in depth.
 * @param part named in the problem. @returns the problem, or undefined after a complete walk; a visitor that threw is a bug.
 */
export async function readXml(
  bytes: Uint8Array,
  visitor: XmlVisitor,
  { part, pace }: { readonly part: string; readonly pace: Pace },
): Promise<FileProblem | undefined> {
  const detected = detectEncoding(bytes);
  const encoding = detected.markBytes === 0 && isDeclaredSingleByte(bytes) ? "Windows-1252" : xmlEncoding(detected.encoding);
  const parser = makeParser(visitor, part);
  try {
    for (const slice of decodeInSlices(bytes.subarray(detected.markBytes), encoding)) {
      parser.write(slice);
      if (await breathe(pace)) return { kind: "cancelled" };
    }
    parser.close();
    return undefined;
  } catch (caught) {
    if (caught instanceof Refusal) return caught.problem;
    throw caught;
  }
}

/** Without a declaration XML is UTF-8, whatever its bytes look like. */
function xmlEncoding(detected: TextEncoding): TextEncoding {
  return detected === "Windows-1252" ? "UTF-8" : detected;
}

function isDeclaredSingleByte(bytes: Uint8Array): boolean {
  const opening = String.fromCharCode(...bytes.subarray(0, 200));
  return /^<\?xml[^>]*encoding\s*=\s*["'](?:windows-1252|iso-8859-1)["']/i.test(opening);
}

function makeParser(visitor: XmlVisitor, part: string): SaxesParser {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  let attributes = new Map<string, string>();
  let attributeCount = 0;
  parser.on("error", () => {
    throw new Refusal({ kind: "brokenXml", part });
  });
  parser.on("doctype", () => {
    throw new Refusal({ kind: "documentType", part });
  });
  parser.on("opentagstart", () => {
    depth += 1;
    attributes = new Map();
    attributeCount = 0;
    if (depth > fileLimits.xmlDepth) throw new Refusal({ kind: "tooDeep", limit: fileLimits.xmlDepth });
  });
  parser.on("attribute", ({ name, value }) => {
    attributes.set(localName(name), value);
    attributeCount += 1;
    if (attributeCount > fileLimits.xmlAttributes) throw new Refusal({ kind: "tooManyAttributes", limit: fileLimits.xmlAttributes });
  });
  parser.on("opentag", ({ name }) => visitor.open?.(localName(name), attributes));
  parser.on("closetag", ({ name }) => {
    depth -= 1;
    visitor.close?.(localName(name));
  });
  parser.on("text", (text) => visitor.text?.(text));
  parser.on("cdata", (text) => visitor.text?.(text));
  return parser;
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
