import type { ReactElement } from "react";
import { conflictWords } from "../../content";
import { applyChanges, fillableColumns, showValue, valueAt, type Column, type Register } from "../../registers";
import type { Decision } from "../../store";
import { useConflictPanelStyles } from "./conflict-panel.styles";

export interface KeptValuesProps {
  readonly title: string;
  readonly register: Register;
  readonly decision: Decision;
  /** Fields that are shown elsewhere. */
  readonly without?: readonly string[];
}

/** What its author typed, so that it can be read and copied whatever becomes of the change. */
export function KeptValues({ title, register, decision, without = [] }: KeptValuesProps): ReactElement | null {
  const styles = useConflictPanelStyles();
  const typed = typedColumns(register, decision).filter(([name]) => !without.includes(name));
  if (typed.length === 0) return null;
  const values = applyChanges({}, decision.edit.changes);
  return (
    <section aria-label={title} className={styles.field}>
      <h3 className={styles.keptTitle}>{title}</h3>
      <dl className={styles.kept}>
        {typed.map(([name, column]) => (
          <div key={name}>
            <dt className={styles.term}>{column.label}</dt>
            <dd className={styles.value}>{valueAt(values, name) === undefined ? conflictWords.notSet : showValue(column, valueAt(values, name))}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The columns a change touches that a person can fill. */
export function typedColumns(register: Register, { edit }: Decision): readonly (readonly [string, Column])[] {
  return fillableColumns(register).filter(([name]) => Object.hasOwn(edit.changes, name));
}
