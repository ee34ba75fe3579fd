export function rootElement(page: Window): HTMLElement {
  const element = page.document.getElementById("root");
  if (element === null) throw new Error("the page has no root element");
  return element;
}
