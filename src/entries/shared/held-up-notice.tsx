import type { ReactElement } from "react";
import { consentWords } from "../../content";
import { AllowNotice, ServicesProvider, type Services } from "../../parts";

export interface HeldUpNoticeProps {
  readonly services: Services;
  readonly heldUp: "read" | "save";
}

/** Reading or saving stands still for want of a sign-in: why, and the button. */
export function HeldUpNotice({ services, heldUp }: HeldUpNoticeProps): ReactElement {
  const { store, refreshing } = services;
  const goOn = (): void => {
    void store.retryUnsent();
    refreshing.lookAgain();
  };
  return (
    <section aria-label={consentWords.standsStill}>
      <ServicesProvider value={services}>
        <AllowNotice key={heldUp} purpose={heldUp} onAllowed={goOn} />
      </ServicesProvider>
    </section>
  );
}
