import { makeStyles, tokens } from "@fluentui/react-components";

export const useProjectPageStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL, paddingBlock: tokens.spacingVerticalM, overflowY: "auto", height: "100%" },
  header: { display: "flex", flexWrap: "wrap", justifyContent: "space-between", gap: tokens.spacingHorizontalM },
  heading: { minWidth: 0 },
  title: { margin: 0, fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600, fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  quiet: { color: tokens.colorNeutralForeground3 },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, alignItems: "flex-start" },
  rag: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalL, alignItems: "center", fontWeight: tokens.fontWeightSemibold },
  facts: { display: "inline-flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalS, alignItems: "center" },
  notes: { display: "flex", flexDirection: "column", alignItems: "start", rowGap: tokens.spacingVerticalXS },
  // Columns fill from the top, so that a short section leaves no hole beside a long one.
  sections: { columnWidth: "300px", columnGap: tokens.spacingHorizontalXXL },
  section: { minWidth: 0, display: "grid", rowGap: tokens.spacingVerticalS, breakInside: "avoid", marginBlockEnd: tokens.spacingVerticalXXL },
  sectionTitle: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  records: { listStyleType: "none", margin: 0, padding: 0, display: "grid", rowGap: tokens.spacingVerticalS },
  record: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalS, alignItems: "baseline" },
  figures: { margin: 0, display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXXL },
  figure: { margin: 0, fontSize: tokens.fontSizeBase500, fontVariantNumeric: "tabular-nums" },
  people: { margin: 0, display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(130px, 1fr))", gap: tokens.spacingVerticalS },
  person: { margin: 0 },
});
