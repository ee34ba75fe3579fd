import { makeStyles, tokens } from "@fluentui/react-components";

export const useRecordFormStyles = makeStyles({
  fields: { display: "grid", rowGap: tokens.spacingVerticalM, paddingBlock: tokens.spacingVerticalS },
  subtitle: { color: tokens.colorNeutralForeground3, margin: 0, marginBlockEnd: tokens.spacingVerticalS },
  footer: { display: "flex", gap: tokens.spacingHorizontalS, alignItems: "center" },
  extras: { margin: 0, display: "grid", gridTemplateColumns: "minmax(96px, 40%) 1fr", gap: tokens.spacingVerticalXS },
  extraLabel: { color: tokens.colorNeutralForeground3, margin: 0 },
  extraValue: { margin: 0, overflowWrap: "anywhere" },
  section: { marginBlock: tokens.spacingVerticalL, display: "grid", rowGap: tokens.spacingVerticalS },
  sectionTitle: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
});
