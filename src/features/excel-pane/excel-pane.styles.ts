import { makeStyles, tokens } from "@fluentui/react-components";

/** Made for 320 px, whole at 270 px. */
export const useExcelPaneStyles = makeStyles({
  pane: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    minWidth: 0,
    height: "100%",
    boxSizing: "border-box",
    overflowY: "auto",
  },
  /** Its depth opens below, towards the start. */
  saving: { display: "flex", justifyContent: "flex-end", flexShrink: 0 },
  stack: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, minWidth: 0 },
  tight: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS, minWidth: 0 },
  card: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    paddingBottom: tokens.spacingVerticalM,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ":last-child": { paddingBottom: 0, borderBottom: "none" },
  },
  /** Words at the start, which may take several lines; a figure or a button at the end, which stays beside the first. */
  line: { display: "flex", alignItems: "baseline", justifyContent: "space-between", gap: tokens.spacingHorizontalS, minWidth: 0 },
  buttons: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  grow: { flex: "1 1 0", minWidth: 0, overflowWrap: "break-word" },
  figure: { fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap", textAlign: "right" },
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  cells: { margin: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  cell: { display: "flex", flexDirection: "column", overflowWrap: "anywhere" },
  before: { color: tokens.colorNeutralForeground3, textDecorationLine: "line-through" },
  value: { margin: 0 },
  problem: { overflowWrap: "anywhere" },
  narrow: { flexShrink: 0, minWidth: "auto" },
  wholeLine: { flexBasis: "100%" },
  foot: {
    position: "sticky",
    bottom: 0,
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    flexWrap: "wrap",
    paddingBlock: tokens.spacingVerticalS,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  /** Seldom needed: below everything, its words where other words begin. */
  clear: { marginTop: "auto", marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})`, flexShrink: 0 },
  start: { alignSelf: "flex-start" },
});
