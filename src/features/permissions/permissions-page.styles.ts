import { makeStyles, tokens } from "@fluentui/react-components";

const cell = {
  textAlign: "start",
  verticalAlign: "top",
  paddingBlock: tokens.spacingVerticalS,
  paddingInlineEnd: tokens.spacingHorizontalM,
  borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  overflowWrap: "anywhere",
} as const;

export const usePermissionsPageStyles = makeStyles({
  page: { height: "100%", overflowY: "auto", paddingBlock: tokens.spacingVerticalM, maxWidth: "960px", boxSizing: "border-box", textAlign: "start" },
  ask: { textAlign: "start" },
  title: { margin: 0, fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600 },
  heading: {
    margin: 0,
    marginBlockStart: tokens.spacingVerticalXL,
    marginBlockEnd: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
  },
  paragraph: { display: "block", marginBlock: tokens.spacingVerticalS, maxWidth: "720px" },
  buttons: { display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: tokens.spacingHorizontalM, rowGap: tokens.spacingVerticalS },
  table: { width: "100%", tableLayout: "fixed", borderCollapse: "collapse", fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  // The longest name of a permission stands on one line.
  scopeHeading: { width: "23%" },
  columnHeading: { ...cell, fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground2, verticalAlign: "bottom" },
  cell,
  rowHeading: { ...cell, fontWeight: tokens.fontWeightSemibold },
  cards: { listStyleType: "none", margin: 0, padding: 0, display: "grid", rowGap: tokens.spacingVerticalL },
  cardTitle: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  details: { margin: 0, display: "grid", gridTemplateColumns: "minmax(0, 2fr) minmax(0, 3fr)", columnGap: tokens.spacingHorizontalM },
  detailName: { color: tokens.colorNeutralForeground2 },
  detail: { margin: 0, overflowWrap: "anywhere" },
  text: {
    margin: 0,
    marginBlock: tokens.spacingVerticalS,
    maxWidth: "720px",
    boxSizing: "border-box",
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    fontFamily: "inherit",
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
  },
  looked: { listStyleType: "none", margin: 0, padding: 0, display: "grid", rowGap: tokens.spacingVerticalXS },
  lookedLine: { display: "flex", columnGap: tokens.spacingHorizontalS, alignItems: "flex-start", overflowWrap: "anywhere" },
  mark: { flexShrink: 0, marginBlockStart: "2px" },
  good: { color: tokens.colorPaletteGreenForeground1 },
  bad: { color: tokens.colorPaletteRedForeground1 },
});
