import type { Graph, List } from "../graph";
import { fail, succeed, type Result } from "../kernel";
import type { ListDifference, Register } from "../registers";
import { isTheirs } from "./adoption-service";
import { readAdoptions } from "./adoptions";
import { listUrlName, sharePointColumns } from "./column-definition";
import { differences } from "./differences";
import type { SiteLists } from "./site-lists";
import { standingColumns } from "./standing-columns";

/** A register without a finished list of its own in the site. */
export interface AbsentList {
  readonly register: string;
  /** How many columns are to be made. */
  readonly columns: number;
  /** An interrupted set-up made the list and not all of it. */
  readonly isStarted: boolean;
}

export interface StandingList {
  readonly register: string;
  readonly differences: readonly ListDifference[];
}

/** A site as set-up finds it. A register that uses a list of the trust's own is neither absent nor standing. */
export interface SiteLook {
  readonly absent: readonly AbsentList[];
  readonly standing: readonly StandingList[];
  /** Lists of the trust's own that could be used as registers. */
  readonly otherLists: number;
}

interface LookPorts {
  readonly graph: Graph;
  readonly lists: SiteLists;
  readonly registers: readonly Register[];
}

/** Asked of SharePoint anew: one request for the lists, one for each twenty of ours, one for Settings where they are. */
export async function lookAtSite({ graph, lists, registers }: LookPorts, site: string): Promise<Result<SiteLook>> {
  lists.forget(site);
  const all = await lists.all(site);
  if (!all.ok) return all;
  const adoptions = await readAdoptions(graph, site, all.value);
  // Whoever may not read Settings is told of lists all the same.
  if (!adoptions.ok && adoptions.fault.kind !== "forbidden") return adoptions;
  const adopted = adoptions.ok ? adoptions.value : new Map<string, unknown>();
  const own = registers
    .filter(({ name }) => !adopted.has(name))
    .map((register) => ({ register, list: all.value.find(({ name }) => name === listUrlName(register)) }));
  const found = own.flatMap(({ register, list }) => (list === undefined ? [] : [{ register, list }]));
  const columns = await standingColumns(
    graph,
    site,
    found.map(({ list }) => list),
  );
  const standing: StandingList[] = [];
  const absent: AbsentList[] = own.flatMap(({ register, list }) => (list === undefined ? [absentList(register, undefined)] : []));
  for (const [index, { register, list }] of found.entries()) {
    const answer = columns[index] ?? fail({ kind: "cancelled" });
    // A list that this person may not read stands; what its owner changed is not theirs to put right.
    if (!answer.ok && answer.fault.kind !== "forbidden" && answer.fault.kind !== "notFound") return answer;
    const differs = answer.ok ? differences(register, answer.value) : [];
    if (isUnfinished(register, { list, all: all.value })) absent.push(absentList(register, differs));
    else standing.push({ register: register.name, differences: differs });
  }
  const ours = new Set(registers.map(listUrlName));
  return succeed({
    absent: registers.flatMap(({ name }) => absent.filter(({ register }) => register === name)),
    standing,
    otherLists: all.value.filter((list) => isTheirs(list, ours)).length,
  });
}

function absentList(register: Register, differs: readonly ListDifference[] | undefined): AbsentList {
  const columns = differs === undefined ? sharePointColumns(register).length : differs.filter(({ kind }) => kind === "lost").length;
  return { register: register.name, columns, isStarted: differs !== undefined };
}

/** A list gets the name that people see last. It keeps the plain one where a list of the trust's own has taken that, and then nothing is left to do. */
function isUnfinished(register: Register, { list, all }: { readonly list: List; readonly all: readonly List[] }): boolean {
  return list.displayName === listUrlName(register) && !all.some(({ displayName }) => displayName.toLowerCase() === register.label.toLowerCase());
}
