import { useCallback, useSyncExternalStore, type ComponentType, type ReactElement, type ReactNode } from "react";
import { projectWords, shellWords, tabWords } from "../../content";
import { RaidPage } from "../../features/raid";
import { Shell } from "../../features/shell";
import { pageFromFragment, ServicesProvider, useServices, type Page, type Services } from "../../parts";
import { loadCatalogue, projects, registerNamed, type Register } from "../../registers";
import { ErrorState, fetched, RowsSkeleton } from "../../ui";

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
const DiagnosticsPage = withCatalogue(() => import("../../features/diagnostics").then((feature) => feature.DiagnosticsPage));

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
  return (
    <ServicesProvider value={services}>
      <CurrentPage />
    </ServicesProvider>
  );
}

function CurrentPage(): ReactElement {
  const { location, session } = useServices();
  const fragment = useSyncExternalStore(
    useCallback((listener) => location.subscribe(listener), [location]),
    useCallback(() => location.read(), [location]),
  );
  const asked = pageFromFragment(fragment);
  const page: Page = asked.kind === "start" ? startPage(session.scope) : asked;
  return (
    <Shell page={page}>
      <PageContent page={page} />
    </Shell>
  );
}

/** A bound tab opens on what it is bound to; the personal app on what is asked of its person. */
function startPage(scope: Services["session"]["scope"]): Page {
  if (scope.kind === "project") return { kind: "project", ref: scope.ref };
  return scope.kind === "portfolio" || scope.kind === "programme" ? { kind: "projects" } : { kind: "raid" };
}

function PageContent({ page }: { readonly page: Page }): ReactElement {
  switch (page.kind) {
    case "raid":
      return <RaidPage page={page} />;
    case "projects":
      return <RegisterPage register={projects} page={page} invite={projectWords.empty} />;
    case "project":
      return <ProjectPage page={page} />;
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
      return <SetUpPage />;
    case "diagnostics":
      return <DiagnosticsPage />;
    default:
      return <NoSuchPage />;
  }
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
