import { makeStyles, tokens } from "@fluentui/react-components";

export const useCommandToolbarStyles = makeStyles({
  bar: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    minWidth: 0,
    width: "100%",
    "& > button": { flexShrink: 0, whiteSpace: "nowrap" },
  },
});
