import { makeStyles, tokens } from "@fluentui/react-components";

export const useProgressStyles = makeStyles({
  frame: { display: "grid", gap: tokens.spacingVerticalXS },
  row: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalM },
  label: { flex: "1 1 auto" },
  count: { fontVariantNumeric: "tabular-nums", color: tokens.colorNeutralForeground2 },
});
