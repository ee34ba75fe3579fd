import { makeStyles, tokens } from "@fluentui/react-components";

export const useStatusCardPageStyles = makeStyles({
  page: { height: "100%", overflowY: "auto", paddingBlock: tokens.spacingVerticalM },
  title: { margin: 0, fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600 },
  columns: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(280px, 1fr))",
    gap: tokens.spacingHorizontalXXL,
    paddingBlock: tokens.spacingVerticalL,
    maxWidth: "1100px",
  },
  form: { display: "grid", rowGap: tokens.spacingVerticalM, alignContent: "start", minWidth: 0 },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  preview: { minWidth: 0 },
  previewTitle: { margin: 0, fontSize: tokens.fontSizeBase400 },
  // Teams shows cards on its own light or dark surface; ours stands in for it.
  card: {
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    padding: tokens.spacingHorizontalM,
    maxWidth: "480px",
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
});
