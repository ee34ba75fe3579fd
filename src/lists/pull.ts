import { graphPath, lastOccurrences, parseGraphLink, parseListItem, readPage, scopesFor, type BatchRequest, type Graph, type GraphLink } from "../graph";
import { fail, succeed, type Result } from "../kernel";
import { valueAt, type Columns, type Register, type Row } from "../registers";
import type { PullAnswer, PullPage, PullRequest } from "../store";
import { rowFromItem } from "./row-from-item";
import type { ListSchema } from "./list-schema";
import type { SiteLists } from "./site-lists";

/** Rows a page; Graph takes up to 5,000 (graph.md 4.5). A first round of 1,000 keeps one batch below a few megabytes. */
const rowsAPage = 1_000;

interface Round {
  readonly request: PullRequest;
  readonly register: Register;
  readonly schema: ListSchema;
  readonly pages: PullPage[];
  next: BatchRequest;
}

export interface PullPorts {
  readonly graph: Graph;
  readonly lists: SiteLists;
  readonly loadRegister: (name: string) => Promise<Register | undefined>;
}

/**
 * One delta round of every place, all places side by side: as many requests as the longest round has pages, times ⌈places ÷ 20⌉.
 * A round without a token is the full list, and its deltaLink the token for the next (listitem-delta.md).
 */
export async function pullAll(ports: PullPorts, requests: readonly PullRequest[], signal?: AbortSignal): Promise<readonly PullAnswer[]> {
  const answers = new Map<PullRequest, Result<readonly PullPage[]>>();
  // The columns of all lists in one request; each round then finds its own, or what stood in the way.
  await ports.lists.schemas(requests.map(({ place }) => place));
  const started = await Promise.all(requests.map((request) => startRound(ports, request)));
  let open: Round[] = [];
  started.forEach((round, index) => {
    const request = requests[index];
    if (request === undefined) return;
    if (round.ok) open.push(round.value);
    else answers.set(request, round);
  });
  const rounds = open;
  while (open.length > 0) {
    const results = await ports.graph.batch(
      open.map((round) => round.next),
      { scopes: scopesFor("readRegisters"), ...(signal === undefined ? {} : { signal }) },
    );
    open = open.filter((round, index) => {
      const result = results[index] ?? fail({ kind: "cancelled" });
      const step: Result<GraphLink | undefined> = result.ok ? takePage(round, result.value.body) : result;
      if (step.ok && step.value !== undefined) {
        round.next = { method: "GET", address: step.value };
        return true;
      }
      const isGone = !step.ok && step.fault.kind === "notFound";
      if (isGone) ports.lists.forget(round.request.place.site);
      // A token belongs to one list: another of the same name may stand in its place now, and is read from the beginning.
      const isOfGoneList = isGone && round.request.token !== undefined;
      answers.set(round.request, step.ok ? succeed(round.pages) : isOfGoneList ? fail({ kind: "resyncNeeded" }) : step);
      return false;
    });
  }
  await readChangedLists(ports, rounds);
  return requests.map((request) => ({ place: request.place, pages: answers.get(request) ?? fail({ kind: "cancelled" }) }));
}

/** A changed row with a choice that nobody has heard of: its list's owner may have added it, so the list is looked at again. */
async function readChangedLists({ lists }: PullPorts, rounds: readonly Round[]): Promise<void> {
  const changed = rounds.filter((round) => round.request.token !== undefined && round.pages.some(({ rows }) => rows.some((row) => hasNewChoice(round, row))));
  await Promise.all(changed.map(({ request }) => lists.schemaNow(request.place)));
}

function hasNewChoice({ register, schema }: Round, row: Row): boolean {
  return Object.entries(register.columns as Columns).some(([name, column]) => {
    const value = column.type === "choice" ? valueAt(row.values, name) : undefined;
    return column.type === "choice" && typeof value === "string" && !column.choices.includes(value) && schema.choices.get(name)?.includes(value) !== true;
  });
}

async function startRound({ lists, loadRegister }: PullPorts, request: PullRequest): Promise<Result<Round>> {
  const register = await loadRegister(request.place.register);
  const schema = await lists.schema(request.place);
  if (!schema.ok) return schema;
  if (register === undefined) return fail({ kind: "notFound" });
  const link = request.token === undefined ? undefined : parseGraphLink(request.token);
  const first: BatchRequest = {
    method: "GET",
    address: graphPath`/sites/${request.place.site}/lists/${schema.value.listId}/items/delta`,
    query: { expand: [{ of: "fields" }], top: rowsAPage },
  };
  return succeed({ request, register, schema: schema.value, pages: [], next: link === undefined ? first : { method: "GET", address: link } });
}

/** Adds a page to its round; answers with the next page's address, or nothing when the round is whole. */
function takePage(round: Round, body: unknown): Result<GraphLink | undefined> {
  const page = readPage(body);
  if (!page.ok) return page;
  const rows: Row[] = [];
  const removed: string[] = [];
  for (const item of lastOccurrences(page.value.items).map(parseListItem)) {
    if (item === undefined) continue;
    const row = rowFromItem(round.register, round.schema, item);
    if (row !== undefined) rows.push(row);
    else if (item.isDeleted || item.etag === undefined) removed.push(item.id); // a deleted entry may carry no mark but its missing eTag (graph.md 6)
  }
  const { nextLink, deltaLink } = page.value;
  round.pages.push({ rows, removed, ...(nextLink === undefined && deltaLink !== undefined ? { token: deltaLink } : {}) });
  return succeed(nextLink);
}
