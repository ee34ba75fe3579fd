import { makeStyles } from "@fluentui/react-components";

export const useRaidPageStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", height: "100%", minHeight: 0 },
  // One row of fields and its label.
  quickAddSpace: { minHeight: "66px" },
  list: { flex: "1 1 0", minHeight: 0 },
});
