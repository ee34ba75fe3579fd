import { makeStyles, tokens } from "@fluentui/react-components";

export const useCommandToolbarStyles = makeStyles({
  frame: { minWidth: 0, width: "100%" },
  bar: { gap: tokens.spacingHorizontalXS, paddingInline: 0 },
});
