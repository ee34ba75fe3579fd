import { sameItems } from "../kernel";
import { valueAt, type Row } from "../registers";

const none: readonly never[] = [];

/** Rows of one register by the project they belong to. */
export interface Grouped {
  of(projectRef: string): readonly Row[];
  /** Those that name no project. */
  readonly withoutProject: readonly Row[];
}

/**
 * Groups rows by project again and again, and keeps what did not change: a project none of whose rows changed has the very array it had,
 * so that whoever worked something out from it can tell without looking inside.
 */
export function createGrouping(): (rows: readonly Row[]) => Grouped {
  let last: { readonly rows: readonly Row[]; readonly groups: Groups } = { rows: none, groups: new Map() };
  return (rows) => {
    if (rows !== last.rows) last = { rows, groups: keepEqual(grouped(rows), last.groups) };
    const { groups } = last;
    return { of: (projectRef) => groups.get(projectRef) ?? none, withoutProject: groups.get(undefined) ?? none };
  };
}

type Groups = ReadonlyMap<string | undefined, readonly Row[]>;

function grouped(rows: readonly Row[]): Groups {
  const groups = new Map<string | undefined, Row[]>();
  for (const row of rows) {
    const written = valueAt(row.values, "ProjectRef");
    const ref = typeof written === "string" && written !== "" ? written : undefined;
    const group = groups.get(ref);
    if (group === undefined) groups.set(ref, [row]);
    else group.push(row);
  }
  return groups;
}

function keepEqual(groups: Groups, before: Groups): Groups {
  return new Map(
    [...groups].map(([ref, rows]) => {
      const was = before.get(ref);
      return [ref, was !== undefined && sameItems(was, rows) ? was : rows];
    }),
  );
}
