import type { StoredRow } from "../store";

/** A row among the rows of several registers and sites: what a list and the panel beside it know it by. */
export function rowKeyOf(row: StoredRow): string {
  return `${row.site}/${row.register}/${row.id}`;
}
