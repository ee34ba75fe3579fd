import type { Clock, Timers } from "../kernel";

/** SharePoint asks that an app sends few at a time (learn.microsoft.com, "avoid getting throttled"); a browser opens six connections to a host over HTTP/1.1. */
export const mostInFlight = 6;

/** What the shell may see, to say "SharePoint asked us to wait 41 seconds". */
export interface GateView {
  /** Milliseconds since 1970; 0 while the gate is open. For showing: the gate itself counts on timers. */
  readonly blockedUntilMs: number;
  /** The longest order so far. */
  readonly longestWaitMs: number;
  /** Calls back whenever the gate shuts, shuts for longer, or opens. Returns the way out. */
  subscribe(listener: () => void): () => void;
}

/** Leave to send one request. */
export interface Pass {
  /** How often the gate had been shut when this request left; a later order is not news about it. */
  readonly shutCount: number;
  leave(): void;
}

/**
 * One gate for every request of the client.
 * 1. No request leaves while any order to wait is running; orders end by timers, so a changed clock cannot open the gate early.
 * 2. At most six requests are out at once; the others leave in the order in which they came.
 * 3. A request whose signal aborts gives up its place.
 */
export interface Gate extends GateView {
  readonly shutCount: number;
  /** Resolves to undefined when the signal aborts first. */
  enter(signal: AbortSignal | undefined): Promise<Pass | undefined>;
  /** Resolves when the gate is open or the signal aborts, without taking a place. */
  untilOpen(signal: AbortSignal | undefined): Promise<void>;
  shut(delayMs: number): void;
}

export function createGate(clock: Clock, timers: Timers): Gate {
  const orders = new Set<{ readonly untilMs: number }>();
  const waiting: (() => void)[] = [];
  const { subscribe, tell } = createListeners();
  let inFlight = 0;
  let shutCount = 0;
  let longestWaitMs = 0;

  function admit(): void {
    while (orders.size === 0 && inFlight < mostInFlight) {
      const next = waiting.shift();
      if (next === undefined) return;
      inFlight += 1;
      next();
    }
  }

  function leave(): void {
    inFlight -= 1;
    admit();
  }

  return {
    get blockedUntilMs() {
      return Math.max(0, ...[...orders].map((order) => order.untilMs));
    },
    get longestWaitMs() {
      return longestWaitMs;
    },
    get shutCount() {
      return shutCount;
    },
    subscribe,
    enter(signal) {
      return new Promise((resolve) => {
        if (signal?.aborted === true) {
          resolve(undefined);
          return;
        }
        waiting.push(go);
        signal?.addEventListener("abort", giveUp, { once: true });
        admit();
        function go(): void {
          signal?.removeEventListener("abort", giveUp);
          resolve({ shutCount, leave });
        }
        function giveUp(): void {
          waiting.splice(waiting.indexOf(go), 1);
          resolve(undefined);
        }
      });
    },
    untilOpen(signal) {
      return new Promise((resolve) => {
        if (orders.size === 0 || signal?.aborted === true) {
          resolve();
          return;
        }
        const unsubscribe = subscribe(() => {
          if (orders.size === 0) done();
        });
        signal?.addEventListener("abort", done, { once: true });
        function done(): void {
          unsubscribe();
          signal?.removeEventListener("abort", done);
          resolve();
        }
      });
    },
    shut(delayMs) {
      const order = { untilMs: clock.nowMs() + delayMs };
      orders.add(order);
      shutCount += 1;
      longestWaitMs = Math.max(longestWaitMs, delayMs);
      timers.after(delayMs, () => {
        orders.delete(order);
        admit();
        tell();
      });
      tell();
    },
  };
}

function createListeners(): { readonly subscribe: GateView["subscribe"]; readonly tell: () => void } {
  const listeners = new Set<() => void>();
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell() {
      for (const listener of [...listeners]) listener();
    },
  };
}
