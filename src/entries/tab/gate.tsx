import { Button, Spinner, Text } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { faultWords, tabWords } from "../../content";
import type { Fault } from "../../kernel";
import { ErrorState } from "../../ui";
import { useGateStyles } from "./gate.styles";

export type GateState =
  | { readonly kind: "opening" }
  | { readonly kind: "signIn"; readonly fault: Fault; readonly onSignIn: () => void }
  | { readonly kind: "noSite"; readonly address: string; readonly fault: Fault; readonly onAgain: () => void }
  | { readonly kind: "failed"; readonly title: string; readonly explain: string };

/** What stands before the first page: opening, signing in, no site, not set up. */
export function Gate({ state }: { readonly state: GateState }): ReactElement {
  const styles = useGateStyles();
  return <main className={styles.gate}>{content(state)}</main>;
}

function content(state: GateState): ReactElement {
  switch (state.kind) {
    case "opening":
      return <Spinner label={tabWords.opening} />;
    case "signIn":
      return (
        <>
          <Text as="h1" size={500} weight="semibold">
            {tabWords.signInTitle}
          </Text>
          <Text>{state.fault.kind === "signInNeeded" ? tabWords.signInExplain : faultWords(state.fault).happened}</Text>
          <Button appearance="primary" onClick={state.onSignIn}>
            {tabWords.signIn}
          </Button>
        </>
      );
    case "noSite":
      return (
        <ErrorState
          fault={state.address === "" ? tabWords.noSiteChosen : tabWords.siteNotOpened(state.address)}
          kept={siteAdvice(state.fault)}
          onRetry={state.onAgain}
        />
      );
    case "failed":
      return <ErrorState fault={state.title} kept={state.explain} />;
  }
}

/** What to do about the site: nothing has been typed yet, so the sentences about kept values do not fit. */
function siteAdvice(fault: Fault): string {
  if (fault.kind === "forbidden") return tabWords.siteForbidden;
  return fault.kind === "notFound" ? tabWords.noSuchSite : tabWords.siteNoAnswer;
}
