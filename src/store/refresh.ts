import { fail, wait, type Clock, type Fault, type Result, type Timers } from "../kernel";
import type { RowId } from "../registers";
import type { Base, PullStart } from "./base";
import { placeKey } from "./place";
import type { PullPage, PullRequest, RegisterPlace, RegisterSource } from "./ports";
import type { Shelf } from "./shelf";

/** The device opens in a moment or, without a network, not at all; then the register would not answer either. */
const longestWaitForRowsMs = 2_000;

/** Told of what a round brought, and of every change of a place's state. */
export interface RefreshReader {
  applied(place: RegisterPlace, changed: readonly RowId[]): void;
  /** Rows that came from this device; they are as old as their place says. */
  restored(place: RegisterPlace, ids: readonly RowId[]): void;
  stateChanged(): void;
}

interface RefreshWorld {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly reader: RefreshReader;
}

interface UnderWay {
  readonly work: Promise<void>;
  readonly signal: AbortSignal | undefined;
}

/** Brings places up to date: one call of the source for all, a second one for those whose token is too old. */
export class Refresh {
  readonly #underWay = new Map<string, UnderWay>();
  readonly #source: RegisterSource;
  readonly #base: Base;
  readonly #shelf: Shelf;
  readonly #clock: Clock;
  readonly #timers: Timers;
  readonly #reader: RefreshReader;

  constructor(source: RegisterSource, layers: { readonly base: Base; readonly shelf: Shelf }, rest: RefreshWorld) {
    this.#source = source;
    this.#base = layers.base;
    this.#shelf = layers.shelf;
    this.#clock = rest.clock;
    this.#timers = rest.timers;
    this.#reader = rest.reader;
  }

  /** A place that is being pulled already is waited for, not pulled twice; it is pulled again if whoever began that has stopped it. */
  async run(places: readonly RegisterPlace[], signal?: AbortSignal): Promise<void> {
    const distinct = [...new Map(places.map((place) => [placeKey(place), place])).values()];
    const others = distinct.flatMap((place) => {
      const underWay = this.#underWay.get(placeKey(place));
      return underWay === undefined ? [] : [{ place, ...underWay }];
    });
    const mine = distinct.filter((place) => !this.#underWay.has(placeKey(place)));
    const work = mine.length === 0 ? Promise.resolve() : this.#pull(mine, signal);
    for (const place of mine) this.#underWay.set(placeKey(place), { work, signal });
    await Promise.all([work, ...others.map((other) => other.work)]);
    const stopped = others.filter((other) => other.signal?.aborted === true).map(({ place }) => place);
    if (stopped.length > 0 && signal?.aborted !== true) await this.run(stopped, signal);
  }

  async #pull(places: readonly RegisterPlace[], signal: AbortSignal | undefined): Promise<void> {
    try {
      const fresh = places.filter((place) => !this.#shelf.knows(place));
      if (fresh.length > 0) await this.#restore(fresh);
      const starts = places.map((place) => this.#base.startPull(place, this.#clock.nowMs()));
      this.#reader.stateChanged();
      const tooOld = await this.#round(starts, signal);
      if (tooOld.length > 0)
        await this.#round(
          tooOld.map((start) => fromTheBeginning(this.#base.startPull(start.place, this.#clock.nowMs()))),
          signal,
        );
    } finally {
      for (const place of places) this.#underWay.delete(placeKey(place));
    }
  }

  /** Rows of this device, if they come soon; those that come later are shown all the same, unless the register was faster. */
  async #restore(places: readonly RegisterPlace[]): Promise<void> {
    for (const place of places) this.#base.startPull(place, this.#clock.nowMs());
    this.#reader.stateChanged();
    const restored = this.#shelf.restore(places, (place, ids) => {
      this.#reader.restored(place, ids);
      this.#reader.stateChanged();
    });
    if (await this.#shelf.mayHoldRows()) await Promise.race([restored, wait(this.#timers, longestWaitForRowsMs)]);
  }

  /** @returns the places that must be pulled whole. */
  async #round(starts: readonly PullStart[], signal: AbortSignal | undefined): Promise<readonly PullStart[]> {
    const answers = await this.#source.pull(starts.map(requestOf), signal);
    const byPlace = new Map(answers.map(({ place, pages }) => [placeKey(place), pages]));
    const tooOld: PullStart[] = [];
    for (const start of starts) {
      const pages: Result<readonly PullPage[]> = byPlace.get(placeKey(start.place)) ?? fail({ kind: "unavailable" });
      if (!pages.ok && pages.fault.kind === "resyncNeeded" && start.token !== undefined) tooOld.push(start);
      else this.#finish(start, pages);
    }
    this.#reader.stateChanged();
    return tooOld;
  }

  #finish(start: PullStart, pages: Result<readonly PullPage[]>): void {
    if (pages.ok) {
      const changed = this.#base.applyPull(start, pages.value);
      this.#base.endPull(start.place, undefined);
      this.#shelf.applied(start.place, start.token === undefined ? undefined : idsIn(pages.value));
      this.#reader.applied(start.place, changed);
    } else {
      this.#base.endPull(start.place, worthSaying(pages.fault));
    }
  }
}

function idsIn(pages: readonly PullPage[]): readonly RowId[] {
  return pages.flatMap(({ rows, removed }) => [...rows.map(({ id }) => id), ...removed]);
}

/** Stopping is what the person wanted; it leaves the place as it was. */
function worthSaying(fault: Fault): Fault | undefined {
  return fault.kind === "cancelled" ? undefined : fault;
}

function requestOf({ place, token }: PullStart): PullRequest {
  return { place, ...(token !== undefined && { token }) };
}

function fromTheBeginning({ place, moment, round, atMs }: PullStart): PullStart {
  return { place, moment, round, atMs };
}
