import { makeStyles, tokens } from "@fluentui/react-components";

export const useCalendarStyles = makeStyles({
  calendar: { width: "252px" },
  header: { display: "flex", alignItems: "center", justifyContent: "space-between" },
  title: { fontWeight: tokens.fontWeightSemibold },
  grid: { width: "100%", borderCollapse: "collapse", tableLayout: "fixed", marginTop: tokens.spacingVerticalXS },
  weekday: {
    height: "28px",
    padding: 0,
    textAlign: "center",
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  cell: { padding: "1px" },
  day: {
    width: "100%",
    height: "32px",
    padding: 0,
    border: "2px solid transparent",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground1,
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase300,
    fontVariantNumeric: "tabular-nums",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground3 },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  today: { border: `2px solid ${tokens.colorCompoundBrandStroke}`, fontWeight: tokens.fontWeightSemibold },
  chosen: {
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    ":hover": { backgroundColor: tokens.colorBrandBackgroundHover },
  },
});
