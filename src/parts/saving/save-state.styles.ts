import { makeStyles, tokens } from "@fluentui/react-components";

export const useSaveStateStyles = makeStyles({
  state: { position: "relative", display: "inline-flex", alignItems: "center", gap: tokens.spacingHorizontalXS, whiteSpace: "nowrap" },
  link: {
    color: tokens.colorBrandForegroundLink,
    ":hover": { color: tokens.colorBrandForegroundLinkHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "2px" },
    "@media (forced-colors: active)": { color: "LinkText" },
  },
  why: { display: "block", color: tokens.colorNeutralForeground3 },
  save: { minWidth: 0, paddingInline: tokens.spacingHorizontalXS, fontWeight: tokens.fontWeightRegular, textAlign: "start" },
});
