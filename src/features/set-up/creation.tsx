import { Button, MessageBar, MessageBarBody, Text } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { faultWords, setUpWords } from "../../content";
import { PageLink, type AbsentList, type ProvisionedList } from "../../parts";
import { ProgressBarWithCancel } from "../../ui";
import { minutesLeft } from "./minutes-left";
import { labelOf } from "./set-up-receipt";
import { useSetUpPageStyles } from "./set-up-page.styles";
import type { Run } from "./use-run";

export interface CreationProps {
  readonly wanted: readonly AbsentList[];
  readonly scope: string | undefined;
  readonly run: Run<string, ProvisionedList>;
}

/** What would be made, before it is; then how far it has come. */
export function Creation({ wanted, scope, run }: CreationProps): ReactElement {
  const { progress, ended } = run;
  if (progress !== undefined) {
    const { done, total } = progress;
    const label = setUpWords.progress(minutesLeft(progress));
    // All is made, and only the receipt is on its way.
    return <ProgressBarWithCancel label={label} done={done} total={total} onCancel={done < total ? run.stop : undefined} />;
  }
  if (wanted.length === 0) return <Text>{setUpWords.chooseOne}</Text>;
  return (
    <>
      <Plan wanted={wanted} scope={scope} />
      <Button appearance="primary" onClick={() => void run.start(wanted.map(({ register }) => register))}>
        {setUpWords.create(wanted.length)}
      </Button>
      {ended?.ok === false && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            {faultWords(ended.fault).happened} {faultWords(ended.fault).toDo}
          </MessageBarBody>
        </MessageBar>
      )}
    </>
  );
}

function Plan({ wanted, scope }: Pick<CreationProps, "wanted" | "scope">): ReactElement {
  const styles = useSetUpPageStyles();
  const columns = wanted.reduce((sum, list) => sum + list.columns, 0);
  return (
    <section className={styles.plan} aria-label={setUpWords.before}>
      <h2 className={styles.heading}>{setUpWords.before}</h2>
      <Text role="status">{setUpWords.willMake(wanted.length, columns)}</Text>
      <details>
        <summary className={styles.summary}>{setUpWords.eachList}</summary>
        <ul className={styles.list}>
          {wanted.map(({ register, columns: count }) => (
            <li key={register}>{setUpWords.listColumns(labelOf(register), count)}</li>
          ))}
        </ul>
      </details>
      <Text>{setUpWords.time(Math.max(1, minutesLeft({ done: 0, total: wanted.length, tookMs: 0 })))}</Text>
      {scope !== undefined && (
        <Text>
          {setUpWords.permission(scope)} <PageLink page={{ kind: "permissions" }}>{setUpWords.permissions}</PageLink>
        </Text>
      )}
      <Text>{setUpWords.untouched}</Text>
    </section>
  );
}
