import { makeStyles, tokens } from "@fluentui/react-components";

export const useFigureViewStyles = makeStyles({
  figure: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  // Its own mark says that it opens, so the line beside it is a box of its own.
  summary: {
    paddingBlock: tokens.spacingVerticalS,
    cursor: "pointer",
    ":focus-visible": { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  line: {
    display: "inline-flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalL,
    justifyContent: "space-between",
    width: "calc(100% - 24px)",
    verticalAlign: "top",
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  value: { fontVariantNumeric: "tabular-nums" },
  reason: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalS, paddingBlockEnd: tokens.spacingVerticalM },
  table: {
    borderCollapse: "collapse",
    width: "100%",
    "& th, & td": { textAlign: "start", verticalAlign: "top", paddingBlock: tokens.spacingVerticalXS, paddingInlineEnd: tokens.spacingHorizontalM },
    "& thead th": { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  },
  input: { fontWeight: tokens.fontWeightRegular, overflowWrap: "anywhere" },
  number: { fontVariantNumeric: "tabular-nums", overflowWrap: "anywhere" },
});
