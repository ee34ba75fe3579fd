import { useLayoutEffect, useState, type RefObject } from "react";

/**
 * The width in px of an element of one's own, kept up to date. Screens decide by this, never by the window:
 * a tab, a task pane and a side panel are all windows of their own size.
 * @returns undefined until it is known (and where there is no layout); treat that as wide.
 */
export function useContainerWidth(ref: RefObject<HTMLElement | null>): number | undefined {
  const [widthPx, setWidthPx] = useState<number>();
  useLayoutEffect(() => watchWidth(ref.current, setWidthPx), [ref]);
  return widthPx;
}

/**
 * For a caller that only needs to know on which side of a width it stands. Where that width changes with the room, as beside
 * an opening panel, the answer stands until the new room was measured: a list must not turn into another for one paint.
 */
export function useIsNarrow(ref: RefObject<HTMLElement | null>, belowPx: number): boolean {
  const [isNarrow, setIsNarrow] = useState(false);
  useLayoutEffect(() => watchWidth(ref.current, (widthPx) => setIsNarrow(widthPx !== undefined && widthPx < belowPx)), [ref, belowPx]);
  return isNarrow;
}

/** Tells the width at once and after each change; undefined where there is no layout. */
function watchWidth(element: HTMLElement | null, tell: (widthPx: number | undefined) => void): (() => void) | undefined {
  if (element === null) return undefined;
  const measure = (): void => tell(element.clientWidth === 0 ? undefined : element.clientWidth);
  measure();
  const Observer = element.ownerDocument.defaultView?.ResizeObserver;
  if (Observer === undefined) return undefined;
  const observer = new Observer(measure);
  observer.observe(element);
  return () => observer.disconnect();
}

/** Below this, tables become cards and the navigation folds. */
export const cardsBelowPx = 640;
/** Below this, the side panel becomes the page. */
export const panelBelowPx = 720;
