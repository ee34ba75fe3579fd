import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { useEffect, useId, useRef, type ReactElement } from "react";
import { savingWords } from "../../content";
import type { Fault } from "../../kernel";
import { useStoreStatus } from "../use-records";
import { whyNotKept } from "./not-kept";
import { useNotSavedYetStyles } from "./not-saved-yet.styles";

export interface NotSavedYetProps {
  /** A new object for each save that came to nothing: focus goes there. Undefined: the save is still under way. */
  readonly refused: { readonly fault: Fault } | undefined;
  readonly place: "form" | "line";
}

const toDo = {
  form: { waits: savingWords.formWaits, again: savingWords.formAgain },
  line: { waits: savingWords.lineWaits, again: savingWords.lineAgain },
} as const;

/** Stands where something was typed that is neither in the register nor on this device. */
export function NotSavedYet({ refused, place }: NotSavedYetProps): ReactElement {
  const styles = useNotSavedYetStyles();
  const status = useStoreStatus();
  const titleId = useId();
  const boxRef = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refused !== undefined) boxRef.current?.focus();
  }, [refused]);
  return (
    <div ref={boxRef} tabIndex={-1} role="alert" aria-labelledby={titleId} className={styles.box}>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle id={titleId}>{savingWords.notSavedTitle}</MessageBarTitle>
          {whyNotKept(refused?.fault, status)} {toDo[place][refused === undefined ? "waits" : "again"]}
        </MessageBarBody>
      </MessageBar>
    </div>
  );
}
