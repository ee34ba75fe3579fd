import { sha256 } from "../../kernel";

export interface DiskOwner {
  readonly tenantId: string;
  readonly personId: string;
}

/**
 * How the databases on this profile are called. A name says whether its content is sealed, to those who know an owner whether it is
 * theirs, and to nobody whose it is. A sealed one carries the mark of its key, so another key never opens or overwrites it.
 */
export function clearDatabase(owner: DiskOwner): string {
  return `disk.${ownerMark(owner)}`;
}

export function sealedDatabase(owner: DiskOwner, keyMark: string): string {
  return `sealed.${ownerMark(owner)}.${keyMark}`;
}

export function isOurDatabase(name: string): boolean {
  return /^(disk\.[0-9a-f]{64}|sealed\.[0-9a-f]{64}\.[0-9a-f]{16})$/.test(name);
}

export function isSealedDatabase(name: string): boolean {
  return name.startsWith("sealed.");
}

export function isDatabaseOf(owner: DiskOwner, name: string): boolean {
  return isOurDatabase(name) && name.split(".")[1] === ownerMark(owner);
}

/** 64 hex characters. Ids of Entra mean the same in upper and lower case. */
export function ownerMark(owner: DiskOwner): string {
  return hexOf(sha256(new TextEncoder().encode(JSON.stringify(["project-registers", ...ownerParts(owner)]))));
}

/** What stands for the owner wherever something is derived for them. */
export function ownerParts({ tenantId, personId }: DiskOwner): readonly [string, string] {
  return [tenantId.toLowerCase(), personId.toLowerCase()];
}

export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
