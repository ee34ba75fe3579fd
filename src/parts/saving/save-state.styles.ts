import { makeStyles, tokens } from "@fluentui/react-components";

export const useSaveStateStyles = makeStyles({
  state: { position: "relative", display: "inline-flex", alignItems: "center", gap: tokens.spacingHorizontalXS, whiteSpace: "nowrap" },
  save: { minWidth: 0, paddingInline: tokens.spacingHorizontalXS, fontWeight: tokens.fontWeightRegular },
});
