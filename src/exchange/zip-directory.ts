import { fail, succeed, type Result } from "../kernel";
import { fileLimits, type FileProblem } from "./file-problem";

/** One part of an archive as its central directory describes it. Sizes are claims until the part is unpacked. */
export interface ZipEntry {
  /** With forward slashes, as written. */
  readonly name: string;
  readonly method: number;
  readonly checksum: number;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  /** Where the packed bytes start in the file. */
  readonly start: number;
}

const endSignature = 0x06054b50;
const wideEndSignature = 0x06064b50;
const wideLocatorSignature = 0x07064b50;
const directorySignature = 0x02014b50;
const localSignature = 0x04034b50;
const wide16 = 0xffff;
const wide32 = 0xffffffff;
const encryptedFlags = 0x0001 | 0x0040 | 0x2000;

/**
 * Reads the list of parts from the central directory, the one that Office itself trusts, and checks each local header against it.
 * Zip64 is read because some servers write it for small files too. Names are compared ignoring case, as Office does.
 */
export function readZipDirectory(bytes: Uint8Array): Result<readonly ZipEntry[], FileProblem> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (!end) return fail({ kind: "damaged", why: "cut short", part: "" });
  if (end.count > fileLimits.parts) return fail({ kind: "tooManyParts", count: end.count, limit: fileLimits.parts });
  const entries: ZipEntry[] = [];
  const seen = new Set<string>();
  let at = end.start;
  for (let index = 0; index < end.count; index += 1) {
    const read = readEntry(view, at);
    if (!read.ok) return read;
    const { entry, next } = read.value;
    const key = entry.name.toLowerCase();
    if (seen.has(key)) return fail({ kind: "duplicatePart", part: entry.name });
    seen.add(key);
    if (!entry.name.endsWith("/")) entries.push(entry);
    at = next;
  }
  return succeed(entries);
}

interface DirectoryEnd {
  readonly count: number;
  readonly start: number;
}

function findEnd(view: DataView): DirectoryEnd | undefined {
  const earliest = Math.max(0, view.byteLength - 22 - wide16);
  for (let at = view.byteLength - 22; at >= earliest; at -= 1) {
    if (view.getUint32(at, true) !== endSignature) continue;
    if (at + 22 + view.getUint16(at + 20, true) !== view.byteLength) continue;
    const count = view.getUint16(at + 10, true);
    const start = view.getUint32(at + 16, true);
    return count === wide16 || start === wide32 ? findWideEnd(view, at) : { count, start };
  }
  return undefined;
}

function findWideEnd(view: DataView, narrowEnd: number): DirectoryEnd | undefined {
  const locator = narrowEnd - 20;
  if (locator < 0 || view.getUint32(locator, true) !== wideLocatorSignature) return undefined;
  const at = readWide(view, locator + 8);
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== wideEndSignature) return undefined;
  return { count: readWide(view, at + 32), start: readWide(view, at + 48) };
}

function readEntry(view: DataView, at: number): Result<{ readonly entry: ZipEntry; readonly next: number }, FileProblem> {
  const broken = fail<FileProblem>({ kind: "damaged", why: "structure", part: "" });
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== directorySignature) return broken;
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  if (next > view.byteLength) return broken;
  const name = readName(view, at + 46, nameLength);
  if ((view.getUint16(at + 8, true) & encryptedFlags) !== 0) return fail({ kind: "passwordProtected" });
  const sizes = readSizes(view, at);
  const method = view.getUint16(at + 10, true);
  if (!sizes || (method !== 0 && method !== 8)) return fail({ kind: "damaged", why: "structure", part: name });
  const start = startOfData(view, sizes.header, { name, method });
  if (start === undefined) return fail({ kind: "damaged", why: "structure", part: name });
  if (start + sizes.packedBytes > view.byteLength) return fail({ kind: "damaged", why: "cut short", part: name });
  const checksum = view.getUint32(at + 16, true);
  return succeed({ entry: { name, method, checksum, start, packedBytes: sizes.packedBytes, unpackedBytes: sizes.unpackedBytes }, next });
}

/** A local header that tells another story than the directory means two readers would see two files. */
function startOfData(view: DataView, header: number, expected: { readonly name: string; readonly method: number }): number | undefined {
  if (header + 30 > view.byteLength || view.getUint32(header, true) !== localSignature) return undefined;
  const nameLength = view.getUint16(header + 26, true);
  const start = header + 30 + nameLength + view.getUint16(header + 28, true);
  if (start > view.byteLength || view.getUint16(header + 8, true) !== expected.method) return undefined;
  return readName(view, header + 30, nameLength) === expected.name ? start : undefined;
}

interface EntrySizes {
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly header: number;
}

/** Sizes that do not fit 32 bits stand in extra field 1, in this order and only those that overflow (APPNOTE 4.5.3). */
function readSizes(view: DataView, at: number): EntrySizes | undefined {
  const extraAt = at + 46 + view.getUint16(at + 28, true);
  const extraEnd = extraAt + view.getUint16(at + 30, true);
  const narrow = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
  if (!narrow.includes(wide32)) return toSizes(narrow);
  for (let field = extraAt; field + 4 <= extraEnd; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue;
    let from = field + 4;
    const end = Math.min(from + view.getUint16(field + 2, true), extraEnd);
    const wide: number[] = [];
    for (const value of narrow) {
      if (value !== wide32) wide.push(value);
      else if (from + 8 > end) return undefined;
      else {
        wide.push(readWide(view, from));
        from += 8;
      }
    }
    return toSizes(wide);
  }
  return undefined;
}

function toSizes([unpackedBytes = 0, packedBytes = 0, header = 0]: readonly number[]): EntrySizes {
  return { unpackedBytes, packedBytes, header };
}

function readWide(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}

const names = new TextDecoder();

function readName(view: DataView, at: number, length: number): string {
  return names.decode(new Uint8Array(view.buffer, view.byteOffset + at, length)).replaceAll("\\", "/");
}
