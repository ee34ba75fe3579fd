import { isRecord, listAt, parseJson, textAt } from "../../../kernel";
import type { SavedTab } from "./frame-host";

/** A tab of a channel, as the demo's Teams keeps it on this device. */
export interface ChannelTab extends SavedTab {
  readonly name: string;
}

const prefix = "project-registers-demo.tabs.";

export function readTabs(storage: Storage, channelId: string): readonly ChannelTab[] {
  return listAt({ tabs: parseJson(storage.getItem(prefix + channelId) ?? "") }, "tabs").filter(isTab);
}

/** Adds a tab, or replaces `before` when its settings were changed. */
export function keepTab(storage: Storage, channelId: string, { tab, before }: { readonly tab: SavedTab; readonly before: ChannelTab | undefined }): ChannelTab {
  const tabs = readTabs(storage, channelId);
  const kept: ChannelTab = { ...tab, name: tab.suggestedDisplayName ?? tab.entityId };
  const position = tabs.findIndex((one) => one.entityId === (before ?? tab).entityId);
  write(storage, channelId, position < 0 ? [...tabs, kept] : tabs.with(position, kept));
  return kept;
}

export function dropTab(storage: Storage, channelId: string, tab: ChannelTab): void {
  write(
    storage,
    channelId,
    readTabs(storage, channelId).filter((one) => one.entityId !== tab.entityId),
  );
}

function write(storage: Storage, channelId: string, tabs: readonly ChannelTab[]): void {
  storage.setItem(prefix + channelId, JSON.stringify(tabs));
}

function isTab(value: unknown): value is ChannelTab {
  return isRecord(value) && textAt(value, "entityId") !== undefined && textAt(value, "contentUrl") !== undefined && textAt(value, "name") !== undefined;
}
