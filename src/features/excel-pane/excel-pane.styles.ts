import { makeStyles, tokens } from "@fluentui/react-components";

/** Made for 320 px, whole at 270 px. */
export const useExcelPaneStyles = makeStyles({
  pane: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, padding: tokens.spacingHorizontalM, minWidth: 0, height: "100%", boxSizing: "border-box", overflowY: "auto" },
  stack: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, minWidth: 0 },
  tight: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS, minWidth: 0 },
  card: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, paddingBottom: tokens.spacingVerticalM, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  line: { display: "flex", alignItems: "center", justifyContent: "space-between", gap: tokens.spacingHorizontalS, flexWrap: "wrap" },
  grow: { flex: "1 1 96px", minWidth: 0, overflowWrap: "break-word" },
  figure: { fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap", textAlign: "right" },
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  cells: { margin: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  cell: { display: "flex", flexDirection: "column", overflowWrap: "anywhere" },
  before: { color: tokens.colorNeutralForeground3, textDecorationLine: "line-through" },
  value: { margin: 0 },
  problem: { overflowWrap: "anywhere" },
  goTo: { minWidth: "auto" },
  foot: { position: "sticky", bottom: 0, display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, flexWrap: "wrap", paddingBlock: tokens.spacingVerticalS, backgroundColor: tokens.colorNeutralBackground1, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  start: { alignSelf: "flex-start" },
});
