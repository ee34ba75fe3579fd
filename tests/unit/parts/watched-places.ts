import type { Clock, Timers } from "../../../src/kernel";
import { Refreshing } from "../../../src/parts";
import type { PlaceState, RegisterPlace } from "../../../src/store";

/** One call of the store, as it left. */
export interface Asked {
  readonly registers: readonly string[];
  readonly atMs: number;
}

/** Time that goes from one timer to the next, so that no moment is passed over. */
class FineTime implements Clock, Timers {
  currentMs = Date.UTC(2026, 10, 24, 9);
  readonly #waiting = new Set<{ readonly atMs: number; readonly callBack: () => void }>();

  nowMs(): number {
    return this.currentMs;
  }

  after(delayMs: number, callBack: () => void): () => void {
    const timer = { atMs: this.currentMs + delayMs, callBack };
    this.#waiting.add(timer);
    return () => this.#waiting.delete(timer);
  }

  async pass(durationMs: number): Promise<void> {
    const endMs = this.currentMs + durationMs;
    for (;;) {
      await atRest();
      const [next] = [...this.#waiting].filter(({ atMs }) => atMs <= endMs).sort((one, other) => one.atMs - other.atMs);
      if (next === undefined) break;
      this.#waiting.delete(next);
      this.currentMs = Math.max(this.currentMs, next.atMs);
      next.callBack();
    }
    this.currentMs = endMs;
  }
}

async function atRest(): Promise<void> {
  for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
}

export const site = "northmere.sharepoint.com,site-one";

/** Registers that are refreshed on a time of their own, and everything that was asked of them. */
export class WatchedPlaces {
  readonly time = new FineTime();
  readonly asked: Asked[] = [];
  readonly underWay = new Set<string>();
  readonly gate = { blockedUntilMs: 0 };
  readonly refreshing: Refreshing;
  answerAfterMs = 200;
  /** What somebody did to the machine's clock; timers do not heed it. */
  clockIsOffByMs = 0;
  /** Registers that cannot be read. */
  readonly failing = new Set<string>();
  /** Called when something is asked for. */
  onAsked: (asked: Asked) => void = () => undefined;
  /** 0 to 255: what chance says each time. */
  chance = 128;
  readonly #states = new Map<string, PlaceState>();

  constructor() {
    this.refreshing = new Refreshing({
      store: { refresh: (places) => this.#refresh(places), placeState: (place) => this.state(place) },
      gate: this.gate,
      clock: { nowMs: () => this.time.nowMs() + this.clockIsOffByMs },
      timers: this.time,
      randomness: { bytes: (count) => new Uint8Array(count).fill(this.chance) },
    });
  }

  show(...registers: readonly string[]): () => void {
    return this.refreshing.show(registers.map((register) => ({ site, register })));
  }

  orderToWait(delayMs: number): void {
    const untilMs = this.time.nowMs() + delayMs;
    if (untilMs <= this.gate.blockedUntilMs) return;
    this.gate.blockedUntilMs = untilMs;
    this.time.after(delayMs, () => {
      if (this.gate.blockedUntilMs === untilMs) this.gate.blockedUntilMs = 0;
    });
  }

  /** What was asked for since this was last asked. */
  taken(): readonly Asked[] {
    return this.asked.splice(0);
  }

  state(place: RegisterPlace): PlaceState {
    return this.#states.get(place.register) ?? { place, pulling: false };
  }

  async #refresh(places: readonly RegisterPlace[]): Promise<readonly PlaceState[]> {
    const asked = { registers: places.map(({ register }) => register), atMs: this.time.nowMs() };
    this.asked.push(asked);
    this.onAsked(asked);
    for (const { register } of places) this.underWay.add(register);
    await new Promise<void>((resolve) => this.time.after(this.answerAfterMs, resolve));
    return places.map((place) => {
      const { register } = place;
      this.underWay.delete(register);
      const { asAtMs } = this.state(place);
      const failed = { place, pulling: false, fault: { kind: "offline" }, ...(asAtMs === undefined ? {} : { asAtMs }) } as const;
      this.#states.set(register, this.failing.has(register) ? failed : { place, pulling: false, asAtMs: asked.atMs });
      return this.state(place);
    });
  }
}
