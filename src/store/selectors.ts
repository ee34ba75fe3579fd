import { sameItems } from "../kernel";
import { valueAt, type Row, type RowId } from "../registers";
import { placeKey } from "./place";
import type { RegisterPlace } from "./ports";
import { sameRow } from "./same-row";
import type { StoredRow } from "./store";

/** Where rows come from: the base's, in order, then those that are not in the list yet. */
export interface RowsBelow {
  ids(place: RegisterPlace): Iterable<RowId>;
  laidOver(place: RegisterPlace, id: RowId): StoredRow | undefined;
}

/**
 * What screens read, with stable identities: a row is the same object until something in it changed, a list the same
 * array until one of its rows did. Nothing is worked out before somebody asks.
 */
export class Selectors {
  readonly #views = new Map<string, View>();
  readonly #below: RowsBelow;

  constructor(below: RowsBelow) {
    this.#below = below;
  }

  /** These rows may have changed. */
  touch(place: RegisterPlace, ids: Iterable<RowId>): void {
    const view = this.#views.get(placeKey(place));
    if (view) for (const id of ids) view.touched.add(id);
  }

  rows(place: RegisterPlace): readonly StoredRow[] {
    return this.#listed(place).current;
  }

  archivedRows(place: RegisterPlace): readonly StoredRow[] {
    return this.#listed(place).archived;
  }

  row(place: RegisterPlace, id: RowId): StoredRow | undefined {
    return this.#view(place).byId.get(id);
  }

  /** Archived rows too: a reference to one still has something to show. */
  findByRef(place: RegisterPlace, ref: string): StoredRow | undefined {
    const view = this.#view(place);
    view.byRef ??= indexByRef(view.byId.values());
    return view.byRef.get(ref);
  }

  /** Rows up to date; the lists may not be: an import asks for each of its rows, nobody for the list in between. */
  #view(place: RegisterPlace): View {
    const key = placeKey(place);
    let view = this.#views.get(key);
    if (!view) {
      view = { byId: new Map(), archivedIds: new Set(), touched: new Set(this.#below.ids(place)), current: [], archived: [], byRef: undefined, isListed: true };
      this.#views.set(key, view);
    }
    for (const id of view.touched) {
      const old = view.byId.get(id);
      const next = this.#below.laidOver(place, id);
      if (old === next || (next && old?.state === next.state && sameRow(old, next))) continue;
      if (next) view.byId.set(id, next);
      else view.byId.delete(id);
      if (next && isArchived(next)) view.archivedIds.add(id);
      else view.archivedIds.delete(id);
      view.isListed = false;
      view.byRef = undefined;
    }
    view.touched.clear();
    return view;
  }

  #listed(place: RegisterPlace): View {
    const view = this.#view(place);
    if (view.isListed) return view;
    const current: StoredRow[] = [];
    const archived: StoredRow[] = [];
    for (const id of this.#below.ids(place)) {
      const row = view.byId.get(id);
      if (row) (view.archivedIds.has(id) ? archived : current).push(row);
    }
    if (!sameItems(view.current, current)) view.current = current;
    if (!sameItems(view.archived, archived)) view.archived = archived;
    view.isListed = true;
    return view;
  }
}

interface View {
  readonly byId: Map<RowId, StoredRow>;
  readonly archivedIds: Set<RowId>;
  readonly touched: Set<RowId>;
  current: readonly StoredRow[];
  archived: readonly StoredRow[];
  isListed: boolean;
  byRef: ReadonlyMap<string, StoredRow> | undefined;
}

function isArchived(row: Row): boolean {
  return valueAt(row.values, "Archived") === true;
}

function indexByRef(rows: Iterable<StoredRow>): ReadonlyMap<string, StoredRow> {
  const byRef = new Map<string, StoredRow>();
  for (const row of rows) {
    const ref = valueAt(row.values, "Ref");
    if (typeof ref === "string") byRef.set(ref, row);
  }
  return byRef;
}
