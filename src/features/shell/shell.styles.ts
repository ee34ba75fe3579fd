import { makeStyles, tokens } from "@fluentui/react-components";

export const useShellStyles = makeStyles({
  frame: { display: "flex", flexDirection: "column", height: "100%", minHeight: 0, backgroundColor: tokens.colorNeutralBackground1 },
  main: { flex: "1 1 0", minHeight: 0, minWidth: 0, paddingInline: tokens.spacingHorizontalL, overflowX: "hidden", overflowY: "auto" },
  where: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
});
