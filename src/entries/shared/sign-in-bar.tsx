import { useCallback, useSyncExternalStore, type ReactElement, type ReactNode } from "react";
import type { Services } from "../../parts";
import { fetched } from "../../ui";
import { useSignInBarStyles } from "./sign-in-bar.styles";

/** Fetched when the browser has nothing to do: a sign-in ends while the page stands open. */
const HeldUpNotice = fetched(() => import(/* webpackPrefetch: true */ "./held-up-notice").then((part) => part.HeldUpNotice), null);

/** Above a page: nothing, until reading or saving stands still for want of a sign-in. What was typed stays where it is. */
export function SignInBar({ services, children }: { readonly services: Services; readonly children: ReactNode }): ReactElement {
  const styles = useSignInBarStyles();
  const { consent } = services;
  const heldUp = useSyncExternalStore(
    useCallback((listener) => consent.subscribe(listener), [consent]),
    useCallback(() => consent.heldUp(), [consent]),
  );
  return (
    <div className={styles.page}>
      {heldUp !== undefined && <HeldUpNotice services={services} heldUp={heldUp} />}
      <div className={styles.rest}>{children}</div>
    </div>
  );
}
