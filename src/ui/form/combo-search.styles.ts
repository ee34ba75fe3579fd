import { makeStyles, tokens } from "@fluentui/react-components";

export const useComboSearchStyles = makeStyles({
  list: { maxHeight: "320px", overflowY: "auto" },
  says: { padding: tokens.spacingHorizontalS, color: tokens.colorNeutralForeground3 },
});
