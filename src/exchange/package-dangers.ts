import type { FileProblem } from "./file-problem";
import type { Pace } from "./pace";
import { readXml } from "./read-xml";
import type { Parts } from "./unpack-zip";

/**
 * Looks for what an Office file may carry beside its content: macros, links to other files, and a DOCTYPE in any XML part.
 * An ordinary hyperlink is no danger: nothing follows it by itself.
 */
export async function findPackageDanger(parts: Parts, pace: Pace): Promise<FileProblem | undefined> {
  for (const [name, bytes] of parts) {
    if (/(?:^|\/)vbaproject\.bin$|(?:^|\/)(?:macrosheets|intlmacrosheets)\//.test(name)) return { kind: "macros" };
    if (/(?:^|\/)externallinks\//.test(name)) return { kind: "externalLinks" };
    if (/\.(?:xml|rels|vml)$/.test(name) && hasDocumentType(bytes)) return { kind: "documentType", part: name };
  }
  for (const [name, bytes] of parts) {
    const problem = name.endsWith(".rels") ? await checkRelationships(name, bytes, pace) : undefined;
    if (problem) return problem;
  }
  return checkContentTypes(parts, pace);
}

async function checkRelationships(part: string, bytes: Uint8Array, pace: Pace): Promise<FileProblem | undefined> {
  let found: FileProblem | undefined;
  const open = (name: string, attributes: ReadonlyMap<string, string>): void => {
    if (name !== "Relationship") return;
    const type = attributes.get("Type")?.toLowerCase() ?? "";
    if (type.endsWith("/vbaproject")) found ??= { kind: "macros" };
    const isExternal = attributes.get("TargetMode")?.toLowerCase() === "external";
    if ((isExternal && !type.endsWith("/hyperlink")) || type.endsWith("/externallink")) found ??= { kind: "externalLinks" };
  };
  return (await readXml(bytes, { open }, { part, pace })) ?? found;
}

/** A macro part may hide under another name; its content type may not. */
async function checkContentTypes(parts: Parts, pace: Pace): Promise<FileProblem | undefined> {
  const part = "[content_types].xml";
  const bytes = parts.get(part);
  if (!bytes) return undefined;
  let found: FileProblem | undefined;
  const open = (_name: string, attributes: ReadonlyMap<string, string>): void => {
    if (/macroenabled|vbaproject/i.test(attributes.get("ContentType") ?? "")) found = { kind: "macros" };
  };
  return (await readXml(bytes, { open }, { part, pace })) ?? found;
}

const letters = "DOCTYPE";

/** Searched in the bytes, in UTF-8 and both kinds of UTF-16, since decoding every part only for this would double the work. */
function hasDocumentType(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0x21); at !== -1; at = bytes.indexOf(0x21, at + 1)) {
    if (bytes[at - 1] === 0x3c && spells(bytes, at + 1, 1)) return true;
    if (bytes[at - 2] === 0x3c && spells(bytes, at + 2, 2)) return true;
  }
  return false;
}

function spells(bytes: Uint8Array, at: number, step: number): boolean {
  return Array.from(letters).every(
    (letter, index) => (bytes[at + index * step] ?? 0) === letter.charCodeAt(0) || (bytes[at + index * step] ?? 0) === letter.charCodeAt(0) + 32,
  );
}
