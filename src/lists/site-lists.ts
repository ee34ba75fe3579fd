import type { Graph, List } from "../graph";
import { fail, succeed, type Result } from "../kernel";
import type { Register } from "../registers";
import type { RegisterPlace } from "../store";
import { listFinder } from "./find-lists";
import type { FoundList, ListSchema } from "./found-list";
import { isSameSchema, readColumns } from "./list-schema";
import { openList, type OpenedList, type WantedList } from "./open-list";

/** Finds our lists by their URL names and knows their columns; asks once a session, and again when an answer says that they have changed. */
export interface SiteLists {
  schema(place: RegisterPlace): Promise<Result<ListSchema>>;
  /** Asked of SharePoint again, whatever is known. */
  schemaNow(place: RegisterPlace): Promise<Result<ListSchema>>;
  /** Many at once, twenty a request. */
  schemas(places: readonly RegisterPlace[]): Promise<readonly Result<ListSchema>[]>;
  /** For a caller that reads the lists in batches of its own: the columns that nobody knows yet are asked for there. */
  open(wanted: readonly WantedList[]): Promise<readonly Result<OpenedList>[]>;
  /** What is known without asking; the same object until something differs. */
  known(place: RegisterPlace): ListSchema | undefined;
  all(site: string): Promise<Result<readonly List[]>>;
  forget(site: string): void;
}

const cancelled: Result<never> = fail({ kind: "cancelled" });

export function createSiteLists(graph: Graph, loadRegister: (name: string) => Promise<Register | undefined>): SiteLists {
  const finder = listFinder(graph, loadRegister);
  const listOf = (place: RegisterPlace): Promise<Result<FoundList>> => finder.listOf(place);
  const forget = (site: string): void => finder.forget(site);
  const schemas = new Map<string, Promise<Result<ListSchema>>>();
  const settled = new Map<string, ListSchema>();
  const keyOf = (place: RegisterPlace): string => `${place.site}|${place.register}`;

  function remember(place: RegisterPlace, fetched: Promise<Result<ListSchema>>): Promise<Result<ListSchema>> {
    const key = keyOf(place);
    const asked = fetched.then((answer) => {
      if (!answer.ok) {
        if (schemas.get(key) === asked) schemas.delete(key);
        return answer;
      }
      const before = settled.get(key);
      // The same object while nothing differs: screens compare by identity.
      const schema = before !== undefined && isSameSchema(before, answer.value) ? before : answer.value;
      settled.set(key, schema);
      return succeed(schema);
    });
    schemas.set(key, asked);
    return asked;
  }

  const fetchSchemas = async (places: readonly RegisterPlace[]): Promise<readonly Result<ListSchema>[]> =>
    readFound(graph, await Promise.all(places.map(listOf)), forget);
  const fetchSchema = (place: RegisterPlace): Promise<Result<ListSchema>> => fetchSchemas([place]).then(([answer]) => answer ?? cancelled);

  /** What somebody asks already; undefined when nobody does, or whoever did has stopped. */
  async function joined(place: RegisterPlace): Promise<Result<ListSchema> | undefined> {
    const answer = await schemas.get(keyOf(place));
    return answer?.ok === false && answer.fault.kind === "cancelled" ? undefined : answer;
  }

  /** Writes go by what was asked in this session alone: `schemas` stays as it is. */
  function believe(place: RegisterPlace, kept: ListSchema): boolean {
    if (settled.has(keyOf(place))) return false;
    settled.set(keyOf(place), kept);
    return true;
  }

  const schemaAt = async (place: RegisterPlace): Promise<Result<ListSchema>> =>
    (await joined(place)) ?? schemas.get(keyOf(place)) ?? remember(place, fetchSchema(place));

  return {
    all: (site) => finder.all(site),
    known: (place) => settled.get(keyOf(place)),
    open: (wanted) => {
      const known = { graph, joined, listOf, schemaAt, remember, believe };
      return Promise.all(
        wanted.map((one) => {
          const { place } = one;
          return openList({ ...known, asked: () => schemas.get(keyOf(place)), loseLists: () => forget(place.site) }, one);
        }),
      );
    },
    schema: schemaAt,
    schemaNow: (place) => remember(place, fetchSchema(place)),
    schemas: (places) => {
      const open = places.filter((place) => !schemas.has(keyOf(place)));
      const fetched = fetchSchemas(open);
      open.forEach(
        (place, index) =>
          void remember(
            place,
            fetched.then((answers) => answers[index] ?? cancelled),
          ),
      );
      return Promise.all(places.map(schemaAt));
    },
    forget: (site) => {
      forget(site);
      for (const key of [...schemas.keys()]) if (key.startsWith(`${site}|`)) schemas.delete(key);
    },
  };
}

/**
 * One list by a plain request, several in batches.
 * @param loseLists is told of sites whose listing is of before: what it found is gone, and whatever stands in its place now has another id.
 */
async function readFound(graph: Graph, found: readonly Result<FoundList>[], loseLists: (site: string) => void): Promise<readonly Result<ListSchema>[]> {
  const columns = await readColumns(
    graph,
    found.filter((entry) => entry.ok).map((entry) => entry.value),
  );
  let position = 0;
  return found.map((entry) => {
    if (!entry.ok) return entry;
    const answer = columns[position] ?? cancelled;
    position += 1;
    if (!answer.ok && answer.fault.kind === "notFound") loseLists(entry.value.site);
    return answer;
  });
}
