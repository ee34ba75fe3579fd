import { collectPages, graphPath, parseColumn, readPage, scopesFor, type Column, type Graph, type GraphPath, type List } from "../graph";
import { fail, succeed, type Result } from "../kernel";

// `hidden` brings the hidden columns, too; with a selection every type must be named (columndefinition.md).
const properties = ["id", "name", "displayName", "hidden", "readOnly", "required", "indexed", "enforceUniqueValues"];
const types = ["text", "number", "currency", "dateTime", "choice", "personOrGroup", "lookup", "boolean", "calculated"];
const read = { scopes: scopesFor("readRegisters"), query: { select: [...properties, ...types] } };

/** Every column of these lists with its type, its choices and its index, twenty lists a request. */
export async function standingColumns(graph: Graph, site: string, lists: readonly List[]): Promise<readonly Result<readonly Column[]>[]> {
  const addressOf = ({ id }: List): GraphPath => graphPath`/sites/${site}/lists/${id}/columns`;
  const answers = await graph.batch(
    lists.map((list) => ({ method: "GET", address: addressOf(list), query: read.query })),
    { scopes: read.scopes },
  );
  return Promise.all(
    lists.map(async (list, index): Promise<Result<readonly Column[]>> => {
      const answer = answers[index] ?? fail({ kind: "cancelled" });
      if (!answer.ok) return answer;
      const first = readPage(answer.value.body);
      if (!first.ok) return first;
      const whole = first.value.nextLink === undefined ? succeed(first.value.items) : await collectPages(graph.pages(addressOf(list), read));
      return whole.ok ? succeed(whole.value.map(parseColumn).filter((column) => column !== undefined)) : whole;
    }),
  );
}
