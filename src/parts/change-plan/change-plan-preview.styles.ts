import { makeStyles, tokens } from "@fluentui/react-components";

export const useChangePlanPreviewStyles = makeStyles({
  preview: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalM },
  totals: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
  table: { height: "420px", minHeight: 0, border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusMedium, overflow: "hidden" },
  long: {
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
    display: "-webkit-box",
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- lines are clamped only beside this property, in every browser
    WebkitBoxOrient: "vertical",
    WebkitLineClamp: 4,
    overflow: "hidden",
  },
  money: { borderCollapse: "collapse" },
  moneyName: { textAlign: "start", fontWeight: tokens.fontWeightRegular, paddingInlineEnd: tokens.spacingHorizontalL, paddingBlock: tokens.spacingVerticalXXS },
  moneyHeading: { textAlign: "start", fontWeight: tokens.fontWeightSemibold, paddingInlineEnd: tokens.spacingHorizontalL },
  amount: { textAlign: "end", fontVariantNumeric: "tabular-nums" },
});
