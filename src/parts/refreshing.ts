import type { Clock, Randomness, Timers } from "../kernel";
import type { PlaceState, RegisterPlace, Store } from "../store";
import type { RefreshingService } from "./services";

export interface RefreshingPorts {
  readonly store: Pick<Store, "refresh" | "placeState">;
  /** An order of SharePoint's to wait: when it ends; 0 while there is none. */
  readonly gate: { readonly blockedUntilMs: number };
  readonly clock: Clock;
  readonly timers: Timers;
  readonly randomness: Randomness;
}

/** Why nothing is asked for: nobody sees the page, the host has put it to sleep, or the page shows another site. */
export type Rest = "hidden" | "suspended" | "left";

/** From the end of one refresh to the beginning of the next; chance says where between the two, so that open pages drift apart. */
interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

// One resource unit a register and refresh: 30 to 60 s in sight and 5 minutes out of sight is what a small tenant bears (graph.md 7).
const inSight: Span = { fromMs: 30_000, toMs: 60_000 };
const outOfSight: Span = { fromMs: 240_000, toMs: 300_000 };
/** Somebody who comes back to the page asks only for what is older. */
const freshForMs = 30_000;
/** Going from screen to screen asks again only for what is older. */
const justReadMs = 10_000;
/** With nothing in sight, whatever is due so soon joins a call that goes anyway. */
const earlyMs = 120_000;
/** After an order to wait everybody returns; this long they take turns. */
const spreadMs = 30_000;

interface Kept {
  readonly place: RegisterPlace;
  /** How many screens show it. */
  shown: number;
  dueMs: number;
  failures: number;
  isUnderWay: boolean;
}

/**
 * Asks for the registers that somebody looks at, and now and then for those opened before.
 * R1. A place is asked for once at a time.
 * R2. Nothing begins while the page rests or an order to wait is running.
 * R3. What is due goes in one call of the store. Places out of sight join a call for those in sight and make none of their own,
 *     unless nothing is in sight.
 * R4. A failed place is asked for half as often each time, down to the pace of those out of sight.
 */
export class Refreshing implements RefreshingService {
  readonly #ports: RefreshingPorts;
  readonly #kept = new Map<string, Kept>();
  readonly #rests = new Set<Rest>();
  #cancel: () => void = () => undefined;
  #isLookingSoon = false;
  #lookedMs = 0;

  constructor(ports: RefreshingPorts) {
    this.#ports = ports;
  }

