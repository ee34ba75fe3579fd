import type { Clock } from "../../src/kernel";

interface Task {
  readonly dueMs: number;
  readonly order: number;
  readonly run: () => void;
  isCancelled: boolean;
}

/** Every simulation begins at the same moment, so that traces of two seeds can be laid side by side. */
const startMs = Date.UTC(2026, 10, 24, 9);

/**
 * The one order in which everything happens: requests that arrive, answers, timers, disk commits, pages that open and die,
 * people. A task is due at a moment that the seed chose; between two tasks every promise settles that can.
 */
export class Scheduler implements Clock {
  readonly #heap: Task[] = [];
  readonly #lines: string[] | undefined;
  #nowMs = startMs;
  #order = 0;
  #steps = 0;

  constructor(how: { readonly isTraced: boolean }) {
    this.#lines = how.isTraced ? [] : undefined;
  }

  nowMs(): number {
    return this.#nowMs;
  }

  get steps(): number {
    return this.#steps;
  }

  get trace(): readonly string[] {
    return this.#lines ?? [];
  }

  /** Writes a line of the trace; the words are made only when somebody reads them. */
  say(words: () => string): void {
    this.#lines?.push(`${String(this.#steps).padStart(5)} ${((this.#nowMs - startMs) / 1000).toFixed(3).padStart(9)} s  ${words()}`);
  }

  /** @returns what takes the task back. */
  after(delayMs: number, run: () => void): () => void {
    this.#order += 1;
    const task: Task = { dueMs: this.#nowMs + Math.max(0, delayMs), order: this.#order, run, isCancelled: false };
    this.#push(task);
    return () => {
      task.isCancelled = true;
    };
  }

  /** Lets things happen until this long has passed, or nothing is left that could. */
  async pass(durationMs: number): Promise<void> {
    const endMs = this.#nowMs + durationMs;
    await settled();
    for (let task = this.#next(endMs); task !== undefined; task = this.#next(endMs)) {
      this.#nowMs = task.dueMs;
      this.#steps += 1;
      task.run();
      await settled();
    }
    this.#nowMs = endMs;
  }

  #next(endMs: number): Task | undefined {
    for (;;) {
      const first = this.#heap[0];
      if (first === undefined || (first.dueMs > endMs && !first.isCancelled)) return undefined;
      this.#pop();
      if (!first.isCancelled) return first;
    }
  }

  #push(task: Task): void {
    const heap = this.#heap;
    let at = heap.length;
    heap.push(task);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = heap[parent];
      if (above === undefined || !isBefore(task, above)) break;
      heap[at] = above;
      at = parent;
    }
    heap[at] = task;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      const [one, other] = [heap[left], heap[left + 1]];
      if (one === undefined) break;
      const isRight = other !== undefined && isBefore(other, one);
      const child = isRight ? other : one;
      if (!isBefore(child, last)) break;
      heap[at] = child;
      at = isRight ? left + 1 : left;
    }
    heap[at] = last;
  }
}

function isBefore(one: Task, other: Task): boolean {
  return one.dueMs < other.dueMs || (one.dueMs === other.dueMs && one.order < other.order);
}

/** A tick that is asked for by a promise comes when no promise is left that could settle; no turn of the machine's loop is needed. */
function settled(): Promise<void> {
  return Promise.resolve().then(() => new Promise((resolve) => process.nextTick(resolve)));
}
