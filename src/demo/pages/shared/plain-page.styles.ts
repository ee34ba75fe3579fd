import { makeStyles, tokens } from "@fluentui/react-components";

/** Looks of the demo's pages that are read like a document. */
export const usePlainPageStyles = makeStyles({
  page: { boxSizing: "border-box", minHeight: "100vh", padding: "32px 20px 64px", backgroundColor: tokens.colorNeutralBackground2, color: tokens.colorNeutralForeground1 },
  inner: { maxWidth: "960px", margin: "0 auto", display: "flex", flexDirection: "column", gap: "28px" },
  title: { margin: "0 0 8px", fontSize: tokens.fontSizeHero800, lineHeight: tokens.lineHeightHero800, fontWeight: tokens.fontWeightSemibold },
  heading: { margin: "0 0 12px", fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold },
  intro: { margin: 0, maxWidth: "640px", color: tokens.colorNeutralForeground2 },
  cards: { listStyleType: "none", margin: 0, padding: 0, display: "grid", gridTemplateColumns: "repeat(auto-fill, minmax(210px, 1fr))", gap: "16px" },
  card: { display: "flex", flexDirection: "column", gap: "6px", padding: "16px", borderRadius: tokens.borderRadiusLarge, border: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground1 },
  cardTitle: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  says: { margin: 0, flexGrow: 1 },
  scroll: { overflowX: "auto" },
  table: {
    width: "100%",
    borderCollapse: "collapse",
    backgroundColor: tokens.colorNeutralBackground1,
    "& caption": { textAlign: "start", paddingBottom: "8px", fontWeight: tokens.fontWeightSemibold },
    "& th, & td": { padding: "8px 12px", overflowWrap: "anywhere", textAlign: "start", verticalAlign: "middle", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
    "& thead th": { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightSemibold },
    "& [data-number]": { textAlign: "end", fontVariantNumeric: "tabular-nums" },
    "& tbody th": { fontWeight: tokens.fontWeightRegular },
  },
  actions: { display: "flex", flexWrap: "wrap", gap: "8px" },
  counters: { margin: 0, display: "grid", gridTemplateColumns: "repeat(auto-fill, minmax(140px, 1fr))", gap: "12px" },
  counter: { padding: "12px 16px", borderRadius: tokens.borderRadiusLarge, border: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground1 },
  counterName: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  counterValue: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontVariantNumeric: "tabular-nums" },
  row: { display: "flex", flexWrap: "wrap", alignItems: "end", gap: "12px", marginBottom: "16px" },
});
