import { useCallback, type RefObject } from "react";
import { takeFocus } from "../layout/take-focus";

/** Puts focus on the control that opens a row, or on the first such where the row is not on this page. */
export function useOpenerFocus(frameRef: RefObject<HTMLElement | null>): (rowKey: string) => boolean {
  return useCallback(
    (rowKey) => {
      const openers = [...(frameRef.current?.querySelectorAll<HTMLElement>("[data-opens-row]") ?? [])];
      return takeFocus(openers.find((opener) => opener.dataset.opensRow === rowKey) ?? openers[0]);
    },
    [frameRef],
  );
}
