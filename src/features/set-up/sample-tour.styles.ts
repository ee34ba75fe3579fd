import { makeStyles } from "@fluentui/react-components";

export const useSampleTourStyles = makeStyles({
  frame: { display: "flex", flexDirection: "column", height: "100%", minHeight: 0 },
  banner: { flexShrink: 0 },
  pages: { flex: "1 1 0", minHeight: 0, minWidth: 0 },
});
