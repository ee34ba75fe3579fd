import { makeStyles, tokens } from "@fluentui/react-components";
import { ownTokens } from "../theme/rag-palette";

export const useRagMarkStyles = makeStyles({
  mark: { display: "inline-flex", alignItems: "center", gap: tokens.spacingHorizontalXS, whiteSpace: "nowrap", fontVariantNumeric: "tabular-nums" },
  // Forced colours would paint every shape alike; the word beside it is already in the person's colours.
  shape: { flexShrink: 0, width: "12px", height: "12px", fill: "currentColor", forcedColorAdjust: "none" },
  red: { color: ownTokens.ragRedShape },
  amber: { color: ownTokens.ragAmberShape },
  green: { color: ownTokens.ragGreenShape },
  notRated: { color: ownTokens.ragNotRatedShape },
  cell: {
    position: "relative",
    display: "inline-grid",
    placeItems: "center",
    minWidth: "28px",
    height: "24px",
    borderRadius: tokens.borderRadiusSmall,
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase200,
    forcedColorAdjust: "none",
  },
  redCell: { backgroundColor: ownTokens.ragRedFill, color: ownTokens.ragRedInk },
  amberCell: { backgroundColor: ownTokens.ragAmberFill, color: ownTokens.ragAmberInk },
  greenCell: { backgroundColor: ownTokens.ragGreenFill, color: ownTokens.ragGreenInk },
  notRatedCell: {
    backgroundColor: ownTokens.ragNotRatedFill,
    color: ownTokens.ragNotRatedInk,
    boxShadow: `inset 0 0 0 1px ${tokens.colorNeutralStrokeAccessible}`,
  },
});
