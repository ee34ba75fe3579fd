import { fail, wait, type Clock, type Fault, type Timers } from "../kernel";
import type { RowId } from "../registers";
import type { Base, PullStart } from "./base";
import { placeKey } from "./place";
import type { PullAnswer, PullPage, PullRequest, RegisterPlace, RegisterSource } from "./ports";
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

/** A place on its way; the next to ask for it waits for this. */
interface UnderWay {
  readonly place: RegisterPlace;
  readonly signal: AbortSignal | undefined;
  /** Settles when the place has its outcome, whatever becomes of the others. */
  readonly work: Promise<void>;
  readonly end: () => void;
}

interface Round {
  readonly underWay: UnderWay;
  readonly start: PullStart;
}

/** Brings places up to date, each the moment its rows are there: one call of the source for all, a second one for those whose token is too old. */
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
    const others = distinct.map((place) => this.#underWay.get(placeKey(place))).filter((other) => other !== undefined);
    const mine = distinct.filter((place) => !this.#underWay.has(placeKey(place))).map((place) => begun(place, signal));
    for (const underWay of mine) this.#underWay.set(placeKey(underWay.place), underWay);
    await Promise.all([mine.length === 0 ? undefined : this.#pull(mine, signal), ...others.map(({ work }) => work)]);
    const stopped = others.filter((other) => other.signal?.aborted === true).map(({ place }) => place);
    if (stopped.length > 0 && signal?.aborted !== true) await this.run(stopped, signal);
  }

  async #pull(mine: readonly UnderWay[], signal: AbortSignal | undefined): Promise<void> {
    try {
      const fresh = mine.map(({ place }) => place).filter((place) => !this.#shelf.knows(place));
      if (fresh.length > 0) await this.#restore(fresh);
      const start = ({ place }: UnderWay): PullStart => this.#base.startPull(place, this.#clock.nowMs());
      const tooOld = await this.#round(
        mine.map((underWay) => ({ underWay, start: start(underWay) })),
        signal,
      );
      if (tooOld.length > 0)
        await this.#round(
          tooOld.map((underWay) => ({ underWay, start: fromTheBeginning(start(underWay)) })),
          signal,
        );
    } finally {
      for (const underWay of mine) this.#leave(underWay);
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
  async #round(rounds: readonly Round[], signal: AbortSignal | undefined): Promise<readonly UnderWay[]> {
    const open = new Map(rounds.map((round) => [placeKey(round.start.place), round]));
    const tooOld: UnderWay[] = [];
    const came = ({ place, pages }: PullAnswer): void => {
      const round = open.get(placeKey(place));
      if (!round || !open.delete(placeKey(place))) return;
      if (!pages.ok && pages.fault.kind === "resyncNeeded" && round.start.token !== undefined) tooOld.push(round.underWay);
      else this.#finish(round, pages);
    };
    this.#reader.stateChanged();
    const requests = rounds.map(({ start }) => requestOf(start));
    await this.#source.pull(requests, came, signal);
    for (const { place } of requests) came({ place, pages: fail({ kind: "unavailable" }) });
    return tooOld;
  }

  #finish({ underWay, start }: Round, pages: PullAnswer["pages"]): void {
    if (pages.ok) {
      const changed = this.#base.applyPull(start, pages.value);
      this.#base.endPull(start.place, undefined);
      this.#shelf.applied(start.place, start.token === undefined ? undefined : idsIn(pages.value));
      this.#reader.applied(start.place, changed);
    } else {
      this.#base.endPull(start.place, worthSaying(pages.fault));
    }
    this.#reader.stateChanged();
    this.#leave(underWay);
  }

  /** It may have been left before, and be under way again for somebody else. */
  #leave(underWay: UnderWay): void {
    const key = placeKey(underWay.place);
    if (this.#underWay.get(key) === underWay) this.#underWay.delete(key);
    underWay.end();
  }
}

function begun(place: RegisterPlace, signal: AbortSignal | undefined): UnderWay {
  let end: () => void = () => undefined;
  const work = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { place, signal, work, end };
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
