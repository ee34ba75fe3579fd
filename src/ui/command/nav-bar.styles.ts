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
  /** One menu, its icon where other words of the page begin. Its name takes two lines before it gives way to what stands at the right. */
  navFolded: {
    flexShrink: 1,
    minWidth: 0,
    marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalM})`,
    "& > button": { minWidth: 0, paddingInlineEnd: 0, justifyContent: "flex-start", textAlign: "start" },
    "& > button > :first-child": { flexShrink: 0 },
    "& > button > :last-child": { maxHeight: "2lh", overflow: "hidden", hyphens: "auto", lineHeight: tokens.lineHeightBase200 },
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
