import { scopesFor, type Graph, type GraphPath } from "../graph";
import { fail, succeed, type Result } from "../kernel";
import type { SharePointColumn } from "./column-definition";

const setUp = { scopes: scopesFor("setUpRegisters") };

/** Somebody may be quicker: a column that is there is left as it is. */
export async function addColumn(graph: Graph, address: GraphPath, column: SharePointColumn): Promise<Result<"added" | "alreadyThere">> {
  const { indexed, ...bare } = column;
  let added = await graph.post(address, column, setUp);
  // A long list may take no new index (graph.md 4.3); the column is worth more than its index.
  if (!added.ok && added.fault.kind === "invalid" && indexed === true && column.enforceUniqueValues === undefined) {
    added = await graph.post(address, bare, setUp);
  }
  if (added.ok) return succeed("added");
  return added.fault.kind === "conflict" ? succeed("alreadyThere") : added;
}

export interface Adding {
  readonly address: GraphPath;
  readonly columns: readonly SharePointColumn[];
  readonly signal: AbortSignal;
}

/** One after another: SharePoint refuses two changes of one list at a time. Stopped, it leaves the rest to the next set-up. @returns how many were made. */
export async function addColumns(graph: Graph, { address, columns, signal }: Adding): Promise<Result<number>> {
  let count = 0;
  for (const column of columns) {
    const added = signal.aborted ? fail({ kind: "cancelled" } as const) : await addColumn(graph, address, column);
    if (!added.ok) return added;
    if (added.value === "added") count += 1;
  }
  return succeed(count);
}
