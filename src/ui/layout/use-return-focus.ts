import { useEffect, useLayoutEffect, useRef, type RefObject } from "react";

/**
 * Where focus was when this piece appeared gets it back when the piece leaves, unless the person has moved on by then.
 * Call it in a component inside the piece: it must look before anything in there takes focus.
 */
export function useReturnFocus(ref: RefObject<HTMLElement | null>): void {
  const cameFrom = useRef<Element | null>(null);
  useLayoutEffect(() => {
    const piece = ref.current;
    const before = piece?.ownerDocument.activeElement ?? null;
    if (piece?.contains(before) === false) cameFrom.current = before;
  }, [ref]);
  useEffect(() => {
    const piece = ref.current;
    return () => {
      const page = piece?.ownerDocument;
      const present = page?.activeElement ?? null;
      const isLost = present === null || present === page?.body || piece?.contains(present) === true;
      if (isLost && cameFrom.current instanceof HTMLElement && cameFrom.current.isConnected) cameFrom.current.focus();
    };
  }, [ref]);
}
