import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";
import { uiWords } from "../../content";

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
export function ConfirmDialog({ isOpen, title, children, confirmLabel, cancelLabel, onConfirm, onCancel }: ConfirmDialogProps): ReactElement {
  return (
    <Dialog modalType="alert" open={isOpen} onOpenChange={(_event, data) => !data.open && onCancel()}>
      <DialogSurface>
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
      </DialogSurface>
    </Dialog>
  );
}
