import type { Sender } from "./network";
import type { Scheduler } from "./scheduler";

export interface PatienceParts {
  readonly scheduler: Scheduler;
  readonly impolite: (sender: Sender, what: string) => void;
}

/** How the pages of one person on one device reach each other. */
export interface Household {
  /** What a message takes from one of these pages to another. */
  readonly messageMs: number;
}

interface Known {
  readonly fromMs: number;
  readonly untilMs: number;
}

interface Watched {
  readonly page: Sender;
  readonly household: Household;
  readonly known: Known[];
}

/**
 * I7, judged for the device of a person: none of their pages sends while an order runs that this page was given or must have heard
 * of. What a page must have heard follows from how long a message takes, not from the messages of the product: an order reaches every
 * other page after one, and a page that opens after two, its question and the answer of one that knows and lives.
 */
export class Patience {
  /** Requests that left while an order ran of which their page had not heard yet: the limit of any news. */
  sentUnheard = 0;
  readonly #parts: PatienceParts;
  readonly #watched = new Map<Sender, Watched>();

  constructor(parts: PatienceParts) {
    this.#parts = parts;
  }

  opens(page: Sender, household: Household): void {
    const own: Watched = { page, household, known: [] };
    this.#watched.set(page, own);
    this.#later(own, () => {
      const running = this.#othersOf(own).flatMap(({ known }) => known.filter((order) => this.#runs(order)));
      this.#later(own, () => {
        for (const { untilMs } of running) this.#hears(own, untilMs);
      });
    });
  }

  /** @param waitMs from now on, as an answer to this page says. */
  ordered(page: Sender, waitMs: number): void {
    const own = this.#watched.get(page);
    if (own === undefined || waitMs <= 0) return;
    const fromMs = this.#nowMs;
    own.known.push({ fromMs, untilMs: fromMs + waitMs });
    for (const other of this.#othersOf(own)) this.#later(other, () => this.#hears(other, fromMs + waitMs));
  }

  sends(page: Sender, what: string): void {
    const own = this.#watched.get(page);
    if (own === undefined) return;
    const endsMs = Math.max(0, ...own.known.filter((order) => this.#runs(order)).map(({ untilMs }) => untilMs));
    if (endsMs > 0) this.#parts.impolite(page, `${what} was sent ${String(endsMs - this.#nowMs)} ms before the service allowed it`);
    else if (this.#othersOf(own).some(({ known }) => known.some((order) => this.#runs(order)))) this.sentUnheard += 1;
  }

  /** At the very moment in which news arrives a request may still be the first. */
  #hears({ known }: Watched, untilMs: number): void {
    known.push({ fromMs: this.#nowMs + 1, untilMs });
  }

  #runs({ fromMs, untilMs }: Known): boolean {
    return fromMs <= this.#nowMs && this.#nowMs < untilMs;
  }

  #othersOf({ page, household }: Watched): readonly Watched[] {
    return [...this.#watched.values()].filter((one) => one.page !== page && one.household === household && one.page.isAlive && one.page.person === page.person);
  }

  #later({ household, page }: Watched, then: () => void): void {
    this.#parts.scheduler.after(household.messageMs, () => {
      if (page.isAlive) then();
    });
  }

  get #nowMs(): number {
    return this.#parts.scheduler.nowMs();
  }
}
