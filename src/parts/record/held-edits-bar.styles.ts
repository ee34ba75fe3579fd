import { makeStyles, tokens } from "@fluentui/react-components";

export const useHeldEditsBarStyles = makeStyles({
  bar: { flexShrink: 0, maxHeight: "40vh", overflowY: "auto" },
  list: { listStyleType: "none", margin: `${tokens.spacingVerticalXS} 0 0`, padding: 0, display: "grid", rowGap: tokens.spacingVerticalXS },
  item: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalS },
  what: { minWidth: 0, overflowWrap: "anywhere", whiteSpace: "pre-wrap" },
  name: { fontWeight: tokens.fontWeightSemibold },
});
