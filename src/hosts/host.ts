import type { Result } from "../kernel";

export type HostTheme = "default" | "dark" | "contrast";

/** Where the app was opened, after the host's own words have been checked. Absent: the host did not say. */
export interface HostContext {
  readonly theme: HostTheme;
  /** The saved tab's identity and the deep link's target inside it. */
  readonly pageId?: string;
  readonly subPageId?: string;
  readonly team?: { readonly groupId: string; readonly name: string };
  readonly channel?: { readonly id: string; readonly name: string; readonly kind: "standard" | "private" | "shared" };
  /** The channel's own SharePoint site, as an https address; private and shared channels have their own. */
  readonly siteAddress?: string;
  readonly person?: { readonly tenantId: string; readonly objectId: string; readonly loginHint: string };
}

/** The page a saved tab opens, as Teams keeps it. */
export interface TabSettings {
  readonly entityId: string;
  readonly contentUrl: string;
  readonly websiteUrl: string;
  readonly suggestedDisplayName: string;
  /** Teams opens it when the tab is removed; absent where a tab was saved without one. */
  readonly removeUrl?: string;
}

/** The settings page of a tab: Teams' Save button stays off until the choice is complete. */
export interface TabConfiguration {
  current(): Promise<TabSettings | undefined>;
  setReady(ready: "ready" | "notReady"): void;
  /** Called when the person presses Save; the answer is handed to Teams. */
  onSave(settings: () => Promise<Result<TabSettings>>): void;
  onRemove(clean: () => Promise<void>): void;
}

/** One interface over Teams, Excel and a plain browser. */
export interface Host {
  readonly kind: "teams" | "excel" | "browser";
  context(): HostContext;
  /** Theme and context changes; returns the end of listening. */
  onChange(listener: (context: HostContext) => void): () => void;
  /** First rows or the first-run screen are painted. Teams shows a failure page when this is 30 seconds late. */
  loaded(): void;
  failed(reason: string): void;
  openLink(address: string): Promise<Result<void>>;
  /** The address that opens this record inside the host; undefined where a host has none. */
  deepLink(target: { readonly pageId: string; readonly subPageId: string; readonly label: string; readonly webUrl: string }): string | undefined;
  /** Before the host suspends or closes the app: rest, and write what waits. Only Teams does so; others merely hide the page. */
  onSuspend(flush: () => Promise<void>): void;
  /** @param resume gets the address of the tab that the person has opened, where the host says it: it may be another tab of the app. */
  onResume(resume: (address: string | undefined) => void): void;
  /** Only on the settings page of a Teams tab. */
  readonly configuration?: TabConfiguration;
}
