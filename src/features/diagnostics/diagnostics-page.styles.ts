import { makeStyles, tokens } from "@fluentui/react-components";

const cell = {
  textAlign: "start",
  verticalAlign: "top",
  paddingBlock: tokens.spacingVerticalXS,
  overflowWrap: "anywhere",
  borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
} as const;

export const useDiagnosticsPageStyles = makeStyles({
  page: { height: "100%", overflowY: "auto", paddingBlock: tokens.spacingVerticalM, maxWidth: "720px", boxSizing: "border-box" },
  title: { margin: 0, fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600 },
  explain: { display: "block", marginBlock: tokens.spacingVerticalS },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  heading: {
    margin: 0,
    marginBlockStart: tokens.spacingVerticalXL,
    marginBlockEnd: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
  },
  table: { width: "100%", tableLayout: "fixed", borderCollapse: "collapse", fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  name: { ...cell, width: "45%", paddingInlineEnd: tokens.spacingHorizontalM, fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
  device: { display: "grid", rowGap: tokens.spacingVerticalS, marginBlockStart: tokens.spacingVerticalS },
  limits: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalL,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  sentence: { margin: 0 },
  value: { ...cell, fontVariantNumeric: "tabular-nums" },
});
