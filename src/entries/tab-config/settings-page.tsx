import { Button, Spinner, Text } from "@fluentui/react-components";
import { useCallback, useState, useSyncExternalStore, type ReactElement, type ReactNode } from "react";
import { faultWords, tabSettingsWords, tabWords } from "../../content";
import { RemoveNotice, TabSettingsForm, type SiteReader, type TabSettingsChoice } from "../../features/tab-settings";
import type { Host } from "../../hosts";
import type { Fault } from "../../kernel";
import { AppTheme, ErrorState } from "../../ui";
import type { Deployment, TabChoice } from "../shared";
import { useSettingsDocumentStyles, useSettingsPageStyles } from "./settings-page.styles";

export type SettingsPageState =
  | { readonly kind: "opening" }
  | { readonly kind: "removing" }
  | { readonly kind: "failed"; readonly title: string; readonly explain: string }
  | { readonly kind: "signIn"; readonly fault: Fault; readonly onSignIn: () => void }
  | {
      readonly kind: "ready";
      readonly reader: SiteReader;
      readonly deployment: Deployment;
      readonly current: TabChoice | undefined;
      readonly onChoice: (choice: TabSettingsChoice | undefined) => void;
    };

/** Everything the settings page can be, in the host's theme. */
export function SettingsPage({ host, state }: { readonly host: Host; readonly state: SettingsPageState }): ReactElement {
  useSettingsDocumentStyles();
  const theme = useSyncExternalStore(
    useCallback((listener) => host.onChange(listener), [host]),
    useCallback(() => host.context().theme, [host]),
  );
  // A tab is set up in one channel: its site does not change while the page is open.
  const [channelSite] = useState(() => host.context().siteAddress);
  return <AppTheme theme={theme}>{content(state, channelSite)}</AppTheme>;
}

function content(state: SettingsPageState, channelSite: string | undefined): ReactNode {
  switch (state.kind) {
    case "opening":
      return (
        <Middle>
          <Spinner label={tabSettingsWords.opening} />
        </Middle>
      );
    case "removing":
      return <RemoveNotice />;
    case "failed":
      return (
        <Middle>
          <ErrorState fault={state.title} kept={state.explain} />
        </Middle>
      );
    case "signIn":
      return (
        <Middle>
          <Text as="h1" size={500} weight="semibold">
            {tabWords.signInTitle}
          </Text>
          <Text>{state.fault.kind === "signInNeeded" ? tabWords.signInExplain : faultWords(state.fault).happened}</Text>
          <Button appearance="primary" onClick={state.onSignIn}>
            {tabWords.signIn}
          </Button>
        </Middle>
      );
    case "ready":
      return (
        <TabSettingsForm
          reader={state.reader}
          channelSite={channelSite}
          deployedSites={state.deployment.sites}
          current={state.current}
          onChoice={state.onChoice}
        />
      );
  }
}

function Middle({ children }: { readonly children: ReactNode }): ReactElement {
  const styles = useSettingsPageStyles();
  return <main className={styles.middle}>{children}</main>;
}
