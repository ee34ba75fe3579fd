import { makeStyles, tokens } from "@fluentui/react-components";

export const useQuickAddStyles = makeStyles({
  form: { paddingBlock: tokens.spacingVerticalS },
  line: { display: "flex", flexWrap: "wrap", alignItems: "flex-end", gap: tokens.spacingHorizontalS },
  narrow: { flex: "0 1 118px", minWidth: "104px" },
  medium: { flex: "0 1 150px", minWidth: "132px" },
  wide: { flex: "1 1 180px", minWidth: "160px" },
  add: { flex: "0 0 auto" },
});
