import { app, pages } from "@microsoft/teams-js";
import { fail, safeHref, succeed, wait, type Result, type Timers } from "../../kernel";
import { hostWords } from "../../content";
import type { Host, HostContext, TabConfiguration, TabSettings } from "../host";
import { parseOpenedPage, parseTeamsContext, parseTheme } from "./teams-context";

export interface TeamsConnection {
  readonly timers: Timers;
  /** The app's id in Teams, for deep links; asked for when a link is made, when the deployment is known. */
  readonly teamsAppId: () => string;
  /** Extra pages allowed to frame us. Empty in production: whoever frames the app could drive it. */
  readonly alsoFramedBy: readonly string[];
}

/** A page that was opened by another page hangs in `initialize` for 60 seconds (teams.md 1.3), so we race it. */
const answerWithinMs = 3_000;

/** Connects to Teams; `notFound` means that no Teams surrounds this page. */
export async function connectTeams(connection: TeamsConnection): Promise<Result<Host>> {
  const connected = await Promise.race([
    app.initialize([...connection.alsoFramedBy]).then(
      () => true,
      () => false,
    ),
    wait(connection.timers, answerWithinMs).then(() => false),
  ]);
  if (!connected) return fail({ kind: "notFound" });
  return succeed(teamsHost(parseTeamsContext(await app.getContext()), connection));
}

function teamsHost(first: HostContext, connection: TeamsConnection): Host {
  let current = first;
  const listeners = new Set<(context: HostContext) => void>();
  const change = (next: HostContext): void => {
    current = next;
    listeners.forEach((listener) => {
      listener(next);
    });
  };
  const listen = (): void => {
    app.registerOnThemeChangeHandler((theme) => {
      change({ ...current, theme: parseTheme(theme) });
    });
    app.registerOnContextChangeHandler((context) => {
      change(parseTeamsContext(context));
    });
  };
  listen();
  return {
    kind: "teams",
    context: () => current,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    loaded: () => {
      app.notifyAppLoaded();
      void Promise.resolve(app.notifySuccess()).catch(() => undefined); // older hosts answer nothing; the app is shown all the same
    },
    failed: (reason) => {
      app.notifyFailure({ reason: app.FailedReason.Other, message: reason });
    },
    openLink: (address) => {
      const refused = fail({ kind: "hostRefused", what: hostWords.openTheLink, says: hostWords.linkNotOpened } as const);
      const href = safeHref(address);
      if (href === undefined) return Promise.resolve(refused);
      return app.openLink(href).then(
        () => succeed(undefined),
        () => refused,
      );
    },
    deepLink: (target) => teamsDeepLink(connection.teamsAppId(), { ...target, ...(current.channel === undefined ? {} : { channelId: current.channel.id }) }),
    onSuspend: (flush) => {
      // The library says "ready" when the promise settles, and would not if it were refused.
      app.lifecycle.registerBeforeSuspendOrTerminateHandler(() => flush().catch(() => undefined));
    },
    onResume: (resume) => {
      app.lifecycle.registerOnResumeHandler((opened) => {
        listen(); // handlers are gone after a suspension and must be registered again (teams.md 1.4)
        resume(parseOpenedPage(opened));
        void Promise.resolve(app.notifySuccess()).catch(() => undefined);
      });
    },
    configuration: tabConfiguration(),
  };
}

/** The documented form: https://teams.microsoft.com/l/entity/{appId}/{pageId}?webUrl=…&label=…&context={…} */
export function teamsDeepLink(
  appId: string,
  target: { readonly pageId: string; readonly subPageId: string; readonly label: string; readonly webUrl: string; readonly channelId?: string },
): string {
  const address = new URL(`https://teams.microsoft.com/l/entity/${encodeURIComponent(appId)}/${encodeURIComponent(target.pageId)}`);
  address.searchParams.set("webUrl", target.webUrl);
  address.searchParams.set("label", target.label);
  const context = { subEntityId: target.subPageId, ...(target.channelId === undefined ? {} : { channelId: target.channelId }) };
  address.searchParams.set("context", JSON.stringify(context));
  return address.href.replace(/\+/g, "%20");
}

function tabConfiguration(): TabConfiguration {
  return {
    current: async () => {
      const saved = await pages.getConfig();
      if (saved.entityId === undefined || saved.contentUrl === "") return undefined;
      return {
        entityId: saved.entityId,
        contentUrl: saved.contentUrl,
        websiteUrl: saved.websiteUrl ?? saved.contentUrl,
        suggestedDisplayName: saved.suggestedDisplayName ?? "",
        ...(saved.removeUrl === undefined ? {} : { removeUrl: saved.removeUrl }),
      };
    },
    setReady: (ready) => {
      pages.config.setValidityState(ready === "ready");
    },
    onSave: (settings) => {
      pages.config.registerOnSaveHandler((event) => {
        void saveWith(settings, event);
      });
    },
    onRemove: (clean) => {
      pages.config.registerOnRemoveHandler((event) => {
        clean().then(
          () => {
            event.notifySuccess();
          },
          () => {
            event.notifyFailure();
          },
        );
      });
    },
  };
}

async function saveWith(settings: () => Promise<Result<TabSettings>>, event: pages.config.SaveEvent): Promise<void> {
  const result = await settings();
  if (!result.ok) {
    event.notifyFailure(hostWords.tabNotSaved);
    return;
  }
  await pages.config.setConfig({ ...result.value });
  event.notifySuccess();
}
