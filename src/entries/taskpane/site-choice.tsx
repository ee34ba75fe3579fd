import { Button, Text } from "@fluentui/react-components";
import { useCallback, useSyncExternalStore, type ReactElement } from "react";
import { tabWords } from "../../content";
import type { Services } from "../../parts";
import type { DeployedSite } from "../shared";
import { usePanePageStyles } from "./pane-page.styles";

/** Asked once, where the trust keeps registers in more than one site. */
export function SiteChoice({ sites, onChoose }: { readonly sites: readonly DeployedSite[]; readonly onChoose: (address: string) => void }): ReactElement {
  const styles = usePanePageStyles();
  return (
    <main className={styles.choice}>
      <Text as="h1" size={400} weight="semibold">
        {tabWords.whichSite}
      </Text>
      <Text>{tabWords.whichSiteExplain}</Text>
      <ul className={styles.sites}>
        {sites.map(({ name, address }) => (
          <li key={address}>
            <Button className={styles.button} onClick={() => onChoose(address)}>
              {name}
            </Button>
          </li>
        ))}
      </ul>
    </main>
  );
}

/** Which site the pane shows, and the way to another. Nothing may be on its way to the site that is left. */
export function SiteLine({ services, onOtherSite }: { readonly services: Services; readonly onOtherSite: () => void }): ReactElement {
  const styles = usePanePageStyles();
  const { store, session } = services;
  const isBusy = useSyncExternalStore(
    useCallback((listener) => store.subscribe(listener), [store]),
    useCallback(() => store.status().unsent + store.status().needsDecision > 0, [store]),
  );
  return (
    <header className={styles.site}>
      <Text size={200}>{tabWords.siteShown(session.site.name)}</Text>
      <Button size="small" appearance="subtle" disabledFocusable={isBusy} title={isBusy ? tabWords.saveFirst : undefined} onClick={onOtherSite}>
        {tabWords.otherSite}
      </Button>
    </header>
  );
}
