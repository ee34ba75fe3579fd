import type { Cipher } from "../../store";
import { hexOf, ownerParts, type DiskOwner } from "./database-names";
import { webCipher } from "./web-cipher";

/** How one person's disk is sealed under one secret. */
export interface Sealing {
  readonly cipher: Cipher;
  /** 16 hex characters that tell this key from others and say nothing about it. */
  readonly mark: string;
}

/**
 * The key of a person's disk, derived from their secret (RFC 5869). It is kept nowhere, so there is nothing beside the data
 * that could open it, get lost without it, or be made twice by two tabs.
 */
export async function sealingFor(secret: Uint8Array, owner: DiskOwner): Promise<Sealing> {
  const root = await crypto.subtle.importKey("raw", secret.slice(), "HKDF", false, ["deriveBits"]);
  const derive = async (purpose: string, bits: number): Promise<Uint8Array> => {
    const info = new TextEncoder().encode(JSON.stringify(["project-registers device", purpose, ...ownerParts(owner)]));
    // No salt: the secret is random already (RFC 5869, 3.1).
    return new Uint8Array(await crypto.subtle.deriveBits({ name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info }, root, bits));
  };
  const [key, mark] = await Promise.all([derive("key", 256), derive("mark", 64)]);
  return { cipher: await webCipher(key), mark: hexOf(mark) };
}
