import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import { adoptWords, faultWords } from "../../content";
import type { Fault } from "../../kernel";
import { AllowNotice, useServices } from "../../parts";

type Making = { readonly kind: "idle" } | { readonly kind: "making" } | { readonly kind: "failed"; readonly fault: Fault };

/** One list is made in a moment; a person who goes on meanwhile finds it there. */
const neverStopped = new AbortController().signal;

/** Stands while the site has nowhere to keep how a list is used: why one list is needed, and the button that makes it. */
export function SettingsNeeded(): ReactElement {
  const { provisioning, session, store } = useServices();
  const [making, setMaking] = useState<Making>({ kind: "idle" });
  const make = async (): Promise<void> => {
    setMaking({ kind: "making" });
    const made = await provisioning.create(session.site.id, ["Settings"], { signal: neverStopped, report: () => undefined });
    const outcome = made.ok ? made.value[0]?.outcome : made;
    if (outcome?.ok === false) {
      setMaking({ kind: "failed", fault: outcome.fault });
      return;
    }
    await store.refresh([{ site: session.site.id, register: "Settings" }]);
    setMaking({ kind: "idle" });
  };
  const isMaking = making.kind === "making";
  return (
    <>
      <MessageBar layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{adoptWords.settingsTitle}</MessageBarTitle>
          {adoptWords.settingsWhy}
        </MessageBarBody>
        <MessageBarActions>
          <Button appearance="primary" disabledFocusable={isMaking} onClick={() => void make()}>
            {isMaking ? adoptWords.makingSettings : adoptWords.makeSettings}
          </Button>
        </MessageBarActions>
      </MessageBar>
      {making.kind === "failed" &&
        (making.fault.kind === "signInNeeded" ? (
          <AllowNotice purpose="setUp" onAllowed={() => void make()} />
        ) : (
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>{adoptWords.settingsFailed(faultWords(making.fault).happened)}</MessageBarBody>
          </MessageBar>
        ))}
    </>
  );
}
