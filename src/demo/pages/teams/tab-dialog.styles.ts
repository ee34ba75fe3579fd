import { makeStyles, tokens } from "@fluentui/react-components";

export const useTabDialogStyles = makeStyles({
  dialog: {
    boxSizing: "border-box",
    width: "min(680px, calc(100vw - 16px))",
    height: "min(720px, calc(100vh - 32px))",
    padding: 0,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow64,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    "::backdrop": { backgroundColor: tokens.colorBackgroundOverlay },
  },
  inner: { height: "100%", display: "grid", gridTemplateRows: "auto minmax(0, 1fr) auto" },
  title: { margin: 0, padding: "16px 20px 8px", fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  actions: {
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "flex-end",
    alignItems: "center",
    gap: "8px",
    padding: "12px 20px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  says: { flexGrow: 1 },
});
