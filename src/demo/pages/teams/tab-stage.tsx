import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { demoWords } from "../shared/demo-words";
import type { Suspension } from "./use-suspension";
import { TabFrame, type TabFrameProps } from "./tab-frame";

const edge = `1px solid ${tokens.colorNeutralStroke1}`;

const useStyles = makeStyles({
  room: { height: "100%", minHeight: "480px", boxSizing: "border-box", backgroundColor: tokens.colorNeutralBackground1 },
  sized: { boxSizing: "content-box", margin: "0 auto", borderLeft: edge, borderRight: edge },
  says: { margin: 0, padding: "24px", textAlign: "center" },
});

export interface TabStageProps extends TabFrameProps {
  /** Pixels; undefined: all there is. */
  readonly widthPx: number | undefined;
  readonly suspension: Suspension;
}

/** The tab at the chosen width, or what Teams shows while it is suspended. */
export function TabStage({ widthPx, suspension, ...frame }: TabStageProps): ReactElement {
  const styles = useStyles();
  const isAway = suspension === "suspended";
  return (
    <>
      {isAway && (
        <p role="status" className={styles.says}>
          {demoWords.suspended}
        </p>
      )}
      {suspension === "unanswered" && (
        <p role="status" className={styles.says}>
          {demoWords.notSuspended}
        </p>
      )}
      <div
        className={widthPx === undefined ? styles.room : `${styles.room} ${styles.sized}`}
        style={widthPx === undefined ? undefined : { width: widthPx }}
        hidden={isAway}
      >
        <TabFrame {...frame} />
      </div>
    </>
  );
}
