import type { Randomness } from "../../../kernel";

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true });

export function utf8Bytes(text: string): Uint8Array {
  return encoder.encode(text);
}

/** undefined when the bytes are not UTF-8. */
export function utf8Text(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

export function toBase64(bytes: Uint8Array): string {
  let latin1 = "";
  for (let start = 0; start < bytes.length; start += 8192) latin1 += String.fromCharCode(...bytes.subarray(start, start + 8192));
  return btoa(latin1);
}

/** undefined when the text is not base64. */
export function fromBase64(text: string): Uint8Array | undefined {
  try {
    const latin1 = atob(text);
    const bytes = new Uint8Array(latin1.length);
    for (let at = 0; at < latin1.length; at += 1) bytes[at] = latin1.charCodeAt(at);
    return bytes;
  } catch {
    return undefined;
  }
}

export function toBase64Url(text: string): string {
  return toBase64(utf8Bytes(text)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

/** undefined when the text is not base64url of UTF-8. */
export function fromBase64Url(text: string): string | undefined {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return undefined;
  const bytes = fromBase64(text.replace(/-/g, "+").replace(/_/g, "/"));
  return bytes === undefined ? undefined : utf8Text(bytes);
}

export function byteLength(body: string | Uint8Array | undefined): number {
  if (body === undefined) return 0;
  return typeof body === "string" ? utf8Bytes(body).length : body.length;
}

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

export function randomHex(randomness: Randomness, bytes: number): string {
  let text = "";
  for (const byte of randomness.bytes(bytes)) text += hex[byte] ?? "";
  return text;
}

/** A lower-case GUID. */
export function randomGuid(randomness: Randomness): string {
  const text = randomHex(randomness, 16);
  return `${text.slice(0, 8)}-${text.slice(8, 12)}-4${text.slice(13, 16)}-a${text.slice(17, 20)}-${text.slice(20)}`;
}

/** Between 0 (included) and 1. */
export function randomShare(randomness: Randomness): number {
  const [first = 0, second = 0, third = 0] = randomness.bytes(3);
  return (first * 65_536 + second * 256 + third) / 16_777_216;
}

/** A new array in random order. */
export function shuffled<T>(things: readonly T[], randomness: Randomness): T[] {
  return things
    .map((thing) => ({ thing, rank: randomShare(randomness) }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ thing }) => thing);
}
