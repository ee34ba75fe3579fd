import type { Cipher } from "../../store";
import { pageTurn } from "./page-turn";

const keyLength = 32;
const ivLength = 12;
const tagLength = 16;
const nameLength = 16;

/** Chromium seals within the call, as a profile shows, although it answers with a promise. From here on the page waits noticeably. */
const manyBytes = 16 * 1024;

/**
 * Sealing by the browser's own cryptography. Values: AES-GCM-256, a fresh random IV of 96 bits before each sealed text.
 * Each text of many bytes is sealed in a turn of the page of its own.
 * Names: the first 128 bits of HMAC-SHA-256, as hex. Both keys are derived from the one given, so that neither tells the other.
 * @param key 32 random bytes, kept by the caller; here they live in memory only and cannot be exported again.
 */
export async function webCipher(key: Uint8Array): Promise<Cipher> {
  if (key.length !== keyLength) throw new RangeError(`a key of ${keyLength} bytes`);
  const root = await crypto.subtle.importKey("raw", key.slice(), "HKDF", false, ["deriveKey"]);
  const [valueKey, nameKey] = await Promise.all([
    crypto.subtle.deriveKey(derivation("values"), root, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]),
    crypto.subtle.deriveKey(derivation("names"), root, { name: "HMAC", hash: "SHA-256", length: 256 }, false, ["sign"]),
  ]);
  return {
    seal: async (plain, additional) => {
      if (plain.length >= manyBytes) await pageTurn();
      const iv = crypto.getRandomValues(new Uint8Array(ivLength));
      const body = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: additional }, valueKey, plain);
      const sealed = new Uint8Array(ivLength + body.byteLength);
      sealed.set(iv);
      sealed.set(new Uint8Array(body), ivLength);
      return sealed;
    },
    open: async (sealed, additional) => {
      if (sealed.length < ivLength + tagLength) return undefined;
      const parameters = { name: "AES-GCM", iv: sealed.subarray(0, ivLength), additionalData: additional };
      try {
        return new Uint8Array(await crypto.subtle.decrypt(parameters, valueKey, sealed.subarray(ivLength)));
      } catch {
        // The platform gives one error for every reason, on purpose.
        return undefined;
      }
    },
    conceal: async (text) => {
      const digest = new Uint8Array(await crypto.subtle.sign("HMAC", nameKey, text));
      return Array.from(digest.subarray(0, nameLength), (byte) => byte.toString(16).padStart(2, "0")).join("");
    },
  };
}

/** No salt: the key that comes in is random already (RFC 5869, 3.1). */
function derivation(purpose: string): HkdfParams {
  return { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: new TextEncoder().encode(`project-registers disk ${purpose}`) };
}
