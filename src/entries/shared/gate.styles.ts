import { makeStyles, tokens } from "@fluentui/react-components";

export const useGateStyles = makeStyles({
  gate: {
    boxSizing: "border-box",
    minHeight: "100%",
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    justifyContent: "center",
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalXL,
    textAlign: "center",
  },
});
