import { makeStyles, tokens } from "@fluentui/react-components";

export const useFilterSentencesStyles = makeStyles({
  row: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS, minHeight: "32px" },
  list: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS, listStyleType: "none", margin: 0, padding: 0 },
  filter: { fontWeight: tokens.fontWeightRegular, maxWidth: "100%" },
  fixed: {
    display: "inline-flex",
    alignItems: "center",
    minHeight: "24px",
    paddingInline: tokens.spacingHorizontalXS,
    fontSize: tokens.fontSizeBase200,
  },
  count: { marginInlineStart: "auto", color: tokens.colorNeutralForeground2, fontVariantNumeric: "tabular-nums" },
});
