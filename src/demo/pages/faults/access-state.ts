import { booleanAt, listAt, numberAt, property, textAt } from "../../../kernel";

export interface AccessState {
  readonly way: "broad" | "selected";
  /** By Conditional Access. */
  readonly isBlocked: boolean;
  readonly sites: readonly { readonly key: string; readonly name: string; readonly appGrant: string }[];
  readonly restrictedSite: string | undefined;
  readonly listRights: readonly OwnListRight[];
  readonly lockedItems: readonly LockedItem[];
}

export interface OwnListRight {
  readonly site: string;
  readonly list: string;
  /** Undefined: everybody. */
  readonly person: string | undefined;
  readonly right: string;
}

export interface LockedItem {
  readonly site: string;
  readonly list: string;
  readonly item: number;
  readonly label: string;
}

/** Who may do what, from the answer of /demo/faults.json. */
export function parseAccess(faults: unknown): AccessState {
  return {
    way: textAt(faults, "permissions") === "selected" ? "selected" : "broad",
    isBlocked: booleanAt(faults, "conditionalAccess") === true,
    sites: listAt(faults, "sites").map((value) => {
      const key = textAt(value, "key") ?? "";
      return { key, name: textAt(value, "name") ?? key, appGrant: textAt(property(faults, "appGrants"), key) ?? "none" };
    }),
    restrictedSite: textAt(faults, "restrictedSite"),
    listRights: listAt(faults, "listRights").map((value) => ({
      site: textAt(value, "site") ?? "",
      list: textAt(value, "list") ?? "",
      person: textAt(value, "person"),
      right: textAt(value, "right") ?? "",
    })),
    lockedItems: listAt(faults, "lockedItems").map((value) => ({
      site: textAt(value, "site") ?? "",
      list: textAt(value, "list") ?? "",
      item: numberAt(value, "item") ?? 0,
      label: textAt(value, "label") ?? "",
    })),
  };
}
