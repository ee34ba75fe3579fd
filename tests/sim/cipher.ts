import type { Cipher } from "../../src/store";

type Bytes = Uint8Array<ArrayBuffer>;

/** Seals well enough to see whether somebody reads what is not theirs, and fast enough to be simulated. It keeps no secret. */
export function simCipher(person: string): Cipher {
  const key = new TextEncoder().encode(person);
  return {
    seal: (plain, additional) => Promise.resolve(joined(checksum(key, additional, plain), veiled(plain, key))),
    open: (sealed, additional) => {
      const plain = veiled(sealed.slice(8), key);
      const isGenuine = checksum(key, additional, plain).every((byte, at) => byte === sealed[at]);
      return Promise.resolve(isGenuine ? plain : undefined);
    },
    conceal: (text) => Promise.resolve([...checksum(key, text)].map((byte) => byte.toString(16).padStart(2, "0")).join("")),
  };
}

function veiled(bytes: Bytes, key: Uint8Array): Bytes {
  return bytes.map((byte, at) => byte ^ (key[at % key.length] ?? 0) ^ (at & 0xff));
}

function checksum(...parts: readonly Uint8Array[]): Bytes {
  let [one, other] = [0x811c9dc5, 0x9e3779b9];
  for (const part of parts) {
    for (const byte of part) {
      one = Math.imul(one ^ byte, 0x01000193);
      other = Math.imul(other ^ byte, 0x85ebca6b) ^ (other >>> 13);
    }
    one = Math.imul(one ^ part.length, 0x01000193);
  }
  const bytes = new DataView(new ArrayBuffer(8));
  bytes.setInt32(0, one);
  bytes.setInt32(4, other);
  return new Uint8Array(bytes.buffer);
}

function joined(one: Bytes, other: Bytes): Bytes {
  const all = new Uint8Array(one.length + other.length);
  all.set(one);
  all.set(other, one.length);
  return all;
}
