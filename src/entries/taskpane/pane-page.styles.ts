import { makeStyles, tokens } from "@fluentui/react-components";

export const usePanePageStyles = makeStyles({
  /** The pane scrolls inside itself, so the page takes the whole frame. */
  page: { display: "flex", flexDirection: "column", height: "100%", minWidth: 0 },
  pane: { flex: "1 1 0", minHeight: 0 },
  site: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalS,
    paddingInline: tokens.spacingHorizontalM,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  choice: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, padding: tokens.spacingHorizontalM },
  sites: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, listStyleType: "none", margin: 0, padding: 0 },
  button: { width: "100%", justifyContent: "flex-start", textAlign: "start" },
});
