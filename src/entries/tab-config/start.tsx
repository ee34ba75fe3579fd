import { createRoot } from "react-dom/client";
import { tabSettingsWords, tabWords } from "../../content";
import type { TabSettingsChoice } from "../../features/tab-settings";
import { createGraph, scopesFor, type Scope as GraphScope } from "../../graph";
import {
  browserHost,
  connectTeams,
  createSignIn,
  systemClock,
  systemRandomness,
  systemTimers,
  type Host,
  type SignIn,
  type TabConfiguration,
} from "../../hosts";
import { fail, succeed } from "../../kernel";
import { parseDeployment, parseTabAddress, type Deployment, type Environment } from "../shared";
import { graphSiteReader } from "./site-reader";
import { SettingsPage, type SettingsPageState } from "./settings-page";
import { tabSettingsFor } from "./tab-settings-for";

/** Starts the page on which a person says what a channel's tab shows, or, with "?remove", the page behind Teams' Remove. */
export async function startTabConfig(environment: Environment): Promise<void> {
  const { page } = environment;
  const root = createRoot(rootElement(page));
  const teams = await connectTeams({ timers: systemTimers, teamsAppId: () => "", alsoFramedBy: environment.alsoFramedBy });
  const host = teams.ok ? teams.value : browserHost(page);
  const show = (state: SettingsPageState): void => root.render(<SettingsPage host={host} state={state} />);
  if (host.configuration === undefined) {
    show({ kind: "failed", title: tabSettingsWords.onlyInTeams, explain: tabSettingsWords.onlyInTeamsExplain });
    return;
  }
  if (new URLSearchParams(page.location.search).has("remove")) {
    host.configuration.onRemove(() => Promise.resolve()); // the tab leaves nothing behind but SharePoint's own lists
    host.configuration.setReady("ready");
    show({ kind: "removing" });
    host.loaded();
    return;
  }
  show({ kind: "opening" });
  const deployment = parseDeployment(await environment.deployment());
  if (!deployment.ok) {
    show({ kind: "failed", title: tabWords.notSetUp, explain: tabWords.notSetUpExplain(deployment.fault.kind === "unreadable" ? deployment.fault.says : "") });
    host.loaded();
    return;
  }
  const signIn = await createSignIn({
    clientId: deployment.value.clientId,
    tenantId: deployment.value.tenantId,
    redirectUri: new URL("redirect.html", page.location.href).href,
    ...(environment.authority === undefined ? {} : { authority: environment.authority }),
    ...(host.context().person === undefined ? {} : { loginHint: host.context().person?.loginHint ?? "" }),
  });
  await openSettings({ environment, deployment: deployment.value, host, configuration: host.configuration, signIn, show });
}

interface Opening {
  readonly environment: Environment;
  readonly deployment: Deployment;
  readonly host: Host;
  readonly configuration: TabConfiguration;
  readonly signIn: SignIn;
  readonly show: (state: SettingsPageState) => void;
}

const firstScopes: readonly GraphScope[] = [...scopesFor("signIn"), ...scopesFor("readRegisters")];

/** From sign-in to the form; asked again after each answer a person gives. */
async function openSettings(opening: Opening): Promise<void> {
  const { environment, deployment, host, configuration, signIn, show } = opening;
  const signed = await signIn.start(firstScopes);
  if (!signed.ok) {
    show({ kind: "signIn", fault: signed.fault, onSignIn: () => void signIn.ask(firstScopes).then(() => openSettings(opening)) });
    host.loaded();
    return;
  }
  const graph = createGraph({
    fetch: environment.graphFetch,
    token: (scopes, claims) => signIn.token(scopes, claims),
    clock: systemClock,
    timers: systemTimers,
    randomness: systemRandomness,
  });
  const saved = await configuration.current();
  let choice: TabSettingsChoice | undefined;
  configuration.onSave(() =>
    Promise.resolve(choice === undefined ? fail({ kind: "invalid", problems: [] }) : succeed(tabSettingsFor(choice, environment.page.location.href))),
  );
  show({
    kind: "ready",
    reader: graphSiteReader(graph),
    deployment,
    current: saved === undefined ? undefined : currentChoice(saved.contentUrl),
    onChoice: (next) => {
      choice = next;
      configuration.setReady(next === undefined ? "notReady" : "ready");
    },
  });
  host.loaded();
}

function currentChoice(contentUrl: string): ReturnType<typeof parseTabAddress> {
  return URL.canParse(contentUrl) ? parseTabAddress(new URL(contentUrl).search) : undefined;
}

function rootElement(page: Window): HTMLElement {
  const element = page.document.getElementById("root");
  if (element === null) throw new Error("the page has no root element");
  return element;
}
