import { Button, MessageBar, MessageBarActions, MessageBarBody, Spinner } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";
import { tabSettingsWords, tabWords } from "../../content";
import type { AskedWhy, SiteCheck } from "./use-site-check";

export interface SiteStateProps {
  readonly check: SiteCheck;
  readonly onRetry: () => void;
  readonly onWhy: (asked: AskedWhy) => void;
}

/** What was found at the address, in one line. */
export function SiteState({ check, onRetry, onWhy }: SiteStateProps): ReactElement | null {
  switch (check.kind) {
    case "none":
      return null;
    case "checking":
      return <Spinner size="tiny" labelPosition="after" label={tabSettingsWords.checking} />;
    case "problem":
      return (
        <SiteMessage intent="error" says={check.says} why={check.why} onWhy={onWhy}>
          {check.canRetry && (
            <Button size="small" onClick={onRetry}>
              {tabSettingsWords.tryAgain}
            </Button>
          )}
        </SiteMessage>
      );
    case "ready": {
      const { name, address } = check.site;
      if (check.hasRegisters) return <SiteMessage intent="success" says={tabSettingsWords.siteReady(name, check.projects.length)} onWhy={onWhy} />;
      return <SiteMessage intent="warning" says={tabSettingsWords.noRegisters(name)} why={{ address, register: "Projects" }} onWhy={onWhy} />;
    }
  }
}

interface SiteMessageProps extends Pick<SiteStateProps, "onWhy"> {
  readonly intent: "error" | "success" | "warning";
  readonly says: string;
  readonly why?: AskedWhy | undefined;
  readonly children?: ReactNode;
}

function SiteMessage({ intent, says, why, onWhy, children }: SiteMessageProps): ReactElement {
  return (
    <MessageBar intent={intent} layout="multiline">
      <MessageBarBody>{says}</MessageBarBody>
      {why !== undefined && (
        <MessageBarActions>
          {children}
          <Button size="small" onClick={() => onWhy(why)}>
            {tabWords.why}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
