import { makeStyles, tokens } from "@fluentui/react-components";

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
