import { Tooltip } from "@fluentui/react-components";
import type { ReactElement } from "react";

export interface HintProps {
  readonly says: string;
  readonly target: HTMLElement;
  readonly onClose: () => void;
}

/** What a command's shortcut is, or why it cannot run, for eyes; the button says it to everybody else. */
export function Hint({ says, target, onClose }: HintProps): ReactElement {
  return (
    <Tooltip visible content={says} relationship="inaccessible" positioning={{ target }} onVisibleChange={(_event, { visible }) => !visible && onClose()} />
  );
}
