import { makeStyles, tokens } from "@fluentui/react-components";

export const useRecordListStyles = makeStyles({
  list: { display: "flex", flexDirection: "column", height: "100%", minHeight: 0, minWidth: 0 },
  // Filters stay as wide as their words need, not as their longest choice.
  bar: {
    display: "flex",
    flexWrap: "wrap",
    "& > .fui-Select": { maxWidth: "200px" },
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalXS,
  },
  search: { flex: "0 1 240px", minWidth: "140px" },
  commands: { flex: "1 1 0", minWidth: 0 },
  rows: { flex: "1 1 0", minHeight: "200px", display: "flex", flexDirection: "column" },
});
