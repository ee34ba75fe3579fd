import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { useId, type ReactElement } from "react";
import { adoptWords } from "../../content";
import { fragmentOf, LeaveQuestion, useFreshRows, useLeaveGuard, usePlaceState, useServices } from "../../parts";
import { columnOf, furtherRegisters, lightRegisters, type ListLook, type Register } from "../../registers";
import { ChoiceField } from "../../ui";
import { useAdoptPageStyles } from "./adopt-page.styles";
import { ColumnTable } from "./column-table";
import { CopySteps } from "./copy-steps";
import { ProjectChoice } from "./project-choice";
import type { KnownProject } from "./projects-of-rows";
import { RowsPreview } from "./rows-preview";
import type { AdoptionsState, SavedAdoption } from "./use-adoptions";
import { UseSteps } from "./use-steps";
import { useMappingDraft, type MappingDraft } from "./use-mapping-draft";

export interface MapFormProps {
  readonly look: ListLook;
  readonly adoptions: Extract<AdoptionsState, { readonly kind: "noSettings" | "known" }>;
  /** How this list is used already. */
  readonly saved: SavedAdoption | undefined;
  readonly projects: readonly KnownProject[];
  /** Its rows go into a new list; absent: the list is used as it is. */
  readonly isCopy: boolean;
  /** The list has other columns than before. */
  readonly onListChanged: () => void;
}

/** Which register, which column is which, what words mean, which project, and what that looks like; then the list is used, or copied. */
export function MapForm({ look, adoptions, saved, projects, isCopy, onListChanged }: MapFormProps): ReactElement | null {
  const styles = useAdoptPageStyles();
  const id = useId();
  const { session, location } = useServices();
  const scopeProject = session.scope.kind === "project" ? session.scope.ref : undefined;
  // Copied rows go into a list of ours; while this one stands in its place they would be written back into it.
  const offered = registersFor(adoptions, isCopy ? undefined : saved);
  const draft = useMappingDraft(offered, { look, projects, scopeProject, saved: isCopy ? undefined : saved?.adoption, isCopy });
  const guard = useLeaveGuard({ isUnsaved: draft?.isChanged === true, stays: isSamePage });
  if (draft === undefined) return null;
  const { register } = draft;
  const back = (): void => location.go(fragmentOf({ kind: "adopt" }));
  const keptBack = (): void => {
    guard.release();
    back();
  };
  return (
    <div className={styles.section}>
      {draft.lost.length > 0 && <ChangedNotice listName={look.listName} draft={draft} />}
      <div className={styles.narrow}>
        <ChoiceField
          id={id}
          label={adoptWords.register}
          hint={adoptWords.registerHint}
          isNeeded
          value={register.name}
          choices={offered.map(({ name, label }) => ({ value: name, label }))}
          onChange={draft.setRegister}
        />
      </div>
      <ColumnTable key={`columns ${register.name}`} look={look} draft={draft} />
      {columnOf(register, "ProjectRef") !== undefined && <ProjectChoice key={`project ${register.name}`} look={look} draft={draft} projects={projects} />}
      <RowsPreview look={look} draft={draft} projects={projects} />
      {isCopy ? (
        <CopySteps key={register.name} look={look} draft={draft} onWritten={guard.release} onCancel={back} />
      ) : (
        <WithoutOwnList key={register.name} register={register} isUsed={saved?.adoption.register === register.name} listId={look.listId}>
          <UseSteps
            draft={draft}
            hasSettings={adoptions.kind === "known"}
            isUsed={saved !== undefined}
            onListChanged={onListChanged}
            onSaved={keptBack}
            onCancel={back}
          />
        </WithoutOwnList>
      )}
      <LeaveQuestion guard={guard} />
    </div>
  );
}

function isSamePage(from: string, to: string): boolean {
  return from === to;
}

/** Every register but those that another list is used as. */
function registersFor({ saved: all }: MapFormProps["adoptions"], saved: SavedAdoption | undefined): readonly Register[] {
  const taken = new Set(all.filter((one) => one !== saved).map(({ adoption }) => adoption.register));
  return [...lightRegisters, ...furtherRegisters].filter(({ name }) => !taken.has(name));
}

function ChangedNotice({ listName, draft }: { readonly listName: string; readonly draft: MappingDraft }): ReactElement {
  const styles = useAdoptPageStyles();
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{adoptWords.changed(listName)}</MessageBarTitle>
        <ul className={styles.list}>
          {draft.lost.map(({ name, says }) => (
            <li key={name}>{says}</li>
          ))}
        </ul>
        {adoptWords.lostToDo}
      </MessageBarBody>
    </MessageBar>
  );
}

interface WithoutOwnListProps {
  readonly register: Register;
  /** This list is the register's already. */
  readonly isUsed: boolean;
  readonly listId: string;
  readonly children: ReactElement;
}

/** A list of ours stands before any other, so where there is one its rows would never be the trust's. */
function WithoutOwnList({ register, isUsed, listId, children }: WithoutOwnListProps): ReactElement {
  const { location } = useServices();
  useFreshRows([register.name]);
  const { asAtMs, fault } = usePlaceState(register.name);
  if (isUsed || asAtMs === undefined || fault?.kind === "notFound") return children;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{adoptWords.ownList(register.label)}</MessageBarBody>
      <MessageBarActions>
        <Button onClick={() => location.go(fragmentOf({ kind: "adopt", listId, isCopy: true }))}>{adoptWords.copyInto(register.label)}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
