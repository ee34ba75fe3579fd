import { makeStyles, tokens } from "@fluentui/react-components";

export const useSidePanelStyles = makeStyles({
  panel: {
    containerType: "inline-size",
    containerName: "panel",
    display: "flex",
    flexDirection: "column",
    flex: "1 1 0",
    minHeight: 0,
    minWidth: 0,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  header: {
    display: "flex",
    alignItems: "center",
    flexWrap: "wrap",
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
    // Focus comes here so that the record is read from its beginning; there is nothing to press.
    outlineStyle: "none",
  },
  /** On a phone the commands would leave the heading one word's room. */
  actions: {
    display: "flex",
    gap: tokens.spacingHorizontalXS,
    "@container panel (max-width: 400px)": { order: 3, flexBasis: "100%", marginInlineStart: "-12px" },
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
