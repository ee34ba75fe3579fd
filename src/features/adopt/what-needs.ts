import { adoptWords } from "../../content";
import { adoptedRef, columnOf, type Register } from "../../registers";

/** What does not work while their list has no column for one of ours; undefined where nothing leans on it. */
export function worksOnlyWith(register: Register, name: string): string | undefined {
  const kind = leaningOn(register, name);
  return kind === undefined ? undefined : adoptWords.without[kind];
}

/** A row of theirs, to show what it would be called. */
const someRow = "12";

/** What rows are called that have no number of ours, and what that means for other records. */
export function whatRowsAreCalled(register: Register, listId: string): string {
  const ref = adoptedRef(register, listId, someRow);
  return ref === undefined ? adoptWords.uncalled(register.many) : adoptWords.called(register.many, ref);
}

function leaningOn(register: Register, name: string): keyof typeof adoptWords.without | undefined {
  const column = columnOf(register, name);
  if (column === undefined) return undefined;
  if (name === (register.titleFrom ?? "Title")) return "name";
  if (name === register.statusColumn) return "status";
  if (name === "ProjectRef") return "project";
  if (name === "Archived") return "archive";
  if (name === "NextReviewDate") return "review";
  if (column.type === "person" && column.indexed === true) return "owner";
  if (column.type === "wholeNumber" && column.named !== undefined && column.needed === "create") return "score";
  return column.type === "date" && column.level === "light" && column.notInFuture !== true && register.shows.includes(name) ? "due" : undefined;
}
