import { makeStyles, tokens } from "@fluentui/react-components";

export const usePickerStyles = makeStyles({
  picker: { display: "grid", rowGap: tokens.spacingVerticalS },
  option: { display: "flex", flexDirection: "column", minWidth: 0 },
  detail: { color: tokens.colorNeutralForeground3, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
});
