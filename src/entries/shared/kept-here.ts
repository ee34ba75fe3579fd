import { channelOf, clearDatabase, type ChannelPage, type DeviceMode, type DiskOwner, type OpenedDevice } from "../../hosts";
import { succeed, type Result } from "../../kernel";
import type { KeptHere } from "../../parts";
import { signedOutMark } from "./signed-out-mark";

export interface KeptHereParts {
  readonly page: LeavingPage;
  readonly wanted: DeviceMode;
}

/** Just enough of a window to take everything away and leave. */
export type LeavingPage = Pick<Window, "localStorage" | "sessionStorage" | "location" | "addEventListener"> & ChannelPage;

/** The device of a page that signs out together with the person's other ones. */
export interface SharedDevice extends OpenedDevice {
  tellOthersToLeave(): void;
}

/** What lies on this device for the person of this page. */
export async function keptHere(parts: KeptHereParts, device: SharedDevice): Promise<KeptHere> {
  const { mode, because, waitingUnsent, lostUnsent } = device;
  return {
    mode,
    wanted: parts.wanted,
    ...(because === undefined ? {} : { because }),
    waitingUnsent,
    lostUnsent,
    unsentHere: await device.countUnsent(),
    forgetLost: () => device.forgetLost(),
    openAnew: () => parts.page.location.reload(),
    signOutAndClear: () => signOutAndClear(parts, device),
  };
}

/**
 * The person's pages sign out together. In one that has something typed the browser asks first.
 * @returns tells the other pages.
 */
export function leaveWithOthers({ page, owner }: { readonly page: LeavingPage; readonly owner: DiskOwner }): () => void {
  const channel = channelOf(page, `sign-out.${clearDatabase(owner)}`);
  if (channel !== undefined) channel.onmessage = () => leave(page);
  return () => channel?.postMessage(null);
}

/**
 * The other pages are told before their disks go, so that they do not take what they held there for the only copy.
 * An account that the host or the browser holds stays signed in there: no page can end that.
 */
async function signOutAndClear({ page }: KeptHereParts, device: Pick<SharedDevice, "erase" | "tellOthersToLeave">): Promise<Result<void>> {
  device.tellOthersToLeave();
  const erased = await device.erase();
  if (!erased.ok) return erased;
  clearPreferences(page);
  // The person has said what may be lost: nothing of this page asks again.
  page.addEventListener("beforeunload", (event) => event.stopImmediatePropagation(), { capture: true });
  leave(page);
  return succeed(undefined);
}

/** What comes next is the page of somebody who is signed out: nothing of this one is left in its memory. */
function leave(page: LeavingPage): void {
  try {
    // MSAL's tokens and account lie here (teams.md 2.6).
    page.sessionStorage.clear();
  } catch {
    // Closed to us, so nothing lies there.
  }
  signedOutMark.put(page);
  page.location.reload();
}

/** Notes about databases stay: another person's tell them of a loss. */
function clearPreferences(page: LeavingPage): void {
  try {
    const names = Object.keys(page.localStorage).filter((name) => /^project-registers\.(?!disk\.|sealed\.)/.test(name));
    for (const name of names) page.localStorage.removeItem(name);
  } catch {
    // Closed to us, so nothing lies there.
  }
}
