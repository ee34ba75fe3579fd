import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, Text } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import { deviceWords as words, faultWords } from "../../content";
import { AllowNotice, ClearDevice, type KeptHere } from "../../parts";
import { ConfirmDialog, useNotify } from "../../ui";
import { useDiagnosticsPageStyles } from "./diagnostics-page.styles";

export interface DeviceActionsProps {
  readonly kept: KeptHere;
  readonly onChanged: () => void;
}

/** What can be done about what this device keeps, and the limits of it. */
export function DeviceActions({ kept, onChanged }: DeviceActionsProps): ReactElement {
  const styles = useDiagnosticsPageStyles();
  return (
    <div className={styles.device}>
      {kept.lostUnsent > 0 && <LostNotice kept={kept} onChanged={onChanged} />}
      {mayBeAllowed(kept) && <KeepSealed kept={kept} />}
      <ul className={styles.limits}>
        {[...words.limits[kept.mode], words.separate].map((limit) => (
          <li key={limit}>{limit}</li>
        ))}
      </ul>
      <Text as="p" className={styles.sentence}>
        {words.clearExplain}
      </Text>
      <div className={styles.buttons}>
        <ClearDevice />
      </div>
    </div>
  );
}

/** The person has not been asked for the file yet; any other reason is not theirs to change here. */
function mayBeAllowed({ mode, wanted, because }: KeptHere): boolean {
  return wanted === "sealed" && mode !== "sealed" && because?.kind === "signInNeeded";
}

/** The disk of a page is chosen once, at its opening. */
function KeepSealed({ kept }: { readonly kept: KeptHere }): ReactElement {
  const [isAllowed, setIsAllowed] = useState(false);
  if (!isAllowed) return <AllowNotice purpose="keepOnDevice" onAllowed={() => setIsAllowed(true)} />;
  return (
    <MessageBar intent="success" layout="multiline">
      <MessageBarBody>{words.allowed}</MessageBarBody>
      <MessageBarActions>
        <Button onClick={() => kept.openAnew()}>{words.openAnew}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}

function LostNotice({ kept, onChanged }: DeviceActionsProps): ReactElement {
  const notify = useNotify();
  const [isAsking, setIsAsking] = useState(false);
  const letGo = async (): Promise<void> => {
    setIsAsking(false);
    const gone = await kept.forgetLost();
    notify(gone.ok ? { kind: "success", text: words.gone } : { kind: "error", text: faultWords(gone.fault).happened });
    onChanged();
  };
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{words.lostTitle(kept.lostUnsent)}</MessageBarTitle>
        {words.lostToDo} {words.lostElse}
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={() => setIsAsking(true)}>{words.letGo}</Button>
      </MessageBarActions>
      <ConfirmDialog
        isOpen={isAsking}
        title={words.letGoTitle}
        confirmLabel={words.letGo}
        cancelLabel={words.keepThem}
        onConfirm={() => void letGo()}
        onCancel={() => setIsAsking(false)}
      >
        {words.letGoExplain(kept.lostUnsent)}
      </ConfirmDialog>
    </MessageBar>
  );
}
