import { Badge, Button, makeStyles, Tab, TabList, Text, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { demoWords } from "../shared/demo-words";
import type { ChannelTab } from "./saved-tabs";
import type { DemoChannel } from "./teams-data";

export const postsTab = "posts";

const useStyles = makeStyles({
  head: { padding: "10px 20px 0", backgroundColor: tokens.colorNeutralBackground1, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  where: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "4px 10px" },
  name: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  tabs: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "4px 8px" },
  team: { color: tokens.colorNeutralForeground2 },
});

export interface ChannelHeadProps {
  readonly channel: DemoChannel;
  readonly tabs: readonly ChannelTab[];
  /** `postsTab` or a tab's entity id. */
  readonly chosen: string;
  readonly onChoose: (tab: string) => void;
  readonly onAdd: () => void;
  readonly onChange: () => void;
  readonly onRemove: () => void;
}

/** The channel's name and its tabs. */
export function ChannelHead({ channel, tabs, chosen, onChoose, onAdd, onChange, onRemove }: ChannelHeadProps): ReactElement {
  const styles = useStyles();
  return (
    <div className={styles.head}>
      <div className={styles.where}>
        <h2 className={styles.name}>{channel.name}</h2>
        <Text className={styles.team}>{channel.teamName}</Text>
        {channel.kind !== "standard" && <Badge appearance="outline">{demoWords.channelKinds[channel.kind]}</Badge>}
      </div>
      <div className={styles.tabs}>
        <TabList aria-label={demoWords.tabs(channel.name)} selectedValue={chosen} onTabSelect={(_event, data) => onChoose(String(data.value))}>
          <Tab value={postsTab}>{demoWords.posts}</Tab>
          {tabs.map((tab) => (
            <Tab key={tab.entityId} value={tab.entityId}>
              {tab.name}
            </Tab>
          ))}
        </TabList>
        <Button appearance="subtle" size="small" onClick={onAdd}>
          + {demoWords.addTab}
        </Button>
        {chosen !== postsTab && (
          <>
            <Button appearance="subtle" size="small" onClick={onChange}>
              {demoWords.changeTab}
            </Button>
            <Button appearance="subtle" size="small" onClick={onRemove}>
              {demoWords.removeTab}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}
