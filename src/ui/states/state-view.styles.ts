import { makeStyles, tokens } from "@fluentui/react-components";

export const useStateViewStyles = makeStyles({
  loading: { flex: "1 1 auto", minHeight: 0, overflow: "hidden" },
  // A delay of the style sheet, not a timer: a wait under one second shows nothing and costs nothing.
  skeleton: {
    opacity: 0,
    animationName: { from: { opacity: 0 }, to: { opacity: 1 } },
    animationDuration: "150ms",
    animationDelay: "1s",
    animationFillMode: "forwards",
    "@media (prefers-reduced-motion: reduce)": { animationDuration: "1ms" },
  },
  skeletonRows: { display: "flex", flexDirection: "column" },
  skeletonRow: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalL, height: "44px", paddingInline: tokens.spacingHorizontalS },
  skeletonMark: { flex: "0 0 16px" },
  skeletonShort: { flex: "0 0 20%" },
  centred: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: tokens.spacingVerticalM,
    maxWidth: "560px",
    paddingBlock: tokens.spacingVerticalXXL,
    paddingInline: tokens.spacingHorizontalM,
  },
  sentence: { color: tokens.colorNeutralForeground2 },
  error: { flexShrink: 0 },
});
