import { seededRandomness } from "../../../src/demo/tenant";
import { makeClientKey } from "../../../src/kernel";
import { newRowId, type Changes, type Edit } from "../../../src/registers";
import type { EditOutcome, RegisterPlace, Store, StoredRow } from "../../../src/store";

const keys = seededRandomness(1);

export function creation(place: RegisterPlace, changes: Changes): Edit {
  return { ...place, kind: "create", id: newRowId(makeClientKey(keys)), changes, seen: { values: {} } };
}

/** An edit by somebody who has this row in front of them. */
export function updateOf(row: StoredRow, changes: Changes): Edit {
  return {
    site: row.site,
    register: row.register,
    kind: "update",
    id: row.id,
    changes,
    seen: { values: row.values, ...(row.etag === undefined ? {} : { etag: row.etag }) },
  };
}

export async function change(store: Store, edit: Edit): Promise<EditOutcome> {
  const [outcome] = (await store.change([edit], "test")).outcomes;
  if (outcome === undefined) throw new Error("no outcome");
  return outcome;
}

export function rowAt(store: Store, place: RegisterPlace, ref: string): StoredRow {
  const row = store.findByRef(place, ref);
  if (row === undefined) throw new Error(`no row ${ref}`);
  return row;
}

export const scannersLate: Changes = {
  Title: "Scanners late",
  RiskEvent: "Barcode scanners arrive late",
  ProjectRef: "P-0001",
  CurrentLikelihood: 4,
  CurrentConsequence: 4,
  CurrentScore: 16,
  Owner: "Asha Patel",
  OwnerAddress: "asha@northmere.example",
  NextReviewDate: "2026-07-06",
};
