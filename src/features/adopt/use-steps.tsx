import { Button, MessageBar, MessageBarBody, Text } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { adoptWords } from "../../content";
import type { Adoption } from "../../registers";
import { useAdoptPageStyles } from "./adopt-page.styles";
import { projectSource } from "./change-mapping";
import { MissingColumnsOffer } from "./missing-columns-offer";
import { SettingsNeeded } from "./settings-needed";
import type { MappingDraft } from "./use-mapping-draft";
import { savingFault, useSaving } from "./use-saving";
import { whatRowsAreCalled } from "./what-needs";

export interface UseStepsProps {
  readonly draft: MappingDraft;
  /** There is somewhere to keep it. */
  readonly hasSettings: boolean;
  readonly isUsed: boolean;
  readonly onListChanged: () => void;
  readonly onSaved: () => void;
  readonly onCancel: () => void;
}

/** Columns that may be added on request, and the button that keeps how the list is used. */
export function UseSteps({ draft, hasSettings, isUsed, onListChanged, onSaved, onCancel }: UseStepsProps): ReactElement {
  const styles = useAdoptPageStyles();
  const saving = useSaving();
  const fault = savingFault(saving);
  const { adoption, register } = draft;
  const lacks = whatLacks(adoption);
  const save = async (): Promise<void> => {
    if (hasSettings && lacks === undefined && !saving.isBusy && (await saving.save(adoption))) onSaved();
  };
  return (
    <>
      <Text>{whatRowsAreCalled(register, adoption.listId)}</Text>
      {hasSettings ? <MissingColumnsOffer draft={draft} onAdded={onListChanged} /> : <SettingsNeeded />}
      {fault !== undefined && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{fault}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.buttons}>
        <Button
          appearance={hasSettings ? "primary" : "secondary"}
          disabledFocusable={!hasSettings || lacks !== undefined || saving.isBusy}
          onClick={() => void save()}
        >
          {saving.isBusy ? adoptWords.saving : isUsed ? adoptWords.saveChanges : adoptWords.save(register.label)}
        </Button>
        <Button onClick={onCancel}>{adoptWords.cancel}</Button>
        {lacks !== undefined && <Text>{lacks}</Text>}
      </div>
    </>
  );
}

/** What must be chosen before anything can be done with the rows. */
export function whatLacks(adoption: Adoption): string | undefined {
  if (adoption.columns.size === 0) return adoptWords.nothingMatched;
  const source = projectSource(adoption);
  return source.kind === "all" && source.ref === "" ? adoptWords.chooseProject : undefined;
}
