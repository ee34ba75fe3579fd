import { makeStyles, tokens } from "@fluentui/react-components";

export const useStateViewStyles = makeStyles({
  loading: { flex: "1 1 auto", minHeight: 0, overflow: "hidden" },
  skeletonRows: { display: "flex", flexDirection: "column" },
  skeletonRow: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalL, height: "44px", paddingInline: tokens.spacingHorizontalS },
  skeletonItem: {
    flex: "1 1 auto",
    height: "16px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralStencil1,
    forcedColorAdjust: "none",
    animationName: { from: { opacity: 1 }, "50%": { opacity: 0.5 }, to: { opacity: 1 } },
    animationDuration: "2s",
    animationIterationCount: "infinite",
    "@media (prefers-reduced-motion: reduce)": { animationName: "none" },
  },
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
