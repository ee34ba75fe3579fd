import { Checkbox, Text } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { importWords } from "../../content";
import { useImportPageStyles } from "./import-page.styles";
import { leftOutGroups, leftOutSentence, type LeftOutGroup } from "./left-out";
import { takeable, type LeftOut } from "./source-table";

const rowsShown = 10;

export interface LeftOutRowsProps {
  readonly leftOut: readonly LeftOut[];
  /** Absent where nothing can be changed any more. */
  readonly choice?: { readonly taken: ReadonlySet<LeftOut["reason"]>; readonly onToggle: (reason: LeftOut["reason"]) => void };
}

/** Rows of the file that are no records: how many of each kind, which, what they say, and the way to take them in. */
export function LeftOutRows({ leftOut, choice }: LeftOutRowsProps): ReactElement | null {
  const styles = useImportPageStyles();
  const groups = new Map(leftOutGroups(leftOut).map((group) => [group.reason, group]));
  const taken = choice?.taken ?? noReasons;
  // One order whatever is taken in, so that a checkbox stays where it was pressed.
  const reasons = allReasons.filter((reason) => groups.has(reason) || taken.has(reason));
  if (reasons.length === 0) return null;
  return (
    <section className={styles.leftOut}>
      <h3 className={styles.subtitle}>{importWords.leftOutTitle(leftOut.length)}</h3>
      {reasons.map((reason) => {
        const group = groups.get(reason);
        return (
          <div key={reason} className={styles.leftOutGroup}>
            {group !== undefined && (
              <details>
                <summary className={styles.wordsSummary}>{leftOutSentence(group)}</summary>
                <RowList group={group} />
              </details>
            )}
            {choice !== undefined && takeable.has(reason) && (
              <Checkbox label={importWords.takeIn[reason] ?? ""} checked={taken.has(reason)} onChange={() => choice.onToggle(reason)} />
            )}
          </div>
        );
      })}
    </section>
  );
}

const noReasons: ReadonlySet<LeftOut["reason"]> = new Set();
const allReasons: readonly LeftOut["reason"][] = ["total", "band", "note", "repeatedHeadings", "continued", "hidden", "anotherTable", "nothing"];

function RowList({ group: { rows } }: { readonly group: LeftOutGroup }): ReactElement {
  const styles = useImportPageStyles();
  return (
    <ul className={styles.list}>
      {rows.slice(0, rowsShown).map(({ position, words }) => (
        <li key={position}>
          <Text>{importWords.leftOutRow(position, words)}</Text>
        </li>
      ))}
      {rows.length > rowsShown && <li>{importWords.leftOutMore(rows.length - rowsShown)}</li>}
    </ul>
  );
}
