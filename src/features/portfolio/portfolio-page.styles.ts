import { makeStyles, tokens } from "@fluentui/react-components";

export const usePortfolioPageStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", height: "100%", minHeight: 0, minWidth: 0 },
  // One column that may be narrower than its longest word: an address.
  summary: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalS, paddingBlock: tokens.spacingVerticalM },
  counts: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  notice: { display: "block", overflowWrap: "anywhere" },
  list: { flex: "1 1 0", minHeight: 0, minWidth: 0 },
  panel: { display: "grid", rowGap: tokens.spacingVerticalL, alignContent: "start" },
  sites: { display: "grid", rowGap: tokens.spacingVerticalXS },
  option: { display: "grid", minWidth: 0 },
  address: { color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
  add: { display: "grid", rowGap: tokens.spacingVerticalS, justifyItems: "start" },
  wide: { width: "100%" },
});
