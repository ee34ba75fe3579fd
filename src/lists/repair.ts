import { graphPath, scopesFor, type Graph } from "../graph";
import { fail, succeed, type Progress, type Result } from "../kernel";
import type { ListDifference, Register, Repairable } from "../registers";
import { addColumn } from "./add-columns";
import { listUrlName, sharePointColumns } from "./column-definition";
import { differences } from "./differences";
import type { SiteLists } from "./site-lists";
import { standingColumns } from "./standing-columns";

/** One thing that a list is to be given back. */
export interface WantedRepair {
  readonly register: string;
  readonly difference: Repairable;
}

export interface Repaired extends WantedRepair {
  readonly outcome: Result<"done" | "alreadyThere">;
}

interface RepairPorts {
  readonly graph: Graph;
  readonly lists: SiteLists;
  readonly registers: readonly Register[];
}

interface Repairing {
  readonly site: string;
  readonly wanted: readonly WantedRepair[];
  readonly progress: Progress;
}

const setUp = { scopes: scopesFor("setUpRegisters") };

/**
 * Gives lists back what somebody saw and asked for, and nothing else.
 * 1. Every list is read again first: what its owner put right meanwhile is left alone.
 * 2. No column is renamed, retyped or deleted, and no choice of the owner's goes.
 * 3. One change after another; a stop leaves the rest undone.
 */
export async function repairLists(ports: RepairPorts, { site, wanted, progress }: Repairing): Promise<readonly Repaired[]> {
  const done: Repaired[] = [];
  for (const name of new Set(wanted.map(({ register }) => register))) {
    const ofList = wanted.filter(({ register }) => register === name);
    const open = progress.signal.aborted ? fail({ kind: "cancelled" } as const) : await openList(ports, site, name);
    for (const one of ofList) {
      const outcome = !open.ok
        ? open
        : progress.signal.aborted
          ? fail({ kind: "cancelled" } as const)
          : await repairOne(ports.graph, open.value, one.difference);
      done.push({ ...one, outcome });
      progress.report(done.length, wanted.length);
    }
    // What is known of the list is of before.
    if (open.ok) await ports.lists.schemaNow({ site, register: name });
  }
  return done;
}

interface OpenList {
  readonly register: Register;
  readonly site: string;
  readonly listId: string;
  readonly differs: readonly ListDifference[];
  /** By internal name. */
  readonly choices: ReadonlyMap<string, readonly string[]>;
}

async function openList({ graph, lists, registers }: RepairPorts, site: string, name: string): Promise<Result<OpenList>> {
  const register = registers.find((candidate) => candidate.name === name);
  const all = await lists.all(site);
  if (!all.ok) return all;
  const list = register === undefined ? undefined : all.value.find((candidate) => candidate.name === listUrlName(register));
  if (register === undefined || list === undefined) return fail({ kind: "notFound" });
  const [columns = fail({ kind: "cancelled" } as const)] = await standingColumns(graph, site, [list]);
  if (!columns.ok) return columns;
  return succeed({
    register,
    site,
    listId: list.id,
    differs: differences(register, columns.value),
    choices: new Map(columns.value.map((column) => [column.name, column.choices])),
  });
}

async function repairOne(graph: Graph, list: OpenList, wanted: Repairable): Promise<Result<"done" | "alreadyThere">> {
  const { column, kind } = wanted;
  const found = list.differs.find((difference) => difference.column === column && difference.kind === kind);
  const asked = sharePointColumns(list.register).find(({ name }) => name === column);
  if (found === undefined || asked === undefined) return succeed("alreadyThere");
  if (found.kind === "lost") {
    const added = await addColumn(graph, graphPath`/sites/${list.site}/lists/${list.listId}/columns`, asked);
    return added.ok ? succeed(added.value === "added" ? "done" : "alreadyThere") : added;
  }
  // A change of choices replaces them all (graph.md 4.3): theirs stay, in their order.
  const body =
    found.kind === "choicesRemoved"
      ? { choice: { choices: [...(list.choices.get(column) ?? []), ...found.choices] } }
      : { indexed: true, enforceUniqueValues: true };
  const changed = await graph.patch(graphPath`/sites/${list.site}/lists/${list.listId}/columns/${column}`, body, setUp);
  return changed.ok ? succeed("done") : changed;
}
