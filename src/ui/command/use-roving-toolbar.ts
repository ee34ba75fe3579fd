import { useLayoutEffect, type FocusEvent, type KeyboardEvent, type RefObject } from "react";

export interface RovingToolbar {
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
}

/**
 * One tab stop for a row of buttons; arrows, Home and End move along it (APG toolbar). Fluent's own toolbar places
 * focusable elements hidden from screen readers around its buttons, which WCAG checkers rightly report.
 */
export function useRovingToolbar(ref: RefObject<HTMLElement | null>): RovingToolbar {
  const buttons = (): HTMLElement[] => [...(ref.current?.querySelectorAll<HTMLElement>("button") ?? [])];
  const makeTabStop = (stop: HTMLElement | undefined): void => {
    for (const button of buttons()) button.tabIndex = button === stop ? 0 : -1;
  };

  useLayoutEffect(() => {
    const all = buttons();
    if (all.filter((button) => button.tabIndex === 0).length !== 1) makeTabStop(all[0]);
  });

  return {
    onFocus(event) {
      if (event.target instanceof HTMLButtonElement && ref.current?.contains(event.target) === true) makeTabStop(event.target);
    },
    onKeyDown(event) {
      const all = buttons();
      const from = all.findIndex((button) => button === event.target);
      const to = from === -1 ? undefined : nextButton(event.key, from, all.length);
      if (to === undefined) return;
      event.preventDefault();
      all[to]?.focus();
    },
  };
}

function nextButton(key: string, from: number, count: number): number | undefined {
  switch (key) {
    case "ArrowRight":
      return (from + 1) % count;
    case "ArrowLeft":
      return (from + count - 1) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
}
