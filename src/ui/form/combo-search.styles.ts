import { makeStyles, tokens } from "@fluentui/react-components";

export const useComboSearchStyles = makeStyles({
  // Fluent's own width of 250 px would not fit a line of fields.
  box: { width: "100%", minWidth: 0 },
  input: { minWidth: 0 },
  list: { maxHeight: "320px", overflowY: "auto" },
  says: { padding: tokens.spacingHorizontalS, color: tokens.colorNeutralForeground3 },
});
