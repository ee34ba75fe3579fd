import type { ReactNode } from "react";
import { createRoot } from "react-dom/client";

/** Shows a page of the demo in its root element. */
export function mount(content: ReactNode): void {
  const element = document.getElementById("root");
  if (element === null) throw new Error("the page has no root element");
  createRoot(element).render(content);
}
