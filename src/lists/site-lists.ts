import { collectPages, graphPath, parseColumn, parseList, readPage, scopesFor, type Column, type Graph, type List } from "../graph";
import { fail, succeed, type Result } from "../kernel";
import type { Register } from "../registers";
import type { RegisterPlace } from "../store";
import { listUrlName, sharePointColumns } from "./column-definition";

/** A list of ours as it stands in a site now: a list owner may have changed it since we made it. */
export interface ListSchema {
  readonly listId: string;
  readonly webUrl: string;
  /** Columns of the register that the list no longer has, by internal name. */
  readonly missing: readonly string[];
  /** What a list owner calls each column, also those we do not know. */
  readonly displayNames: ReadonlyMap<string, string>;
  /** Choices by column, as the list has them now. */
  readonly choices: ReadonlyMap<string, readonly string[]>;
}

/** Finds our lists by their URL names and knows their columns; asks once a session and again after a list was not found. */
export interface SiteLists {
  schema(place: RegisterPlace): Promise<Result<ListSchema>>;
  /** What is known without asking. */
  known(place: RegisterPlace): ListSchema | undefined;
  all(site: string): Promise<Result<readonly List[]>>;
  forget(site: string): void;
}

const read = { scopes: scopesFor("readRegisters") };

export function createSiteLists(graph: Graph, registerNamed: (name: string) => Register | undefined): SiteLists {
  const lists = new Map<string, Promise<Result<readonly List[]>>>();
  const schemas = new Map<string, Promise<Result<ListSchema>>>();
  const settled = new Map<string, ListSchema>();
  const keyOf = (place: RegisterPlace): string => `${place.site}|${place.register}`;

  function all(site: string): Promise<Result<readonly List[]>> {
    const known = lists.get(site);
    if (known !== undefined) return known;
    const asked = fetchLists(graph, site).then((answer) => {
      if (!answer.ok) lists.delete(site);
      return answer;
    });
    lists.set(site, asked);
    return asked;
  }

  async function fetchSchema(place: RegisterPlace): Promise<Result<ListSchema>> {
    const found = await all(place.site);
    if (!found.ok) return found;
    const register = registerNamed(place.register);
    const list = register === undefined ? undefined : found.value.find((candidate) => candidate.name === listUrlName(register));
    if (register === undefined || list === undefined) return fail({ kind: "notFound" });
    const query = { select: ["id", "name", "displayName", "hidden", "choice", "text", "indexed"] };
    const answer = await graph.get(graphPath`/sites/${place.site}/lists/${list.id}/columns`, { ...read, query });
    if (!answer.ok) return answer;
    const page = readPage(answer.value.body);
    if (!page.ok) return page;
    const columns = page.value.items.map(parseColumn).filter((column) => column !== undefined);
    return succeed(schemaFrom(register, list, columns));
  }

  return {
    all,
    known: (place) => settled.get(keyOf(place)),
    schema: (place) => {
      const key = keyOf(place);
      const known = schemas.get(key);
      if (known !== undefined) return known;
      const asked = fetchSchema(place).then((answer) => {
        if (answer.ok) settled.set(key, answer.value);
        else schemas.delete(key);
        return answer;
      });
      schemas.set(key, asked);
      return asked;
    },
    forget: (site) => {
      lists.delete(site);
      for (const key of [...schemas.keys()]) if (key.startsWith(`${site}|`)) schemas.delete(key);
    },
  };
}

async function fetchLists(graph: Graph, site: string): Promise<Result<readonly List[]>> {
  const query = { select: ["id", "name", "displayName", "webUrl", "list"] };
  const answer = await collectPages(graph.pages(graphPath`/sites/${site}/lists`, { ...read, query }));
  return answer.ok ? succeed(answer.value.map(parseList).filter((list) => list !== undefined)) : answer;
}

function schemaFrom(register: Register, list: List, columns: readonly Column[]): ListSchema {
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
