import { createRoot } from "react-dom/client";
import { tabWords } from "../../content";
import { createSites } from "../../graph";
import { browserHost, connectTeams, fragmentLocation, systemTimers, type Host } from "../../hosts";
import { fail } from "../../kernel";
import { fragmentOf, fragmentWithin, placeWithin, readRecordAddress, type Session } from "../../parts";
import {
  buildServices,
  Gate,
  HostTheme,
  openGraph,
  parseTabAddress,
  rootElement,
  SignInBar,
  siteAt,
  siteProblem,
  type Environment,
  type GateState,
  type OpenedGraph,
} from "../shared";
import { App } from "./app";

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
  const showGate = (state: GateState): void => {
    show(<Gate state={state} />);
    if (state.kind !== "opening") host.loaded();
  };
  showGate({ kind: "opening", what: tabWords.opening });
  const opened = await openGraph({ environment, loginHint: host.context().person?.loginHint ?? "", show: showGate });
  if (opened === undefined) return;
  teamsAppId = opened.deployment.teamsAppId;
  await openTab({ environment, host, opened, show, showGate });
}

interface Opening {
  readonly environment: Environment;
  readonly host: Host;
  readonly opened: OpenedGraph;
  readonly show: (content: React.ReactNode) => void;
  readonly showGate: (state: GateState) => void;
}

/** From the site to the first page; begun anew when the person tries again. */
async function openTab(opening: Opening): Promise<void> {
  const { host, opened, show, showGate, environment } = opening;
  const { page } = environment;
  showGate({ kind: "opening", what: tabWords.opening });
  const asked = parseTabAddress(page.location.search);
  const address = asked?.site ?? host.context().siteAddress ?? opened.deployment.sites[0]?.address;
  const site = address === undefined ? fail({ kind: "notFound" } as const) : await siteAt(createSites(opened.graph), address);
  host.loaded();
  if (!site.ok) {
    const onAgain = (): void => void openTab(opening);
    const onWhy = (): void => showGate({ kind: "why", of: { ...opened, page, address: address ?? "", onAgain } });
    showGate(siteProblem(address ?? "", site.fault, { onAgain, onWhy }));
    return;
  }
  const session: Session = {
    me: opened.me,
    site: { id: site.value.id, name: site.value.displayName, address: site.value.webUrl },
    scope: asked?.scope ?? { kind: "mine" },
    host: host.kind,
    ...channelOf(host),
  };
  const location = fragmentLocation(page);
  const linked = placeWithin(host.context().subPageId ?? "");
  const target = readRecordAddress(linked.fragment);
  if (target !== undefined && location.read() === "") {
    const fragment = fragmentOf({ kind: "register", register: target.register, open: target });
    location.replace(linked.site === undefined ? fragment : fragmentWithin(linked.site, fragment));
  }
  const services = buildServices({
    page,
    host,
    opened,
    session,
    location,
    browserAddress: page.location.href.split("#")[0] ?? "",
    tabEntityId: host.context().pageId ?? "my-work",
  });
  show(
    <SignInBar services={services}>
      <App services={services} />
    </SignInBar>,
  );
}

function channelOf(host: Host): Pick<Session, "channel"> {
  const { team, channel } = host.context();
  if (team === undefined || channel === undefined) return {};
  return { channel: { teamId: team.groupId, channelId: channel.id, channelName: channel.name } };
}
