import { makeStyles, tokens } from "@fluentui/react-components";

export const useRecordListStyles = makeStyles({
  list: { display: "flex", flexDirection: "column", height: "100%", minHeight: 0, minWidth: 0 },
  bar: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS, paddingBlock: tokens.spacingVerticalXS },
  search: { flex: "0 1 240px", minWidth: "140px" },
  spring: { flex: "1 1 0" },
  rows: { flex: "1 1 0", minHeight: "200px", display: "flex", flexDirection: "column" },
});
