import { createRoot } from "react-dom/client";
import { tabSettingsWords } from "../../content";
import type { TabSettingsChoice } from "../../features/tab-settings";
import { browserHost, connectTeams, systemTimers, type TabConfiguration } from "../../hosts";
import { fail, succeed } from "../../kernel";
import { openGraph, parseTabAddress, rootElement, WhyNotOpened, type Environment, type OpenedGraph } from "../shared";
import { graphSiteReader } from "./site-reader";
import { SettingsPage, type SettingsPageState } from "./settings-page";
import { tabSettingsFor } from "./tab-settings-for";

/** Starts the page on which a person says what a channel's tab shows, or, with "?remove", the page behind Teams' Remove. */
export async function startTabConfig(environment: Environment): Promise<void> {
  const { page } = environment;
  const root = createRoot(rootElement(page));
  const teams = await connectTeams({ timers: systemTimers, teamsAppId: () => "", alsoFramedBy: environment.alsoFramedBy });
  const host = teams.ok ? teams.value : browserHost(page);
  const show = (state: SettingsPageState): void => {
    root.render(<SettingsPage host={host} state={state} />);
    if (state.kind !== "opening") host.loaded();
  };
  const { configuration } = host;
  if (configuration === undefined) {
    show({ kind: "failed", title: tabSettingsWords.onlyInTeams, explain: tabSettingsWords.onlyInTeamsExplain });
    return;
  }
  if (new URLSearchParams(page.location.search).has("remove")) {
    configuration.onRemove(() => {
      show({ kind: "removed" }); // the tab leaves nothing behind but SharePoint's own lists
      return Promise.resolve();
    });
    configuration.setReady("ready");
    show({ kind: "removing" });
    return;
  }
  show({ kind: "opening", what: tabSettingsWords.opening });
  const opened = await openGraph({ environment, loginHint: host.context().person?.loginHint ?? "", show });
  if (opened !== undefined) await showForm({ page, configuration, opened, show });
}

interface Form {
  readonly page: Window;
  readonly configuration: TabConfiguration;
  readonly opened: OpenedGraph;
  readonly show: (state: SettingsPageState) => void;
}

async function showForm({ page, configuration, opened, show }: Form): Promise<void> {
  const saved = await configuration.current();
  let choice: TabSettingsChoice | undefined;
  configuration.onSave(() =>
    Promise.resolve(choice === undefined ? fail({ kind: "invalid", problems: [] }) : succeed(tabSettingsFor(choice, page.location.href))),
  );
  show({
    kind: "ready",
    reader: graphSiteReader(opened.graph),
    deployment: opened.deployment,
    current: saved === undefined ? undefined : currentChoice(saved.contentUrl),
    onChoice: (next) => {
      choice = next;
      configuration.setReady(next === undefined ? "notReady" : "ready");
    },
    whyNot: (asked, onAgain) => <WhyNotOpened {...opened} {...asked} page={page} onAgain={onAgain} />,
  });
}

function currentChoice(contentUrl: string): ReturnType<typeof parseTabAddress> {
  return URL.canParse(contentUrl) ? parseTabAddress(new URL(contentUrl).search) : undefined;
}
