import type { ClientKey } from "./ids";
import { sha256 } from "./sha256";

/**
 * A client key worked out from texts: the same texts give the same key on every device, so a repeated import finds its rows.
 * 128 bits of SHA-256; two different lists of texts never share one in practice.
 */
export function deriveClientKey(...texts: readonly string[]): ClientKey {
  const digest = sha256(new TextEncoder().encode(JSON.stringify(texts)));
  return Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, "0")).join("") as ClientKey; // 32 hex characters, which is all a client key is
}
