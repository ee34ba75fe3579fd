import { makeStyles, tokens } from "@fluentui/react-components";

export const useClearDialogStyles = makeStyles({
  question: { display: "grid", rowGap: tokens.spacingVerticalS },
  sentence: { margin: 0 },
});
