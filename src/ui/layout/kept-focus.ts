import { useFluent } from "@fluentui/react-components";
import { useEffect } from "react";
import { takeFocus } from "./take-focus";

/**
 * Focus never stays on nothing: where the element that had it has left the page, as a row that was archived or a question that was
 * answered, it goes to what still stands around: the heading of its section, else the list's cell or first row, else the page's heading.
 * 1. A piece that gives focus back by itself comes first: this looks two frames later.
 * 2. A person who put focus on nothing, by a click on empty space, is left alone.
 */
export function KeptFocus(): null {
  const { targetDocument: page } = useFluent();
  useEffect(() => {
    const view = page?.defaultView;
    return page && view ? keepFocus(page, view) : undefined;
  }, [page]);
  return null;
}

function keepFocus(page: Document, view: Window & typeof globalThis): () => void {
  // The element with focus, then everything around it, while it was still in the page.
  let around: readonly HTMLElement[] = [];
  let frame: number | undefined;
  const isLost = (): boolean => around[0]?.isConnected === false && (page.activeElement === null || page.activeElement === page.body);
  const remember = ({ target }: FocusEvent): void => {
    around = target instanceof view.HTMLElement ? [...ancestors(target)] : [];
  };
  const settle = (): void => {
    frame = undefined;
    if (!isLost()) return;
    const near = around.find((element) => element.isConnected) ?? page.body;
    restingPlaces(near, page).some(takeFocus);
  };
  const observer = new view.MutationObserver(() => {
    if (frame !== undefined || !isLost()) return;
    frame = view.requestAnimationFrame(() => {
      frame = view.requestAnimationFrame(settle);
    });
  });
  page.addEventListener("focusin", remember);
  observer.observe(page.body, { childList: true, subtree: true });
  return () => {
    page.removeEventListener("focusin", remember);
    observer.disconnect();
    if (frame !== undefined) view.cancelAnimationFrame(frame);
  };
}

function* ancestors(element: HTMLElement): Iterable<HTMLElement> {
  for (let next: HTMLElement | null = element; next !== null; next = next.parentElement) yield next;
}

const headings = "h1, h2, h3";

function restingPlaces(near: HTMLElement, page: Document): readonly HTMLElement[] {
  const main = page.querySelector("main") ?? page.body;
  return [
    near.closest("section")?.querySelector<HTMLElement>(headings),
    main.querySelector<HTMLElement>('[role="grid"] [tabindex="0"]'),
    main.querySelector<HTMLElement>("[data-opens-row]"),
    ...main.querySelectorAll<HTMLElement>("h1"),
    ...main.querySelectorAll<HTMLElement>("h2"),
    main,
  ].filter((place) => place instanceof HTMLElement);
}
