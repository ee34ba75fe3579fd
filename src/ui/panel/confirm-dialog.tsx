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

/** For what cannot be undone only. The way back stands first and has the focus; Escape takes it, too; a click outside does nothing. */
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
          {/* Fluent gives focus to what stands first: Enter out of habit must not be the answer that loses something. */}
          <Button appearance="primary" onClick={onCancel}>
            {cancelLabel ?? uiWords.cancel}
          </Button>
          <Button onClick={onConfirm}>{confirmLabel}</Button>
        </DialogActions>
      </DialogBody>
    </div>
  );
}
