import { lazy, Suspense, useCallback, useSyncExternalStore, type ReactElement } from "react";
import { projectWords, shellWords, tabWords } from "../../content";
import { DecisionsPage } from "../../features/decisions";
import { ProjectPage } from "../../features/project";
import { RaidPage } from "../../features/raid";
import { RegisterPage } from "../../features/register-page";
import { Shell } from "../../features/shell";
import { pageFromFragment, ServicesProvider, useServices, type Page, type Services } from "../../parts";
import { projects, registerNamed } from "../../registers";
import { ErrorState, RowsSkeleton } from "../../ui";

// What a person needs once a month is fetched when they go there.
const ImportPage = lazy(() => import("../../features/import").then((feature) => ({ default: feature.ImportPage })));
const StatusCardPage = lazy(() => import("../../features/status-card").then((feature) => ({ default: feature.StatusCardPage })));
const SetUpPage = lazy(() => import("../../features/set-up").then((feature) => ({ default: feature.SetUpPage })));

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
      <Suspense fallback={<RowsSkeleton />}>
        <PageContent page={page} />
      </Suspense>
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
    case "register": {
      const register = registerNamed(page.register);
      return register === undefined ? (
        <NoSuchPage />
      ) : (
        <RegisterPage key={register.name} register={register} page={page} invite={tabWords.firstRecord(register.one, register.purpose)} />
      );
    }
    case "import": {
      const register = registerNamed(page.register);
      return register === undefined ? <NoSuchPage /> : <ImportPage register={register} />;
    }
    case "card":
      return <StatusCardPage projectRef={page.project} />;
    case "decisions":
      return <DecisionsPage />;
    case "setUp":
      return <SetUpPage />;
    default:
      return <NoSuchPage />;
  }
}

function NoSuchPage(): ReactElement {
  return <ErrorState fault={shellWords.noSuchPageTitle} kept={shellWords.noSuchPage} />;
}
