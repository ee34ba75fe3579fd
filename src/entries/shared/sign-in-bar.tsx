import { useCallback, useSyncExternalStore, type ReactElement, type ReactNode } from "react";
import { consentWords } from "../../content";
import { AllowNotice, ServicesProvider, type Services } from "../../parts";
import { useSignInBarStyles } from "./sign-in-bar.styles";

/** Above a page: nothing, until reading or saving stands still for want of a sign-in. What was typed stays where it is. */
export function SignInBar({ services, children }: { readonly services: Services; readonly children: ReactNode }): ReactElement {
  const styles = useSignInBarStyles();
  const { consent, store, refreshing } = services;
  const heldUp = useSyncExternalStore(
    useCallback((listener) => consent.subscribe(listener), [consent]),
    useCallback(() => consent.heldUp(), [consent]),
  );
  const goOn = (): void => {
    void store.retryUnsent();
    refreshing.lookAgain();
  };
  return (
    <div className={styles.page}>
      {heldUp !== undefined && (
        <section aria-label={consentWords.standsStill}>
          <ServicesProvider value={services}>
            <AllowNotice key={heldUp} purpose={heldUp} onAllowed={goOn} />
          </ServicesProvider>
        </section>
      )}
      <div className={styles.rest}>{children}</div>
    </div>
  );
}
