import { makeStyles, tokens } from "@fluentui/react-components";

export const useGateStyles = makeStyles({
  gate: {
    minHeight: "100vh",
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    justifyContent: "center",
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalXL,
    textAlign: "center",
  },
});
