import { makeStyles, tokens } from "@fluentui/react-components";

export const usePageButtonsStyles = makeStyles({
  bar: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS, paddingBlock: tokens.spacingVerticalS },
  place: { fontVariantNumeric: "tabular-nums", color: tokens.colorNeutralForeground2 },
});
