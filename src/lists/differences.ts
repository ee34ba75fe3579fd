import type { Column } from "../graph";
import type { HeldAs, ListDifference, Register } from "../registers";
import { heldAsMade, sharePointColumns, type SharePointColumn } from "./column-definition";
import { heldAsOf } from "./list-look";

/** How a list stands beside its register, in the register's order. Columns that only the list has are its owner's and no difference. */
export function differences(register: Register, columns: readonly Column[]): readonly ListDifference[] {
  const there = new Map(columns.map((column) => [column.name, column]));
  return sharePointColumns(register).flatMap((asked) => differencesOf(asked, there.get(asked.name)));
}

function differencesOf(asked: SharePointColumn, column: Column | undefined): readonly ListDifference[] {
  const about = { column: asked.name, label: asked.displayName };
  if (column === undefined) return [{ ...about, kind: "lost" }];
  // SharePoint sometimes ignores the display name at creation and shows the internal one (msgraph-beta-sdk-dotnet#432): nobody renamed that.
  const isRenamed = column.displayName !== asked.displayName && column.displayName !== asked.name;
  const [made, now] = [heldAsMade(asked), heldAsOf(column)];
  const isRetyped = made !== now;
  const removed = isRetyped ? [] : (asked.choice?.choices.filter((choice) => !column.choices.includes(choice)) ?? []);
  return [
    ...(isRenamed ? [{ ...about, kind: "renamed", now: column.displayName } as const] : []),
    ...(isRetyped ? [{ ...about, kind: "retyped", made, now, isStillRead: travelsAs(made) === travelsAs(now) } as const] : []),
    ...(removed.length > 0 ? [{ ...about, kind: "choicesRemoved", choices: removed } as const] : []),
    ...(asked.enforceUniqueValues === true && !column.isUnique && !isRetyped ? [{ ...about, kind: "uniqueLost" } as const] : []),
  ];
}

/** What a value of the column is in an item's fields (graph.md 5.3); two columns that share it are read alike. */
function travelsAs(held: HeldAs): string {
  if (held === "text" || held === "lines" || held === "choice") return "text";
  if (held === "number" || held === "currency") return "number";
  return held === "date" || held === "dateTime" ? "moment" : held;
}
