import { makeStaticStyles, makeStyles, tokens } from "@fluentui/react-components";

/** The page fills the host's frame to its edges, in the host's colour. */
export const useSettingsDocumentStyles = makeStaticStyles({ "html, body, #root": { height: "100%", margin: 0 } });

export const useSettingsPageStyles = makeStyles({
  middle: {
    boxSizing: "border-box",
    minHeight: "100%",
    padding: tokens.spacingHorizontalXL,
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    justifyContent: "center",
    gap: tokens.spacingVerticalM,
    textAlign: "center",
  },
});
