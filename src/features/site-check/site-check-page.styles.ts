import { makeStyles, tokens } from "@fluentui/react-components";

export const useSiteCheckPageStyles = makeStyles({
  page: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    alignContent: "start",
    gap: tokens.spacingVerticalM,
    paddingBlock: tokens.spacingVerticalM,
    overflowY: "auto",
    height: "100%",
    maxWidth: "800px",
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600, fontWeight: tokens.fontWeightSemibold },
  button: { alignSelf: "start" },
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
