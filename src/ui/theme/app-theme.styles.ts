import { makeStaticStyles, makeStyles, tokens } from "@fluentui/react-components";

/** The page itself: no margin of the browser's, and a height for the root to fill. */
export const usePageStyles = makeStaticStyles({ "html, body, #root": { height: "100%", margin: 0 } });

/**
 * Fluent puts a provider's classes on the mount node of every portal too, where a height would lay an opaque sheet over the page.
 * The attribute is on the root alone.
 */
export const useAppThemeStyles = makeStyles({
  root: {
    overflowWrap: "break-word",
    "&[data-theme]": {
      height: "100%",
      minHeight: 0,
      display: "flex",
      flexDirection: "column",
      overflowX: "hidden",
      backgroundColor: tokens.colorNeutralBackground1,
      color: tokens.colorNeutralForeground1,
    },
  },
  /** Check boxes, lists and scroll bars that the browser draws. */
  darkControls: { colorScheme: "dark" },
});
