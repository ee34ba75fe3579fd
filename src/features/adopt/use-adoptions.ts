import { useMemo } from "react";
import type { Fault } from "../../kernel";
import { usePlaceState, useRows } from "../../parts";
import { isAdoptionKey, readAdoption, valueAt, type Adoption } from "../../registers";
import type { StoredRow } from "../../store";

/** How a list is used, as the site's Settings hold it. */
export interface SavedAdoption {
  readonly row: StoredRow;
  readonly adoption: Adoption;
}

export type AdoptionsState =
  | { readonly kind: "reading" }
  | { readonly kind: "failed"; readonly fault: Fault }
  /** The site has no Settings list: nothing can be kept yet. */
  | { readonly kind: "noSettings"; readonly saved: readonly SavedAdoption[] }
  | { readonly kind: "known"; readonly saved: readonly SavedAdoption[] };

/** The lists that this site uses as they are. A row that is no mapping is passed over. */
export function useAdoptions(): AdoptionsState {
  const rows = useRows("Settings");
  const { asAtMs, fault } = usePlaceState("Settings");
  return useMemo(() => {
    if (fault?.kind === "notFound") return { kind: "noSettings", saved: [] };
    if (asAtMs === undefined) return fault === undefined ? { kind: "reading" } : { kind: "failed", fault };
    const saved = rows.flatMap((row) => {
      const json = valueAt(row.values, "ValueJson");
      const read = isAdoptionKey(valueAt(row.values, "Key")) && typeof json === "string" ? readAdoption(json) : undefined;
      return read?.ok === true ? [{ row, adoption: read.value }] : [];
    });
    return { kind: "known", saved };
  }, [rows, asAtMs, fault]);
}

export function isSameList(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
