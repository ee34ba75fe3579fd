import { makeStyles, tokens } from "@fluentui/react-components";

export const usePanelLayoutStyles = makeStyles({
  frame: { display: "flex", flex: "1 1 0", minHeight: 0, minWidth: 0, width: "100%", height: "100%" },
  main: { display: "flex", flexDirection: "column", flex: "1 1 0", minHeight: 0, minWidth: 0 },
  waiting: { display: "none" },
  side: { display: "flex", flexDirection: "column", minHeight: 0 },
  sideAtRight: { flex: "0 1 480px", minWidth: "320px", borderLeft: `1px solid ${tokens.colorNeutralStroke2}` },
  sideAsPage: { flex: "1 1 0", minWidth: 0 },
});
