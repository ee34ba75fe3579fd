/**
 * Puts focus on an element, or on a heading or landmark that takes none by itself and is read from there.
 * @returns false when it is not to be had: gone, hidden, disabled.
 */
export function takeFocus(element: HTMLElement | null | undefined): boolean {
  if (element?.isConnected !== true) return false;
  element.focus();
  if (hasFocus(element)) return true;
  if (element.hasAttribute("tabindex")) return false;
  // A place to read on from is nothing to press: it shows no ring, and a page that is there already does not jump.
  const { outline } = element.style;
  const leave = (): void => {
    element.removeAttribute("tabindex");
    element.style.outline = outline;
  };
  element.tabIndex = -1;
  element.style.outline = "none";
  element.focus({ preventScroll: true });
  // A click on its text must not put focus there later.
  element.addEventListener("blur", leave, { once: true });
  if (hasFocus(element)) return true;
  leave();
  return false;
}

function hasFocus(element: HTMLElement): boolean {
  return element.ownerDocument.activeElement === element;
}
