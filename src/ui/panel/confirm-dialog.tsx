import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from "@fluentui/react-components";
import { useRef, type ReactElement, type ReactNode } from "react";
import { uiWords } from "../../content";
import { useReturnFocus } from "../layout/use-return-focus";

export interface ConfirmDialogProps {
  readonly isOpen: boolean;
  /** A question: "Leave without saving?" */
  readonly title: string;
  readonly children: ReactNode;
  /** A verb that answers the title: "Leave". */
  readonly confirmLabel: string;
  readonly cancelLabel?: string | undefined;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** For what cannot be undone only. Escape cancels; a click outside does nothing. */
export function ConfirmDialog({ isOpen, ...props }: ConfirmDialogProps): ReactElement | null {
  // A closed Fluent dialog still puts hidden focusable elements at both ends of the page.
  if (!isOpen) return null;
  return (
    <Dialog modalType="alert" open onOpenChange={(_event, data) => !data.open && props.onCancel()}>
      <DialogSurface>
        <ConfirmBody {...props} />
      </DialogSurface>
    </Dialog>
  );
}

function ConfirmBody({ title, children, confirmLabel, cancelLabel, onConfirm, onCancel }: Omit<ConfirmDialogProps, "isOpen">): ReactElement {
  const bodyRef = useRef<HTMLDivElement>(null);
  useReturnFocus(bodyRef);
  return (
    <div ref={bodyRef}>
      <DialogBody>
        <DialogTitle>{title}</DialogTitle>
        <DialogContent>{children}</DialogContent>
        <DialogActions>
          <Button appearance="primary" onClick={onConfirm}>
            {confirmLabel}
          </Button>
          <Button onClick={onCancel}>{cancelLabel ?? uiWords.cancel}</Button>
        </DialogActions>
      </DialogBody>
    </div>
  );
}
