import { booleanAt, isRecord, listAt, property, textAt } from "../kernel";

/** Values by internal column name: own properties only, no prototype, annotations ("@…") left out. */
export type FieldValues = Readonly<Record<string, unknown>>;

export interface Site {
  /** Three parts with commas between: host, site collection, web. */
  readonly id: string;
  readonly displayName: string;
  readonly webUrl: string;
  readonly name?: string;
}

export interface List {
  readonly id: string;
  readonly displayName: string;
  /** From the first display name; the URL's last part; never changes. */
  readonly name: string;
  readonly webUrl: string;
  readonly description: string;
  readonly isHidden: boolean;
  /** "genericList", "documentLibrary" …; empty when not told. */
  readonly template: string;
}

export type ColumnKind =
  "text" | "note" | "number" | "currency" | "dateTime" | "date" | "choice" | "choices" | "person" | "people" | "lookup" | "boolean" | "calculated" | "other";

export interface Column {
  readonly id: string;
  /** The internal name, the key in a row's fields. */
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
  readonly kind: ColumnKind;
  readonly isRequired: boolean;
  readonly isIndexed: boolean;
  readonly isUnique: boolean;
  readonly isHidden: boolean;
  readonly isReadOnly: boolean;
  /** Empty unless the kind is "choice" or "choices". */
  readonly choices: readonly string[];
  /** The raw facet: maxLength, decimalPlaces, listId …; empty when Graph tells none (a hyperlink). */
  readonly facet: FieldValues;
}

export interface Identity {
  readonly id?: string;
  readonly displayName?: string;
  /** Lower case. */
  readonly email?: string;
}

export interface ListItem {
  readonly id: string;
  /** Opaque, quotes included; absent on deleted rows. */
  readonly etag?: string;
  /** Absent when not expanded, and on deleted rows. An empty column is absent from it. */
  readonly fields?: FieldValues;
  readonly isDeleted: boolean;
  readonly webUrl?: string;
  /** As printed by SharePoint; site-local times with a Z have been seen, so never ordered against our clock (graph.md 5.1). */
  readonly created?: string;
  readonly modified?: string;
  readonly createdBy?: Identity;
  readonly modifiedBy?: Identity;
}

export interface ItemVersion {
  /** "3.0" */
  readonly id: string;
  readonly modified?: string;
  readonly modifiedBy?: Identity;
  readonly fields?: FieldValues;
}

export function parseSite(value: unknown): Site | undefined {
  const id = textAt(value, "id");
  const webUrl = textAt(value, "webUrl");
  if (id === undefined || webUrl === undefined) return undefined;
  const name = textAt(value, "name");
  return { id, webUrl, displayName: textAt(value, "displayName") ?? name ?? "", ...given({ name }) };
}

export function parseList(value: unknown): List | undefined {
  const id = textAt(value, "id");
  if (id === undefined) return undefined;
  const facet = property(value, "list");
  const displayName = textAt(value, "displayName") ?? textAt(value, "name") ?? "";
  return {
    id,
    displayName,
    name: textAt(value, "name") ?? displayName,
    webUrl: textAt(value, "webUrl") ?? "",
    description: textAt(value, "description") ?? "",
    isHidden: booleanAt(facet, "hidden") ?? false,
    template: textAt(facet, "template") ?? "",
  };
}

export function parseColumn(value: unknown): Column | undefined {
  const name = textAt(value, "name");
  if (name === undefined) return undefined;
  const [kind, facet] = kindAndFacet(value);
  return {
    id: textAt(value, "id") ?? "",
    name,
    displayName: textAt(value, "displayName") ?? name,
    description: textAt(value, "description") ?? "",
    kind,
    isRequired: booleanAt(value, "required") ?? false,
    isIndexed: booleanAt(value, "indexed") ?? false,
    isUnique: booleanAt(value, "enforceUniqueValues") ?? false,
    isHidden: booleanAt(value, "hidden") ?? false,
    isReadOnly: booleanAt(value, "readOnly") ?? false,
    choices: listAt(facet, "choices").filter((choice) => typeof choice === "string"),
    facet: copyFields(facet) ?? noFields,
  };
}

/** `type` is not returned for list columns (columndefinition.md), so the kind follows from the facet that is there. */
function kindAndFacet(column: unknown): readonly [ColumnKind, unknown] {
  const facetNames = ["text", "number", "currency", "dateTime", "choice", "personOrGroup", "lookup", "boolean", "calculated"] as const;
  const name = facetNames.find((facetName) => isRecord(property(column, facetName)));
  const facet = name === undefined ? undefined : property(column, name);
  switch (name) {
    case undefined:
      return ["other", undefined];
    case "text":
      return [booleanAt(facet, "allowMultipleLines") === true ? "note" : "text", facet];
    case "dateTime":
      return [textAt(facet, "format") === "dateOnly" ? "date" : "dateTime", facet];
    case "choice": // no "several" property: check boxes are what makes it so
      return [textAt(facet, "displayAs") === "checkBoxes" ? "choices" : "choice", facet];
    case "personOrGroup":
      return [booleanAt(facet, "allowMultipleSelection") === true ? "people" : "person", facet];
    default:
      return [name, facet];
  }
}

export function parseListItem(value: unknown): ListItem | undefined {
  const id = textAt(value, "id");
  if (id === undefined) return undefined;
  const etag = textAt(value, "@odata.etag") ?? textAt(value, "eTag");
  return {
    id,
    isDeleted: isRecord(property(value, "deleted")),
    ...given({
      etag,
      fields: copyFields(property(value, "fields")),
      webUrl: textAt(value, "webUrl"),
      created: textAt(value, "createdDateTime"),
      modified: textAt(value, "lastModifiedDateTime"),
      createdBy: parseIdentity(property(value, "createdBy")),
      modifiedBy: parseIdentity(property(value, "lastModifiedBy")),
    }),
  };
}

export function parseItemVersion(value: unknown): ItemVersion | undefined {
  const id = textAt(value, "id");
  if (id === undefined) return undefined;
  const modified = textAt(value, "lastModifiedDateTime");
  return { id, ...given({ modified, modifiedBy: parseIdentity(property(value, "lastModifiedBy")), fields: copyFields(property(value, "fields")) }) };
}

/** `{ user: { id, displayName, email } }`; often with parts missing, or absent. */
function parseIdentity(value: unknown): Identity | undefined {
  const user = property(value, "user");
  if (!isRecord(user)) return undefined;
  return given({ id: textAt(user, "id"), displayName: textAt(user, "displayName"), email: textAt(user, "email")?.toLowerCase() });
}

const noFields: FieldValues = Object.freeze(Object.create(null) as Record<string, unknown>); // create() is typed any

/** Undefined when there is no object. "__proto__" becomes an ordinary name here and changes no prototype. */
export function copyFields(value: unknown): FieldValues | undefined {
  if (!isRecord(value)) return undefined;
  const fields = Object.create(null) as Record<string, unknown>; // create() is typed any
  for (const [name, field] of Object.entries(value)) if (!name.includes("@")) fields[name] = field;
  return Object.freeze(fields);
}

type Given<T> = { [Name in keyof T]?: Exclude<T[Name], undefined> };

/** Leaves out what is undefined, so that "absent" has one form. */
export function given<T extends Readonly<Record<string, unknown>>>(values: T): Given<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Given<T>; // fromEntries forgets names
}
