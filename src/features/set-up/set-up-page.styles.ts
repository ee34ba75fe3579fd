import { makeStyles, tokens } from "@fluentui/react-components";

export const useSetUpPageStyles = makeStyles({
  page: { height: "100%", overflowY: "auto", paddingBlock: tokens.spacingVerticalM, maxWidth: "880px" },
  title: { margin: 0, fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600 },
  heading: { margin: 0, marginBlockStart: tokens.spacingVerticalM, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  group: { display: "grid", rowGap: tokens.spacingVerticalM, justifyItems: "start" },
  choices: { border: "none", margin: 0, padding: 0, display: "grid", gridTemplateColumns: "repeat(auto-fill, minmax(220px, 1fr))", width: "100%" },
  legend: { fontWeight: tokens.fontWeightSemibold, padding: 0, marginBlockEnd: tokens.spacingVerticalXS },
  button: { justifySelf: "start" },
});
