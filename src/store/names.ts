import { isNewRow, valueAt, type RowId } from "../registers";
import type { Base } from "./base";
import type { RegisterPlace } from "./ports";
import { placeKey } from "./place";
import { clientKeyOf } from "./operation";

interface Named {
  readonly place: RegisterPlace;
  readonly id: RowId;
}

/** Which list item each `new:` id has become. Old ids keep answering, so a form that made a row need not learn its new one. */
export class Names {
  readonly #named = new Map<RowId, Named>();
  readonly #base: Base;

  constructor(base: Base) {
    this.#base = base;
  }

  learn(newId: RowId, place: RegisterPlace, id: RowId): void {
    this.#named.set(newId, { place, id });
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
    const ref = row && valueAt(row.values, "Ref");
    return typeof ref === "string" && ref !== "" && clientKeyOf(ref) === undefined ? ref : undefined;
  }

  /** True when the row had come into the list and has left it again. */
  isGone(newId: RowId): boolean {
    const named = this.#named.get(newId);
    return named !== undefined && this.#base.row(named.place, named.id) === undefined;
  }
}
