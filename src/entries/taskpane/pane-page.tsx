import { Button, Spinner, Text } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { faultWords, tabWords } from "../../content";
import { ExcelPane } from "../../features/excel-pane";
import type { HostTheme } from "../../hosts";
import type { Fault } from "../../kernel";
import { ServicesProvider, type Services } from "../../parts";
import { AppTheme, ErrorState, LiveAnnouncer, Notifier } from "../../ui";
import type { ExcelSheet } from "../../workbook";
import { usePaneDocumentStyles, usePanePageStyles } from "./pane-page.styles";

export type PaneState =
  | { readonly kind: "opening" }
  | { readonly kind: "signIn"; readonly fault: Fault; readonly onSignIn: () => void }
  | { readonly kind: "failed"; readonly title: string; readonly explain: string; readonly onAgain?: () => void }
  | { readonly kind: "ready"; readonly services: Services; readonly sheet: ExcelSheet };

/** Everything the task pane's page can be. */
export function PanePage({ theme, state }: { readonly theme: HostTheme; readonly state: PaneState }): ReactElement {
  usePaneDocumentStyles();
  return (
    <AppTheme theme={theme}>
      <LiveAnnouncer>
        <Notifier>
          <Frame state={state} />
        </Notifier>
      </LiveAnnouncer>
    </AppTheme>
  );
}

function Frame({ state }: { readonly state: PaneState }): ReactElement {
  const styles = usePanePageStyles();
  if (state.kind !== "ready") return <main className={styles.gate}>{gate(state)}</main>;
  return (
    <div className={styles.page}>
      <ServicesProvider value={state.services}>
        <ExcelPane sheet={state.sheet} />
      </ServicesProvider>
    </div>
  );
}

function gate(state: Exclude<PaneState, { kind: "ready" }>): ReactElement {
  switch (state.kind) {
    case "opening":
      return <Spinner label={tabWords.opening} />;
    case "signIn":
      return (
        <>
          <Text as="h1" size={400} weight="semibold">
            {tabWords.signInTitle}
          </Text>
          <Text>{state.fault.kind === "signInNeeded" ? tabWords.signInExplain : faultWords(state.fault).happened}</Text>
          <Button appearance="primary" onClick={state.onSignIn}>
            {tabWords.signIn}
          </Button>
        </>
      );
    case "failed":
      return <ErrorState fault={state.title} kept={state.explain} onRetry={state.onAgain} />;
  }
}
