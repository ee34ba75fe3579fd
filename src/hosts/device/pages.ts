import type { Randomness } from "../../kernel";
import type { Pages } from "../../store";
import { channelOf, type ChannelPage } from "./channel";
import { hexOf, ownerMark, type DiskOwner } from "./database-names";
import { heldNames, holdForever, type LockPage } from "./page-locks";

/** Just enough of a window to meet its other tabs. */
export interface PagesPage extends LockPage, ChannelPage {}

/**
 * The tabs and panes in which one person works in one tenant. A page lives as long as it holds the lock that carries its name,
 * so one that crashed is known to be dead. Nothing is told in a message but that there is something to read.
 */
export function pagesOf(page: PagesPage, randomness: Randomness, owner: DiskOwner): Pages {
  const own = hexOf(randomness.bytes(8));
  const prefix = `page.${ownerMark(owner)}.`;
  const held = holdForever(page, prefix + own, "exclusive");
  const channel = channelOf(page, prefix);
  const listeners = new Set<() => void>();
  if (channel) channel.onmessage = () => [...listeners].forEach((listener) => listener());
  return {
    own,
    alive: async () => {
      await held;
      const names = await heldNames(page);
      return names && new Set([own, ...names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length))]);
    },
    tell: () => channel?.postMessage(null),
    onTold: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
