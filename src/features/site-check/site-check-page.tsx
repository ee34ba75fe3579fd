import { Button, MessageBar, MessageBarBody, Text } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import { faultWords, siteCheckWords as words } from "../../content";
import { ukDateAt } from "../../kernel";
import { AllowNotice, useServices, type SiteCheck } from "../../parts";
import { ProgressBarWithCancel, ReadingPage, StatusTag, useNotify } from "../../ui";
import { useSiteCheckPageStyles } from "./site-check-page.styles";
import { useSiteCheck } from "./use-site-check";

/** What this SharePoint site does where Microsoft's documents leave it open, as a file to send. */
export function SiteCheckPage(): ReactElement {
  const { session } = useServices();
  const { progress, check, start, stop } = useSiteCheck();
  return (
    <ReadingPage title={words.title}>
      <Text>{words.explain(session.site.name)}</Text>
      <Text>{words.who}</Text>
      {check?.fault?.kind === "signInNeeded" && <AllowNotice purpose="setUp" onAllowed={() => void start()} />}
      {progress === undefined ? (
        <Button appearance={check === undefined ? "primary" : "secondary"} onClick={() => void start()}>
          {check === undefined ? words.start : words.again}
        </Button>
      ) : (
        <ProgressBarWithCancel label={words.running} done={progress.done} total={progress.total} onCancel={stop} />
      )}
      {check !== undefined && progress === undefined && <Found check={check} />}
    </ReadingPage>
  );
}

const tones = { asExpected: "success", differs: "warning", notTried: "neutral" } as const;

function Found({ check }: { readonly check: SiteCheck }): ReactElement {
  const styles = useSiteCheckPageStyles();
  const { files } = useServices();
  const notify = useNotify();
  const [isSaving, setIsSaving] = useState(false);
  const { findings, fault, listName, startedAtMs } = check;
  const expected = findings.filter(({ outcome }) => outcome === "asExpected").length;
  const isLeft = findings.some(({ step, outcome }) => step === "removeList" && outcome === "differs");
  const save = async (): Promise<void> => {
    setIsSaving(true);
    const bytes = new TextEncoder().encode(`${JSON.stringify(check, null, 2)}\n`);
    const saved = await files.save(words.fileName(ukDateAt(startedAtMs)), bytes, "application/json");
    setIsSaving(false);
    notify(saved.ok ? { kind: "success", text: words.saved } : { kind: "error", text: faultWords(saved.fault).happened });
  };
  return (
    <>
      <Text role="status">{words.done(expected, findings.length)}</Text>
      {fault !== undefined && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {words.stopped} {faultWords(fault).happened} {faultWords(fault).toDo}
          </MessageBarBody>
        </MessageBar>
      )}
      {isLeft && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{words.notRemoved(listName)}</MessageBarBody>
        </MessageBar>
      )}
      <table className={styles.table} aria-label={words.table}>
        <thead>
          <tr>
            <th scope="col">{words.columns.step}</th>
            <th scope="col">{words.columns.outcome}</th>
            <th scope="col">{words.columns.saw}</th>
          </tr>
        </thead>
        <tbody>
          {findings.map(({ step, outcome, saw }) => (
            <tr key={step}>
              <th scope="row" className={styles.step}>
                {words.steps[step]}
              </th>
              <td>
                <StatusTag words={words.outcomes[outcome]} tone={tones[outcome]} />
              </td>
              <td className={styles.saw}>{saw}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button appearance="primary" disabledFocusable={isSaving} onClick={() => void (isSaving ? undefined : save())}>
        {words.save}
      </Button>
    </>
  );
}
