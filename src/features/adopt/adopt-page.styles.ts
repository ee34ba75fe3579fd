import { makeStyles, tokens } from "@fluentui/react-components";

const oneColumn = { display: "grid", gridTemplateColumns: "minmax(0, 1fr)" } as const;

export const useAdoptPageStyles = makeStyles({
  page: { height: "100%", overflowY: "auto", paddingBlock: tokens.spacingVerticalM, paddingInline: tokens.spacingHorizontalXS, boxSizing: "border-box" },
  inner: { ...oneColumn, rowGap: tokens.spacingVerticalM, maxWidth: "1120px", textAlign: "start" },
  title: { margin: 0, fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600, overflowWrap: "anywhere" },
  heading: { margin: 0, marginBlockStart: tokens.spacingVerticalM, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  subtitle: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, overflowWrap: "anywhere" },
  cards: { ...oneColumn, listStyleType: "none", margin: 0, padding: 0, rowGap: tokens.spacingVerticalM },
  card: {
    ...oneColumn,
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  facts: { display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: tokens.spacingHorizontalM, rowGap: tokens.spacingVerticalXS },
  quiet: { color: tokens.colorNeutralForeground2 },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, alignItems: "center" },
  section: { ...oneColumn, rowGap: tokens.spacingVerticalM, minWidth: 0 },
  rows: { ...oneColumn, listStyleType: "none", margin: 0, padding: 0 },
  row: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(min(100%, 420px), 1fr))",
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    alignItems: "start",
    paddingBlock: tokens.spacingVerticalM,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  beside: { ...oneColumn, rowGap: tokens.spacingVerticalXS, minWidth: 0, overflowWrap: "anywhere", paddingBlockStart: tokens.spacingVerticalXS },
  whole: { gridColumn: "1 / -1", minWidth: 0 },
  summary: { cursor: "pointer", paddingBlock: tokens.spacingVerticalXS, ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
  fields: { display: "grid", gridTemplateColumns: "repeat(auto-fill, minmax(min(100%, 240px), 1fr))", gap: tokens.spacingHorizontalM, alignItems: "start" },
  narrow: { maxWidth: "420px" },
  checks: { ...oneColumn, border: "none", margin: 0, padding: 0, minWidth: 0 },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
  words: { ...oneColumn, rowGap: tokens.spacingVerticalS, paddingBlockStart: tokens.spacingVerticalXS },
  preview: { height: "300px", minWidth: 0 },
});
