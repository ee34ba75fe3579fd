import type { HeldAs } from "./adoption";

/**
 * One way in which a list of ours is not as it would be made now: its owner changed it in SharePoint, or an older version made it.
 * `column` is the internal name, of a person either half; `label` is the register's words for it.
 */
export type ListDifference = { readonly column: string; readonly label: string } &
  /** It is not in the list. Whether it ever was, nobody can tell. */
  (
    | { readonly kind: "lost" }
    /** People call it something else there. It is found by its internal name all the same. */
    | { readonly kind: "renamed"; readonly now: string }
    /** `isStillRead`: its values still travel as they did, so that those which fit are worked with. */
    | { readonly kind: "retyped"; readonly made: HeldAs; readonly now: HeldAs; readonly isStillRead: boolean }
    /** Choices of ours that the list does not offer. */
    | { readonly kind: "choicesRemoved"; readonly choices: readonly string[] }
    /** Two rows could get the same value. */
    | { readonly kind: "uniqueLost" }
  );

/** What can be given back to a list without touching a value or a name of its owner's. */
export type Repairable = Extract<ListDifference, { readonly kind: "lost" | "choicesRemoved" | "uniqueLost" }>;

export function isRepairable(difference: ListDifference): difference is Repairable {
  return difference.kind !== "renamed" && difference.kind !== "retyped";
}
