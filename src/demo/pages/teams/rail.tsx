import { Badge, makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { demoWords } from "../shared/demo-words";
import type { DemoTeam } from "./teams-data";

const useStyles = makeStyles({
  rail: {
    minHeight: 0,
    overflowY: "auto",
    padding: "12px 8px",
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    "@media (max-width: 719px)": { maxHeight: "200px", borderRight: "none", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  heading: {
    margin: "12px 8px 4px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  team: { margin: "8px 8px 2px", fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  place: {
    display: "flex",
    alignItems: "center",
    gap: "8px",
    width: "100%",
    padding: "6px 8px 6px 16px",
    border: "none",
    borderRadius: tokens.borderRadiusMedium,
    font: "inherit",
    textAlign: "start",
    color: tokens.colorNeutralForeground1,
    backgroundColor: "transparent",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  chosen: {
    color: tokens.colorNeutralForeground1Selected,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground1Selected,
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
  },
  name: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
});

export interface RailProps {
  readonly teams: readonly DemoTeam[] | undefined;
  /** The channel in sight; undefined: the app. */
  readonly channelId: string | undefined;
  readonly onApp: () => void;
  readonly onChannel: (channelId: string) => void;
}

/** The app and the person's teams with their channels. */
export function Rail({ teams, channelId, onApp, onChannel }: RailProps): ReactElement {
  const styles = useStyles();
  return (
    <nav className={styles.rail} aria-label={demoWords.teamsAndChannels}>
      <h2 className={styles.heading}>{demoWords.apps}</h2>
      <button
        type="button"
        className={mergeClasses(styles.place, channelId === undefined && styles.chosen)}
        aria-current={channelId === undefined ? "page" : undefined}
        onClick={onApp}
      >
        <span className={styles.name}>{demoWords.app}</span>
      </button>
      <h2 className={styles.heading}>{demoWords.teams}</h2>
      {teams?.length === 0 && <Text>{demoWords.noTeams}</Text>}
      {teams?.map((team) => (
        <section key={team.id} aria-label={team.name}>
          <h3 className={styles.team}>{team.name}</h3>
          <ul className={styles.list}>
            {team.channels.map((channel) => (
              <li key={channel.id}>
                <button
                  type="button"
                  className={mergeClasses(styles.place, channel.id === channelId && styles.chosen)}
                  aria-current={channel.id === channelId ? "page" : undefined}
                  onClick={() => onChannel(channel.id)}
                >
                  <span className={styles.name}>{channel.name}</span>
                  {channel.kind !== "standard" && (
                    <Badge appearance="outline" color="informative" size="small">
                      {demoWords.channelKinds[channel.kind]}
                    </Badge>
                  )}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
