import { makeStyles, tokens } from "@fluentui/react-components";

export const useSidePanelStyles = makeStyles({
  panel: { display: "flex", flexDirection: "column", flex: "1 1 0", minHeight: 0, minWidth: 0, backgroundColor: tokens.colorNeutralBackground1 },
  header: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    paddingBlock: tokens.spacingVerticalS,
    paddingInline: tokens.spacingHorizontalL,
  },
  heading: {
    flex: "1 1 0",
    minWidth: 0,
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: "none",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "2px" },
  },
  content: { flex: "1 1 0", minHeight: 0, overflowY: "auto", paddingBlock: tokens.spacingVerticalS, paddingInline: tokens.spacingHorizontalL },
  footer: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalM,
    paddingInline: tokens.spacingHorizontalL,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});
