import { createContext, useCallback, useContext, useState, type ReactElement, type ReactNode } from "react";
import { fetched } from "../fetched/fetched";
import type { Notice } from "./notice";

const NotifyContext = createContext<(notice: Notice) => void>(() => undefined);

const Toasts = fetched(() => import(/* webpackPrefetch: true */ "./toasts").then((part) => part.Toasts), null);

const nothing: readonly Notice[] = [];

/** Notices at the bottom of the page, announced politely. What must be put right belongs in a message bar instead. */
export function Notifier({ children }: { readonly children: ReactNode }): ReactElement {
  const [hasSpoken, setHasSpoken] = useState(false);
  const [waiting, setWaiting] = useState(nothing);
  const notify = useCallback((notice: Notice): void => {
    setHasSpoken(true);
    setWaiting((before) => [...before, notice]);
  }, []);
  const forget = useCallback(() => setWaiting(nothing), []);
  return (
    <NotifyContext value={notify}>
      {children}
      {hasSpoken && <Toasts waiting={waiting} onShown={forget} />}
    </NotifyContext>
  );
}

export function useNotify(): (notice: Notice) => void {
  return useContext(NotifyContext);
}
