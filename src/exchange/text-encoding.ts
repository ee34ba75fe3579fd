/** How bytes become text. The names are the ones the page shows. */
export type TextEncoding = "UTF-8" | "UTF-16 LE" | "UTF-16 BE" | "Windows-1252";

export const textEncodings: readonly TextEncoding[] = ["UTF-8", "UTF-16 LE", "UTF-16 BE", "Windows-1252"];

export interface DetectedEncoding {
  readonly encoding: TextEncoding;
  /** Length of the byte order mark; 0 when there is none. */
  readonly markBytes: number;
}

const sampleBytes = 64 * 1024;
const sliceBytes = 256 * 1024;

/** A byte order mark settles it; then the pattern of zero bytes; then whether the whole is valid UTF-8. */
export function detectEncoding(bytes: Uint8Array): DetectedEncoding {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: "UTF-8", markBytes: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: "UTF-16 LE", markBytes: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: "UTF-16 BE", markBytes: 2 };
  return { encoding: utf16ByZeros(bytes) ?? (isUtf8(bytes) ? "UTF-8" : "Windows-1252"), markBytes: 0 };
}

/** English text in UTF-16 has a zero in nearly every second byte, always on the same side. */
function utf16ByZeros(bytes: Uint8Array): TextEncoding | undefined {
  const sample = bytes.subarray(0, sampleBytes);
  const pairs = Math.floor(sample.length / 2);
  if (pairs === 0 || bytes.length % 2 === 1) return undefined;
  let evenZeros = 0;
  let oddZeros = 0;
  for (let at = 0; at < pairs * 2; at += 2) {
    if (sample[at] === 0) evenZeros += 1;
    if (sample[at + 1] === 0) oddZeros += 1;
  }
  if (oddZeros > pairs * 0.4 && evenZeros < pairs * 0.05) return "UTF-16 LE";
  if (evenZeros > pairs * 0.4 && oddZeros < pairs * 0.05) return "UTF-16 BE";
  return undefined;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The whole text; bytes without a meaning in the encoding become U+FFFD. Pass the bytes without their byte order mark. */
export function decodeText(bytes: Uint8Array, encoding: TextEncoding): string {
  return [...decodeInSlices(bytes, encoding)].join("");
}

/** The text in slices of about 256 KB, so that a long file is never held twice. */
export function* decodeInSlices(bytes: Uint8Array, encoding: TextEncoding): Generator<string> {
  const label = labels[encoding];
  const decoder = label === undefined ? undefined : new TextDecoder(label, { ignoreBOM: true });
  for (let at = 0; at < bytes.length; at += sliceBytes) {
    const slice = bytes.subarray(at, at + sliceBytes);
    yield decoder ? decoder.decode(slice, { stream: true }) : decodeWindows1252(slice);
  }
  const rest = decoder?.decode() ?? "";
  if (rest !== "") yield rest;
}

const labels: Readonly<Record<TextEncoding, string | undefined>> = {
  "UTF-8": "utf-8",
  "UTF-16 LE": "utf-16le",
  "UTF-16 BE": "utf-16be",
  "Windows-1252": undefined,
};

/** Bytes 80 to 9F (encoding.spec.whatwg.org, index windows-1252). Node 20's own decoder reads them as Latin-1. */
const upperControls = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

const windows1252 = Uint16Array.from({ length: 256 }, (_, byte) => (byte >= 0x80 && byte <= 0x9f ? upperControls.charCodeAt(byte - 0x80) : byte));

function decodeWindows1252(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) {
    const codes = Array.from(bytes.subarray(at, at + 8192), (byte) => windows1252[byte] ?? byte);
    pieces.push(String.fromCharCode(...codes));
  }
  return pieces.join("");
}
