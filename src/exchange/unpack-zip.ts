import { Inflate } from "fflate";
import { fail, succeed, type Result } from "../kernel";
import { crc32 } from "./crc32";
import { fileLimits, type FileProblem } from "./file-problem";
import { breathe, type Pace } from "./pace";
import { readZipDirectory, type ZipEntry } from "./zip-directory";

/** Parts of an archive by name in lower case, since Office compares part names ignoring case. */
export type Parts = ReadonlyMap<string, Uint8Array>;

/** Deflate yields at most about 1,032 bytes for one: a slice this small can add 4 MB before it is counted. */
const sliceBytes = 4096;
const bytesBetweenBreaths = 1024 * 1024;

/**
 * Unpacks an archive whose sizes, names and checksums nobody vouches for. Output is counted as it appears,
 * because fflate believes the header's size and ignores checksums and the encryption flag.
 */
export async function unpackZip(bytes: Uint8Array, pace: Pace): Promise<Result<Parts, FileProblem>> {
  const directory = readZipDirectory(bytes);
  if (!directory.ok) return directory;
  const parts = new Map<string, Uint8Array>();
  let roomBytes: number = fileLimits.unpackedBytes;
  for (const entry of directory.value) {
    const unpacked = await unpackEntry(bytes.subarray(entry.start, entry.start + entry.packedBytes), entry, { pace, roomBytes });
    if (!unpacked.ok) return unpacked;
    roomBytes -= unpacked.value.length;
    parts.set(entry.name.toLowerCase(), unpacked.value);
  }
  return succeed(parts);
}

interface Allowance {
  readonly pace: Pace;
  readonly roomBytes: number;
}

async function unpackEntry(packed: Uint8Array, entry: ZipEntry, allowance: Allowance): Promise<Result<Uint8Array, FileProblem>> {
  const content = await inflate(packed, entry, allowance);
  if (!content.ok) return content;
  if (content.value.length !== entry.unpackedBytes) return fail({ kind: "damaged", why: "sizes", part: entry.name });
  if (crc32(content.value) !== entry.checksum) return fail({ kind: "damaged", why: "checksum", part: entry.name });
  return content;
}

async function inflate(packed: Uint8Array, entry: ZipEntry, { pace, roomBytes }: Allowance): Promise<Result<Uint8Array, FileProblem>> {
  const chunks: Uint8Array[] = [];
  let countBytes = 0;
  const take = (chunk: Uint8Array): void => {
    chunks.push(chunk);
    countBytes += chunk.length;
  };
  const inflater = entry.method === 8 ? new Inflate(take) : undefined;
  let breathAt = 0;
  for (let at = 0; at < packed.length || at === 0; at += sliceBytes) {
    const slice = packed.subarray(at, at + sliceBytes);
    try {
      if (inflater) inflater.push(slice, at + sliceBytes >= packed.length);
      else take(slice);
    } catch {
      // fflate throws for every kind of broken stream; there is nothing finer to tell the person.
      return fail({ kind: "damaged", why: "structure", part: entry.name });
    }
    if (countBytes > fileLimits.partBytes) return fail({ kind: "partTooLarge", part: entry.name, limitBytes: fileLimits.partBytes });
    if (countBytes > roomBytes) return fail({ kind: "unpacksTooLarge", limitBytes: fileLimits.unpackedBytes });
    if (countBytes < breathAt + bytesBetweenBreaths) continue;
    breathAt = countBytes;
    if (await breathe(pace)) return fail({ kind: "cancelled" });
  }
  return succeed(join(chunks, countBytes));
}

function join(chunks: readonly Uint8Array[], countBytes: number): Uint8Array {
  const whole = new Uint8Array(countBytes);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
