import { collectPages, graphPath, parseColumn, readPage, scopesFor, type BatchRequest, type Graph, type GraphAnswer, type List } from "../graph";
import { fail, succeed, type Result } from "../kernel";
import type { ListAsKept, Register } from "../registers";
import { sharePointColumns } from "./column-definition";

/** A list of ours as it stands in a site now: a list owner may have changed it since we made it. */
export interface ListSchema extends ListAsKept {
  readonly listId: string;
  readonly webUrl: string;
}

/** A list of ours that stands in a site. */
export interface FoundList {
  readonly site: string;
  readonly register: Register;
  readonly list: List;
}

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
  return { method: "GET", address: addressOf(found), query: read.query };
}

export async function schemaOf(graph: Graph, found: FoundList, answer: Result<GraphAnswer>): Promise<Result<ListSchema>> {
  if (!answer.ok) return answer;
  const page = readPage(answer.value.body);
  if (!page.ok) return page;
  return page.value.nextLink === undefined ? succeed(schemaFrom(found, page.value.items)) : readPages(graph, found);
}

async function readPages(graph: Graph, found: FoundList): Promise<Result<ListSchema>> {
  const columns = await collectPages(graph.pages(addressOf(found), read));
  return columns.ok ? succeed(schemaFrom(found, columns.value)) : columns;
}

function addressOf({ site, list }: FoundList): ReturnType<typeof graphPath> {
  return graphPath`/sites/${site}/lists/${list.id}/columns`;
}

export function isSameSchema(one: ListSchema, other: ListSchema): boolean {
  const written = (schema: ListSchema): string => JSON.stringify([schema.listId, schema.webUrl, schema.missing, [...schema.displayNames], [...schema.choices]]);
  return written(one) === written(other);
}

function schemaFrom({ register, list }: FoundList, items: readonly unknown[]): ListSchema {
  const columns = items.map(parseColumn).filter((column) => column !== undefined);
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
