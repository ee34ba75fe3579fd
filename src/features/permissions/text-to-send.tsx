import { Button } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { faultWords } from "../../content";
import type { Result } from "../../kernel";
import { useNotify } from "../../ui";
import { usePermissionsPageStyles } from "./permissions-page.styles";

export interface TextToSendProps {
  /** Names the text for a screen reader. */
  readonly label: string;
  readonly text: string;
  readonly copyLabel: string;
  readonly copied: string;
  readonly copy: (text: string) => Promise<Result<void>>;
}

/** A text as it will be sent, and the button that copies it. */
export function TextToSend({ label, text, copyLabel, copied, copy }: TextToSendProps): ReactElement {
  const styles = usePermissionsPageStyles();
  const notify = useNotify();
  const run = async (): Promise<void> => {
    const answer = await copy(text);
    notify(answer.ok ? { kind: "success", text: copied } : { kind: "error", text: faultWords(answer.fault).happened });
  };
  return (
    <>
      <div role="group" aria-label={label} className={styles.text}>
        {text}
      </div>
      <Button onClick={() => void run()}>{copyLabel}</Button>
    </>
  );
}
