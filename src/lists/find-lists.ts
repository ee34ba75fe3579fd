import { collectPages, graphPath, parseList, scopesFor, type Graph, type List } from "../graph";
import { fail, succeed, type Result } from "../kernel";
import type { Register } from "../registers";
import type { RegisterPlace } from "../store";
import type { Adoptions } from "./adoptions";
import { listUrlName } from "./column-definition";
import type { FoundList } from "./found-list";

/** Which list is which register: the lists of a site, asked for once until they are forgotten. */
export interface ListFinder {
  all(site: string): Promise<Result<readonly List[]>>;
  listOf(place: RegisterPlace): Promise<Result<FoundList>>;
  forget(site: string): void;
}

export function listFinder(graph: Graph, loadRegister: (name: string) => Promise<Register | undefined>): ListFinder {
  const lists = new Map<string, Promise<Result<readonly List[]>>>();
  const adoptions = new Map<string, Promise<Result<Adoptions>>>();

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

  async function listOf(place: RegisterPlace): Promise<Result<FoundList>> {
    const found = await all(place.site);
    if (!found.ok) return found;
    const register = await loadRegister(place.register);
    if (register === undefined) return fail({ kind: "notFound" });
    const list = found.value.find((candidate) => candidate.name === listUrlName(register));
    return list === undefined ? adoptedListOf(place, register, found.value) : succeed({ site: place.site, register, list });
  }

  /** A list of ours stands before an adopted one, so a site without adopted lists never asks for them. */
  async function adoptedListOf({ site }: RegisterPlace, register: Register, there: readonly List[]): Promise<Result<FoundList>> {
    const adoptions = await adoptionsOf(site, there);
    if (!adoptions.ok) return adoptions;
    const adoption = adoptions.value.get(register.name);
    const list = there.find(({ id }) => id.toLowerCase() === adoption?.listId);
    return adoption === undefined || list === undefined ? fail({ kind: "notFound" }) : succeed({ site, register, list, adoption });
  }

  function adoptionsOf(site: string, there: readonly List[]): Promise<Result<Adoptions>> {
    const known = adoptions.get(site);
    if (known !== undefined) return known;
    const offline: Result<Adoptions> = fail({ kind: "offline" });
    const asked = import("./adoptions")
      .then(
        ({ readAdoptions }) => readAdoptions(graph, site, there),
        () => offline,
      )
      .then((answer) => {
        if (!answer.ok) adoptions.delete(site);
        return answer;
      });
    adoptions.set(site, asked);
    return asked;
  }

  return {
    all,
    listOf,
    forget: (site) => {
      lists.delete(site);
      adoptions.delete(site);
    },
  };
}

async function fetchLists(graph: Graph, site: string): Promise<Result<readonly List[]>> {
  const query = { select: ["id", "name", "displayName", "webUrl", "list"] };
  const answer = await collectPages(graph.pages(graphPath`/sites/${site}/lists`, { scopes: scopesFor("readRegisters"), query }));
  return answer.ok ? succeed(answer.value.map(parseList).filter((list) => list !== undefined)) : answer;
}
