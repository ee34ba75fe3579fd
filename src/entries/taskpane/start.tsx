import { createRoot } from "react-dom/client";
import { faultWords, tabWords } from "../../content";
import { createGraph, createSites, scopesFor, type Scope as GraphScope } from "../../graph";
import { connectExcel, createSignIn, memoryLocation, systemClock, systemRandomness, systemTimers, type ExcelConnection, type SignIn } from "../../hosts";
import { fail } from "../../kernel";
import type { Session } from "../../parts";
import { buildServices, parseDeployment, siteAt, type Deployment, type Environment } from "../shared";
import { PanePage, type PaneState } from "./pane-page";

const firstScopes: readonly GraphScope[] = [...scopesFor("signIn"), ...scopesFor("readRegisters")];

/** Starts the task pane beside a workbook. Everything that can fail ends in a sentence with a way on. */
export async function startTaskpane(environment: Environment): Promise<void> {
  const { page } = environment;
  const root = createRoot(rootElement(page));
  const excel = await connectExcel({ page, timers: systemTimers });
  const theme = excel.ok ? excel.value.host.context().theme : "default";
  const show = (state: PaneState): void => {
    root.render(<PanePage theme={theme} state={state} />);
  };
  if (!excel.ok) {
    const words = faultWords(excel.fault);
    show({ kind: "failed", title: words.happened, explain: words.toDo });
    return;
  }
  show({ kind: "opening" });
  const parsed = parseDeployment(await environment.deployment());
  if (!parsed.ok) {
    const missing = parsed.fault.kind === "unreadable" ? parsed.fault.says : "";
    show({ kind: "failed", title: tabWords.notSetUp, explain: tabWords.notSetUpExplain(missing) });
    return;
  }
  const signIn = await createSignIn({
    clientId: parsed.value.clientId,
    tenantId: parsed.value.tenantId,
    redirectUri: new URL("redirect.html", page.location.href).href,
    ...(environment.authority === undefined ? {} : { authority: environment.authority }),
  });
  await openPane({ environment, deployment: parsed.value, excel: excel.value, signIn, show });
}

interface Opening {
  readonly environment: Environment;
  readonly deployment: Deployment;
  readonly excel: ExcelConnection;
  readonly signIn: SignIn;
  readonly show: (state: PaneState) => void;
}

/** From sign-in to the pane; asked again after each answer a person gives. */
async function openPane(opening: Opening): Promise<void> {
  const { environment, deployment, excel, signIn, show } = opening;
  const signed = await signIn.start(firstScopes);
  if (!signed.ok) {
    show({ kind: "signIn", fault: signed.fault, onSignIn: () => void signIn.ask(firstScopes).then(() => openPane(opening)) });
    return;
  }
  const graph = createGraph({
    fetch: environment.graphFetch,
    token: (scopes, claims) => signIn.token(scopes, claims),
    clock: systemClock,
    timers: systemTimers,
    randomness: systemRandomness,
  });
  const address = deployment.sites[0]?.address;
  const site = address === undefined ? fail({ kind: "notFound" } as const) : await siteAt(createSites(graph), address);
  if (!site.ok) {
    const title = address === undefined ? tabWords.noSiteChosen : tabWords.siteNotOpened(address);
    show({ kind: "failed", title, explain: faultWords(site.fault).toDo, onAgain: () => void openPane(opening) });
    return;
  }
  const session: Session = {
    me: signed.value,
    site: { id: site.value.id, name: site.value.displayName, address: site.value.webUrl },
    scope: { kind: "portfolio" },
    host: "excel",
  };
  const services = buildServices({
    page: environment.page,
    host: excel.host,
    graph,
    session,
    location: memoryLocation(""),
    browserAddress: new URL("tab.html", environment.page.location.href).href,
    tabEntityId: "my-work",
  });
  show({ kind: "ready", services, sheet: excel.sheet });
}

function rootElement(page: Window): HTMLElement {
  const element = page.document.getElementById("root");
  if (element === null) throw new Error("the page has no root element");
  return element;
}
