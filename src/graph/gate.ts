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

/** The gates of the person's other pages on this device. */
export interface GateNeighbours {
  /** Tells them of an order that this page has just been given. */
  tell(delayMs: number): void;
  /**
   * Calls back with what is left of each order that reaches this page from them, also of those that ran before it opened.
   * @param heed answers whether the order holds here.
   */
  onHeard(heed: (leftMs: number) => boolean): void;
}

/**
 * Twice the longest window in which SharePoint counts requests, but for the day's (5 minutes, learn.microsoft.com, "avoid getting
 * throttled"), and well above the longest order seen for one (315 s, learn.microsoft.com/answers/questions/648796). Whoever has used
 * up a day's budget waits until midnight (SharePoint/sp-dev-docs#10076); of that each page hears from SharePoint itself.
 */
const longestHearsayMs = 600_000;

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
 * 4. An order that another page of the person was given holds here, too, from the moment it is heard. It is not told again.
 * 5. Others cannot keep the gate shut for ever: an order of more than ten minutes is not believed, and none is believed once
 *    others' orders have kept it shut for ten minutes. Then a request of this page asks SharePoint itself.
 * 6. No request leaves while the page rests.
 */
export interface Gate extends GateView {
  readonly shutCount: number;
  /** Resolves to undefined when the signal aborts first. */
  enter(signal: AbortSignal | undefined): Promise<Pass | undefined>;
  /** Resolves when the gate is open or the signal aborts, without taking a place. */
  untilOpen(signal: AbortSignal | undefined): Promise<void>;
  shut(delayMs: number): void;
  rest(): void;
  wake(): void;
}

interface Order {
  readonly untilMs: number;
}

/** An order without an end that could be told. */
const resting: Order = { untilMs: 0 };

/** @param neighbours settles when their code is there; without them the gate is this page's alone. */
export function createGate(clock: Clock, timers: Timers, neighbours?: Promise<GateNeighbours | undefined>): Gate {
  const orders = new Set<Order>();
  const places = createPlaces(() => orders.size === 0);
  const trust = createTrust(timers);
  const { subscribe, tell } = createListeners();
  let shutCount = 0;
  let longestWaitMs = 0;
  void neighbours?.then((others) =>
    others?.onHeard((leftMs) => {
      const isBelieved = trust.believes(leftMs);
      if (isBelieved) hold(leftMs);
      return isBelieved;
    }),
  );

  function hold(delayMs: number): void {
    const order = { untilMs: clock.nowMs() + delayMs };
    orders.add(order);
    shutCount += 1;
    longestWaitMs = Math.max(longestWaitMs, delayMs);
    timers.after(delayMs, () => end(order));
    tell();
  }

  function end(order: Order): void {
    orders.delete(order);
    if (orders.size === 0) trust.renew();
    places.admit();
    tell();
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
        places.take(signal, (leave) => resolve(leave && { shutCount, leave }));
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
      hold(delayMs);
      void neighbours?.then((others) => others?.tell(delayMs));
    },
    rest() {
      orders.add(resting);
      tell();
    },
    wake() {
      end(resting);
    },
  };
}

interface Places {
  /** Hands over the way out, at once or later; undefined when the signal aborts first. */
  take(signal: AbortSignal | undefined, go: (leave: (() => void) | undefined) => void): void;
  admit(): void;
}

/** 2 and 3. */
function createPlaces(isOpen: () => boolean): Places {
  const waiting: (() => void)[] = [];
  let inFlight = 0;

  function admit(): void {
    while (isOpen() && inFlight < mostInFlight) {
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
    take(signal, go) {
      if (signal?.aborted === true) {
        go(undefined);
        return;
      }
      waiting.push(enter);
      signal?.addEventListener("abort", giveUp, { once: true });
      admit();
      function enter(): void {
        signal?.removeEventListener("abort", giveUp);
        go(leave);
      }
      function giveUp(): void {
        waiting.splice(waiting.indexOf(enter), 1);
        go(undefined);
      }
    },
    admit,
  };
}

/** 5. */
function createTrust(timers: Timers): { readonly believes: (leftMs: number) => boolean; readonly renew: () => void } {
  let isSpent = false;
  let stop: (() => void) | undefined;
  return {
    believes: (leftMs) => {
      if (isSpent || leftMs > longestHearsayMs) return false;
      stop ??= timers.after(longestHearsayMs, () => {
        isSpent = true;
      });
      return true;
    },
    renew: () => {
      stop?.();
      stop = undefined;
      isSpent = false;
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
