import type { ReactElement } from "react";
import { conflictWords, recordWords } from "../../content";
import { applyChanges, fillableColumns, registerNamed, valueAt, type Edit } from "../../registers";
import type { Decision } from "../../store";
import { useConflictPanelStyles } from "./conflict-panel.styles";

/** What was made together with a change that waits, each by register, record and columns, and what becomes of it. */
export function WaitingWithIt({ decision: { waitingWithIt = [] } }: { readonly decision: Decision }): ReactElement | null {
  const styles = useConflictPanelStyles();
  const count = waitingWithIt.length;
  if (count === 0) return null;
  return (
    <div className={styles.field}>
      <details>
        <summary className={styles.summary}>{conflictWords.waitWithIt(count)}</summary>
        <ul className={styles.waiting}>
          {waitingWithIt.map((edit, index) => (
            <li key={index} className={styles.value}>
              {waitingEdit(edit)}
            </li>
          ))}
        </ul>
      </details>
      <p className={styles.goesWithIt}>{conflictWords.goWithIt(count)}</p>
    </div>
  );
}

/** "Milestone M-0003, Go-live: Forecast, Status" or "New action, Train porters: Title, Due". */
function waitingEdit({ register: name, kind, seen, changes }: Edit): string {
  const register = registerNamed(name);
  if (register === undefined) return name;
  const values = applyChanges(seen.values, changes);
  const one = register.one.charAt(0).toUpperCase() + register.one.slice(1);
  const ref = valueAt(values, "Ref");
  const record = [kind === "create" ? recordWords.newRecord(register.one) : ref === undefined ? one : `${one} ${String(ref)}`, valueAt(values, "Title")];
  const labels = fillableColumns(register).flatMap(([column, { label }]) => (Object.hasOwn(changes, column) ? [label] : []));
  return [record.filter((part) => part !== undefined).join(", "), labels.join(", ")].filter((part) => part !== "").join(": ");
}
