import { isRecord, textAt } from "../../../kernel";
import type { NestedAuthBroker } from "../nested-auth";

/** What the tab sees of Teams; the library maps these flat names to its nested context (teams.md 1.2). */
export type FlatContext = Readonly<Record<string, string | boolean | undefined>>;

export interface SavedTab {
  readonly entityId: string;
  readonly contentUrl: string;
  readonly websiteUrl?: string;
  readonly suggestedDisplayName?: string;
  /** What Teams opens when the tab is removed. */
  readonly removeUrl?: string;
}

export interface FrameHostEvents {
  onLoaded?(): void;
  onFailed?(reason: string): void;
  onLink?(address: string): void;
  /** The settings page says whether Save may be pressed. */
  onValidity?(ready: boolean): void;
  /** The tab answered the Save button: its settings, or why not. */
  onSaved?(outcome: { readonly tab?: SavedTab; readonly refused?: string }): void;
  onRemoved?(outcome: { readonly refused?: string }): void;
  /** The tab has written what waited and may be suspended. */
  onReadyToUnload?(): void;
}

export interface FrameHostOptions {
  readonly frame: HTMLIFrameElement;
  readonly frameContext: "content" | "settings" | "remove";
  readonly context: () => FlatContext;
  readonly savedTab: () => SavedTab | undefined;
  readonly broker: NestedAuthBroker;
  readonly events: FrameHostEvents;
}

export interface FrameHost {
  changeTheme(theme: string): void;
  changeContext(): void;
  /** Presses Save on the settings page. */
  save(): void;
  remove(): void;
  /** Asks the tab to get ready to be suspended, then wakes it at an address. */
  suspend(): void;
  resume(entityId: string, contentUrl: string): void;
  close(): void;
}

const runtime = JSON.stringify({
  apiVersion: 4,
  isNAAChannelRecommended: true,
  isLegacyTeams: false,
  hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
  // A capability that is absent here makes the library throw "not supported on platform", as in a real host without it.
  supports: {
    app: { notifySuccessResponse: {} },
    nestedAppAuth: {},
    pages: { appButton: {}, backStack: {}, config: {}, currentApp: {}, tabs: {} },
    teamsCore: {},
    clipboard: {},
  },
});

/** Plays Teams to a tab in an iframe: the protocol of teams-js 2.58, strict about origin. */
export function frameHost(options: FrameHostOptions): FrameHost {
  const { frame } = options;
  const origin = (): string => new URL(frame.src, window.location.href).origin;
  const answer = answering(options);

  function send(func: string, ...args: readonly unknown[]): void {
    frame.contentWindow?.postMessage({ func, args }, origin());
  }

  function receive(event: MessageEvent<unknown>): void {
    const message = event.data;
    if (event.source !== frame.contentWindow || event.origin !== origin() || !isRecord(message)) return;
    const func = textAt(message, "func");
    if (func === undefined) return;
    const args = Array.isArray(message["args"]) ? (message["args"] as readonly unknown[]) : [];
    const reply = (...answer: readonly unknown[]): void => {
      frame.contentWindow?.postMessage({ id: message["id"], uuidAsString: message["uuidAsString"], args: answer }, event.origin);
    };
    answer({ func, args, data: message["data"] }, reply);
  }

  window.addEventListener("message", receive);
  return {
    changeTheme: (theme) => {
      send("themeChange", theme);
    },
    changeContext: () => {
      send("contextChange", options.context());
    },
    save: () => {
      send("settings.save", {});
    },
    remove: () => {
      send("settings.remove", {});
    },
    suspend: () => {
      send("beforeUnload");
    },
    resume: (entityId, contentUrl) => {
      // Teams keeps whole addresses, and the library reads nothing else.
      send("load", { entityId, contentUrl: new URL(contentUrl, window.location.href).href });
    },
    close: () => {
      window.removeEventListener("message", receive);
    },
  };
}

interface TabCall {
  readonly func: string;
  readonly args: readonly unknown[];
  readonly data: unknown;
}

/** What Teams answers to each function of the library; what it does not know it leaves unanswered, as Teams does. */
function answering(options: FrameHostOptions): (call: TabCall, reply: (...answer: readonly unknown[]) => void) => void {
  const { events } = options;
  let pendingTab: SavedTab | undefined;
  return (call, reply) => {
    const [first] = call.args;
    switch (call.func) {
      case "initialize":
        // Version third, runtime fourth: the other order gives the tab no token bridge (teams.md 1.1).
        reply(options.frameContext, "web", "2.0.1", runtime);
        return;
      case "getContext":
        reply(options.context());
        return;
      case "appInitialization.success":
        events.onLoaded?.();
        reply(undefined);
        return;
      case "appInitialization.failure":
        events.onFailed?.(String(call.args[1] ?? first));
        return;
      case "executeDeepLink":
        events.onLink?.(String(first));
        reply(true);
        return;
      case "settings.setValidityState":
        events.onValidity?.(first === true);
        return;
      case "settings.getSettings":
        reply(options.savedTab() ?? {});
        return;
      case "settings.setSettings":
        pendingTab = readTab(first);
        reply(pendingTab !== undefined, pendingTab === undefined ? "The settings are not complete" : undefined);
        return;
      case "settings.save.success":
        events.onSaved?.(pendingTab === undefined ? { refused: "The tab saved nothing" } : { tab: pendingTab });
        return;
      case "settings.save.failure":
        events.onSaved?.({ refused: String(first) });
        return;
      case "settings.remove.success":
        events.onRemoved?.({});
        return;
      case "settings.remove.failure":
        events.onRemoved?.({ refused: String(first) });
        return;
      case "readyToUnload":
        events.onReadyToUnload?.();
        return;
      case "nestedAppAuth.execute":
        void options.broker(String(call.data)).then((answer) => {
          reply(null, answer);
        });
        return;
      default:
        return;
    }
  };
}

function readTab(settings: unknown): SavedTab | undefined {
  const entityId = textAt(settings, "entityId");
  const contentUrl = textAt(settings, "contentUrl");
  if (entityId === undefined || contentUrl === undefined) return undefined;
  const websiteUrl = textAt(settings, "websiteUrl");
  const suggestedDisplayName = textAt(settings, "suggestedDisplayName");
  const removeUrl = textAt(settings, "removeUrl");
  return {
    entityId,
    contentUrl,
    ...(websiteUrl === undefined ? {} : { websiteUrl }),
    ...(suggestedDisplayName === undefined ? {} : { suggestedDisplayName }),
    ...(removeUrl === undefined ? {} : { removeUrl }),
  };
}
