import { Link } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";
import { faultWords } from "../content";
import { useNotify } from "../ui";
import { useServices } from "./services";

/** A link out of the registers, opened by the host: Teams then shows its own places itself instead of a browser window. */
export function HostLink({ address, children }: { readonly address: string; readonly children: ReactNode }): ReactElement {
  const { links } = useServices();
  const notify = useNotify();
  return (
    <Link
      href={address}
      target="_blank"
      rel="noopener noreferrer"
      onClick={(event) => {
        event.preventDefault();
        void links.open(address).then((opened) => {
          if (!opened.ok) notify({ kind: "error", text: faultWords(opened.fault).happened });
        });
      }}
    >
      {children}
    </Link>
  );
}
