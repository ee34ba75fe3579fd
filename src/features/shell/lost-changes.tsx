import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import type { ReactElement } from "react";
import { savingWords } from "../../content";

/** The browser has thrown changes away: said until it is dismissed, for only its author knows which they were. */
export function LostChanges({ lost, onDismiss }: { readonly lost: number; readonly onDismiss: () => void }): ReactElement {
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{savingWords.lost(lost)}</MessageBarTitle>
        {savingWords.lostToDo}
      </MessageBarBody>
      <MessageBarActions containerAction={<Button appearance="transparent" icon={<DismissRegular />} aria-label={savingWords.dismiss} onClick={onDismiss} />} />
    </MessageBar>
  );
}
