import type { Graph } from "../../graph";
import { systemClock, systemRandomness, systemTimers, type Host } from "../../hosts";
import { wait } from "../../kernel";
import { Refreshing, type RefreshingService } from "../../parts";
import type { Store } from "../../store";

/** Teams drops a page that has not answered within 30 seconds (learn.microsoft.com, tabs/how-to/app-caching). */
const longestFlushMs = 20_000;

export interface WakeUpParts {
  readonly page: Window;
  readonly host: Pick<Host, "onSuspend" | "onResume">;
  readonly graph: Pick<Graph, "rest" | "wake"> & { readonly gate: Pick<Graph["gate"], "blockedUntilMs"> };
  readonly store: Pick<Store, "refresh" | "placeState" | "status" | "retryUnsent">;
  /** Aborts when the page turns to another site. */
  readonly until: AbortSignal | undefined;
}

/**
 * Reads while somebody looks at the page and rests while nobody does. What waits to be sent goes when the network returns;
 * before a suspension or a closing only what this device does not keep, and while the page is suspended nothing.
 */
export function wakeUp({ page, host, graph, store, until }: WakeUpParts): RefreshingService {
  const refreshing = new Refreshing({ store, gate: graph.gate, clock: systemClock, timers: systemTimers, randomness: systemRandomness });
  const flush = (): Promise<void> =>
    store.status().unkept === 0 ? Promise.resolve() : Promise.race([store.retryUnsent(), wait(systemTimers, longestFlushMs, until)]);
  const look = (): void => {
    if (page.document.visibilityState === "hidden") {
      refreshing.rest("hidden");
      void flush();
    } else refreshing.wake("hidden");
  };
  const listening = until === undefined ? {} : { signal: until };
  page.document.addEventListener("visibilitychange", look, listening);
  look();
  page.addEventListener(
    "online",
    () => {
      void store.retryUnsent();
      refreshing.lookAgain();
    },
    listening,
  );
  until?.addEventListener("abort", () => refreshing.rest("left"));
  let sleep = new AbortController();
  host.onSuspend(async () => {
    const { signal } = (sleep = new AbortController());
    refreshing.rest("suspended");
    await flush();
    // What a timer begins from here on waits before it leaves.
    if (!signal.aborted) graph.rest();
  });
  host.onResume((address) => {
    sleep.abort();
    graph.wake();
    // A window keeps one page of the app: it wakes up as the tab that the person has opened now.
    if (isOtherPage(page, address)) page.location.assign(address);
    else {
      void store.retryUnsent();
      refreshing.wake("suspended");
    }
  });
  return refreshing;
}

/** Only a page of our own is gone to; the fragment holds where the person was. */
function isOtherPage(page: Window, address: string | undefined): address is string {
  if (address === undefined || !URL.canParse(address)) return false;
  const next = new URL(address);
  return next.origin === page.location.origin && (next.pathname !== page.location.pathname || next.search !== page.location.search);
}
