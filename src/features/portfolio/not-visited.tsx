import type { ReactElement } from "react";
import { faultWords, portfolioWords as words, tabWords } from "../../content";
import type { Fault } from "../../kernel";
import { fragmentOf, useServices } from "../../parts";
import { StateView, type ViewState } from "../../ui";

export interface NotVisitedProps {
  readonly address: string;
  /** Absent while the site is being opened. */
  readonly fault: Fault | undefined;
  readonly onAgain: () => void;
}

/** In place of another site's pages, while it opens or when it did not. */
export function NotVisited({ address, fault, onAgain }: NotVisitedProps): ReactElement {
  const { location } = useServices();
  const state: ViewState<never> =
    fault === undefined
      ? { kind: "loading", what: address }
      : {
          kind: "error",
          fault: fault.kind === "notFound" ? words.noSuchSite : tabWords.siteNotOpened(address),
          kept: faultWords(fault).toDo,
          onRetry: onAgain,
          action: { label: words.backToAll, run: () => location.go(fragmentOf({ kind: "portfolio" })) },
        };
  return <StateView state={state}>{() => null}</StateView>;
}
