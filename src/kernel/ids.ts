import type { Randomness } from "./ports";

/** 32 hex characters of randomness (128 bits; ASVS 5.0 11.5.1: a UUID has fewer). Names a row before SharePoint does. */
export type ClientKey = string & { readonly unit: "client key" };

const clientKeyPattern = /^[0-9a-f]{32}$/;

export function makeClientKey(randomness: Randomness): ClientKey {
  return Array.from(randomness.bytes(16), (byte) => byte.toString(16).padStart(2, "0")).join("") as ClientKey;
}

export function isClientKey(text: unknown): text is ClientKey {
  return typeof text === "string" && clientKeyPattern.test(text);
}
