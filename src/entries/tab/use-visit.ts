import { useEffect, useState } from "react";
import { fail, type Fault, type Result } from "../../kernel";
import type { Services } from "../../parts";

/** What stands in the place of another site's pages until there are services for them. */
export interface Visit {
  /** Of the tab's own site while none is visited, or none yet. */
  readonly services: Services;
  /** The visited site is not there: still opening, or refused. */
  readonly missing?: { readonly fault: Fault | undefined; readonly again: () => void };
}

const notFetched: Result<never> = fail({ kind: "offline" });

/** @param site the https address of another site, where the page's address names one. */
export function useVisit(services: Services, site: string | undefined): Visit {
  const [attempt, setAttempt] = useState(0);
  const [opened, setOpened] = useState<{ readonly to: string; readonly answer: Result<Services> }>();
  const asked = `${String(attempt)} ${site ?? ""}`;
  useEffect(() => {
    if (site === undefined) return;
    let isCurrent = true;
    import("../../features/portfolio")
      .then(
        ({ visitSite }) => visitSite(services, site),
        () => notFetched,
      )
      .then(
        (answer) => isCurrent && setOpened({ to: asked, answer }),
        () => undefined,
      );
    return () => {
      isCurrent = false;
    };
  }, [services, site, asked]);
  if (site === undefined) return { services };
  const answer = opened?.to === asked ? opened.answer : undefined;
  if (answer?.ok === true) return { services: answer.value };
  return { services, missing: { fault: answer?.fault, again: () => setAttempt((last) => last + 1) } };
}
