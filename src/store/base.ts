import type { Fault } from "../kernel";
import type { Row, RowId } from "../registers";
import type { PullPage, RegisterPlace } from "./ports";
import { placeKey } from "./place";
import { sameRow } from "./same-row";
import type { PlaceState } from "./store";

/**
 * What the register holds as far as this device knows; never a change that is still on its way.
 * B1. The pulled layer is the sum of whole pull rounds and nothing else. A round that did not start from the state it
 *     would be applied to is thrown away, so that rows and token always belong together.
 * B2. An answer to a write or a read lies above the pulled layer until a round that *started after* the answer arrived
 *     has been applied. A round under way when the answer came may be older than it; etags are opaque, so no comparison
 *     could tell.
 * B3. A row that did not change keeps its identity.
 */
export class Base {
  readonly #places = new Map<string, PlaceBase>();
  #moment = 0;

  row(place: RegisterPlace, id: RowId): Row | undefined {
    return this.#placeAt(place).rows.get(id);
  }

  /** In the order in which the list first gave them. */
  rows(place: RegisterPlace): ReadonlyMap<RowId, Row> {
    return this.#placeAt(place).rows;
  }

  /** How many rounds this page has applied. */
  rounds(place: RegisterPlace): number {
    return this.#placeAt(place).round;
  }

  state(place: RegisterPlace): PlaceState {
    return this.#placeAt(place).state;
  }

