import { importWords } from "../../content";
import type { LeftOut } from "./source-table";

export interface LeftOutGroup {
  readonly reason: LeftOut["reason"];
  /** "2 totals" */
  readonly says: string;
  readonly rows: readonly LeftOut[];
}

/** Rows left out by why, in the order in which the reasons occur. */
export function leftOutGroups(leftOut: readonly LeftOut[]): readonly LeftOutGroup[] {
  const groups = new Map<LeftOut["reason"], LeftOut[]>();
  for (const row of leftOut) {
    const group = groups.get(row.reason);
    if (group === undefined) groups.set(row.reason, [row]);
    else group.push(row);
  }
  return [...groups].map(([reason, rows]) => ({ reason, says: importWords.leftOutReasons[reason](rows.length), rows }));
}

/** "2 totals: rows 9 and 15" */
export function leftOutSentence({ says, rows }: LeftOutGroup): string {
  return importWords.leftOutWhich(says, importWords.whichRows(rowNumbers(rows.map(({ position }) => position))));
}

const mostRanges = 12;

/** "9, 12–14 and 20"; the first of very many. */
export function rowNumbers(positions: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const position of positions) {
    const last = ranges.at(-1);
    if (last?.[1] === position - 1) last[1] = position;
    else ranges.push([position, position]);
  }
  const told = ranges.slice(0, mostRanges).map(([first, last]) => (first === last ? String(first) : `${String(first)}–${String(last)}`));
  if (ranges.length > mostRanges) return `${told.join(", ")} …`;
  return told.length < 2 ? told.join("") : `${told.slice(0, -1).join(", ")} and ${told.at(-1) ?? ""}`;
}
