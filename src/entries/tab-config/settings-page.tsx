import { useState, type ReactElement } from "react";
import { RemoveNotice, TabSettingsForm, type SiteReader, type TabSettingsChoice, type TabSettingsFormProps } from "../../features/tab-settings";
import type { Host } from "../../hosts";
import { Gate, HostTheme, type Deployment, type GateState, type TabChoice } from "../shared";

export type SettingsPageState =
  | GateState
  | { readonly kind: "removing" | "removed" }
  | {
      readonly kind: "ready";
      readonly reader: SiteReader;
      readonly deployment: Deployment;
      readonly current: TabChoice | undefined;
      readonly onChoice: (choice: TabSettingsChoice | undefined) => void;
      readonly whyNot: TabSettingsFormProps["whyNot"];
    };

/** Everything the settings page can be, in the host's theme. */
export function SettingsPage({ host, state }: { readonly host: Host; readonly state: SettingsPageState }): ReactElement {
  // A tab is set up in one channel: its site does not change while the page is open.
  const [channelSite] = useState(() => host.context().siteAddress);
  return <HostTheme host={host}>{content(state, channelSite)}</HostTheme>;
}

function content(state: SettingsPageState, channelSite: string | undefined): ReactElement {
  switch (state.kind) {
    case "removing":
    case "removed":
      return <RemoveNotice isRemoved={state.kind === "removed"} />;
    case "ready":
      return (
        <TabSettingsForm
          reader={state.reader}
          channelSite={channelSite}
          deployedSites={state.deployment.sites}
          current={state.current}
          onChoice={state.onChoice}
          whyNot={state.whyNot}
        />
      );
    default:
      return <Gate state={state} />;
  }
}
