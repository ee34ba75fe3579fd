import { makeStyles, tokens } from "@fluentui/react-components";

export const useCellEditorStyles = makeStyles({
  editor: {
    position: "absolute",
    inset: 0,
    width: "100%",
    boxSizing: "border-box",
    margin: 0,
    paddingInline: tokens.spacingHorizontalS,
    border: `2px solid ${tokens.colorCompoundBrandStroke}`,
    borderRadius: tokens.borderRadiusSmall,
    outlineStyle: "none",
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: "inherit",
    fontSize: "inherit",
  },
});
