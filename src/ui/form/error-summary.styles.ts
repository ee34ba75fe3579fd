import { makeStyles, tokens } from "@fluentui/react-components";

export const useErrorSummaryStyles = makeStyles({
  box: {
    padding: tokens.spacingHorizontalL,
    border: `2px solid ${tokens.colorStatusDangerBorder2}`,
    borderRadius: tokens.borderRadiusMedium,
    ":focus": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "2px" },
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  list: { margin: `${tokens.spacingVerticalS} 0 0`, padding: 0, listStyleType: "none", display: "grid", gap: tokens.spacingVerticalXS },
  link: { color: tokens.colorStatusDangerForeground3, textDecorationLine: "underline", ":hover": { color: tokens.colorStatusDangerForeground3 } },
});
