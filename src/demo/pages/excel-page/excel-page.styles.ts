import { makeStyles, tokens } from "@fluentui/react-components";

export const useExcelPageStyles = makeStyles({
  page: { height: "100vh", display: "grid", gridTemplateRows: "auto auto minmax(0, 1fr)", backgroundColor: tokens.colorNeutralBackground3 },
  ribbon: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "8px 16px",
    padding: "8px 16px",
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  file: { fontWeight: tokens.fontWeightSemibold },
  hint: { color: tokens.colorNeutralForeground2 },
  body: {
    minHeight: 0,
    display: "flex",
    "@media (max-width: 719px)": { flexDirection: "column" },
  },
  sheet: { flex: "1 1 0", minWidth: 0, minHeight: "200px" },
  grid: { height: "100%" },
  pane: {
    flex: "none",
    display: "flex",
    maxWidth: "100%",
    borderLeft: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    "@media (max-width: 719px)": { flex: "1 1 0", minHeight: 0 },
  },
  frame: { flexGrow: 1, minWidth: 0, border: "none" },
});
