import { createContext, useCallback, useContext, useState, type ReactElement, type ReactNode } from "react";
import { useSharedStyles } from "../theme/shared.styles";

const AnnounceContext = createContext<(text: string) => void>(() => undefined);

/** One polite region for the page: counts after filtering, saved, synchronised. */
export function LiveAnnouncer({ children }: { readonly children: ReactNode }): ReactElement {
  const shared = useSharedStyles();
  const [said, setSaid] = useState({ text: "", turn: 0 });
  const announce = useCallback((text: string) => setSaid(({ turn }) => ({ text, turn: turn + 1 })), []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <div role="status" aria-live="polite" className={shared.visuallyHidden}>
        {/* A new element for each turn: the same sentence twice is announced twice. */}
        <span key={said.turn}>{said.text}</span>
      </div>
    </AnnounceContext>
  );
}

export function useAnnounce(): (text: string) => void {
  return useContext(AnnounceContext);
}
