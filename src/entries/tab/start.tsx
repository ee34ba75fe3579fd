import { createRoot } from "react-dom/client";
import { tabWords } from "../../content";
import { createGraph, createSites, scopesFor, type Scope as GraphScope } from "../../graph";
import { browserHost, connectTeams, createSignIn, fragmentLocation, systemClock, systemRandomness, systemTimers, type Host, type SignIn } from "../../hosts";
import { fail, type Result } from "../../kernel";
import { fragmentOf, readRecordAddress, type Session } from "../../parts";
import { buildServices, parseDeployment, parseTabAddress, siteAt, type Deployment, type Environment } from "../shared";
import { App } from "./app";
import { Gate } from "./gate";
import { HostTheme } from "./host-theme";

/** Starts the Teams tab, or the same pages in a plain browser. Everything that can fail ends in a sentence with a way on. */
export async function startTab(environment: Environment): Promise<void> {
  const { page } = environment;
  const root = createRoot(rootElement(page));
  let teamsAppId = "";
  const teams = await connectTeams({ timers: systemTimers, teamsAppId: () => teamsAppId, alsoFramedBy: environment.alsoFramedBy });
  const host = teams.ok ? teams.value : browserHost(page);
  const show = (content: React.ReactNode): void => {
    root.render(<HostTheme host={host}>{content}</HostTheme>);
  };
  show(<Gate state={{ kind: "opening" }} />);
  const parsed = parseDeployment(await environment.deployment());
  if (!parsed.ok) {
    host.failed(tabWords.notSetUp);
    show(
      <Gate
        state={{ kind: "failed", title: tabWords.notSetUp, explain: tabWords.notSetUpExplain(parsed.fault.kind === "unreadable" ? parsed.fault.says : "") }}
      />,
    );
    host.loaded();
    return;
  }
  teamsAppId = parsed.value.teamsAppId;
  const signIn = await createSignIn({
    clientId: parsed.value.clientId,
    tenantId: parsed.value.tenantId,
    redirectUri: new URL("redirect.html", page.location.href).href,
    ...(environment.authority === undefined ? {} : { authority: environment.authority }),
    ...(host.context().person === undefined ? {} : { loginHint: host.context().person?.loginHint ?? "" }),
  });
  await openTab({ environment, deployment: parsed.value, host, signIn, show });
}

interface Opening {
  readonly environment: Environment;
  readonly deployment: Deployment;
  readonly host: Host;
  readonly signIn: SignIn;
  readonly show: (content: React.ReactNode) => void;
}

const firstScopes: readonly GraphScope[] = [...scopesFor("signIn"), ...scopesFor("readRegisters")];

/** From sign-in to the first page; asked again after each answer a person gives. */
async function openTab(opening: Opening): Promise<void> {
  const { host, signIn, show, environment } = opening;
  const signed = await signIn.start(firstScopes);
  if (!signed.ok) {
    host.loaded();
    const again = (): void => void signIn.ask(firstScopes).then(() => openTab(opening));
    show(<Gate state={{ kind: "signIn", fault: signed.fault, onSignIn: again }} />);
    return;
  }
  const graph = createGraph({
    fetch: environment.graphFetch,
    token: (scopes, claims) => tokenFor(signIn, scopes, claims),
    clock: systemClock,
    timers: systemTimers,
    randomness: systemRandomness,
  });
  const asked = parseTabAddress(environment.page.location.search);
  const address = asked?.site ?? host.context().siteAddress ?? opening.deployment.sites[0]?.address;
  const site = address === undefined ? fail({ kind: "notFound" } as const) : await siteAt(createSites(graph), address);
  host.loaded();
  if (!site.ok) {
    show(<Gate state={{ kind: "noSite", address: address ?? "", fault: site.fault, onAgain: () => void openTab(opening) }} />);
    return;
  }
  const session: Session = {
    me: signed.value,
    site: { id: site.value.id, name: site.value.displayName, address: site.value.webUrl },
    scope: asked?.scope ?? { kind: "mine" },
    host: host.kind,
  };
  const location = fragmentLocation(environment.page);
  const target = readRecordAddress(host.context().subPageId ?? "");
  if (target !== undefined && location.read() === "") location.replace(fragmentOf({ kind: "register", register: target.register, open: target }));
  const services = buildServices({
    page: environment.page,
    host,
    graph,
    session,
    location,
    browserAddress: environment.page.location.href.split("#")[0] ?? "",
    tabEntityId: host.context().pageId ?? "my-work",
  });
  show(<App services={services} />);
}

/** The scopes a call needs; where a window must be shown, the screen's own sign-in button leads there. */
function tokenFor(signIn: SignIn, scopes: readonly GraphScope[], claims: string | undefined): Promise<Result<string>> {
  return signIn.token(scopes, claims);
}

function rootElement(page: Window): HTMLElement {
  const element = page.document.getElementById("root");
  if (element === null) throw new Error("the page has no root element");
  return element;
}
