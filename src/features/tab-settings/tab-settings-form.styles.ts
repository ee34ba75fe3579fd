import { makeStyles, tokens } from "@fluentui/react-components";

export const useTabSettingsFormStyles = makeStyles({
  page: {
    boxSizing: "border-box",
    width: "100%",
    maxWidth: "640px",
    margin: "0 auto",
    padding: tokens.spacingHorizontalXL,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold },
  option: { display: "flex", flexDirection: "column", overflowWrap: "anywhere" },
  hint: { color: tokens.colorNeutralForeground2 },
  address: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: tokens.spacingVerticalS },
  wide: { width: "100%" },
});
