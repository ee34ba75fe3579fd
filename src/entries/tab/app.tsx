import { useCallback, useEffect, useState, useSyncExternalStore, type ComponentType, type ReactElement, type ReactNode } from "react";
import { shellWords, tabWords } from "../../content";
import { RaidPage } from "../../features/raid";
import { Shell } from "../../features/shell";
import { fragmentOf, pageFromFragment, placeWithin, ServicesProvider, useChosenSites, usePlaceState, useServices, type Page, type Services } from "../../parts";
import { loadCatalogue, projects, registerNamed, type Register } from "../../registers";
import { createStore, type RegisterSource, type Store } from "../../store";
import { ErrorState, fetched, RowsSkeleton, type Command } from "../../ui";
import { useVisit } from "./use-visit";

// A person comes for what is late and open. Every other page is fetched when they go there, or before, when the browser is idle.
const RegisterPage = fetched(
  () => import(/* webpackPrefetch: true */ "../../features/register-page").then((feature) => feature.RegisterPage),
  <RowsSkeleton />,
);
const ProjectPage = withCatalogue(() => import(/* webpackPrefetch: true */ "../../features/project").then((feature) => feature.ProjectPage));
const DecisionsPage = withCatalogue(() => import("../../features/decisions").then((feature) => feature.DecisionsPage));
const ImportPage = withCatalogue(() => import("../../features/import").then((feature) => feature.ImportPage));
const StatusCardPage = withCatalogue(() => import("../../features/status-card").then((feature) => feature.StatusCardPage));
const SetUpPage = withCatalogue(() => import("../../features/set-up").then((feature) => feature.SetUpPage));
const SampleTour = withCatalogue(() => import("../../features/set-up").then((feature) => feature.SampleTour));
const DiagnosticsPage = withCatalogue(() => import("../../features/diagnostics").then((feature) => feature.DiagnosticsPage));
const AccessPage = withCatalogue(() => import("../../features/permissions").then((feature) => feature.AccessPage));
const PortfolioPage = fetched(() => import("../../features/portfolio").then((feature) => feature.PortfolioPage), <RowsSkeleton />);
const NotVisited = fetched(() => import("../../features/portfolio").then((feature) => feature.NotVisited), <RowsSkeleton />);
const FiguresPage = withCatalogue(() => import("../../features/figures").then((feature) => feature.FiguresPage));
const DataQualityPage = withCatalogue(() => import("../../features/data-quality").then((feature) => feature.DataQualityPage));
const SiteCheckPage = fetched(() => import("../../features/site-check").then((feature) => feature.SiteCheckPage), <RowsSkeleton />);
const AdoptPage = withCatalogue(() => import("../../features/adopt").then((feature) => feature.AdoptPage));

/** A page that may meet any register by its name comes with all of them. */
function withCatalogue<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  return fetched(
    async () => {
      const [part] = await Promise.all([load(), loadCatalogue()]);
      return part;
    },
    <RowsSkeleton />,
  );
}

export function App({ services }: { readonly services: Services }): ReactElement {
  const [isSample, setIsSample] = useState(false);
  const onSample = (): void => {
    services.location.go("");
    setIsSample(true);
  };
  if (!isSample) {
    return (
      <ServicesProvider value={services}>
        <Pages onSample={onSample} />
      </ServicesProvider>
    );
  }
  return (
    <SampleTour services={services} openStore={(source) => storeInMemory(services, source)} onLeave={() => setIsSample(false)}>
      <CurrentPage />
    </SampleTour>
  );
}

/** Nothing of it outlives the page. */
function storeInMemory({ clock, timers, randomness }: Services, source: RegisterSource): Store {
  return createStore({ source, clock, timers, randomness, workedOut: (register) => registerNamed(register)?.workedOut ?? {} });
}

function useFragment(): string {
  const { location } = useServices();
  return useSyncExternalStore(
    useCallback((listener) => location.subscribe(listener), [location]),
    useCallback(() => location.read(), [location]),
  );
}

/** The pages of the tab's own site or of another one. The tree is the same for both, so that whatever it holds unsaved stays. */
function Pages({ onSample }: { readonly onSample: () => void }): ReactElement {
  const services = useServices();
  const { site } = placeWithin(useFragment());
  const { services: here, missing } = useVisit(services, site);
  return (
    <ServicesProvider value={here}>
      <CurrentPage
        {...(site === undefined ? { onSample } : { visited: site })}
        instead={site === undefined || missing === undefined ? undefined : <NotVisited address={site} fault={missing.fault} onAgain={missing.again} />}
      />
    </ServicesProvider>
  );
}

