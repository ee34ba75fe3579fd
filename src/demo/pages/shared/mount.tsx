import { makeStaticStyles } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";
import { createRoot } from "react-dom/client";

const usePageStyles = makeStaticStyles({ "html, body, #root": { height: "100%", margin: 0 } });

function WholePage({ children }: { readonly children: ReactNode }): ReactElement {
  usePageStyles();
  return <>{children}</>;
}

/** Shows a page of the demo in its root element. */
export function mount(content: ReactNode): void {
  const element = document.getElementById("root");
  if (element === null) throw new Error("the page has no root element");
  createRoot(element).render(<WholePage>{content}</WholePage>);
}
