/** What the tenant remembers. Every record is plain JSON and is replaced, never changed in place. */

export type SiteRole = "none" | "read" | "write" | "manage";

export interface TenantRecord {
  readonly key: string;
  readonly id: string;
  readonly displayName: string;
  /** The SharePoint host, "northmere.sharepoint.com". */
  readonly host: string;
}

export interface PersonRecord {
  readonly key: string;
  readonly id: string;
  readonly tenantId: string;
  readonly displayName: string;
  readonly givenName: string;
  readonly surname: string;
  readonly userPrincipalName: string;
  readonly mail: string;
  readonly jobTitle: string | null;
  readonly department: string | null;
  readonly officeLocation: string | null;
  readonly mobilePhone: string | null;
  readonly businessPhones: readonly string[];
  readonly preferredLanguage: string | null;
  /** A JPEG as base64; null answers 404 as Graph does for people without a picture. */
  readonly photo: string | null;
  /** False imitates a person without OneDrive. */
  readonly hasDrive: boolean;
  /** False imitates a person to whom OneDrive refuses the app's folder; absent in records of older runs. */
  readonly hasAppFolder?: boolean;
  readonly driveId: string;
  readonly followedSiteIds: readonly string[];
}

export interface SiteRecord {
  readonly key: string;
  /** "host,site collection guid,web guid" */
  readonly id: string;
  readonly tenantId: string;
  readonly siteGuid: string;
  readonly webGuid: string;
  readonly host: string;
  /** "/sites/pmo"; empty for the root site. */
  readonly path: string;
  readonly displayName: string;
  readonly description: string;
  readonly createdMs: number;
  readonly modifiedMs: number;
  readonly timeZone: string;
  readonly driveId: string;
  readonly peopleListId: string;
}

export interface GrantRecord {
  readonly role: SiteRole;
}

/** What an app may be granted on a site for Sites.Selected (Graph: permissions-selected-overview). */
export type AppRole = "read" | "write" | "owner" | "fullcontrol";

export interface AppGrantRecord {
  readonly role: AppRole;
  readonly appName: string;
}

export interface TeamRecord {
  readonly key: string;
  /** Also the id of the group behind the team. */
  readonly id: string;
  readonly tenantId: string;
  readonly displayName: string;
  readonly description: string;
  readonly siteId: string;
  readonly createdMs: number;
  readonly ownerIds: readonly string[];
  readonly memberIds: readonly string[];
}

export type MembershipType = "standard" | "private" | "shared";

export interface ChannelRecord {
  readonly key: string;
  readonly id: string;
  readonly teamId: string;
  readonly displayName: string;
  readonly description: string;
  readonly membershipType: MembershipType;
  /** A private or shared channel has a site of its own. */
  readonly siteId: string;
  readonly createdMs: number;
  readonly isPrimary: boolean;
  /** Only for private and shared channels; a standard channel is open to the whole team. */
  readonly memberIds: readonly string[];
}

export interface MessageRecord {
  readonly id: string;
  readonly replyToId: string | null;
  readonly createdMs: number;
  readonly fromId: string;
  readonly subject: string | null;
  readonly importance: string;
  readonly contentType: "text" | "html";
  readonly content: string;
  readonly attachments: readonly unknown[];
  readonly mentions: readonly unknown[];
}

export interface ListRecord {
  readonly id: string;
  readonly siteId: string;
  /** The last part of the address, fixed by the first display name. */
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
  readonly template: string;
  readonly system: boolean;
  readonly createdMs: number;
  readonly modifiedMs: number;
  readonly createdById: string | null;
  readonly modifiedById: string | null;
  readonly version: number;
  readonly nextItemId: number;
  /** Counts every change to an item of this list; change tokens hold it. */
  readonly sequence: number;
}

export type ColumnKind = "text" | "number" | "currency" | "dateTime" | "choice" | "personOrGroup" | "lookup" | "boolean" | "calculated" | "hyperlinkOrPicture";

export interface ColumnRecord {
  readonly id: string;
  /** The internal name, which `fields` uses. */
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
  readonly columnGroup: string;
  readonly required: boolean;
  readonly indexed: boolean;
  readonly enforceUniqueValues: boolean;
  readonly hidden: boolean;
  readonly readOnly: boolean;
  readonly kind: ColumnKind;
  /** The properties of the type facet, defaults filled in. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly defaultValue: Readonly<Record<string, unknown>> | null;
}

/** A hyperlink, in the names of the wire. */
export interface LinkValue {
  readonly Url: string;
  readonly Description: string;
}

export type FieldValue = string | number | boolean | readonly string[] | readonly number[] | LinkValue;
export type FieldValues = Readonly<Record<string, FieldValue>>;

export interface ItemRecord {
  readonly id: number;
  readonly guid: string;
  /** The number in the eTag. */
  readonly version: number;
  readonly sequence: number;
  readonly createdMs: number;
  readonly modifiedMs: number;
  readonly createdById: string | null;
  readonly modifiedById: string | null;
  readonly fields: FieldValues;
  readonly deleted: boolean;
  /** The retention label that locks the item. */
  readonly label?: string;
}

export interface VersionRecord {
  readonly number: number;
  readonly modifiedMs: number;
  readonly modifiedById: string | null;
  readonly fields: FieldValues;
}

export interface FileRecord {
  readonly id: string;
  readonly guid: string;
  readonly name: string;
  /** null for the root of a drive. */
  readonly parentId: string | null;
  readonly createdMs: number;
  readonly modifiedMs: number;
  readonly createdById: string | null;
  readonly modifiedById: string | null;
  readonly version: number;
  /** undefined for a folder. */
  readonly file?: { readonly mimeType: string; readonly size: number; readonly base64: string };
}
