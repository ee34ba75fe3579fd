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
  preview: { display: "grid", rowGap: tokens.spacingVerticalS, alignContent: "start", minWidth: 0 },
  previewTitle: { margin: 0, fontSize: tokens.fontSizeBase400 },
  // Teams shows cards on its own light or dark surface; ours stands in for it.
  card: {
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    maxWidth: "480px",
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    // In high contrast no surface has a colour of its own; only there is this stroke to be seen.
    "& .ac-container": { border: `1px solid ${tokens.colorTransparentStroke}`, borderRadius: tokens.borderRadiusMedium },
    // The renderer draws plain buttons of the browser's; these are near to Teams' own.
    "& .ac-pushButton": {
      minHeight: "32px",
      paddingInline: tokens.spacingHorizontalM,
      border: `1px solid ${tokens.colorNeutralStroke1}`,
      borderRadius: tokens.borderRadiusMedium,
      backgroundColor: tokens.colorNeutralBackground1,
      color: tokens.colorNeutralForeground1,
      font: "inherit",
      fontWeight: tokens.fontWeightSemibold,
      cursor: "pointer",
    },
    "& .ac-pushButton:hover": { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground1Hover },
    "& .ac-pushButton:focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
});
