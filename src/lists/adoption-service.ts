import { graphPath, parseColumn, readAll, readPage, scopesFor, type BatchRequest, type Graph, type GraphAnswer, type List } from "../graph";
import { fail, succeed, textAt, type Result } from "../kernel";
import type { Adoption, CandidateList, ListLook, MappedColumn, Register, Row } from "../registers";
import { readAdoptions } from "./adoptions";
import { heldAsMade, listUrlName, sharePointColumns } from "./column-definition";
import { lookAtList, theirColumns } from "./list-look";
import { readColumns } from "./list-schema";
import { rowFromItem } from "./row-from-item";
import type { SiteLists } from "./site-lists";

/** Columns that a list is to be given, because somebody asked for them. */
export interface WantedColumns {
  readonly register: string;
  readonly listId: string;
  readonly columns: readonly string[];
}

/** Lists that a trust made itself: finding them, looking at them, and the few columns somebody may ask to add. */
export interface AdoptionService {
  /** The site's lists that are not ours, with as many rows as one page counts. */
  candidates(site: string): Promise<Result<readonly CandidateList[]>>;
  look(site: string, listId: string): Promise<Result<ListLook>>;
  /** Adds columns of the register to the list, touches nothing else, and says where each stands. */
  addColumns(site: string, wanted: WantedColumns): Promise<Result<ReadonlyMap<string, MappedColumn>>>;
  /** Every row of the list as the mapping reads it, saved or not; `id` is the item's. */
  rows(site: string, adoption: Adoption, signal?: AbortSignal): Promise<Result<readonly Row[]>>;
  /** What is known of the site's lists is asked anew: a mapping was saved or given up. */
  lookAgain(site: string): void;
}

const read = { scopes: scopesFor("readRegisters") };
const setUp = { scopes: scopesFor("setUpRegisters") };
const rowsCounted = 1_000;

export function createAdoptionService(ports: {
  readonly graph: Graph;
  readonly lists: SiteLists;
  readonly loadRegisters: () => Promise<readonly Register[]>;
}): AdoptionService {
  const { graph, lists, loadRegisters } = ports;

  async function theirLists(site: string): Promise<Result<readonly List[]>> {
    const found = await lists.all(site);
    if (!found.ok) return found;
    const ours = new Set((await loadRegisters()).map(listUrlName));
    return succeed(found.value.filter((list) => isTheirs(list, ours)));
  }

  return {
    candidates: async (site) => {
      lists.forget(site);
      const found = await theirLists(site);
      if (!found.ok) return found;
      const all = await lists.all(site);
      const adopted = all.ok ? await readAdoptions(graph, site, all.value) : all;
      if (!adopted.ok) return adopted;
      const usedAs = new Map([...adopted.value.values()].map(({ listId, register }) => [listId, register]));
      const answers = await graph.batch(
        found.value.flatMap((list) => questionsAbout(site, list)),
        read,
      );
      return succeed(
        found.value.map(({ id, displayName, webUrl }, index) => {
          const register = usedAs.get(id.toLowerCase());
          const [columns, rows] = [pageAt(answers, index * 2), pageAt(answers, index * 2 + 1)];
          const own = theirColumns(columns.items.map(parseColumn).filter((column) => column !== undefined));
          return {
            ...{ listId: id, name: displayName, webUrl, columns: own.length, rows: rows.items.length, hasMoreRows: rows.hasMore },
            ...(register === undefined ? {} : { usedAs: register }),
          };
        }),
      );
    },
    look: async (site, listId) => {
      const found = await theirLists(site);
      if (!found.ok) return found;
      const list = found.value.find(({ id }) => id.toLowerCase() === listId.toLowerCase());
      return list === undefined ? fail({ kind: "notFound" }) : lookAtList(graph, site, list);
    },
    addColumns: async (site, wanted) => {
      const register = (await loadRegisters()).find(({ name }) => name === wanted.register);
      if (register === undefined) return fail({ kind: "notFound" });
      const added = new Map<string, MappedColumn>();
      for (const column of sharePointColumns(register).filter(({ name }) => wanted.columns.includes(name))) {
        const made = await graph.post(graphPath`/sites/${site}/lists/${wanted.listId}/columns`, column, setUp);
        if (!made.ok) return made;
        // SharePoint may give a column another name than it was asked for, so its answer counts.
        added.set(column.name, { field: textAt(made.value.body, "name") ?? column.name, heldAs: heldAsMade(column), words: [] });
      }
      return succeed(added);
    },
    rows: async (site, adoption, signal) => {
      const found = await theirLists(site);
      if (!found.ok) return found;
      const register = (await loadRegisters()).find(({ name }) => name === adoption.register);
      const list = found.value.find(({ id }) => id.toLowerCase() === adoption.listId);
      if (register === undefined || list === undefined) return fail({ kind: "notFound" });
      const [schema = fail({ kind: "cancelled" })] = await readColumns(graph, [{ site, register, list, adoption }]);
      if (!schema.ok) return schema;
      return readAll(graph, graphPath`/sites/${site}/lists/${list.id}/items`, {
        ...read,
        ...(signal === undefined ? {} : { signal }),
        query: { expand: [{ of: "fields", select: schema.value.adopted?.select ?? [] }], top: rowsCounted },
        parse: (item) => rowFromItem(register, schema.value, item),
      });
    },
    lookAgain: (site) => {
      lists.forget(site);
    },
  };
}

/** @param ours the URL names of our own lists */
export function isTheirs({ name, isHidden, template }: List, ours: ReadonlySet<string>): boolean {
  return !ours.has(name) && !isHidden && !/library|catalog|information/i.test(template);
}

function questionsAbout(site: string, list: List): readonly BatchRequest[] {
  return [
    { method: "GET", address: graphPath`/sites/${site}/lists/${list.id}/columns` },
    { method: "GET", address: graphPath`/sites/${site}/lists/${list.id}/items`, query: { select: ["id"], top: rowsCounted } },
  ];
}

/** Nothing where the list may not be read: it is then listed without figures. */
function pageAt(answers: readonly Result<GraphAnswer>[], index: number): { readonly items: readonly unknown[]; readonly hasMore: boolean } {
  const answer = answers[index];
  const page = answer?.ok === true ? readPage(answer.value.body) : undefined;
  return page?.ok === true ? { items: page.value.items, hasMore: page.value.nextLink !== undefined } : { items: [], hasMore: false };
}