interface CurrentPageProps {
  /** Opens invented projects in place of the site; absent while they are shown, and in another site. */
  readonly onSample?: () => void;
  /** The address of another site than the tab's. */
  readonly visited?: string;
  /** Shown in place of the page. */
  readonly instead?: ReactNode;
}

function CurrentPage({ onSample, visited, instead }: CurrentPageProps): ReactElement {
  const { location, session } = useServices();
  const isOneOfMany = useChosenSites().length > 1;
  const asked = pageFromFragment(useFragment());
  const start = visited === undefined && isOneOfMany && session.scope.kind === "portfolio" ? allSites : startPage(session.scope);
  const isFirstRun = useIsFirstRun(start);
  useEffect(() => {
    // Once, so that whoever then goes to a register sees that.
    if (isFirstRun && instead === undefined && asked.kind === "start") location.replace(fragmentOf({ kind: "setUp" }));
  }, [isFirstRun, instead, asked.kind, location]);
  const page: Page = asked.kind === "start" ? start : asked;
  return <Shell page={page}>{instead ?? <PageContent key={visited ?? ""} page={page} onSample={onSample} />}</Shell>;
}

/** The site has no list of what the start page shows. */
function useIsFirstRun(start: Page): boolean {
  const states = [usePlaceState("Projects"), usePlaceState(start.kind === "raid" ? "Risks" : "Projects")];
  return states.every(({ fault }) => fault?.kind === "notFound");
}

const allSites: Page = { kind: "portfolio" };

/** A bound tab opens on what it is bound to; the personal app on what is asked of its person. */
function startPage(scope: Services["session"]["scope"]): Page {
  if (scope.kind === "project") return { kind: "project", ref: scope.ref };
  return scope.kind === "portfolio" || scope.kind === "programme" ? { kind: "projects" } : { kind: "raid" };
}

function PageContent({ page, onSample }: { readonly page: Page; readonly onSample: CurrentPageProps["onSample"] }): ReactElement {
  const { location } = useServices();
  switch (page.kind) {
    case "raid":
      return <RaidPage page={page} />;
    case "projects":
      return (
        <RegisterPage register={projects} page={page} invite={shellWords.projectsInvite} commands={onSample === undefined ? [] : [otherSites(location)]} />
      );
    case "portfolio":
      return <PortfolioPage page={page} />;
    case "project":
      return <ProjectPage page={page} />;
    case "figures":
      return <FiguresPage page={page} />;
    case "quality":
      return <DataQualityPage page={page} />;
    case "register":
      return (
        <NamedRegister name={page.register}>
          {(register) => <RegisterPage key={register.name} register={register} page={page} invite={tabWords.firstRecord(register.one, register.purpose)} />}
        </NamedRegister>
      );
    case "import":
      return <NamedRegister name={page.register}>{(register) => <ImportPage register={register} />}</NamedRegister>;
    case "card":
      return <StatusCardPage projectRef={page.project} />;
    case "decisions":
      return <DecisionsPage />;
    case "setUp":
      return <SetUpPage onSample={onSample} />;
    case "diagnostics":
      return <DiagnosticsPage />;
    case "check":
      return <SiteCheckPage />;
    case "permissions":
    case "why":
      return <AccessPage page={page} />;
    case "adopt":
      return <AdoptPage page={page} />;
    default:
      return <NoSuchPage />;
  }
}

function otherSites(location: Services["location"]): Command {
  return { id: "otherSites", label: shellWords.otherSites, canRun: true, run: () => location.go(fragmentOf({ kind: "portfolio", isChoosing: true })) };
}

interface NamedRegisterProps {
  readonly name: string;
  readonly children: (register: Register) => ReactNode;
}

/** A light register is there at once; another is fetched. */
function NamedRegister({ name, children }: NamedRegisterProps): ReactElement {
  const register = registerNamed(name);
  return register === undefined ? <FetchedRegister name={name}>{children}</FetchedRegister> : <>{children(register)}</>;
}

const FetchedRegister = withCatalogue<NamedRegisterProps>(() => Promise.resolve(KnownRegister));

function KnownRegister({ name, children }: NamedRegisterProps): ReactElement {
  const register = registerNamed(name);
  return register === undefined ? <NoSuchPage /> : <>{children(register)}</>;
}

function NoSuchPage(): ReactElement {
  return <ErrorState fault={shellWords.noSuchPageTitle} kept={shellWords.noSuchPage} />;
}
