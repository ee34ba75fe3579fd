import { makeStyles, tokens } from "@fluentui/react-components";

export const useNavBarStyles = makeStyles({
  bar: {
    flexShrink: 0,
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
    minHeight: "44px",
    paddingInline: tokens.spacingHorizontalL,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  start: {
    minWidth: 0,
    flex: "0 1 auto",
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    "& > *": { minWidth: 0, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  },
  nav: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalXS, flexShrink: 0 },
  /** One menu: its words give way before what stands at the right. */
  navFolded: {
    flexShrink: 1,
    minWidth: 0,
    "& > button": { minWidth: 0, justifyContent: "flex-start", textAlign: "start" },
    "& > button > span": { flexShrink: 0 },
  },
  places: { display: "flex", listStyleType: "none", margin: 0, padding: 0, gap: tokens.spacingHorizontalXS },
  item: { display: "flex" },
  place: {
    display: "flex",
    alignItems: "center",
    height: "44px",
    boxSizing: "border-box",
    paddingInline: tokens.spacingHorizontalS,
    borderBottom: "2px solid transparent",
    color: tokens.colorNeutralForeground2,
    textDecorationLine: "none",
    whiteSpace: "nowrap",
    ":hover": { color: tokens.colorNeutralForeground1, textDecorationLine: "underline" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottom: `2px solid ${tokens.colorCompoundBrandStroke}`,
  },
  end: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalM, marginInlineStart: "auto", flexShrink: 0 },
});
