import type { ReactElement } from "react";
import { recordWords } from "../../content";
import { ConfirmDialog } from "../../ui";
import type { LeaveGuard } from "./use-leave-guard";

/** Asks before something typed is lost; the safe answer has the focus. */
export function LeaveQuestion({ guard }: { readonly guard: LeaveGuard }): ReactElement {
  return (
    <ConfirmDialog
      isOpen={guard.isAsking}
      title={recordWords.unsavedTitle}
      confirmLabel={recordWords.discard}
      cancelLabel={recordWords.stay}
      onConfirm={guard.agree}
      onCancel={guard.stay}
    >
      {recordWords.unsaved}
    </ConfirmDialog>
  );
}
