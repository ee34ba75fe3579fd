import { Link, Text } from "@fluentui/react-components";
import { CheckmarkCircleRegular, CloudArrowUpRegular, WarningRegular } from "@fluentui/react-icons";
import type { ReactElement } from "react";
import { shellWords } from "../../content";
import { fragmentOf, useServices, useStoreStatus } from "../../parts";
import { useShellStyles } from "./shell.styles";

/** Always at the same place: all saved, so many on their way, so many that need a person. */
export function SaveState({ isShort }: { readonly isShort: boolean }): ReactElement {
  const styles = useShellStyles();
  const { location } = useServices();
  const status = useStoreStatus();
  if (status.needsDecision > 0) {
    const target = fragmentOf({ kind: "decisions" });
    return (
      <span className={styles.state} role="status">
        <WarningRegular aria-hidden="true" />
        <Link
          href={`#${target}`}
          onClick={(event) => {
            event.preventDefault();
            location.go(target);
          }}
        >
          {isShort ? shellWords.needDecisionShort(status.needsDecision) : shellWords.needDecision(status.needsDecision)}
        </Link>
      </span>
    );
  }
  return (
    <span className={styles.state} role="status">
      {status.unsent > 0 ? <CloudArrowUpRegular aria-hidden="true" /> : <CheckmarkCircleRegular aria-hidden="true" />}
      <Text size={200}>{status.unsent > 0 ? shellWords.sending(status.unsent) : shellWords.allSaved}</Text>
    </span>
  );
}
