import { makeStyles, tokens } from "@fluentui/react-components";

export const useDecisionsPageStyles = makeStyles({
  page: { height: "100%", overflowY: "auto", paddingBlock: tokens.spacingVerticalM, maxWidth: "880px" },
  title: { margin: 0, fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600 },
  list: { listStyleType: "none", margin: 0, padding: 0, display: "grid", rowGap: tokens.spacingVerticalXXL, paddingBlock: tokens.spacingVerticalL },
  decision: { display: "grid", rowGap: tokens.spacingVerticalS },
  name: { margin: 0, fontSize: tokens.fontSizeBase400 },
  kind: { color: tokens.colorNeutralForeground3 },
});
