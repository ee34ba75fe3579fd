import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { adoptWords } from "../../content";
import { adoptedRef, registerNamed } from "../../registers";
import { ConfirmDialog } from "../../ui";
import type { SavedAdoption } from "./use-adoptions";
import { savingFault, useSaving } from "./use-saving";

export interface StopDialogProps {
  /** Absent: nothing is asked. */
  readonly saved: SavedAdoption | undefined;
  readonly onClose: () => void;
}

/** Says what stays and what goes before a list is given back as it is. */
export function StopDialog({ saved, onClose }: StopDialogProps): ReactElement {
  const saving = useSaving();
  const fault = savingFault(saving);
  const listName = saved?.adoption.listName ?? "";
  const register = saved?.adoption.register ?? "";
  const definition = registerNamed(register);
  const stop = async (): Promise<void> => {
    if (saved !== undefined && (await saving.stop(saved))) onClose();
  };
  return (
    <ConfirmDialog
      isOpen={saved !== undefined}
      title={adoptWords.stopTitle(listName)}
      confirmLabel={adoptWords.stopConfirm}
      cancelLabel={adoptWords.keep}
      onConfirm={() => void stop()}
      onCancel={onClose}
    >
      <p>{adoptWords.stopStays(listName)}</p>
      <p>{adoptWords.stopGoes(definition?.label ?? register)}</p>
      {definition !== undefined && adoptedRef(definition, saved?.adoption.listId ?? "", "1") !== undefined && <p>{adoptWords.stopCalled(definition.many)}</p>}
      {fault !== undefined && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{fault}</MessageBarBody>
        </MessageBar>
      )}
    </ConfirmDialog>
  );
}
