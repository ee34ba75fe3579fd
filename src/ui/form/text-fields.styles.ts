import { makeStyles, tokens } from "@fluentui/react-components";

export const useTextFieldsStyles = makeStyles({
  number: { textAlign: "end", fontVariantNumeric: "tabular-nums" },
  short: { maxWidth: "120px" },
  medium: { maxWidth: "200px" },
  counter: { display: "block", color: tokens.colorNeutralForeground2, fontVariantNumeric: "tabular-nums" },
});
