import {
  graphPath,
  lastOccurrences,
  mostInFlight,
  readPage,
  scopesFor,
  type BatchRequest,
  type Graph,
  type GraphAnswer,
  type GraphLink,
  type Page,
} from "../graph";
import { fail, succeed, type Result } from "../kernel";
import { valueAt, type Columns, type Register, type Row } from "../registers";
import type { PullAnswer, PullPage, PullRequest } from "../store";
import { isGone, rowFromItem } from "./row-from-item";
import type { ListSchema } from "./found-list";
import type { ColumnsQuestion } from "./open-list";
import { parsePullToken, pullTokenText } from "./pull-token";
import type { SiteLists } from "./site-lists";

/** Rows a page; Graph takes up to 5,000 (graph.md 4.5). A first round shares its lists out among six calls, so a call stays at a few megabytes. */
const rowsAPage = 2_000;

/** Parts of one call. */
const mostParts = 20;

/** What a row is read from; the rest (web address, parent, content type) is a fifth of an item. `deleted` needs no asking: such an entry has no eTag. */
const readOfAnItem = ["id", "eTag", "createdDateTime", "lastModifiedDateTime", "createdBy", "lastModifiedBy"];

interface Round {
  readonly request: PullRequest;
  readonly register: Register;
  /** The list's columns, which may be on their way beside the first page. */
  readonly schema: Promise<Result<ListSchema>>;
  readonly followed: Set<string>;
  readonly pages: PullPage[];
  question: ColumnsQuestion | undefined;
  next: BatchRequest;
}

export interface PullListener {
  /** Told of each place once, as soon as its round is whole or has failed. */
  readonly came: (answer: PullAnswer) => void;
  readonly signal?: AbortSignal;
}

export interface PullPorts {
  readonly graph: Graph;
  readonly lists: SiteLists;
  readonly loadRegister: (name: string) => Promise<Register | undefined>;
}

/**
 * One delta round of every place. A round without a token is the full list, and its deltaLink the token for the next (listitem-delta.md).
 * 1. Rounds with a token bring little: they go out together, ⌈places ÷ 20⌉ calls.
 * 2. First rounds and further pages are heavy, and a service may read the parts of a batch one after another: what waits is
 *    shared out among as many calls as may be out at once, and no list waits for another's pages.
 * 3. Columns that nobody knows yet are asked for beside the first page.
 * 4. A token brings the list along as an earlier page knew it; a session believes that once, and asks with its second round.
 * 5. A place is handed over when its own round has ended, whatever is still out.
 */
export async function pullAll(ports: PullPorts, requests: readonly PullRequest[], listener: PullListener): Promise<void> {
  const started = await startRounds(ports, requests);
  const rounds: Round[] = [];
  for (const [index, { place }] of requests.entries()) {
    const round = started[index] ?? fail({ kind: "cancelled" });
    if (round.ok) rounds.push(round.value);
    else listener.came({ place, pages: round });
  }
  await new Walk(ports, listener).run(rounds);
}

async function startRounds({ lists, loadRegister }: PullPorts, requests: readonly PullRequest[]): Promise<readonly Result<Round>[]> {
  const tokens = requests.map(({ token }) => (token === undefined ? undefined : parsePullToken(token)));
  const opened = await lists.open(requests.map(({ place }, index) => ({ place, kept: tokens[index]?.list })));
  const registers = await Promise.all(requests.map(({ place }) => loadRegister(place.register)));
  return requests.map((request, index) => {
    const list = opened[index] ?? fail({ kind: "cancelled" });
    const register = registers[index];
    if (!list.ok) return list;
    if (register === undefined) return fail({ kind: "notFound" });
    const { listId, schema, question, adopted } = list.value;
    // Rows that were read under another mapping, or none, say something else.
    if (tokens[index] !== undefined && tokens[index].mapping !== adopted?.mapping) return fail({ kind: "resyncNeeded" });
    const link = tokens[index]?.link;
    const first: BatchRequest = {
      method: "GET",
      address: graphPath`/sites/${request.place.site}/lists/${listId}/items/delta`,
      query: { select: readOfAnItem, expand: [{ of: "fields", ...(adopted && { select: adopted.select }) }], top: rowsAPage },
    };
    const next: BatchRequest = link === undefined ? first : { method: "GET", address: link };
    return succeed({ request, register, schema, question, followed: new Set<string>(), pages: [], next });
  });
}

/** Leads rounds to their ends. */
class Walk {
  readonly #ports: PullPorts;
  readonly #came: PullListener["came"];
  readonly #options: { readonly scopes: ReturnType<typeof scopesFor>; readonly signal?: AbortSignal };
  readonly #waiting: Round[] = [];
  #places = mostInFlight;

  constructor(ports: PullPorts, { came, signal }: PullListener) {
    this.#ports = ports;
    this.#came = came;
    this.#options = { scopes: scopesFor("readRegisters"), ...(signal === undefined ? {} : { signal }) };
  }