  startPull(place: RegisterPlace, atMs: number): PullStart {
    const here = this.#placeAt(place);
    this.#moment += 1;
    setState(here, { pulling: true });
    return { place, moment: this.#moment, round: here.round, atMs, ...(here.token !== undefined && { token: here.token }) };
  }

  endPull(place: RegisterPlace, fault: Fault | undefined): void {
    setState(this.#placeAt(place), { pulling: false, ...(fault && { fault }) });
  }

  /**
   * One whole round. Within a page `removed` counts after `rows`; across pages the last entry for an id counts.
   * @returns ids whose row changed; empty when the round no longer fitted (B1).
   */
  applyPull(start: PullStart, pages: readonly PullPage[]): readonly RowId[] {
    const here = this.#placeAt(start.place);
    if (start.round !== here.round) return [];
    here.round += 1;
    here.token = pages.at(-1)?.token;
    setState(here, { pulling: here.state.pulling, asAtMs: start.atMs });
    const outlived = [...here.answers].filter(([, answer]) => answer.moment < start.moment);
    const bringsNothing = pages.every((page) => page.rows.length === 0 && page.removed.length === 0);
    if (start.token !== undefined && bringsNothing && outlived.length === 0) return [];
    const isWhole = start.token === undefined;
    const pulled = isWhole ? new Map<RowId, Row>() : here.pulled;
    const met = new Set<RowId>();
    for (const page of pages) {
      for (const row of page.rows) {
        pulled.set(row.id, row);
        met.add(row.id);
      }
      for (const id of page.removed) {
        pulled.delete(id);
        met.add(id);
      }
    }
    for (const [id] of outlived) {
      here.answers.delete(id);
      met.add(id);
    }
    here.pulled = pulled;
    // A round of changes costs as much as it brings, however long the list.
    if (!isWhole) return [...met].filter((id) => renew(here, id));
    const before = here.rows;
    here.rows = layered(pulled, here.answers, before);
    return changedIds(before, here.rows);
  }

  /**
   * Rows that an earlier page had pulled, as the ground of the next round; undefined when anything was pulled since.
   * A whole round under way stays valid (B1): it starts from nothing.
   * @returns ids whose row came.
   */
  restore(place: RegisterPlace, layer: PulledLayer): readonly RowId[] | undefined {
    const here = this.#placeAt(place);
    if (here.round > 0 || here.token !== undefined) return undefined;
    const before = here.rows;
    here.pulled = new Map(layer.rows);
    here.token = layer.token;
    setState(here, { pulling: here.state.pulling, asAtMs: layer.asAtMs });
    here.rows = layered(here.pulled, here.answers, before);
    return changedIds(before, here.rows);
  }

  /** The pulled layer alone; undefined before the first round and when the newest one brought no token. */
  pulled(place: RegisterPlace): PulledLayer | undefined {
    const { pulled, token, state } = this.#placeAt(place);
    return token === undefined || state.asAtMs === undefined ? undefined : { rows: pulled, token, asAtMs: state.asAtMs };
  }

  /** A row as a write or a read answered it (B2); `gone` when the register said that there is none. */
  answered(place: RegisterPlace, id: RowId, row: Row | "gone"): void {
    const here = this.#placeAt(place);
    this.#moment += 1;
    here.answers.set(id, { row, moment: this.#moment });
    if (row === "gone") here.rows.delete(id);
    else here.rows.set(id, kept(here.rows.get(id), row));
  }

  #placeAt(place: RegisterPlace): PlaceBase {
    const key = placeKey(place);
    const found = this.#places.get(key);
    if (found) return found;
    const made: PlaceBase = { pulled: new Map(), answers: new Map(), rows: new Map(), round: 0, token: undefined, state: { place, pulling: false } };
    this.#places.set(key, made);
    return made;
  }
}

/** The sum of whole rounds, with the token that belongs to it. */
export interface PulledLayer {
  readonly rows: ReadonlyMap<RowId, Row>;
  readonly token: string;
  readonly asAtMs: number;
}

/** Where a round starts from; without a token it brings everything and replaces the pulled layer. */
export interface PullStart {
  readonly place: RegisterPlace;
  readonly moment: number;
  readonly round: number;
  readonly atMs: number;
  readonly token?: string;
}

interface Answer {
  readonly row: Row | "gone";
  readonly moment: number;
}

interface PlaceBase {
  pulled: Map<RowId, Row>;
  readonly answers: Map<RowId, Answer>;
  /** Both layers as one. */
  rows: Map<RowId, Row>;
  /** Counts applied rounds; names the state that a token belongs to. */
  round: number;
  token: string | undefined;
  state: PlaceState;
}

function setState(here: PlaceBase, next: { readonly pulling: boolean; readonly asAtMs?: number; readonly fault?: Fault }): void {
  const { place, asAtMs } = here.state;
  const fault = next.fault ?? (next.asAtMs === undefined ? here.state.fault : undefined);
  const time = next.asAtMs ?? asAtMs;
  here.state = { place, pulling: next.pulling, ...(time !== undefined && { asAtMs: time }), ...(fault && { fault }) };
}

function layered(pulled: ReadonlyMap<RowId, Row>, answers: ReadonlyMap<RowId, Answer>, before: ReadonlyMap<RowId, Row>): Map<RowId, Row> {
  const rows = new Map<RowId, Row>();
  for (const [id, row] of pulled) rows.set(id, kept(before.get(id), row));
  for (const [id, { row }] of answers) {
    if (row === "gone") rows.delete(id);
    else rows.set(id, kept(before.get(id), row));
  }
  return rows;
}

/** @returns whether the row differs from before. */
function renew({ pulled, answers, rows }: PlaceBase, id: RowId): boolean {
  const old = rows.get(id);
  const answer = answers.get(id)?.row;
  const row = answer ?? pulled.get(id);
  if (row === undefined || row === "gone") return rows.delete(id);
  const next = kept(old, row);
  if (next !== old) rows.set(id, next);
  return next !== old;
}

function kept(old: Row | undefined, row: Row): Row {
  return old !== undefined && sameRow(old, row) ? old : row;
}

function changedIds(before: ReadonlyMap<RowId, Row>, after: ReadonlyMap<RowId, Row>): readonly RowId[] {
  const changed = [...after].filter(([id, row]) => before.get(id) !== row).map(([id]) => id);
  for (const id of before.keys()) if (!after.has(id)) changed.push(id);
  return changed;
}
