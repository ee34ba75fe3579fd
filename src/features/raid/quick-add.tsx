import { Button } from "@fluentui/react-components";
import { useRef, useState, type ReactElement } from "react";
import { today } from "../../kernel";
import { raidWords } from "../../content";
import { addressOf, LeaveQuestion, NotSavedYet, pageFromFragment, PersonPicker, ReferencePicker, useLeaveGuard, useServices } from "../../parts";
import { columnOf, type Register } from "../../registers";
import { cardsBelowPx, ChoiceField, DateField, ErrorSummary, TextField, useIsNarrow } from "../../ui";
import { raidKinds } from "./raid-kinds";
import { headlineOf, useQuickAdd } from "./use-quick-add";
import { useQuickAddStyles } from "./quick-add.styles";

/** One line from thought to record: kind, sentence, owner and the two numbers or the date that the kind needs. */
export function QuickAdd({ projectRef }: { readonly projectRef: string | undefined }): ReactElement {
  const styles = useQuickAddStyles();
  const frameRef = useRef<HTMLDivElement>(null);
  const isNarrow = useIsNarrow(frameRef, cardsBelowPx);
  const [isAsked, setIsAsked] = useState(false);
  return (
    <div ref={frameRef} className={styles.form}>
      {isNarrow && !isAsked ? (
        // On a phone the line would be a page: it comes when it is asked for.
        <Button onClick={() => setIsAsked(true)}>{raidWords.quickAdd}</Button>
      ) : (
        <QuickAddLine projectRef={projectRef} />
      )}
    </div>
  );
}

/** The line stays while records open and close beside the list. */
function isStillRaid(_from: string, to: string): boolean {
  const { kind } = pageFromFragment(to);
  return kind === "raid" || kind === "start";
}

function QuickAddLine({ projectRef }: { readonly projectRef: string | undefined }): ReactElement {
  const styles = useQuickAddStyles();
  const { clock } = useServices();
  const { kind, chooseKind, drafts, write, writePerson, problems, fieldId, project, isAdding, refused, isStuck, add } = useQuickAdd(projectRef);
  const { register, ownerColumn } = kind;
  const label = (name: string): string => columnOf(register, name)?.label ?? name;
  const guard = useLeaveGuard({ isUnsaved: (drafts[headlineOf(register)] ?? "") !== "" && (!isAdding || isStuck), stays: isStillRaid });
  return (
    <form aria-label={raidWords.quickAdd} autoComplete="off" onSubmit={add}>
      <LeaveQuestion guard={guard} />
      <ErrorSummary problems={problems} />
      {(refused !== undefined || isStuck) && <NotSavedYet refused={isStuck ? undefined : refused} place="line" />}
      <div className={styles.line}>
        <div className={styles.narrow}>
          <ChoiceField
            id={fieldId("kind")}
            label={raidWords.quickKind}
            value={register.name}
            onChange={chooseKind}
            isNeeded
            choices={raidKinds.map(({ register: { name, one } }) => ({ value: name, label: one.charAt(0).toUpperCase() + one.slice(1) }))}
          />
        </div>
        <div className={styles.wide}>
          <TextField
            id={fieldId(headlineOf(register))}
            label={raidWords.quickTitle[register.name] ?? raidWords.what}
            value={drafts[headlineOf(register)] ?? ""}
            onChange={write(headlineOf(register))}
          />
        </div>
        <div className={styles.medium}>
          <PersonPicker
            id={fieldId(ownerColumn)}
            label={label(ownerColumn)}
            name={drafts[ownerColumn] ?? ""}
            address={drafts[addressOf(ownerColumn)] ?? ""}
            projectRef={project}
            onChange={writePerson}
          />
        </div>
        {["CurrentLikelihood", "CurrentConsequence"]
          .filter((name) => columnOf(register, name) !== undefined)
          .map((name) => (
            <div key={name} className={styles.narrow}>
              <ChoiceField id={fieldId(name)} label={label(name)} value={drafts[name] ?? ""} onChange={write(name)} choices={scale(register, name)} />
            </div>
          ))}
        {columnOf(register, kind.dueColumn)?.needed === "create" && (
          <div className={styles.medium}>
            <DateField
              id={fieldId(kind.dueColumn)}
              label={label(kind.dueColumn)}
              value={drafts[kind.dueColumn] ?? ""}
              onChange={write(kind.dueColumn)}
              today={today(clock)}
              hint=""
            />
          </div>
        )}
        {projectRef === undefined && (
          <div className={styles.medium}>
            <ReferencePicker
              id={fieldId("ProjectRef")}
              label={raidWords.project}
              register="Projects"
              by="Ref"
              value={drafts["ProjectRef"] ?? ""}
              onChange={write("ProjectRef")}
            />
          </div>
        )}
        <Button type="submit" appearance="primary" className={styles.add}>
          {isAdding ? raidWords.adding : raidWords.add}
        </Button>
      </div>
    </form>
  );
}

function scale(register: Register, name: string): readonly { readonly value: string; readonly label: string }[] {
  const column = columnOf(register, name);
  if (column?.type !== "wholeNumber") return [];
  return (column.named ?? []).map((word, index) => ({ value: String(index + (column.from ?? 0)), label: `${String(index + (column.from ?? 0))} ${word}` }));
}
