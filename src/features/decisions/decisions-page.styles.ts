import { makeStyles, tokens } from "@fluentui/react-components";

export const useDecisionsPageStyles = makeStyles({
  page: { height: "100%", overflowY: "auto", paddingBlock: tokens.spacingVerticalM, maxWidth: "880px" },
  title: { margin: 0, fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600, outlineStyle: "none" },
  list: { listStyleType: "none", margin: 0, padding: 0, display: "grid", rowGap: tokens.spacingVerticalXXL, paddingBlock: tokens.spacingVerticalL },
  decision: { display: "grid", rowGap: tokens.spacingVerticalS },
  // Focus comes here after an answer, so that the next one is read from its beginning; there is nothing to press.
  name: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, overflowWrap: "anywhere", outlineStyle: "none" },
  kind: { color: tokens.colorNeutralForeground3 },
});