  async run(rounds: readonly Round[]): Promise<void> {
    const changes = rounds.filter(({ request }) => request.token !== undefined);
    this.#waiting.push(...rounds.filter(({ request }) => request.token === undefined));
    const calls = Array.from({ length: Math.ceil(changes.length / mostParts) }, (_, call) => changes.slice(call * mostParts, (call + 1) * mostParts));
    await Promise.all([...calls.map((call) => this.#step(call)), this.#shareOut()]);
  }

  /** Every free place takes its share of what waits. */
  async #shareOut(): Promise<void> {
    const steps: Promise<void>[] = [];
    while (this.#places > 0 && this.#waiting.length > 0) steps.push(this.#step(this.#waiting.splice(0, Math.ceil(this.#waiting.length / this.#places))));
    await Promise.all(steps);
  }

  /** One page of each round. */
  async #step(rounds: readonly Round[]): Promise<void> {
    this.#places -= 1;
    const answers = await this.#ports.graph.batch(requestsOf(rounds), this.#options);
    this.#places += 1;
    handInColumns(rounds, answers.slice(rounds.length));
    const pages = await Promise.all(rounds.map((round, index) => pageOf(round, answers[index])));
    for (const [index, round] of rounds.entries()) {
      const page = pages[index];
      if (page?.ok === true && turnTo(round, page.value.page)) this.#waiting.push(round);
    }
    const more = this.#shareOut();
    await Promise.all([more, ...rounds.map((round, index) => this.#read(round, pages[index] ?? fail({ kind: "cancelled" })))]);
  }

  /** Hands the place over after its last page. */
  async #read(round: Round, page: Result<ReadablePage>): Promise<void> {
    const { place, token } = round.request;
    const { lists } = this.#ports;
    if (!page.ok) {
      this.#came({ place, pages: failed(lists, round, page) });
      return;
    }
    const { nextLink, deltaLink } = page.value.page;
    const rows = readRows(round, page.value);
    round.pages.push(rows);
    if (nextLink !== undefined) return;
    // Who is told of the rows sees their columns as they are now.
    if (token !== undefined && (await hasNewChoice(round))) await lists.schemaNow(place);
    const last = deltaLink === undefined ? rows : { ...rows, token: pullTokenText(deltaLink, lists.known(place)) };
    this.#came({ place, pages: succeed([...round.pages.slice(0, -1), last]) });
  }
}

/** Pages first, then the columns that nobody knows yet. */
function requestsOf(rounds: readonly Round[]): readonly BatchRequest[] {
  return [...rounds.map(({ next }) => next), ...rounds.flatMap(({ question }) => question?.request ?? [])];
}

function handInColumns(rounds: readonly Round[], answers: readonly Result<GraphAnswer>[]): void {
  let position = 0;
  for (const round of rounds) {
    if (round.question === undefined) continue;
    round.question.answer(answers[position] ?? fail({ kind: "cancelled" }));
    round.question = undefined;
    position += 1;
  }
}

interface ReadablePage {
  readonly page: Page;
  readonly schema: ListSchema;
}

async function pageOf(round: Round, answer: Result<GraphAnswer> = fail({ kind: "cancelled" })): Promise<Result<ReadablePage>> {
  const schema = await round.schema;
  if (!answer.ok) return answer;
  if (!schema.ok) return schema;
  const page = readPage(answer.value.body);
  if (!page.ok) return page;
  const { nextLink } = page.value;
  if (nextLink !== undefined && round.followed.has(nextLink)) return fail({ kind: "unreadable", where: "graph page", says: "the pages lead in a circle" });
  return succeed({ page: page.value, schema: schema.value });
}

/** @returns whether there is a next page. */
function turnTo(round: Round, { nextLink }: { readonly nextLink?: GraphLink }): boolean {
  if (nextLink === undefined) return false;
  round.followed.add(nextLink);
  round.next = { method: "GET", address: nextLink };
  return true;
}

function failed(lists: SiteLists, { request }: Round, answer: Result<never>): Result<never> {
  const isListGone = !answer.ok && answer.fault.kind === "notFound";
  if (isListGone) lists.forget(request.place.site);
  // A token belongs to one list: another of the same name may stand in its place now, and is read from the beginning.
  return isListGone && request.token !== undefined ? fail({ kind: "resyncNeeded" }) : answer;
}

function readRows(round: Round, { page, schema }: ReadablePage): PullPage {
  const rows: Row[] = [];
  const removed: string[] = [];
  for (const item of lastOccurrences(page.items)) {
    const row = rowFromItem(round.register, schema, item);
    if (row !== undefined) rows.push(row);
    else if (isGone(item)) removed.push(item.id);
  }
  return { rows, removed };
}

/** A choice that nobody has heard of: its list's owner may have added it, so the list is looked at again. */
async function hasNewChoice({ register, schema, pages }: Round): Promise<boolean> {
  const list = await schema;
  if (!list.ok || pages.every(({ rows }) => rows.length === 0)) return false;
  return Object.entries(register.columns as Columns).some(([name, column]) => {
    if (column.type !== "choice") return false;
    const known = new Set([...column.choices, ...(list.value.choices.get(name) ?? [])]);
    const isNew = (row: Row): boolean => {
      const value = valueAt(row.values, name);
      return typeof value === "string" && !known.has(value);
    };
    return pages.some(({ rows }) => rows.some(isNew));
  });
}
