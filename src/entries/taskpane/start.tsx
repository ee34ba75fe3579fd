import { createRoot } from "react-dom/client";
import { faultWords, tabWords, uiWords } from "../../content";
import { createSites } from "../../graph";
import { browserHost, connectExcel, devicePreferences, memoryLocation, systemTimers, type ExcelConnection } from "../../hosts";
import type { Session } from "../../parts";
import { loadCatalogue } from "../../registers";
import { buildServices, HostTheme, openGraph, rootElement, siteAt, siteProblem, type Environment, type OpenedGraph } from "../shared";
import { chosenSite, keepSite } from "./chosen-site";
import { PanePage, type PaneState } from "./pane-page";

/** Starts the task pane beside a workbook. Everything that can fail ends in a sentence with a way on. */
export async function startTaskpane(environment: Environment): Promise<void> {
  const { page } = environment;
  const root = createRoot(rootElement(page));
  const excel = await connectExcel({ page, timers: systemTimers });
  const host = excel.ok ? excel.value.host : browserHost(page);
  const show = (state: PaneState): void => {
    root.render(
      <HostTheme host={host}>
        <PanePage state={state} />
      </HostTheme>,
    );
  };
  if (!excel.ok) {
    const words = faultWords(excel.fault);
    show({ kind: "failed", title: words.happened, explain: words.toDo });
    return;
  }
  show({ kind: "opening", what: tabWords.opening });
  // A workbook may hold any register: all of them are fetched while the person is signed in.
  const catalogue = hasLoaded(loadCatalogue());
  const opened = await openGraph({ environment, loginHint: "", show });
  if (opened === undefined) return;
  await openPane({ environment, excel: excel.value, opened, show, catalogue });
}

interface Opening {
  readonly environment: Environment;
  readonly excel: ExcelConnection;
  readonly opened: OpenedGraph;
  readonly show: (state: PaneState) => void;
  /** Whether every register is there. */
  readonly catalogue: Promise<boolean>;
}

/** From the choice of a site to the pane; begun anew when the person tries again or chooses another site. */
async function openPane(opening: Opening): Promise<void> {
  const { environment, opened, show } = opening;
  const { sites } = opened.deployment;
  if (!(await opening.catalogue)) {
    const onAgain = (): void => void openPane({ ...opening, catalogue: hasLoaded(loadCatalogue()) });
    show({ kind: "failed", title: uiWords.partNotFetched, explain: uiWords.partNotFetchedKept, onAgain });
    return;
  }
  const preferences = devicePreferences(environment.page);
  const address = chosenSite(sites, preferences);
  if (address === undefined && sites.length > 1) {
    const onChoose = (chosen: string): void => {
      keepSite(chosen, preferences);
      void openPane(opening);
    };
    show({ kind: "chooseSite", sites, onChoose });
    return;
  }
  await openSite(opening, address ?? "");
}

async function openSite(opening: Opening, address: string): Promise<void> {
  const { environment, excel, opened, show } = opening;
  const { sites } = opened.deployment;
  const chooseAgain = (): void => {
    keepSite("", devicePreferences(environment.page));
    void openPane(opening);
  };
  show({ kind: "opening", what: tabWords.opening });
  const site = await siteAt(createSites(opened.graph), address);
  if (!site.ok) {
    // Where there is another site to choose, the way on is to choose.
    const onAgain = sites.length > 1 ? chooseAgain : (): void => void openPane(opening);
    const onWhy = (): void => show({ kind: "why", of: { ...opened, page: environment.page, address, onAgain } });
    show(siteProblem(address, site.fault, { onAgain, onWhy }));
    return;
  }
  const session: Session = {
    me: opened.me,
    site: { id: site.value.id, name: site.value.displayName, address: site.value.webUrl },
    scope: { kind: "portfolio" },
    host: "excel",
  };
  const stay = new AbortController();
  const services = buildServices({
    page: environment.page,
    host: excel.host,
    opened,
    session,
    location: memoryLocation("", environment.page),
    browserAddress: new URL("tab.html", environment.page.location.href).href,
    tabEntityId: "my-work",
    until: stay.signal,
  });
  const leave = (): void => {
    stay.abort();
    chooseAgain();
  };
  show({ kind: "ready", services, sheet: excel.sheet, ...(sites.length > 1 ? { onOtherSite: leave } : {}) });
}

function hasLoaded(loading: Promise<unknown>): Promise<boolean> {
  return loading.then(
    () => true,
    () => false,
  );
}
