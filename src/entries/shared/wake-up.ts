import { systemTimers, type Host } from "../../hosts";
import { wait } from "../../kernel";
import type { Session } from "../../parts";
import { firstRegisters } from "../../registers";
import type { Store } from "../../store";

/** Teams drops a page that has not answered within 30 seconds (learn.microsoft.com, tabs/how-to/app-caching). */
const longestFlushMs = 20_000;

export interface WakeUpParts {
  readonly page: Window;
  readonly host: Host;
  readonly store: Store;
  readonly session: Session;
}

/** Sends what waits before the host suspends the page and when the network returns; reads anew when the page is seen again. */
export function wakeUp({ page, host, store, session }: WakeUpParts): void {
  const readAgain = (): void => {
    const places = firstRegisters.map((register) => ({ site: session.site.id, register: register.name }));
    void store.refresh(places.filter((place) => store.placeState(place).asAtMs !== undefined));
  };
  page.addEventListener("online", () => void store.retryUnsent());
  host.onSuspend(() => Promise.race([store.retryUnsent(), wait(systemTimers, longestFlushMs)]));
  host.onResume((address) => {
    // A window keeps one page of the app: it wakes up as the tab that the person has opened now.
    if (isOtherPage(page, address)) page.location.assign(address);
    else {
      void store.retryUnsent();
      readAgain();
    }
  });
}

/** Only a page of our own is gone to; the fragment holds where the person was. */
function isOtherPage(page: Window, address: string | undefined): address is string {
  if (address === undefined || !URL.canParse(address)) return false;
  const next = new URL(address);
  return next.origin === page.location.origin && (next.pathname !== page.location.pathname || next.search !== page.location.search);
}
