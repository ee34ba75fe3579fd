import { makeStyles, tokens } from "@fluentui/react-components";

export const useFiguresPageStyles = makeStyles({
  intro: { display: "flex", flexDirection: "column", alignItems: "start", rowGap: tokens.spacingVerticalS },
  heading: { marginBlock: `0 ${tokens.spacingVerticalXS}`, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
});
