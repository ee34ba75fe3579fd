import { graphPath, scopesFor, type Graph, type List } from "../graph";
import { fail, isAmbiguous, succeed, textAt, type Progress, type Result } from "../kernel";
import type { Register } from "../registers";
import { addColumns } from "./add-columns";
import { listUrlName, sharePointColumns, type SharePointColumn } from "./column-definition";
import { lookAtSite, type SiteLook } from "./look-at-site";
import { repairLists, type Repaired, type WantedRepair } from "./repair";
import type { SiteLists } from "./site-lists";

type Making = "created" | "completed" | "alreadyThere";

export interface ProvisionedList {
  readonly register: string;
  /** `completed`: the list stood, and got what an interrupted set-up had left undone. */
  readonly outcome: Result<Making>;
}

/** A list as SharePoint is asked to make it. */
export interface ListPlan {
  readonly register: string;
  /** The name it is made under, from which its address comes; it gets `label` afterwards. */
  readonly urlName: string;
  readonly label: string;
  readonly purpose: string;
  readonly columns: readonly SharePointColumn[];
}

export interface Provisioning {
  /** Which lists the site has and lacks, and how those it has differ from what was asked for. */
  look(site: string): Promise<Result<SiteLook>>;
  /** For somebody who makes the lists without the app. */
  plan(registers: readonly string[]): Promise<readonly ListPlan[]>;
  create(site: string, registers: readonly string[], progress: Progress): Promise<readonly ProvisionedList[]>;
  repair(site: string, wanted: readonly WantedRepair[], progress: Progress): Promise<readonly Repaired[]>;
}

const mostAtOnce = 4; // creating a list is dear for SharePoint; four keep a set-up of 40 lists under a minute or two

interface OneList {
  readonly site: string;
  readonly register: Register;
  readonly signal: AbortSignal;
}

type Made = Promise<Result<Making>>;

/** Makes the lists of registers, a set at a time: one request a list. What is there already is left alone, so a stopped set-up goes on. */
export function createProvisioning(ports: {
  readonly graph: Graph;
  readonly lists: SiteLists;
  readonly loadRegisters: () => Promise<readonly Register[]>;
}): Provisioning {
  const { graph, lists, loadRegisters } = ports;

  async function findList({ site, register }: OneList): Promise<Result<List | undefined>> {
    const all = await lists.all(site);
    return all.ok ? succeed(all.value.find((list) => list.name === listUrlName(register))) : all;
  }

  async function createOne(one: OneList): Made {
    const { site, register, signal } = one;
    const setUp = { scopes: scopesFor("setUpRegisters"), signal };
    const known = await findList(one);
    if (!known.ok) return known;
    if (known.value !== undefined) return finish(one, known.value);
    const created = await graph.post(graphPath`/sites/${site}/lists`, listBody(register, "withColumns"), setUp);
    if (created.ok) return nameForPeople(one, textAt(created.value.body, "id"), "created");
    if (signal.aborted || (!isAmbiguous(created.fault) && created.fault.kind !== "invalid" && created.fault.kind !== "conflict")) return created;
    // The answer may have been lost, or somebody else been quicker: look before anything is made again.
    lists.forget(site);
    const now = await findList(one);
    if (!now.ok) return now;
    if (now.value !== undefined) return finish(one, now.value);
    // Some sites refuse columns in the first call with a general exception (docs-contrib#711): the list first, then its columns.
    const bare = await graph.post(graphPath`/sites/${site}/lists`, listBody(register, "bare"), setUp);
    const id = bare.ok ? textAt(bare.value.body, "id") : undefined;
    if (id === undefined) return bare.ok ? withoutId : bare;
    const completed = await completeColumns(one, id);
    return completed.ok ? nameForPeople(one, id, "created") : completed;
  }

  /** What an interrupted set-up left undone: columns, and the name that people see. */
  async function finish(one: OneList, list: List): Made {
    const added = await completeColumns(one, list.id);
    if (!added.ok) return added;
    if (list.displayName === listUrlName(one.register)) return nameForPeople(one, list.id, "completed");
    return succeed(added.value > 0 ? "completed" : "alreadyThere");
  }

  /** The address keeps the plain name it was made under; people see the register's own words. */
  async function nameForPeople({ site, register, signal }: OneList, id: string | undefined, made: Making): Made {
    if (id === undefined) return withoutId;
    const words = { displayName: register.label, description: register.purpose };
    const named = await graph.patch(graphPath`/sites/${site}/lists/${id}`, words, { scopes: scopesFor("setUpRegisters"), signal });
    // A title may be taken by a list of the trust's own; ours is found by its address, so the plain name may stay.
    return named.ok || named.fault.kind === "invalid" || named.fault.kind === "conflict" ? succeed(made) : named;
  }

  async function completeColumns({ site, register, signal }: OneList, id: string): Promise<Result<number>> {
    const schema = await lists.schemaNow({ site, register: register.name });
    const gone = schema.ok ? new Set(schema.value.missing) : undefined;
    const columns = sharePointColumns(register).filter((column) => gone?.has(column.name) ?? true);
    return addColumns(graph, { address: graphPath`/sites/${site}/lists/${id}/columns`, columns, signal });
  }

  async function named(names: readonly string[]): Promise<readonly Register[]> {
    return (await loadRegisters()).filter((register) => names.includes(register.name));
  }

  async function create(site: string, names: readonly string[], progress: Progress): Promise<readonly ProvisionedList[]> {
    const { signal } = progress;
    const wanted = await named(names);
    const done: ProvisionedList[] = [];
    const queue = [...wanted];
    const work = async (): Promise<void> => {
      for (let register = queue.shift(); register !== undefined; register = queue.shift()) {
        const outcome = signal.aborted ? fail({ kind: "cancelled" } as const) : await createOne({ site, register, signal });
        done.push({ register: register.name, outcome });
        progress.report(done.length, wanted.length);
      }
    };
    await Promise.all(Array.from({ length: mostAtOnce }, work));
    lists.forget(site);
    return wanted.flatMap((register) => done.filter((entry) => entry.register === register.name));
  }

  return {
    create,
    look: async (site) => lookAtSite({ graph, lists, registers: await loadRegisters() }, site),
    plan: async (names) => (await named(names)).map(planOf),
    repair: async (site, wanted, progress) => repairLists({ graph, lists, registers: await loadRegisters() }, { site, wanted, progress }),
  };
}

const withoutId = fail({ kind: "unreadable", where: "SharePoint", says: "a list without an id" } as const);

function planOf(register: Register): ListPlan {
  return {
    register: register.name,
    urlName: listUrlName(register),
    label: register.label,
    purpose: register.purpose,
    columns: sharePointColumns(register),
  };
}

function listBody(register: Register, how: "withColumns" | "bare"): Readonly<Record<string, unknown>> {
  return {
    displayName: listUrlName(register),
    ...(how === "withColumns" ? { columns: sharePointColumns(register) } : {}),
    list: { template: "genericList" },
  };
}
