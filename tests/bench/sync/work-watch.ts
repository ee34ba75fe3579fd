/**
 * How long this thread has worked. Two clocks are read and the lesser counts: the time that passed holds what other programs took
 * of a busy machine, the process's processor time holds helpers (garbage, compilers) that ran beside. The thread's own lies below both.
 */
export class WorkWatch {
  #passedMs: number;
  #processorMs: number;
  #readAtMs = 0;
  #lastMs = 0;

  constructor() {
    this.#passedMs = performance.now();
    this.#processorMs = processorMs();
  }

  get workedMs(): number {
    return Math.max(0, Math.min(performance.now() - this.#passedMs, processorMs() - this.#processorMs));
  }

  /** The same, read anew once a millisecond: for clocks, which a client may ask a million times. */
  get roughlyWorkedMs(): number {
    const nowMs = performance.now();
    if (nowMs - this.#readAtMs >= 1) {
      this.#readAtMs = nowMs;
      this.#lastMs = this.workedMs;
    }
    return this.#lastMs;
  }

  /** Does something that is not this thread's work. */
  leaveOut<T>(other: () => T): T {
    const passedMs = performance.now();
    const beforeMs = processorMs();
    try {
      return other();
    } finally {
      this.#passedMs += performance.now() - passedMs;
      this.#processorMs += processorMs() - beforeMs;
    }
  }
}

function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
