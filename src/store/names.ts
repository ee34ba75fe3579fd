import { isNewRow, valueAt, type Row, type RowId } from "../registers";
import type { Base } from "./base";
import type { RegisterPlace } from "./ports";
import { placeKey } from "./place";
import type { Named } from "./journal-entry";
import { clientKeyOf } from "./operation";

/** Which list item each `new:` id has become. Old ids keep answering, so a form that made a row need not learn its new one. */
export class Names {
  readonly #named = new Map<RowId, Named>();
  /** The rounds of its place when a name was first learned. */
  readonly #learned = new Map<RowId, number>();
  readonly #base: Base;

  constructor(base: Base) {
    this.#base = base;
  }

  /** A ref that is known already is kept until a newer one comes: the row may not have been pulled yet. */
  learn(named: Named): void {
    const ref = named.ref ?? this.#named.get(named.newId)?.ref;
    if (!this.#learned.has(named.newId)) this.#learned.set(named.newId, this.#base.rounds(named.place));
    this.#named.set(named.newId, { ...named, ...(ref !== undefined && { ref }) });
  }

  /** What the id has become, with the row's newest ref. */
  named(newId: RowId): Named | undefined {
    const named = this.#named.get(newId);
    const ref = this.refOf(newId);
    return named && { ...named, ...(ref !== undefined && { ref }) };
  }

  /** The id under which the base knows the row; the id itself when there is no other. */
  idOf(place: RegisterPlace, id: RowId): RowId {
    const named = isNewRow(id) ? this.#named.get(id) : undefined;
    return named !== undefined && placeKey(named.place) === placeKey(place) ? named.id : id;
  }

  isNamed(newId: RowId): boolean {
    return this.#named.has(newId);
  }

  /** Undefined until the row is in the list and has a ref. */
  refOf(newId: RowId): string | undefined {
    const named = this.#named.get(newId);
    const row = named && this.#base.row(named.place, named.id);
    // In rows that are older than a list made anew, another one stands under its number.
    const isOther = row !== undefined && valueAt(row.values, "ClientKey") !== clientKeyOf(newId);
    return row === undefined || (isOther && named?.ref !== undefined) ? named?.ref : refIn(row);
  }

  /**
   * True when the row had come into the list and has left it again. Rows of this device, and a round under way when the name was
   * learned, may be older than the row; only the round after that can say so.
   */
  isGone(newId: RowId): boolean {
    const named = this.#named.get(newId);
    if (named === undefined || this.#base.row(named.place, named.id) !== undefined) return false;
    return this.#base.rounds(named.place) >= (this.#learned.get(newId) ?? 0) + 2;
  }
}

/** Undefined for a row that has none yet. */
export function refIn(row: Row): string | undefined {
  const ref = valueAt(row.values, "Ref");
  return typeof ref === "string" && ref !== "" && clientKeyOf(ref) === undefined ? ref : undefined;
}
