import { numberAt, property, textAt, isRecord } from "../kernel";
import { given } from "./list-shapes";

export interface Person {
  readonly id: string;
  readonly displayName: string;
  /** The user principal name, lower case: how registers name a person. */
  readonly address: string;
  readonly mail?: string;
  readonly jobTitle?: string;
}

export interface Team {
  readonly id: string;
  readonly displayName: string;
  readonly description: string;
}

/** A private or shared channel has a site of its own. "unknown": a kind that Teams added later. */
export type MembershipType = "standard" | "private" | "shared" | "unknown";

export interface Channel {
  /** "19:…@thread.tacv2" */
  readonly id: string;
  readonly displayName: string;
  readonly membershipType: MembershipType;
  readonly webUrl?: string;
}

export interface Message {
  readonly id: string;
  readonly webUrl?: string;
  readonly created?: string;
}

export interface DriveItem {
  readonly id: string;
  readonly name: string;
  readonly isFolder: boolean;
  readonly driveId?: string;
  readonly webUrl?: string;
  readonly etag?: string;
  readonly sizeBytes?: number;
  /** Pre-authenticated and short-lived; a secret while it lives. Fetched without a token. */
  readonly downloadLink?: string;
}

/** Accepts users, and people whose address is only a mail. */
export function parsePerson(value: unknown): Person | undefined {
  const id = textAt(value, "id");
  const mail = textAt(value, "mail");
  const address = textAt(value, "userPrincipalName") ?? mail;
  if (id === undefined || address === undefined || address === "") return undefined;
  return { id, displayName: textAt(value, "displayName") ?? address, address: address.toLowerCase(), ...given({ mail, jobTitle: textAt(value, "jobTitle") }) };
}

export function parseTeam(value: unknown): Team | undefined {
  const id = textAt(value, "id");
  return id === undefined ? undefined : { id, displayName: textAt(value, "displayName") ?? "", description: textAt(value, "description") ?? "" };
}

const membershipTypes = new Map<string | undefined, MembershipType>([
  ["standard", "standard"],
  ["private", "private"],
  ["shared", "shared"],
]);

export function parseChannel(value: unknown): Channel | undefined {
  const id = textAt(value, "id");
  if (id === undefined) return undefined;
  const membershipType = membershipTypes.get(textAt(value, "membershipType")) ?? "unknown";
  return { id, displayName: textAt(value, "displayName") ?? "", membershipType, ...given({ webUrl: textAt(value, "webUrl") }) };
}

export function parseMessage(value: unknown): Message | undefined {
  const id = textAt(value, "id");
  return id === undefined ? undefined : { id, ...given({ webUrl: textAt(value, "webUrl"), created: textAt(value, "createdDateTime") }) };
}

export function parseDriveItem(value: unknown): DriveItem | undefined {
  const id = textAt(value, "id");
  const name = textAt(value, "name");
  if (id === undefined || name === undefined) return undefined;
  return {
    id,
    name,
    isFolder: isRecord(property(value, "folder")),
    ...given({
      driveId: textAt(property(value, "parentReference"), "driveId"),
      webUrl: textAt(value, "webUrl"),
      etag: textAt(value, "eTag") ?? textAt(value, "@odata.etag"),
      sizeBytes: numberAt(value, "size"),
      downloadLink: textAt(value, "@microsoft.graph.downloadUrl"),
    }),
  };
}
