import { makeStaticStyles, makeStyles, tokens } from "@fluentui/react-components";

/** The pane is narrow: the browser's own margin would cost it a fifteenth. */
export const usePaneDocumentStyles = makeStaticStyles({ body: { margin: 0 } });

export const usePanePageStyles = makeStyles({
  /** The pane scrolls inside itself, so the page takes the whole frame. */
  page: { height: "100vh", minWidth: 0 },
  gate: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: tokens.spacingVerticalM, padding: tokens.spacingHorizontalM },
});
