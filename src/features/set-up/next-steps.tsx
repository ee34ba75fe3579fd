import { Button, Link, Text } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { setUpWords } from "../../content";
import { fragmentOf, PageLink, useServices, type Page } from "../../parts";
import { useSetUpPageStyles } from "./set-up-page.styles";

interface Door {
  readonly label: string;
  readonly explain: string;
  readonly go: () => void;
}

/** The ways on once there is a register of projects. */
export function NextSteps({ onSample }: { readonly onSample: (() => void) | undefined }): ReactElement {
  const styles = useSetUpPageStyles();
  const { location } = useServices();
  const to = (page: Page) => (): void => location.go(fragmentOf(page));
  const doors: readonly Door[] = [
    { label: setUpWords.addProject, explain: setUpWords.addProjectExplain, go: to({ kind: "projects", open: { register: "Projects", ref: "new" } }) },
    { label: setUpWords.bring, explain: setUpWords.bringExplain, go: to({ kind: "import", register: "Projects" }) },
    ...(onSample === undefined ? [] : [{ label: setUpWords.sample, explain: setUpWords.sampleExplain, go: onSample }]),
  ];
  return (
    <section className={styles.group} aria-label={setUpWords.next}>
      <h2 className={styles.heading}>{setUpWords.next}</h2>
      <ul className={styles.doors}>
        {doors.map(({ label, explain, go }, index) => (
          <li key={label} className={styles.door}>
            <Button appearance={index === 0 ? "primary" : "secondary"} onClick={go}>
              {label}
            </Button>
            <Text>{explain}</Text>
          </li>
        ))}
      </ul>
      <AdoptLink />
    </section>
  );
}

export interface OtherWaysProps {
  readonly otherLists: number;
  readonly onSample: (() => void) | undefined;
}

/** Beside making lists: a list that is there, or only a look. */
export function OtherWays({ otherLists, onSample }: OtherWaysProps): ReactElement {
  const styles = useSetUpPageStyles();
  return (
    <div className={styles.group}>
      {otherLists > 0 && (
        <Text>
          {setUpWords.otherLists(otherLists)} <AdoptLink />
        </Text>
      )}
      {onSample !== undefined && (
        <Text>
          <Link as="button" inline onClick={onSample}>
            {setUpWords.sample}
          </Link>
          {". "}
          {setUpWords.sampleExplain}
        </Text>
      )}
    </div>
  );
}

function AdoptLink(): ReactElement {
  return <PageLink page={{ kind: "adopt" }}>{setUpWords.adopt}</PageLink>;
}
