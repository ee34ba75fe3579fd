import { graphPath, scopesFor, type Graph, type GraphPath } from "../graph";
import { fail, succeed, type Progress, type Result } from "../kernel";
import type { Register } from "../registers";
import { sharePointColumns, type SharePointColumn } from "./column-definition";
import type { SiteLists } from "./site-lists";

/** Columns that a list of ours lost to its owner, in the register's order. A person is two of them. */
export interface MissingColumns {
  readonly register: string;
  readonly columns: readonly { readonly name: string; readonly label: string }[];
}

/** How many columns a list was given. */
export interface AddedColumns {
  readonly register: string;
  readonly outcome: Result<number>;
}

const setUp = { scopes: scopesFor("setUpRegisters") };

/** What the lists of these registers, which are there, have lost. A list that this person may not read is left out. */
export async function missingColumns(lists: SiteLists, site: string, registers: readonly Register[]): Promise<Result<readonly MissingColumns[]>> {
  const schemas = await lists.schemas(registers.map((register) => ({ site, register: register.name })));
  const found: MissingColumns[] = [];
  for (const [index, register] of registers.entries()) {
    const schema = schemas[index] ?? fail({ kind: "cancelled" });
    if (!schema.ok && schema.fault.kind !== "forbidden" && schema.fault.kind !== "notFound") return schema;
    const gone = new Set(schema.ok ? schema.value.missing : []);
    const columns = sharePointColumns(register).filter((column) => gone.has(column.name));
    if (columns.length > 0) found.push({ register: register.name, columns: columns.map(({ name, displayName }) => ({ name, label: displayName })) });
  }
  return succeed(found);
}

interface AddingPorts {
  readonly graph: Graph;
  readonly lists: SiteLists;
  readonly registers: readonly Register[];
}

interface Adding {
  readonly site: string;
  readonly wanted: readonly MissingColumns[];
  readonly progress: Progress;
}

/** Adds these columns and no others, as far as their lists still lack them, one list after another. */
export async function addColumns(ports: AddingPorts, { site, wanted, progress }: Adding): Promise<readonly AddedColumns[]> {
  const done: AddedColumns[] = [];
  for (const list of wanted) {
    const outcome: Result<number> = progress.signal.aborted ? fail({ kind: "cancelled" }) : await addTo(ports, site, list);
    done.push({ register: list.register, outcome });
    progress.report(done.length, wanted.length);
  }
  return done;
}

async function addTo({ graph, lists, registers }: AddingPorts, site: string, wanted: MissingColumns): Promise<Result<number>> {
  const register = registers.find(({ name }) => name === wanted.register);
  if (register === undefined) return fail({ kind: "notFound" });
  const place = { site, register: register.name };
  const schema = await lists.schemaNow(place);
  if (!schema.ok) return schema;
  const shown = new Set(wanted.columns.map(({ name }) => name));
  const gone = new Set(schema.value.missing);
  const columns = sharePointColumns(register).filter(({ name }) => shown.has(name) && gone.has(name));
  const added = await postColumns(graph, graphPath`/sites/${site}/lists/${schema.value.listId}/columns`, columns);
  await lists.schemaNow(place);
  return added;
}

/** One after another: SharePoint refuses two changes of one list at a time. @returns how many were made; one that is there is none. */
export async function postColumns(graph: Graph, address: GraphPath, columns: readonly SharePointColumn[]): Promise<Result<number>> {
  let count = 0;
  for (const column of columns) {
    const { indexed, ...bare } = column;
    let added = await graph.post(address, column, setUp);
    // A long list may take no new index (graph.md 4.3); the column is worth more than its index.
    if (!added.ok && added.fault.kind === "invalid" && indexed === true && column.enforceUniqueValues === undefined) {
      added = await graph.post(address, bare, setUp);
    }
    if (!added.ok && added.fault.kind !== "conflict") return added;
    if (added.ok) count += 1;
  }
  return succeed(count);
}
