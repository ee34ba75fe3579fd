import { makeStyles, tokens } from "@fluentui/react-components";

export const usePanePageStyles = makeStyles({
  /** The pane scrolls inside itself, so the page takes the whole frame. */
  page: { height: "100vh", minWidth: 0 },
  gate: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: tokens.spacingVerticalM, padding: tokens.spacingHorizontalM },
});
