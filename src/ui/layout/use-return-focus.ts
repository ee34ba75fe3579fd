import { useEffect, useLayoutEffect, useRef, type RefObject } from "react";
import { useFocusRow } from "./row-focus";
import { takeFocus } from "./take-focus";

/**
 * Where focus was when this piece appeared gets it back when the piece leaves, unless the person has moved on by then.
 * Call it in a component inside the piece: it must look before anything in there takes focus.
 * @param rowKey the row of a list beside the piece that stands for it. It gets the focus where the piece was not opened from the list's
 * own row, as after a search, or where what opened it is gone.
 */
export function useReturnFocus(ref: RefObject<HTMLElement | null>, rowKey?: string): void {
  const cameFrom = useRef<HTMLElement | null>(null);
  const focusRow = useFocusRow();
  const giveBack = useRef<() => void>(() => undefined);
  useLayoutEffect(() => {
    const piece = ref.current;
    const before = piece?.ownerDocument.activeElement ?? null;
    if (piece?.contains(before) === false && before instanceof HTMLElement && before !== piece.ownerDocument.body) cameFrom.current = before;
  }, [ref]);
  useLayoutEffect(() => {
    giveBack.current = () => {
      const from = cameFrom.current;
      const row = from?.closest<HTMLElement>("[data-row-key]")?.dataset.rowKey;
      const isOtherRow = row !== undefined && rowKey !== undefined && row !== rowKey;
      if (!isOtherRow && takeFocus(from)) return;
      if (rowKey === undefined || !focusRow(rowKey)) takeFocus(from);
    };
  });
  useEffect(() => {
    const piece = ref.current;
    const isModal = piece?.closest('[aria-modal="true"]') !== null;
    return () => {
      const page = piece?.ownerDocument;
      if (page === undefined) return;
      if (isModal) showWhatWasBehind(page);
      const present = page.activeElement;
      if (present === null || present === page.body || piece?.contains(present) === true) giveBack.current();
    };
  }, [ref]);
}

/**
 * Fluent hides the page behind a dialog from screen readers, and shows it again a quarter of a second after the dialog has gone. Where the
 * dialog was the last of Fluent's pieces to keep an eye on focus, that never happens: its helper leaves with it.
 */
function showWhatWasBehind(page: Document): void {
  if (page.querySelector('[aria-modal="true"]') !== null) return;
  for (const child of page.body.children) {
    if (child.getAttribute("aria-hidden") === "true" && !child.hasAttribute("data-tabster-dummy")) child.removeAttribute("aria-hidden");
  }
}
