import { adoptWords } from "../../content";
import { columnOf, type Register } from "../../registers";

/** What does not work while their list has no column for one of ours; undefined where nothing leans on it. */
export function worksOnlyWith(register: Register, name: string): string | undefined {
  const kind = leaningOn(register, name);
  return kind === undefined ? undefined : adoptWords.without[kind];
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
