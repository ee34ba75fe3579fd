import { Button, Text } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { faultWords, setUpFileWords as words } from "../../content";
import type { Result } from "../../kernel";
import { useServices, type AbsentList } from "../../parts";
import { useNotify } from "../../ui";
import { setUpJson, setUpScript, type SetUpFile } from "./set-up-script";
import { useSetUpPageStyles } from "./set-up-page.styles";
import type { SiteFacts } from "./use-site-look";

export interface AdministratorFileProps {
  readonly wanted: readonly Pick<AbsentList, "register">[];
  /** Lists that stand and lack columns: the script adds these. */
  readonly lacking: readonly Pick<AbsentList, "register">[];
  readonly way: SiteFacts["way"];
  readonly lookAgain: () => void;
}

/** The lists as files for an administrator, folded where the app may make them itself. */
export function AdministratorFile(props: AdministratorFileProps): ReactElement {
  const styles = useSetUpPageStyles();
  if (props.way === "broad") {
    return (
      <details>
        <summary className={styles.summary}>{words.title}</summary>
        <Files {...props} />
      </details>
    );
  }
  return (
    <section className={styles.group} aria-label={words.titleSelected}>
      <h2 className={styles.heading}>{words.titleSelected}</h2>
      <Text>{words.selected}</Text>
      <Files {...props} />
    </section>
  );
}

function Files({ wanted, lacking, lookAgain }: AdministratorFileProps): ReactElement {
  const styles = useSetUpPageStyles();
  const { session, links } = useServices();
  const download = useDownload([...wanted, ...lacking]);
  const notify = useNotify();
  const text = words.mail(session.site.address).join("\n");
  const copy = async (): Promise<void> => {
    const copied = await links.copy(text);
    notify(copied.ok ? { kind: "success", text: words.copied } : { kind: "error", text: faultWords(copied.fault).happened });
  };
  return (
    <div className={styles.group}>
      <Text>{words.explain}</Text>
      {wanted.length > 0 && <Text>{words.holds(wanted.length)}</Text>}
      {lacking.length > 0 && <Text>{words.completes(lacking.length)}</Text>}
      <div className={styles.buttons}>
        <Button onClick={() => void download("project-registers-set-up.ps1", setUpScript)}>{words.script}</Button>
        <Button onClick={() => void download("project-registers-set-up.json", setUpJson)}>{words.lists}</Button>
      </div>
      <h3 className={styles.subheading}>{words.textTitle}</h3>
      <div role="group" aria-label={words.textTitle} className={styles.text}>
        {text}
      </div>
      <div className={styles.buttons}>
        <Button onClick={() => void copy()}>{words.copy}</Button>
        <Button onClick={lookAgain}>{words.lookAgain}</Button>
      </div>
    </div>
  );
}

function useDownload(wanted: AdministratorFileProps["wanted"]): (name: string, write: (file: SetUpFile) => string) => Promise<void> {
  const { provisioning, files, session } = useServices();
  const notify = useNotify();
  return async (name, write) => {
    const plan = await provisioning.plan(wanted.map(({ register }) => register));
    const saved: Result<void> = plan.ok
      ? await files.save(name, new TextEncoder().encode(write({ version: 1, site: session.site.address, lists: plan.value })), "application/octet-stream")
      : plan;
    notify(saved.ok ? { kind: "success", text: words.downloaded(name) } : { kind: "error", text: faultWords(saved.fault).happened });
  };
}
