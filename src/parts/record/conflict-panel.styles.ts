import { makeStyles, tokens } from "@fluentui/react-components";

/** Three values do not stand side by side in less: each takes a line, its name at the start. */
const narrow = "@container (max-width: 400px)";

export const useConflictPanelStyles = makeStyles({
  panel: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalM, containerType: "inline-size" },
  field: {
    margin: 0,
    minWidth: 0,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  legend: { fontWeight: tokens.fontWeightSemibold, paddingInline: tokens.spacingHorizontalXS },
  values: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(120px, 1fr))",
    gap: tokens.spacingHorizontalM,
    margin: 0,
    [narrow]: { gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalXS },
  },
  pair: {
    [narrow]: { display: "flex", flexWrap: "wrap", alignItems: "baseline", justifyContent: "space-between", columnGap: tokens.spacingHorizontalM },
  },
  choices: { flexWrap: "wrap", marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})`, [narrow]: { flexDirection: "column" } },
  choice: { maxWidth: "100%", overflowWrap: "anywhere" },
  term: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  value: {
    margin: 0,
    overflowWrap: "anywhere",
    whiteSpace: "pre-wrap",
    "& mark": { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorPaletteYellowBackground2 },
  },
  keptTitle: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  kept: { display: "grid", rowGap: tokens.spacingVerticalS, marginBlock: `${tokens.spacingVerticalS} 0` },
  summary: { cursor: "pointer", paddingBlock: tokens.spacingVerticalXXS, fontWeight: tokens.fontWeightSemibold },
  waiting: { margin: 0, listStyleType: "disc", paddingInlineStart: tokens.spacingHorizontalXL, paddingBlock: tokens.spacingVerticalXS },
  goesWithIt: { margin: 0, color: tokens.colorNeutralForeground2 },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});
