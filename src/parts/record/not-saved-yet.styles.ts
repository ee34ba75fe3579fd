import { makeStyles, tokens } from "@fluentui/react-components";

export const useNotSavedYetStyles = makeStyles({
  box: {
    marginBlock: tokens.spacingVerticalS,
    borderRadius: tokens.borderRadiusMedium,
    ":focus": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
});
