import { useLayoutEffect, useState, type RefObject } from "react";

/**
 * The width in px of an element of one's own, kept up to date. Screens decide by this, never by the window:
 * a tab, a task pane and a side panel are all windows of their own size.
 * @returns undefined until it is known (and where there is no layout); treat that as wide.
 */
export function useContainerWidth(ref: RefObject<HTMLElement | null>): number | undefined {
  const [widthPx, setWidthPx] = useState<number>();
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const measure = (): void => setWidthPx(element.clientWidth === 0 ? undefined : element.clientWidth);
    measure();
    const Observer = element.ownerDocument.defaultView?.ResizeObserver;
    if (Observer === undefined) return;
    const observer = new Observer(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return widthPx;
}

/** Like useContainerWidth, for a caller that only needs to know on which side of a width it stands. */
export function useIsNarrow(ref: RefObject<HTMLElement | null>, belowPx: number): boolean {
  const widthPx = useContainerWidth(ref);
  return widthPx !== undefined && widthPx < belowPx;
}

/** Below this, tables become cards and the navigation folds. */
export const cardsBelowPx = 640;
/** Below this, the side panel becomes the page. */
export const panelBelowPx = 720;
