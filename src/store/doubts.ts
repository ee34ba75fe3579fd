import type { Row } from "../registers";
import type { Base } from "./base";
import type { Decisions } from "./decisions";
import type { Parked } from "./journal-entry";
import type { RegisterPlace, RegisterSource } from "./ports";

interface DoubtsWorld {
  readonly base: Base;
  readonly decisions: Decisions;
  /** The change stands in the register; `row` is what the register holds now. */
  isIn(parked: Parked, row: Row): void;
}

/**
 * Changes parked after a lost answer may stand in the register under somebody's later change, which took their `OperationId`
 * away. Only the row's versions can tell (push.ts P2, P3). A row is asked about once for each of its etags.
 */
export class Doubts {
  readonly #source: RegisterSource;
  readonly #world: DoubtsWorld;
  /** The etag that was asked about, by decision. */
  readonly #asked = new Map<string, string>();

  constructor(source: RegisterSource, world: DoubtsWorld) {
    this.#source = source;
    this.#world = world;
  }

  async look({ decision, operation }: Parked, place: RegisterPlace): Promise<void> {
    const { edit, maybeSent } = operation;
    const etag = this.#world.base.row(place, edit.id)?.etag;
    if (!maybeSent || edit.kind !== "update" || etag === undefined || etag === edit.seen.etag || this.#asked.get(decision.id) === etag) return;
    this.#asked.set(decision.id, etag);
    const wrote = await this.#source.wrote(place, edit.id, operation.id);
    if (!wrote.ok) this.#asked.delete(decision.id);
    const [still, row] = [this.#world.decisions.find(decision.id), this.#world.base.row(place, edit.id)];
    if (wrote.ok && wrote.value && still?.operation === operation && row) this.#world.isIn(still, row);
  }
}
