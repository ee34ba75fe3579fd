import { makeStyles, tokens } from "@fluentui/react-components";

export const useTeamsPageStyles = makeStyles({
  page: { height: "100vh", display: "grid", gridTemplateRows: "auto minmax(0, 1fr)", backgroundColor: tokens.colorNeutralBackground3 },
  body: {
    minHeight: 0,
    display: "grid",
    gridTemplateColumns: "240px minmax(0, 1fr)",
    "@media (max-width: 719px)": { gridTemplateColumns: "minmax(0, 1fr)", gridTemplateRows: "auto minmax(0, 1fr)" },
  },
  main: { minHeight: 0, minWidth: 0, display: "grid", gridTemplateRows: "auto minmax(0, 1fr)", backgroundColor: tokens.colorNeutralBackground2 },
  stage: { minHeight: 0, overflow: "auto" },
  welcome: { padding: tokens.spacingHorizontalXXL },
});
