import { makeStyles, tokens } from "@fluentui/react-components";

const cell = {
  textAlign: "start",
  verticalAlign: "top",
  paddingBlock: tokens.spacingVerticalXS,
  paddingInlineEnd: tokens.spacingHorizontalM,
  overflowWrap: "anywhere",
} as const;

export const useHistoryListStyles = makeStyles({
  versions: { listStyleType: "none", margin: 0, padding: 0, display: "grid", rowGap: tokens.spacingVerticalL },
  version: { display: "grid", rowGap: tokens.spacingVerticalXS },
  table: {
    width: "100%",
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase200,
    "& th": { ...cell, fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground3 },
    "& td": cell,
  },
});
