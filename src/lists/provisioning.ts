import { graphPath, scopesFor, type Graph, type List } from "../graph";
import { fail, isAmbiguous, succeed, textAt, type Progress, type Result } from "../kernel";
import type { Register } from "../registers";
import { addColumns, missingColumns, postColumns, type AddedColumns, type MissingColumns } from "./add-columns";
import { listUrlName, sharePointColumns } from "./column-definition";
import type { SiteLists } from "./site-lists";

export interface MissingList {
  readonly register: string;
  readonly columns: number;
}

/** What a site lacks of our registers: whole lists, and columns of lists that are there. */
export interface MissingParts {
  readonly lists: readonly MissingList[];
  readonly columns: readonly MissingColumns[];
}

export interface ProvisionedList {
  readonly register: string;
  readonly outcome: Result<"created" | "alreadyThere">;
}

export interface Provisioning {
  missing(site: string): Promise<Result<MissingParts>>;
  /** Adds these columns, as far as their lists still lack them, and touches nothing else of the lists. */
  addColumns(site: string, wanted: readonly MissingColumns[], progress: Progress): Promise<readonly AddedColumns[]>;
  create(site: string, registers: readonly string[], progress: Progress): Promise<readonly ProvisionedList[]>;
}

const setUp = { scopes: scopesFor("setUpRegisters") };
const mostAtOnce = 4; // creating a list is dear for SharePoint; four keep a set-up of 40 lists under a minute or two

/** Makes the lists of registers, a set at a time: one request a list. What is there already is left alone, so a stopped set-up goes on. */
export function createProvisioning(ports: {
  readonly graph: Graph;
  readonly lists: SiteLists;
  readonly loadRegisters: () => Promise<readonly Register[]>;
}): Provisioning {
  const { graph, lists, loadRegisters } = ports;

  async function missing(site: string): Promise<Result<MissingParts>> {
    lists.forget(site);
    const there = await lists.all(site);
    if (!there.ok) return there;
    const names = new Set(there.value.map((list) => list.name));
    const registers = await loadRegisters();
    const isThere = (register: Register): boolean => names.has(listUrlName(register));
    const columns = await missingColumns(lists, site, registers.filter(isThere));
    if (!columns.ok) return columns;
    const absent = registers.filter((register) => !isThere(register));
    return succeed({ lists: absent.map((register) => ({ register: register.name, columns: sharePointColumns(register).length })), columns: columns.value });
  }

  async function createOne(site: string, register: Register): Promise<Result<"created" | "alreadyThere">> {
    const there = await lists.all(site);
    if (!there.ok) return there;
    const known = there.value.find((list) => list.name === listUrlName(register));
    if (known !== undefined) return finish(site, register, known);
    const created = await graph.post(graphPath`/sites/${site}/lists`, listBody(register, "withColumns"), setUp);
    if (created.ok) return nameForPeople(site, register, textAt(created.value.body, "id"));
    if (!isAmbiguous(created.fault) && created.fault.kind !== "invalid" && created.fault.kind !== "conflict") return created;
    // The answer may have been lost, or somebody else been quicker: look before anything is made again.
    lists.forget(site);
    const now = await lists.all(site);
    if (!now.ok) return now;
    const made = now.value.find((list) => list.name === listUrlName(register));
    if (made !== undefined) return finish(site, register, made);
    // Some sites refuse columns in the first call with a general exception (docs-contrib#711): the list first, then its columns.
    const bare = await graph.post(graphPath`/sites/${site}/lists`, listBody(register, "bare"), setUp);
    const id = bare.ok ? textAt(bare.value.body, "id") : undefined;
    if (id === undefined) return bare.ok ? fail({ kind: "unreadable", where: "SharePoint", says: "a list without an id" }) : bare;
    const completed = await completeColumns(site, register, id);
    return completed.ok ? nameForPeople(site, register, id) : completed;
  }

  /** What an interrupted set-up left undone: columns, and the name that people see. */
  async function finish(site: string, register: Register, list: List): Promise<Result<"created" | "alreadyThere">> {
    const completed = await completeColumns(site, register, list.id);
    return completed.ok && list.displayName === listUrlName(register) ? nameForPeople(site, register, list.id) : completed;
  }

  /** The address keeps the plain name it was made under; people see the register's own words. */
  async function nameForPeople(site: string, register: Register, id: string | undefined): Promise<Result<"created">> {
    if (id === undefined) return fail({ kind: "unreadable", where: "SharePoint", says: "a list without an id" });
    const named = await graph.patch(graphPath`/sites/${site}/lists/${id}`, { displayName: register.label, description: register.purpose }, setUp);
    // A title may be taken by a list of the trust's own; ours is found by its address, so the plain name may stay.
    return named.ok || named.fault.kind === "invalid" || named.fault.kind === "conflict" ? succeed("created") : named;
  }

  async function completeColumns(site: string, register: Register, id: string): Promise<Result<"alreadyThere">> {
    const schema = await lists.schema({ site, register: register.name });
    const missingNames = schema.ok ? new Set(schema.value.missing) : undefined;
    const added = await postColumns(
      graph,
      graphPath`/sites/${site}/lists/${id}/columns`,
      sharePointColumns(register).filter((column) => missingNames?.has(column.name) ?? true),
    );
    return added.ok ? succeed("alreadyThere") : added;
  }

  async function create(site: string, names: readonly string[], progress: Progress): Promise<readonly ProvisionedList[]> {
    const wanted = (await loadRegisters()).filter((register) => names.includes(register.name));
    const done: ProvisionedList[] = [];
    const queue = [...wanted];
    const work = async (): Promise<void> => {
      for (let register = queue.shift(); register !== undefined; register = queue.shift()) {
        const outcome = progress.signal.aborted ? fail({ kind: "cancelled" } as const) : await createOne(site, register);
        done.push({ register: register.name, outcome });
        progress.report(done.length, wanted.length);
      }
    };
    await Promise.all(Array.from({ length: mostAtOnce }, work));
    lists.forget(site);
    return wanted.flatMap((register) => done.filter((entry) => entry.register === register.name));
  }

  return {
    missing,
    create,
    addColumns: async (site, wanted, progress) => addColumns({ graph, lists, registers: await loadRegisters() }, { site, wanted, progress }),
  };
}

function listBody(register: Register, how: "withColumns" | "bare"): Readonly<Record<string, unknown>> {
  return {
    displayName: listUrlName(register),
    ...(how === "withColumns" ? { columns: sharePointColumns(register) } : {}),
    list: { template: "genericList" },
  };
}
