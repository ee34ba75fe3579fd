/** Somebody who would lose something if the screen went elsewhere. */
interface LocationGuard {
  /** Whether nothing is lost by going to this fragment. */
  keeps(fragment: string): boolean;
  /** A move was held back. `leave` makes it after all, without asking this guard again. */
  ask(leave: () => void): void;
}

interface Location {
  read(): string;
  /** The same place as a link's address. */
  addressOf(fragment: string): string;
  go(fragment: string): void;
  replace(fragment: string): void;
  subscribe(listener: () => void): () => void;
  guard(guard: LocationGuard): () => void;
}

function addressOf(fragment: string): string {
  return `#${fragment}`;
}

class Guards {
  readonly #standing = new Set<LocationGuard>();

  /** @param changed called when the first one comes or the last one goes. */
  constructor(private readonly changed: (isGuarded: boolean) => void) {}

  add(guard: LocationGuard): () => void {
    this.#standing.add(guard);
    if (this.#standing.size === 1) this.changed(true);
    return () => {
      if (this.#standing.delete(guard) && this.#standing.size === 0) this.changed(false);
    };
  }

  /** Asks the first guard that would lose something; answers false when there is one. */
  pass(fragment: string, leave: () => void): boolean {
    const holding = [...this.#standing].find((guard) => !guard.keeps(fragment));
    holding?.ask(() => {
      if (this.#standing.delete(holding) && this.#standing.size === 0) this.changed(false);
      leave();
    });
    return holding === undefined;
  }
}

class Listeners {
  readonly #all = new Set<() => void>();

  tell(): void {
    for (const listener of this.#all) listener();
  }

  add(listener: () => void): () => void {
    this.#all.add(listener);
    return () => this.#all.delete(listener);
  }
}

function askingToClose(page: Pick<Window, "addEventListener" | "removeEventListener">): (isGuarded: boolean) => void {
  const ask = (event: Event): void => event.preventDefault();
  return (isGuarded) => {
    // A listener that stands always would keep the page out of the browser's cache of pages.
    if (isGuarded) page.addEventListener("beforeunload", ask);
    else page.removeEventListener("beforeunload", ask);
  };
}

/**
 * The fragment of the address: nothing of it reaches a server's log.
 * 1. What is read is what the screens show. The address differs from it for no longer than it takes to put a held move right.
 * 2. The browser tells of Back and of followed links when they have happened. One that a guard holds gets the present place as a new
 *    entry on top, so that going back by one is the held move, whichever it was. Entries ahead are lost. Rejected: going back by the
 *    distance, which arrives later and goes astray when somebody presses Back twice.
 * 3. While a guard stands, leaving the page itself makes the browser ask.
 */
export function fragmentLocation(page: Window): Location {
  const listeners = new Listeners();
  const guards = new Guards(askingToClose(page));
  const inAddress = (): string => page.location.hash.replace(/^#/, "");
  let current = inAddress();
  const arrive = (): void => {
    current = inAddress();
    listeners.tell();
  };
  const moved = (): void => {
    const fragment = inAddress();
    if (fragment === current) return;
    if (guards.pass(fragment, () => page.history.back())) arrive();
    else page.history.pushState(null, "", `#${current}`);
  };
  const go = (fragment: string): void => {
    if (!guards.pass(fragment, () => go(fragment))) return;
    page.history.pushState(null, "", `#${fragment}`);
    arrive();
  };
  const replace = (fragment: string): void => {
    if (!guards.pass(fragment, () => replace(fragment))) return;
    page.history.replaceState(null, "", `#${fragment}`);
    arrive();
  };
  page.addEventListener("popstate", moved);
  page.addEventListener("hashchange", moved);
  return { read: () => current, addressOf, go, replace, subscribe: (listener) => listeners.add(listener), guard: (guard) => guards.add(guard) };
}

/**
 * The same in memory, for the task pane: office.js takes the page's history away (excel.md 1.1).
 * @param page whose closing asks while a guard stands; Excel itself closes a pane without asking.
 */
export function memoryLocation(start: string, page?: Pick<Window, "addEventListener" | "removeEventListener">): Location {
  const listeners = new Listeners();
  const guards = new Guards(page === undefined ? () => undefined : askingToClose(page));
  let current = start;
  const set = (fragment: string): void => {
    if (!guards.pass(fragment, () => set(fragment))) return;
    current = fragment;
    listeners.tell();
  };
  return { read: () => current, addressOf, go: set, replace: set, subscribe: (listener) => listeners.add(listener), guard: (guard) => guards.add(guard) };
}
