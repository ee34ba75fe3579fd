import { makeStyles, tokens } from "@fluentui/react-components";

/** Small utilities that several pieces and screens need. */
export const useSharedStyles = makeStyles({
  /** Read by a screen reader, not seen. */
  visuallyHidden: {
    position: "absolute",
    width: "1px",
    height: "1px",
    margin: "-1px",
    padding: 0,
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
    border: "none",
  },
  tabularFigures: { fontVariantNumeric: "tabular-nums" },
  secondary: { color: tokens.colorNeutralForeground3 },
  truncated: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  /** For headings and prose whose margins the layout decides. */
  noMargin: { margin: 0 },
});
