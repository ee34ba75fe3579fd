import { Button, Text } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { faultWords, tabWords } from "../../content";
import type { Fault } from "../../kernel";
import { ErrorState, fetched } from "../../ui";
import { useGateStyles } from "./gate.styles";
import type { SignInRefusedProps } from "./sign-in-refused";
import type { WhyNotOpenedProps } from "./why-not-opened";

export type GateState =
  | { readonly kind: "opening"; readonly what: string }
  | {
      readonly kind: "signIn";
      readonly fault: Fault;
      /** A window is open, unless the person has closed it: nobody is told. */
      readonly isWaiting: boolean;
      readonly onSignIn: () => void;
      /** For a text to an administrator, where the organisation said no. */
      readonly refused: SignInRefusedProps;
    }
  | { readonly kind: "signedOut"; readonly isFramed: boolean; readonly onSignIn: () => void }
  | {
      readonly kind: "failed";
      readonly title: string;
      readonly explain: string;
      readonly onAgain?: () => void;
      /** Shows what stands in the way. */
      readonly onWhy?: () => void;
    }
  | { readonly kind: "why"; readonly of: WhyNotOpenedProps };

/** The words are there at once; what turns beside them is fetched. */
function Opening({ label }: { readonly label: string }): ReactElement {
  return (
    <>
      <Turning />
      <Text role="status">{label}</Text>
    </>
  );
}

const Turning = fetched(() => import("@fluentui/react-components").then(({ Spinner }) => Spinner), <></>);

const SignedOut = fetched(() => import("./signed-out").then((part) => part.SignedOut), <></>);

const SignInRefused = fetched(() => import("./sign-in-refused").then((part) => part.SignInRefused), <></>);
export const WhyNotOpened = fetched(() => import("./why-not-opened").then((part) => part.WhyNotOpened), <></>);

/** What stands before the first page: opening, signing in, or why it cannot be opened. */
export function Gate({ state }: { readonly state: GateState }): ReactElement {
  const styles = useGateStyles();
  return <main className={styles.gate}>{content(state)}</main>;
}

function content(state: GateState): ReactElement {
  switch (state.kind) {
    case "opening":
      return <Opening label={state.what} />;
    case "signIn":
      return (
        <>
          <Text as="h1" size={500} weight="semibold">
            {tabWords.signInTitle}
          </Text>
          <Text role="status">{state.isWaiting ? tabWords.signInWaiting : whySignIn(state.fault)}</Text>
          <Button appearance="primary" onClick={state.onSignIn}>
            {tabWords.signIn}
          </Button>
          {state.fault.kind === "forbidden" && !state.isWaiting && <SignInRefused {...state.refused} />}
        </>
      );
    case "signedOut":
      return <SignedOut {...state} />;
    case "failed":
      return (
        <>
          <ErrorState fault={state.title} kept={state.explain} onRetry={state.onAgain} />
          {state.onWhy !== undefined && <Button onClick={state.onWhy}>{tabWords.why}</Button>}
        </>
      );
    case "why":
      return <WhyNotOpened {...state.of} />;
  }
}

/** The sentences for SharePoint's own refusals do not fit a window that was closed or said no. */
function whySignIn(fault: Fault): string {
  if (fault.kind === "signInNeeded") return tabWords.signInExplain;
  if (fault.kind === "forbidden") return tabWords.signInRefused;
  return fault.kind === "cancelled" ? tabWords.signInClosed : faultWords(fault).happened;
}

export interface WaysOn {
  readonly onAgain: () => void;
  readonly onWhy: () => void;
}

/** Why a site was not opened, with what to do about it. @param address "" when none was named. */
export function siteProblem(address: string, fault: Fault, { onAgain, onWhy }: WaysOn): GateState {
  const advice = fault.kind === "forbidden" ? tabWords.siteForbidden : fault.kind === "notFound" ? tabWords.noSuchSite : tabWords.siteNoAnswer;
  if (address === "") return { kind: "failed", title: tabWords.noSiteChosen, explain: advice, onAgain };
  return { kind: "failed", title: tabWords.siteNotOpened(address), explain: advice, onAgain, onWhy };
}
