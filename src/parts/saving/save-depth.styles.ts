import { makeStyles, tokens } from "@fluentui/react-components";

export const useSaveDepthStyles = makeStyles({
  depth: {
    position: "absolute",
    insetInlineEnd: 0,
    top: "100%",
    zIndex: 1000,
    boxSizing: "border-box",
    width: "min(360px, calc(100vw - 32px))",
    marginTop: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalL,
    display: "grid",
    rowGap: tokens.spacingVerticalS,
    whiteSpace: "normal",
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow16,
    outlineStyle: "none",
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  line: { margin: 0 },
  limits: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  buttons: { display: "flex", columnGap: tokens.spacingHorizontalS },
});
