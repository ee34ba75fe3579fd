import { makeStyles, tokens } from "@fluentui/react-components";

export const useSettingsPageStyles = makeStyles({
  middle: {
    boxSizing: "border-box",
    minHeight: "100vh",
    padding: tokens.spacingHorizontalXL,
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    justifyContent: "center",
    gap: tokens.spacingVerticalM,
    textAlign: "center",
  },
});
