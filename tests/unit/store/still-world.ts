import type { Clock, Randomness, Timers } from "../../../src/kernel";

/** Clock, timers and randomness that move only when a test says so. */
export class StillWorld implements Clock, Timers, Randomness {
  #nowMs = Date.UTC(2026, 10, 24, 9);
  #seed: number;
  readonly #waiting = new Set<{ readonly atMs: number; readonly callBack: () => void }>();

  constructor(seed = 1) {
    this.#seed = seed;
  }

  nowMs(): number {
    return this.#nowMs;
  }

  after(delayMs: number, callBack: () => void): () => void {
    const timer = { atMs: this.#nowMs + delayMs, callBack };
    this.#waiting.add(timer);
    return () => this.#waiting.delete(timer);
  }

  bytes(count: number): Uint8Array {
    return Uint8Array.from({ length: count }, () => {
      this.#seed = (Math.imul(this.#seed, 1_664_525) + 1_013_904_223) >>> 0;
      return this.#seed >>> 24;
    });
  }

  get timersWaiting(): number {
    return this.#waiting.size;
  }

  /** Lets time pass, calls what is due, and waits until everything that follows has come to rest. */
  async pass(durationMs: number): Promise<void> {
    this.#nowMs += durationMs;
    for (const timer of [...this.#waiting]) {
      if (timer.atMs > this.#nowMs || !this.#waiting.delete(timer)) continue;
      timer.callBack();
    }
    await atRest();
  }

  setClock(nowMs: number): void {
    this.#nowMs = nowMs;
  }
}

/** All promises that can settle without a timer have settled. */
export async function atRest(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