  show(places: readonly RegisterPlace[]): () => void {
    const shown = places.map((place) => this.#keptAt(place));
    for (const kept of shown) {
      kept.shown += 1;
      const ageMs = this.#ageMs(kept);
      kept.dueMs = ageMs < justReadMs ? Math.min(kept.dueMs, this.#nowMs() - ageMs + inSight.toMs) : this.#nowMs();
    }
    this.#lookSoon();
    return () => {
      const chance = this.#chance();
      for (const kept of shown) {
        kept.shown -= 1;
        if (kept.shown === 0) kept.dueMs = this.#nextMs(kept, chance);
      }
      this.#lookSoon();
    };
  }

  lookAgain(): void {
    this.#expire(freshForMs);
  }

  rest(why: Rest): void {
    this.#rests.add(why);
    this.#cancel();
  }

  /** A page that the host has woken is asked for anew like one that was opened; one that was only hidden, when it is no longer fresh. */
  wake(why: Exclude<Rest, "left">): void {
    if (this.#rests.delete(why)) this.#expire(why === "suspended" ? 0 : freshForMs);
  }

  #expire(olderThanMs: number): void {
    for (const kept of this.#kept.values()) if (kept.shown > 0 && this.#ageMs(kept) >= olderThanMs) kept.dueMs = this.#nowMs();
    this.#lookSoon();
  }

  /** Everything that changes in one moment is one call. */
  #lookSoon(): void {
    if (this.#isLookingSoon) return;
    this.#isLookingSoon = true;
    void Promise.resolve().then(() => {
      this.#isLookingSoon = false;
      this.#look();
    });
  }

  #look(): void {
    this.#cancel();
    if (this.#rests.size > 0) return;
    const nowMs = this.#nowMs();
    const all = [...this.#kept.values()];
    const free = all.filter((kept) => !kept.isUnderWay);
    // The clock was set back: what was planned means nothing any more.
    if (nowMs < this.#lookedMs) for (const kept of free) kept.dueMs = Math.min(kept.dueMs, nowMs);
    this.#lookedMs = nowMs;
    const isInSight = all.some((kept) => kept.shown > 0);
    const leading = isInSight ? free.filter((kept) => kept.shown > 0) : free;
    if (leading.some((kept) => kept.dueMs <= nowMs)) {
      const due = free.filter((kept) => kept.dueMs <= nowMs + (isInSight ? 0 : earlyMs));
      if (this.#ports.gate.blockedUntilMs > 0) this.#postpone(due);
      else void this.#refresh(due);
    }
    const next = leading.filter((kept) => !kept.isUnderWay).map((kept) => kept.dueMs);
    if (next.length > 0) this.#cancel = this.#ports.timers.after(Math.max(0, Math.min(...next) - nowMs), () => this.#look());
  }

  async #refresh(due: readonly Kept[]): Promise<void> {
    for (const kept of due) kept.isUnderWay = true;
    let states: readonly PlaceState[] = [];
    try {
      states = await this.#ports.store.refresh(due.map(({ place }) => place));
    } finally {
      const chance = this.#chance();
      due.forEach((kept, index) => {
        kept.isUnderWay = false;
        const state = states[index];
        kept.failures = state !== undefined && state.fault === undefined ? 0 : kept.failures + 1;
        kept.dueMs = this.#nextMs(kept, chance);
      });
      this.#lookSoon();
    }
  }

  /** With a call that is planned anyway, where that is within the bounds. */
  #nextMs(kept: Kept, chance: number): number {
    const nowMs = this.#nowMs();
    const span = kept.shown > 0 ? slowed(inSight, kept.failures) : outOfSight;
    const isPlanned = (other: Kept): boolean =>
      other !== kept && !other.isUnderWay && (other.shown > 0 || kept.shown === 0) && other.dueMs >= nowMs + span.fromMs && other.dueMs <= nowMs + span.toMs;
    return [...this.#kept.values()].find(isPlanned)?.dueMs ?? nowMs + within(span, chance);
  }

  /** Whoever sees nothing yet comes first when the order ends. */
  #postpone(due: readonly Kept[]): void {
    // By a clock that was set forward the order may seem to have ended.
    const endMs = Math.max(this.#ports.gate.blockedUntilMs, this.#nowMs() + 1_000);
    const laterMs = endMs + this.#chance() * spreadMs;
    for (const kept of due) kept.dueMs = kept.shown > 0 && this.#ageMs(kept) === Infinity ? endMs : laterMs;
  }

  /** Since the list was last known to be as it is shown; a moment to come is a clock that was set back. */
  #ageMs({ place }: Kept): number {
    const { asAtMs } = this.#ports.store.placeState(place);
    const ageMs = asAtMs === undefined ? Infinity : this.#nowMs() - asAtMs;
    return ageMs < 0 ? Infinity : ageMs;
  }

  #keptAt(place: RegisterPlace): Kept {
    const key = `${place.site} ${place.register}`;
    const kept = this.#kept.get(key) ?? { place, shown: 0, dueMs: 0, failures: 0, isUnderWay: false };
    this.#kept.set(key, kept);
    return kept;
  }

  #nowMs(): number {
    return this.#ports.clock.nowMs();
  }

  #chance(): number {
    return (this.#ports.randomness.bytes(1)[0] ?? 0) / 256;
  }
}

function within({ fromMs, toMs }: Span, chance: number): number {
  return Math.round(fromMs + chance * (toMs - fromMs));
}

function slowed({ fromMs, toMs }: Span, failures: number): Span {
  const factor = 2 ** Math.min(failures, 10);
  return { fromMs: Math.min(fromMs * factor, outOfSight.fromMs), toMs: Math.min(toMs * factor, outOfSight.toMs) };
}
