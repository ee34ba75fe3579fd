import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import { savingWords } from "../../content";
import { applyChanges, fillableColumns, registerNamed, showValue, valueAt, type Edit } from "../../registers";
import type { EditOutcome } from "../../store";
import { useNotify } from "../../ui";
import { useServices } from "../services";
import { useStoreStatus } from "../use-records";
import { useHeldEditsBarStyles } from "./held-edits-bar.styles";
import { whyNotKept, type NotKept } from "./not-kept";
import { recordName } from "./record-name";

export interface HeldEditsBarProps {
  /** At least one, oldest first. */
  readonly held: readonly NotKept[];
  readonly onHeld: (next: (held: readonly NotKept[]) => readonly NotKept[]) => void;
}

/** What was typed and is kept nowhere, each with its words, until it is saved or dropped. */
export function HeldEditsBar({ held, onHeld }: HeldEditsBarProps): ReactElement {
  const styles = useHeldEditsBarStyles();
  const { isTrying, tryAgain } = useTryAgain({ held, onHeld });
  const status = useStoreStatus();
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle>{savingWords.heldTitle(held.length)}</MessageBarTitle>
        {whyNotKept(held.at(-1)?.fault, status)} {savingWords.heldToDo}
        <ul className={styles.list} aria-label={savingWords.heldList}>
          {held.map((one) => (
            <li key={`${one.edit.register} ${one.edit.id} ${Object.keys(one.edit.changes).join(" ")}`} className={styles.item}>
              <span className={styles.what}>
                <span className={styles.name}>{nameOf(one.edit)}</span> {valuesOf(one.edit)}
              </span>
              <Button
                size="small"
                appearance="subtle"
                aria-label={savingWords.drop(nameOf(one.edit))}
                disabledFocusable={isTrying}
                onClick={() => onHeld((before) => before.filter((other) => other !== one))}
              >
                {savingWords.dropShort}
              </Button>
            </li>
          ))}
        </ul>
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" disabledFocusable={isTrying} onClick={() => void tryAgain()}>
          {isTrying ? savingWords.trying : savingWords.tryAgain}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

function useTryAgain({ held, onHeld }: HeldEditsBarProps): { readonly isTrying: boolean; readonly tryAgain: () => Promise<void> } {
  const { store } = useServices();
  const notify = useNotify();
  const [isTrying, setIsTrying] = useState(false);
  const tryAgain = async (): Promise<void> => {
    setIsTrying(true);
    const tried = new Set(held);
    const { outcomes } = await store.change(
      held.map(({ edit }) => edit),
      savingWords.again(held.length),
    );
    const still = outcomes.filter((outcome) => outcome.kind === "notKept");
    onHeld((before) => [...still, ...before.filter((one) => !tried.has(one))]);
    setIsTrying(false);
    for (const { kind, says } of told) {
      const count = outcomes.filter((outcome) => outcome.kind === kind).length;
      if (count > 0) notify({ kind: kind === "needsDecision" ? "warning" : "success", text: says(count) });
    }
  };
  return { isTrying, tryAgain };
}

const told: readonly { readonly kind: EditOutcome["kind"]; readonly says: (changes: number) => string }[] = [
  { kind: "saved", says: savingWords.nowSaved },
  { kind: "onDevice", says: savingWords.nowOnDevice },
  { kind: "needsDecision", says: savingWords.nowNeedDecision },
];

function nameOf(edit: Edit): string {
  const register = registerNamed(edit.register);
  const values = applyChanges(edit.seen.values, edit.changes);
  return register === undefined ? edit.register : recordName(register, values);
}

const mostShown = 4;

/** "Title: Order spares, Due: 1 December 2026 and 2 more fields". */
function valuesOf(edit: Edit): string {
  const register = registerNamed(edit.register);
  if (register === undefined) return "";
  if (edit.changes["Archived"] === true) return savingWords.archived;
  const values = applyChanges({}, edit.changes);
  const typed = fillableColumns(register).flatMap(([name, column]) =>
    Object.hasOwn(edit.changes, name) ? [savingWords.setTo(column.label, showValue(column, valueAt(values, name)))] : [],
  );
  const more = typed.length > mostShown ? ` ${savingWords.heldMore(typed.length - mostShown)}` : "";
  return `${typed.slice(0, mostShown).join(", ")}${more}`;
}
