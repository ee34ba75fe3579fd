import { makeStyles, tokens } from "@fluentui/react-components";

export const useQuickAddStyles = makeStyles({
  form: { paddingBlock: tokens.spacingVerticalS },
  line: { display: "flex", flexWrap: "wrap", alignItems: "flex-end", gap: tokens.spacingHorizontalS },
  narrow: { flex: "0 1 132px", minWidth: "112px" },
  medium: { flex: "0 1 180px", minWidth: "140px" },
  wide: { flex: "1 1 280px", minWidth: "200px" },
  add: { flex: "0 0 auto" },
});
