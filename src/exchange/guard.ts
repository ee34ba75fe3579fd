import { fail, succeed, type Result } from "../kernel";
import { fileLimits, type FileProblem, type ForeignKind } from "./file-problem";
import { findPackageDanger } from "./package-dangers";
import type { Pace } from "./pace";
import { unpackZip, type Parts } from "./unpack-zip";

/** A file that passed the guard, told apart by its content. XML is still to be walked with `readXml`, which holds the XML limits. */
export type GuardedFile =
  | { readonly kind: "package"; readonly parts: Parts }
  | { readonly kind: "xml"; readonly bytes: Uint8Array }
  | { readonly kind: "text"; readonly bytes: Uint8Array };

/**
 * The one door for every file from outside, whatever its name says: at most 10 MB; archives unpacked with counted output
 * and checked parts; macros, links to other files, passwords and old formats refused.
 */
export async function guardFile(bytes: Uint8Array, pace: Pace = {}): Promise<Result<GuardedFile, FileProblem>> {
  if (bytes.length === 0) return fail({ kind: "empty" });
  if (bytes.length > fileLimits.fileBytes) return fail({ kind: "tooLarge", sizeBytes: bytes.length, limitBytes: fileLimits.fileBytes });
  if (startsWith(bytes, oleHeader)) return fail({ kind: isPasswordProtected(bytes) ? "passwordProtected" : "oldFormat" });
  if (startsWith(bytes, [0x50, 0x4b])) return guardPackage(bytes, pace);
  const foreign = foreignKind(bytes);
  if (foreign) return fail({ kind: "wrongKind", found: foreign });
  const opening = openingText(bytes);
  if (/^<(?:!doctype\s+html|html|head|body|table|meta)\b/i.test(opening)) return fail({ kind: "wrongKind", found: "webPage" });
  return succeed({ kind: isXml(opening, bytes) ? "xml" : "text", bytes });
}

async function guardPackage(bytes: Uint8Array, pace: Pace): Promise<Result<GuardedFile, FileProblem>> {
  const parts = await unpackZip(bytes, pace);
  if (!parts.ok) return parts;
  const danger = await findPackageDanger(parts.value, pace);
  return danger ? fail(danger) : succeed({ kind: "package", parts: parts.value });
}

const oleHeader = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

const foreignHeaders: readonly (readonly [readonly number[], ForeignKind])[] = [
  [[0x25, 0x50, 0x44, 0x46, 0x2d], "pdf"],
  [[0x89, 0x50, 0x4e, 0x47], "picture"],
  [[0xff, 0xd8, 0xff], "picture"],
  [[0x47, 0x49, 0x46, 0x38], "picture"],
  [[0x1f, 0x8b], "otherArchive"],
  [[0x37, 0x7a, 0xbc, 0xaf], "otherArchive"],
  [[0x52, 0x61, 0x72, 0x21], "otherArchive"],
];

function foreignKind(bytes: Uint8Array): ForeignKind | undefined {
  return foreignHeaders.find(([header]) => startsWith(bytes, header))?.[1];
}

function startsWith(bytes: Uint8Array, header: readonly number[]): boolean {
  return header.every((byte, index) => bytes[index] === byte);
}

/** A password puts the workbook into an OLE stream of this name, in UTF-16 (MS-OFFCRYPTO 1.3.2). */
const encryptedStream = Array.from("EncryptedPackage", (letter) => [letter.charCodeAt(0), 0]).flat();

function isPasswordProtected(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0x45); at !== -1; at = bytes.indexOf(0x45, at + 1)) {
    if (encryptedStream.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}

/** The first letters in any encoding: zeros and byte order marks left out. */
function openingText(bytes: Uint8Array): string {
  const letters = bytes.subarray(0, 400).filter((byte) => byte !== 0 && byte !== 0xfe && byte !== 0xff && byte !== 0xef && byte !== 0xbb && byte !== 0xbf);
  return String.fromCharCode(...letters)
    .trimStart()
    .slice(0, 200);
}

/** A table may start with "<" too, so without a declaration the last letter must close an element. */
function isXml(opening: string, bytes: Uint8Array): boolean {
  if (/^<(?:\?xml|!)/i.test(opening)) return true;
  const last = bytes.subarray(-16).findLast((byte) => byte > 0x20);
  return /^<[\p{L}_]/u.test(opening) && last === 0x3e;
}
