import { makeStyles, tokens } from "@fluentui/react-components";

const option = {
  display: "flex",
  alignItems: "center",
  gap: tokens.spacingHorizontalM,
  minHeight: "36px",
  paddingInline: tokens.spacingHorizontalM,
  borderRadius: tokens.borderRadiusMedium,
  cursor: "pointer",
} as const;

export const useCommandPaletteStyles = makeStyles({
  surface: { padding: tokens.spacingHorizontalS, maxWidth: "560px", marginTop: "10vh", display: "flex", flexDirection: "column" },
  input: {
    width: "100%",
    boxSizing: "border-box",
    height: "44px",
    paddingInline: tokens.spacingHorizontalM,
    border: "none",
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    outlineStyle: "none",
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground1,
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase400,
    "::placeholder": { color: tokens.colorNeutralForeground3 },
    ":focus": { borderBottom: `2px solid ${tokens.colorCompoundBrandStroke}` },
  },
  list: { maxHeight: "50vh", overflowY: "auto", paddingTop: tokens.spacingVerticalS },
  groupLabel: {
    paddingBlock: tokens.spacingVerticalXS,
    paddingInline: tokens.spacingHorizontalM,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  option: { ...option, ":hover": { backgroundColor: tokens.colorNeutralBackground3 } },
  activeOption: { ...option, backgroundColor: tokens.colorBrandBackground2, boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}` },
  title: { flex: "1 1 0", minWidth: 0 },
  detail: { flexShrink: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  nothing: { padding: tokens.spacingHorizontalM, color: tokens.colorNeutralForeground2 },
});
