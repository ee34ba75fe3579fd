import { makeStyles, tokens } from "@fluentui/react-components";

export const useSiteCheckPageStyles = makeStyles({
  table: {
    borderCollapse: "collapse",
    width: "100%",
    tableLayout: "fixed",
    "& th, & td": { textAlign: "start", verticalAlign: "top", paddingBlock: tokens.spacingVerticalXS, paddingInlineEnd: tokens.spacingHorizontalM },
    "& thead th": { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  },
  step: { fontWeight: tokens.fontWeightRegular, overflowWrap: "anywhere" },
  saw: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, overflowWrap: "anywhere" },
});
