import { fail, type Clock, type Fault, type Result } from "../kernel";
import type { RowId } from "../registers";
import type { Base, PullStart } from "./base";
import { placeKey } from "./place";
import type { PullPage, PullRequest, RegisterPlace, RegisterSource } from "./ports";

/** Told of what a round brought, and of every change of a place's state. */
export interface RefreshReader {
  applied(place: RegisterPlace, changed: readonly RowId[]): void;
  stateChanged(): void;
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
  readonly #clock: Clock;
  readonly #reader: RefreshReader;

  constructor(source: RegisterSource, base: Base, rest: { readonly clock: Clock; readonly reader: RefreshReader }) {
    this.#source = source;
    this.#base = base;
    this.#clock = rest.clock;
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
    const starts = places.map((place) => this.#base.startPull(place, this.#clock.nowMs()));
    this.#reader.stateChanged();
    try {
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
      this.#reader.applied(start.place, changed);
    } else {
      this.#base.endPull(start.place, worthSaying(pages.fault));
    }
  }
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
