import { act, render, type RenderResult } from "@testing-library/react";
import type { ReactElement } from "react";
import { AppTheme } from "../../../src/ui";

/** Renders inside the theme, as every page does. */
export function renderUi(element: ReactElement): RenderResult {
  const inTheme = (inner: ReactElement): ReactElement => <AppTheme theme="default">{inner}</AppTheme>;
  const result = render(inTheme(element));
  return { ...result, rerender: (next) => result.rerender(inTheme(next as ReactElement)) };
}

/** Focus by script, with React's updates flushed. */
export function focusOn(element: HTMLElement): void {
  act(() => element.focus());
}
