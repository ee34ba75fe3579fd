import { useEffect, useState } from "react";
import type { DemoGraph } from "../shared/demo-graph";
import { demoWords } from "../shared/demo-words";
import { postsTab } from "./channel-head";
import type { SavedTab } from "./frame-host";
import { readLink } from "./read-link";
import { readTabs, type ChannelTab } from "./saved-tabs";
import { readTeams, type DemoChannel, type DemoTeam } from "./teams-data";

/** What is in sight. `turn` counts openings, so that a second link to the app opens it anew. */
export type Place =
  | { readonly kind: "app"; readonly subPageId: string | undefined; readonly turn: number }
  | { readonly kind: "channel"; readonly channelId: string; readonly tab: string };

/** The personal tab as the app's manifest names it. */
const personalTab: SavedTab = { entityId: "my-work", contentUrl: "/tab.html" };

export interface TeamsPlace {
  readonly teams: readonly DemoTeam[] | undefined;
  readonly place: Place;
  /** The channel in sight, if it is one of the person's. */
  readonly channel: DemoChannel | undefined;
  readonly tabs: readonly ChannelTab[];
  /** The channel's tab in sight. */
  readonly channelTab: ChannelTab | undefined;
  /** The tab in sight, a channel's or the app's own; undefined: posts. */
  readonly tab: SavedTab | undefined;
  /** A sentence about what just happened. */
  readonly says: string | undefined;
  readonly say: (sentence: string) => void;
  readonly go: (place: Place) => void;
  /** Follows a link of a tab or of a card. */
  readonly follow: (address: string) => void;
}

export const startOfApp: Place = { kind: "app", subPageId: undefined, turn: 0 };

/** Where the person is in the demo's Teams, and how they get elsewhere. */
export function useTeamsPlace(graph: DemoGraph, appId: string, onGo: () => void): TeamsPlace {
  const [teams, setTeams] = useState<readonly DemoTeam[]>();
  const [place, setPlace] = useState<Place>(startOfApp);
  const [says, setSays] = useState<string>();
  useEffect(() => {
    void readTeams(graph).then(setTeams);
  }, [graph]);
  const channel = place.kind === "channel" ? teams?.flatMap((team) => team.channels).find((one) => one.id === place.channelId) : undefined;
  const tabs = channel === undefined ? [] : readTabs(window.localStorage, channel.id);
  const channelTab = place.kind === "channel" ? tabs.find((tab) => tab.entityId === place.tab) : undefined;
  const go = (next: Place): void => {
    onGo();
    setSays(undefined);
    setPlace(next);
  };
  const follow = (address: string): void => {
    const target = readLink(address, { origin: window.location.origin, appId });
    switch (target.kind) {
      case "record":
        go({ kind: "app", subPageId: target.subPageId, turn: place.kind === "app" ? place.turn + 1 : 1 });
        return;
      case "channel":
        go({ kind: "channel", channelId: target.channelId, tab: postsTab });
        return;
      case "page":
        window.open(target.address, "_blank", "noopener");
        setSays(demoWords.opened(target.address));
        return;
      case "nowhere":
        setSays(demoWords.notOpened(target.address));
        return;
    }
  };
  return { teams, place, channel, tabs, channelTab, tab: place.kind === "app" ? personalTab : channelTab, says, say: setSays, go, follow };
}
