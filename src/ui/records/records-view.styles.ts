import { makeStyles } from "@fluentui/react-components";

export const useRecordsViewStyles = makeStyles({
  frame: { display: "flex", flexDirection: "column", flex: "1 1 0", minHeight: 0, minWidth: 0, width: "100%", height: "100%" },
});
