import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { useState, type ReactElement, type ReactNode } from "react";
import { sampleWords } from "../../content";
import { fragmentOf, ServicesProvider, type Services } from "../../parts";
import { Notifier } from "../../ui";
import { sampleServices, type OpenStore } from "./sample-services";
import { useSampleTourStyles } from "./sample-tour.styles";

export interface SampleTourProps {
  /** Of the site that the person came from. */
  readonly services: Services;
  readonly openStore: OpenStore;
  readonly onLeave: () => void;
  /** The pages. */
  readonly children: ReactNode;
}

/** The app's own pages over invented projects, with a banner above every one of them. What is typed here goes with it. */
export function SampleTour({ services, openStore, onLeave, children }: SampleTourProps): ReactElement {
  const styles = useSampleTourStyles();
  const [sample] = useState(() => sampleServices(services, openStore));
  const leave = (): void => {
    const home = fragmentOf({ kind: "setUp" });
    services.location.go(home);
    // Something typed may hold the way back until the person has answered.
    if (services.location.read() === home) onLeave();
  };
  return (
    <ServicesProvider value={sample}>
      {/* Its own notices, so that none of them offers to undo something once the person has left. */}
      <Notifier>
        <div className={styles.frame}>
          <section aria-label={sampleWords.siteName} className={styles.banner}>
            <MessageBar intent="warning">
              <MessageBarBody>
                <MessageBarTitle>{sampleWords.banner}</MessageBarTitle>
              </MessageBarBody>
              <MessageBarActions>
                <Button size="small" onClick={leave}>
                  {sampleWords.leave}
                </Button>
              </MessageBarActions>
            </MessageBar>
          </section>
          <div className={styles.pages}>{children}</div>
        </div>
      </Notifier>
    </ServicesProvider>
  );
}
