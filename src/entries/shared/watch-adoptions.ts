import { isAdoptionKey, valueAt } from "../../registers";
import type { Store, StoredRow } from "../../store";

interface Watched {
  readonly store: Pick<Store, "rows" | "subscribe">;
  readonly site: string;
  /** What is known of the site's lists is of before. */
  readonly onChanged: () => void;
}

/**
 * Tells when the register has another set of mappings than before, whoever changed it: saved after hours without a network,
 * undone, or a colleague's. Until then lists are read as they were found.
 */
export function watchAdoptions({ store, site, onChanged }: Watched): () => void {
  const place = { site, register: "Settings" };
  let seen = store.rows(place);
  let marks = marksOf(seen);
  return store.subscribe(() => {
    const rows = store.rows(place);
    if (rows === seen) return;
    seen = rows;
    const now = marksOf(rows);
    if (now === marks) return;
    marks = now;
    onChanged();
  });
}

/** One not in the register yet has no etag of its own, and counts when it has. */
function marksOf(rows: readonly StoredRow[]): string {
  return rows
    .filter(({ values, state }) => state === "saved" && isAdoptionKey(valueAt(values, "Key")))
    .map(({ id, etag }) => `${id} ${etag ?? ""}`)
    .join("|");
}
