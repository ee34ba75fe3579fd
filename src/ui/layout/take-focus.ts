/**
 * Puts focus on an element, or on a heading or landmark that takes none by itself and is read from there.
 * @returns false when it is not to be had: gone, hidden, disabled.
 */
export function takeFocus(element: HTMLElement | null | undefined): boolean {
  if (element?.isConnected !== true) return false;
  element.focus();
  if (hasFocus(element)) return true;
  if (element.hasAttribute("tabindex")) return false;
  element.tabIndex = -1;
  element.focus();
  // A click on its text must not put focus there later.
  element.addEventListener("blur", () => element.removeAttribute("tabindex"), { once: true });
  if (hasFocus(element)) return true;
  element.removeAttribute("tabindex");
  return false;
}

function hasFocus(element: HTMLElement): boolean {
  return element.ownerDocument.activeElement === element;
}
