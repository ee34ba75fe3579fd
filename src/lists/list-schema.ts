import { collectPages, graphPath, parseColumn, readPage, scopesFor, type BatchRequest, type Column, type Graph, type GraphAnswer } from "../graph";
import { fail, succeed, type Result } from "../kernel";
import { sharePointColumns } from "./column-definition";
import type { FoundList, ListSchema } from "./found-list";

const read = { scopes: scopesFor("readRegisters"), query: { select: ["id", "name", "displayName", "hidden", "choice", "text", "indexed"] } };

/** The columns of these lists: one by a plain request, several twenty a request. */
export async function readColumns(graph: Graph, found: readonly FoundList[]): Promise<readonly Result<ListSchema>[]> {
  const [only] = found;
  if (only === undefined) return [];
  if (found.length === 1) return [await readPages(graph, only)];
  const answers = await graph.batch(found.map(columnsRequest), { scopes: read.scopes });
  return Promise.all(found.map((each, index) => schemaOf(graph, each, answers[index] ?? fail({ kind: "cancelled" }))));
}

/** For a caller with a batch of its own; `schemaOf` reads the answer. */
export function columnsRequest(found: FoundList): BatchRequest {
  return { method: "GET", address: addressOf(found), ...(found.adoption === undefined ? { query: read.query } : {}) };
}

export async function schemaOf(graph: Graph, found: FoundList, answer: Result<GraphAnswer>): Promise<Result<ListSchema>> {
  if (!answer.ok) return answer;
  const page = readPage(answer.value.body);
  if (!page.ok) return page;
  return page.value.nextLink === undefined ? schemaFrom(graph, found, page.value.items) : readPages(graph, found);
}

async function readPages(graph: Graph, found: FoundList): Promise<Result<ListSchema>> {
  const columns = await collectPages(graph.pages(addressOf(found), found.adoption === undefined ? read : { scopes: read.scopes }));
  return columns.ok ? schemaFrom(graph, found, columns.value) : columns;
}

function addressOf({ site, list }: FoundList): ReturnType<typeof graphPath> {
  return graphPath`/sites/${site}/lists/${list.id}/columns`;
}

export function isSameSchema(one: ListSchema, other: ListSchema): boolean {
  const written = (schema: ListSchema): string => JSON.stringify([schema.listId, schema.webUrl, schema.missing, [...schema.displayNames], [...schema.choices]]);
  return one.adopted === other.adopted && written(one) === written(other);
}

async function schemaFrom(graph: Graph, found: FoundList, items: readonly unknown[]): Promise<Result<ListSchema>> {
  const columns = items.map(parseColumn).filter((column) => column !== undefined);
  const { adoption } = found;
  if (adoption === undefined) return succeed(ownSchema(found, columns));
  const code = await import("./adopted-schema").catch(() => undefined);
  return code === undefined ? fail({ kind: "offline" }) : succeed(await code.openAdopted(graph, { ...found, adoption }, columns));
}

function ownSchema({ register, list }: FoundList, columns: readonly Column[]): ListSchema {
  const names = new Set(columns.map((column) => column.name));
  return {
    listId: list.id,
    webUrl: list.webUrl,
    missing: sharePointColumns(register)
      .map((column) => column.name)
      .filter((name) => !names.has(name)),
    displayNames: new Map(columns.map((column) => [column.name, column.displayName])),
    choices: new Map(columns.filter((column) => column.choices.length > 0).map((column) => [column.name, column.choices])),
  };
}
