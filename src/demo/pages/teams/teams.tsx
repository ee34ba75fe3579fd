import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useMemo, useState, type ReactElement } from "react";
import type { ThemeName } from "../../../ui";
import { nestedAuthBroker } from "../nested-auth";
import { askConsent, showBlocked } from "../shared/ask-consent";
import { createDemoGraph } from "../shared/demo-graph";
import { demoWords } from "../shared/demo-words";
import type { Persona } from "../shared/persona";
import { ChannelHead, postsTab } from "./channel-head";
import type { FlatContext, FrameHost } from "./frame-host";
import { Posts } from "./posts";
import { Rail } from "./rail";
import { dropTab, keepTab } from "./saved-tabs";
import { Switches } from "./switches";
import { tabContext } from "./tab-context";
import { TabDialog, type TabDialogProps } from "./tab-dialog";
import { TabStage } from "./tab-stage";
import { useTeamsPageStyles } from "./teams-page.styles";
import { useSuspension } from "./use-suspension";
import { startOfApp, useTeamsPlace, type Place, type TeamsPlace } from "./use-teams-place";

export interface TeamsProps {
  readonly persona: Persona;
  readonly personas: readonly Persona[];
  readonly onPersona: (key: string) => void;
  /** The app's id in Teams, which its deep links name. */
  readonly appId: string;
  readonly theme: ThemeName;
  readonly onTheme: (theme: ThemeName) => void;
  /** One of `widths`. */
  readonly width: string;
  readonly onWidth: (width: string) => void;
}

/** Teams for one person: the rail, a channel or the app, and the dialog in which a tab is set up. */
export function Teams({ persona, personas, onPersona, appId, theme, onTheme, width, onWidth }: TeamsProps): ReactElement {
  const styles = useTeamsPageStyles();
  const graph = useMemo(() => createDemoGraph(window, persona.key), [persona.key]);
  const broker = useMemo(
    () =>
      nestedAuthBroker({
        fetcher: window.fetch.bind(window),
        persona: () => persona.key,
        askConsent: (question) => askConsent(window, question),
        showBlocked: (says) => showBlocked(window, says),
      }),
    [persona.key],
  );
  const [host, setHost] = useState<FrameHost>();
  const [dialog, setDialog] = useState<TabDialogProps["kind"]>();
  const suspension = useSuspension();
  const here = useTeamsPlace(graph, appId, suspension.reset);
  const { channel, tab } = here;
  const context = contextOf(here, persona, theme);
  return (
    <div className={styles.page}>
      <Switches
        {...{ personas, onPersona, theme, onTheme, width, onWidth }}
        personaKey={persona.key}
        suspension={tab === undefined ? undefined : suspension.state}
        onSuspend={() => {
          if (host !== undefined) suspension.suspend(host);
        }}
        onResume={() => {
          if (host !== undefined && tab !== undefined) suspension.resume(host, tab);
        }}
      />
      <div className={styles.body}>
        <Rail
          teams={here.teams}
          channelId={channel?.id}
          onApp={() => here.go(startOfApp)}
          onChannel={(channelId) => here.go({ kind: "channel", channelId, tab: postsTab })}
        />
        <main className={styles.main}>
          <Head here={here} onDialog={setDialog} />
          <div className={styles.stage}>
            {tab !== undefined && (
              <TabStage
                key={placeKey(here.place, tab.contentUrl)}
                title={demoWords.app}
                address={tab.contentUrl}
                frameContext="content"
                context={context}
                savedTab={tab}
                broker={broker}
                widthPx={width === "full" ? undefined : Number(width)}
                suspension={suspension.state}
                onHost={setHost}
                events={{ onFailed: (reason) => here.say(demoWords.tabFailed(reason)), onLink: here.follow, onReadyToUnload: suspension.answered }}
              />
            )}
            {tab === undefined && channel !== undefined && <Posts key={channel.id} graph={graph} channel={channel} theme={theme} onLink={here.follow} />}
            {tab === undefined && channel === undefined && <p className={styles.welcome}>{demoWords.channelNotOpen}</p>}
          </div>
        </main>
      </div>
      {dialog !== undefined && <ChannelDialog kind={dialog} here={here} context={context} broker={broker} onClose={() => setDialog(undefined)} />}
    </div>
  );
}

function contextOf({ place, channel, tab }: TeamsPlace, persona: Persona, theme: ThemeName): FlatContext {
  return tabContext({
    persona,
    theme,
    entityId: tab?.entityId,
    ...(place.kind === "app" && place.subPageId !== undefined ? { subEntityId: place.subPageId } : {}),
    ...(channel === undefined ? {} : { channel }),
  });
}

/** A tab at another address, or opened anew by a link, is another frame. */
function placeKey(place: Place, contentUrl: string): string {
  return place.kind === "app" ? `app ${String(place.turn)} ${place.subPageId ?? ""}` : `${place.channelId} ${contentUrl}`;
}

function Head({ here, onDialog }: { readonly here: TeamsPlace; readonly onDialog: (kind: TabDialogProps["kind"]) => void }): ReactElement {
  const { channel, channelTab } = here;
  return (
    <div>
      {channel !== undefined && (
        <ChannelHead
          channel={channel}
          tabs={here.tabs}
          chosen={channelTab?.entityId ?? postsTab}
          onChoose={(tab) => here.go({ kind: "channel", channelId: channel.id, tab })}
          onAdd={() => onDialog("add")}
          onChange={() => onDialog("change")}
          onRemove={() => onDialog("remove")}
        />
      )}
      {here.says !== undefined && (
        <MessageBar>
          <MessageBarBody>{here.says}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}

interface ChannelDialogProps extends Pick<TabDialogProps, "kind" | "context" | "broker" | "onClose"> {
  readonly here: TeamsPlace;
}

/** The dialog over the channel in sight; its outcome is kept on this device. */
function ChannelDialog({ kind, here, context, broker, onClose }: ChannelDialogProps): ReactElement | null {
  const { channel } = here;
  if (channel === undefined) return null;
  const before = kind === "add" ? undefined : here.channelTab;
  const show = (tab: string): void => {
    onClose();
    here.go({ kind: "channel", channelId: channel.id, tab });
  };
  return (
    <TabDialog
      kind={kind}
      tab={before}
      context={{ ...context, entityId: before?.entityId }}
      broker={broker}
      onClose={onClose}
      onSaved={(saved) => show(keepTab(window.localStorage, channel.id, { tab: saved, before }).entityId)}
      onRemoved={() => {
        if (before !== undefined) dropTab(window.localStorage, channel.id, before);
        show(postsTab);
      }}
    />
  );
}
