import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { useRef, useState, type ReactElement, type ReactNode } from "react";
import { consentWords, faultWords } from "../../content";
import type { Fault } from "../../kernel";
import { PageLink } from "../page-link";
import { useServices, type Purpose } from "../services";

export interface AllowNoticeProps {
  readonly purpose: Purpose;
  /** The permission is there: do what was stopped. */
  readonly onAllowed: () => void;
  /** Buttons of the way without the permission. */
  readonly children?: ReactNode;
}

type Asking = { readonly kind: "idle" } | { readonly kind: "asking" } | { readonly kind: "ended"; readonly fault: Fault };

/** Stands where something stopped for want of a permission: why it is needed, one button, and the way without it. */
export function AllowNotice({ purpose, onAllowed, children }: AllowNoticeProps): ReactElement {
  const { consent, session } = useServices();
  const [asking, setAsking] = useState<Asking>({ kind: "idle" });
  const isWithheld = asking.kind === "ended" && asking.fault.kind === "forbidden";
  const newest = useRef(0);
  const ask = async (): Promise<void> => {
    const window = (newest.current += 1);
    setAsking({ kind: "asking" });
    const answer = await consent.ask(purpose);
    // A window that another one has replaced has nothing more to say.
    if (window !== newest.current) return;
    setAsking(answer.ok ? { kind: "idle" } : { kind: "ended", fault: answer.fault });
    if (answer.ok) onAllowed();
  };
  return (
    <MessageBar intent={isWithheld ? "warning" : "info"} layout="multiline">
      <MessageBarBody>
        {says(purpose, asking)} {consentWords.without[purpose]}
        {/* The pane beside a workbook has no pages of its own. */}
        {isWithheld && session.host !== "excel" && (
          <>
            {" "}
            <PageLink page={{ kind: "permissions" }}>{consentWords.askAdministrator}</PageLink>
          </>
        )}
      </MessageBarBody>
      <MessageBarActions>
        {/* A closed window is not noticed, and an administrator may have approved it meanwhile: the way to ask stays. */}
        <Button appearance={isWithheld ? "secondary" : "primary"} onClick={() => void ask()}>
          {consentWords.allow}
        </Button>
        {children}
      </MessageBarActions>
    </MessageBar>
  );
}

function says(purpose: Purpose, asking: Asking): string {
  if (asking.kind !== "ended") return asking.kind === "asking" ? consentWords.asking : consentWords.why[purpose];
  const { fault } = asking;
  if (fault.kind === "forbidden") return consentWords.withheld[purpose];
  return fault.kind === "cancelled" ? consentWords.closed : faultWords(fault).happened;
}
