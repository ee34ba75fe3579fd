import { makeStyles, tokens } from "@fluentui/react-components";

export const useReadingPageStyles = makeStyles({
  page: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    alignContent: "start",
    gap: tokens.spacingVerticalM,
    paddingBlock: tokens.spacingVerticalM,
    overflowY: "auto",
    height: "100%",
    boxSizing: "border-box",
    maxWidth: "800px",
    // A button is as wide as its words, also where it is the only thing in its line.
    "& > button": { justifySelf: "start" },
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600, fontWeight: tokens.fontWeightSemibold },
});
