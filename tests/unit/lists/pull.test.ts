import { createSharePointSource, createSiteLists, listUrlName, sharePointColumns, type SiteLists } from "../../../src/lists";
import { allRegisters, loadRegister, type Register } from "../../../src/registers";
import type { PullAnswer, PullRequest } from "../../../src/store";
import { batchAnswer, partsOf, rest, scripted, type Answer, type Scripted, type Sent, type WirePart } from "../graph/scripted-graph";

const site = "northmere.sharepoint.com,1,2";
const root = "https://graph.microsoft.com/v1.0";
const [first, second, third] = allRegisters;
if (first === undefined || second === undefined || third === undefined) throw new Error("there are three registers");

interface PartAnswer {
  readonly status: number;
  readonly body?: unknown;
}
type Rule = (part: WirePart) => PartAnswer;

const itemOf = (id: number): object => ({ id: String(id), eTag: `"${String(id)},1"`, fields: { Title: `Row ${String(id)}` } });
const lastPage = (list: string, ...ids: readonly number[]): PartAnswer => ({
  status: 200,
  body: { value: ids.map(itemOf), "@odata.deltaLink": `${root}/sites/s/lists/${list}/items/delta?token=end-${list}` },
});
const pageBefore = (next: string, ...ids: readonly number[]): PartAnswer => ({
  status: 200,
  body: { value: ids.map(itemOf), "@odata.nextLink": `${root}${next}` },
});
const columns: PartAnswer = { status: 200, body: { value: [{ name: "Title", displayName: "Title" }] } };
const listIn = (part: WirePart): string => /\/lists\/([^/]+)\//.exec(part.url)?.[1] ?? "";
const asksColumns = (part: WirePart): boolean => part.url.includes("/columns");
const deltasIn = (request: Sent | undefined): readonly string[] =>
  request === undefined
    ? []
    : partsOf(request)
        .filter((part) => !asksColumns(part))
        .map(listIn);

/** One page's life. */
interface Session {
  readonly lists: SiteLists;
  /** The answers in the order of the requests. */
  readonly pull: (requests: readonly PullRequest[], signal?: AbortSignal) => Promise<readonly PullAnswer[]>;
}

interface Ground extends Scripted, Session {
  readonly openSession: () => Session;
  /** The registers whose rounds have come, in that order. */
  readonly handedOver: readonly string[];
  readonly batches: () => readonly Sent[];
}

/** A site in which every register's list has its URL name for its id. */
function ground(rule: Rule, outer: (request: Sent, answer: () => Answer) => Answer = (_request, answer) => answer(), columnsOf: Rule = () => columns): Ground {
  const lists = allRegisters.map((register) => ({ id: listUrlName(register), name: listUrlName(register), displayName: register.name, webUrl: "" }));
  const world = scripted({
    answers: (request) =>
      outer(request, () =>
        request.url.endsWith("/$batch")
          ? batchAnswer(request, (part) => (asksColumns(part) ? columnsOf(part) : rule(part)))
          : { status: 200, body: { value: request.url.includes("/columns") ? (columns.body as { value: unknown }).value : lists } },
      ),
  });
  const handedOver: string[] = [];
  const openSession = (): Session => {
    const lists = createSiteLists(world.graph, loadRegister);
    const source = createSharePointSource({ graph: world.graph, lists, loadRegister });
    const pull: Session["pull"] = async (requests, signal) => {
      const answers = new Map<string, PullAnswer>();
      const came = (answer: PullAnswer): void => {
        expect(answers.has(answer.place.register)).toBe(false);
        answers.set(answer.place.register, answer);
        handedOver.push(answer.place.register);
      };
      await source.pull(requests, came, signal);
      return requests.flatMap(({ place }) => answers.get(place.register) ?? []);
    };
    return { pull, lists };
  };
  return { ...world, ...openSession(), openSession, handedOver, batches: () => world.sent.filter(({ url }) => url.endsWith("/$batch")) };
}

const ask = (register: Register, token?: string): PullRequest => ({
  place: { site, register: register.name },
  ...(token === undefined ? {} : { token: `${root}/sites/s/lists/${listUrlName(register)}/items/delta?token=${token}` }),
});
const tokenOf = (answer: PullAnswer | undefined): string | undefined => (answer?.pages.ok === true ? answer.pages.value.at(-1)?.token : undefined);
const idsOf = (answer: PullAnswer | undefined): readonly string[] | undefined =>
  answer?.pages.ok === true ? answer.pages.value.flatMap(({ rows }) => rows.map(({ id }) => id)) : undefined;

describe("first rounds", () => {
  const twenty = allRegisters.slice(0, 20);

  it("of twenty lists leave side by side as six calls of three or four lists, their columns with them, after one look for the lists", async () => {
    const { pull, sent, batches } = ground(
      () => lastPage("x"),
      (request, answer) => (request.url.endsWith("/$batch") ? "silence" : answer()),
    );
    void pull(twenty.map((register) => ask(register)));
    await rest();
    expect(sent).toHaveLength(7);
    expect(batches().map((request) => deltasIn(request).length)).toEqual([4, 4, 3, 3, 3, 3]);
    expect(batches().map((request) => partsOf(request).filter(asksColumns).length)).toEqual([4, 4, 3, 3, 3, 3]);
    expect(batches().flatMap(deltasIn)).toEqual(twenty.map(listUrlName));
  });

  it("bring each list's own rows and token, in the order asked", async () => {
    const { pull, finish } = ground((part) => lastPage(listIn(part), twenty.findIndex((register) => listUrlName(register) === listIn(part)) + 1));
    const answers = await finish(pull(twenty.map((register) => ask(register))));
    expect(answers.map(idsOf)).toEqual(twenty.map((_register, index) => [String(index + 1)]));
    expect(answers.map(({ place }) => place.register)).toEqual(twenty.map(({ name }) => name));
    expect(answers.map(tokenOf)).toEqual(
      twenty.map((register) => `${root}/sites/s/lists/${listUrlName(register)}/items/delta?token=end-${listUrlName(register)}`),
    );
  });

  it("of one list are two calls, the columns beside the rows", async () => {
    const { pull, finish, sent, batches } = ground(() => lastPage("x", 1));
    expect((await finish(pull([ask(first)]))).map(idsOf)).toEqual([["1"]]);
    expect(sent).toHaveLength(2);
    expect(partsOf(batches()[0]!)).toHaveLength(2);
  });

  it("follow a long list's pages while another list is still on its way", async () => {
    const seen: string[] = [];
    const { pull, batches } = ground(
      (part) => {
        seen.push(part.url);
        return part.url.includes("page-3") ? lastPage("long", 3) : pageBefore(`/p/lists/long/items?page-${part.url.includes("page-2") ? "3" : "2"}`, 1);
      },
      (request, answer) => (request.url.endsWith("/$batch") && deltasIn(request).includes(listUrlName(second)) ? "silence" : answer()),
    );
    void pull([ask(first), ask(second)]);
    await rest();
    expect(batches()).toHaveLength(4);
    expect(seen.filter((url) => url.includes("page-"))).toEqual(["/p/lists/long/items?page-2", "/p/lists/long/items?page-3"]);
  });

  it("are handed over each when it is whole, while others are still on their way", async () => {
    const { pull, handedOver } = ground(
      (part) => (listIn(part) === listUrlName(first) ? pageBefore("/p/lists/long/items?page-2", 1) : lastPage("x", 1)),
      (request, answer) =>
        request.url.endsWith("/$batch") && deltasIn(request).some((list) => ["long", listUrlName(second)].includes(list)) ? "silence" : answer(),
    );
    void pull([ask(first), ask(second), ask(third)]);
    await rest();
    expect(handedOver).toEqual([third.name]);
  });

  it("keep a list's pages in their order and its token from the last one alone", async () => {
    const { pull, finish } = ground((part) => (part.url.includes("page-2") ? lastPage("x", 2, 1) : pageBefore("/p/lists/x/items?page-2", 1)));
    const [answer] = await finish(pull([ask(first)]));
    expect(answer?.pages).toMatchObject({
      ok: true,
      value: [{ rows: [{ id: "1" }] }, { rows: [{ id: "2" }, { id: "1" }], token: expect.stringContaining("end-x") as unknown }],
    });
    expect(answer?.pages.ok === true && answer.pages.value[0]).not.toHaveProperty("token");
  });

  it("end as unreadable when the pages lead in a circle", async () => {
    const { pull, finish } = ground(() => pageBefore("/p/lists/x/items?page-2", 1));
    expect(await finish(pull([ask(first)]))).toMatchObject([{ pages: { ok: false, fault: { kind: "unreadable" } } }]);
  });

  it("judge each list alone", async () => {
    const { pull, finish } = ground((part) =>
      listIn(part) === listUrlName(second) ? { status: 403, body: { error: { code: "accessDenied" } } } : lastPage("x", 1),
    );
    expect(await finish(pull([ask(first), ask(second), ask(third)]))).toMatchObject([
      { pages: { ok: true } },
      { pages: { ok: false, fault: { kind: "forbidden" } } },
      { pages: { ok: true } },
    ]);
  });

  it("ask for nothing that no row is read from", async () => {
    const { pull, finish, batches } = ground(() => lastPage("x", 1));
    await finish(pull([ask(first)]));
    const query = new URL(partsOf(batches()[0]!)[0]!.url, root).searchParams;
    expect([...query]).toEqual([
      ["$select", "id,eTag,createdDateTime,lastModifiedDateTime,createdBy,lastModifiedBy"],
      ["$expand", "fields"],
      ["$top", "2000"],
    ]);
  });
});

describe("rounds with a token", () => {
  it.each([
    [1, 1],
    [20, 1],
    [21, 2],
    [allRegisters.length, Math.ceil(allRegisters.length / 20)],
  ])("of %i lists that are known are %i calls", async (count, calls) => {
    const { pull, finish, sent } = ground((part) => lastPage(listIn(part)));
    const chosen = allRegisters.slice(0, count);
    await finish(pull(chosen.map((register) => ask(register))));
    const before = sent.length;
    await finish(pull(chosen.map((register) => ask(register, "kept"))));
    expect(sent.length - before).toBe(calls);
  });

  it("in a new session ask for columns and changes in the same moment, after one look for the lists", async () => {
    const { pull, sent } = ground(
      () => lastPage("x"),
      (request, answer) => (request.url.endsWith("/$batch") ? "silence" : answer()),
    );
    void pull(allRegisters.slice(0, 20).map((register) => ask(register, "kept")));
    await rest();
    expect(sent.map(({ url }) => url.replace(/\?.*/, "").split("/").at(-1))).toEqual(["lists", "$batch", "$batch"]);
  });

  it("are handed over call by call", async () => {
    const { pull, finish, handedOver } = ground(
      (part) => lastPage(listIn(part)),
      (request, answer) =>
        request.url.endsWith("/$batch") && partsOf(request).length === 20 && partsOf(request).every(({ url }) => url.includes("token=slow"))
          ? "silence"
          : answer(),
    );
    const chosen = allRegisters.slice(0, 21);
    await finish(pull(chosen.map((register) => ask(register))));
    const before = handedOver.length;
    void pull(chosen.map((register) => ask(register, "slow")));
    await rest();
    expect(handedOver.slice(before)).toEqual([chosen[20]?.name]);
  });

  it("of a list that is gone ask for it anew", async () => {
    const { pull, finish } = ground(() => ({ status: 404, body: { error: { code: "itemNotFound" } } }));
    expect(await finish(pull([ask(first, "kept"), ask(second)]))).toMatchObject([
      { pages: { ok: false, fault: { kind: "resyncNeeded" } } },
      { pages: { ok: false, fault: { kind: "notFound" } } },
    ]);
  });
});

describe("a token", () => {
  const twenty = allRegisters.slice(0, 20);
  /** What a device keeps, of a session in which every list was read. */
  async function kept({ finish, pull }: Ground): Promise<readonly PullRequest[]> {
    const answers = await finish(pull(twenty.map((register) => ask(register))));
    return answers.map((answer) => ({ place: answer.place, token: tokenOf(answer) ?? "" }));
  }
  /** Lists that have every column of theirs. */
  const standing = (rule: Rule): Ground =>
    ground(rule, undefined, (part) => {
      const register = allRegisters.find((each) => listUrlName(each) === listIn(part)) ?? first;
      return { status: 200, body: { value: sharePointColumns(register).map((column) => ({ ...column, displayName: column.name })) } };
    });

  it("brings the list along: a new session of twenty lists is one call, and knows their columns", async () => {
    const world = standing((part) => lastPage(listIn(part)));
    const tokens = await kept(world);
    const before = world.sent.length;
    const next = world.openSession();
    const answers = await world.finish(next.pull(tokens));
    expect(world.sent.slice(before).map((request) => partsOf(request).length)).toEqual([20]);
    expect(answers.map(idsOf)).toEqual(twenty.map(() => []));
    expect(next.lists.known(tokens[0]!.place)).toEqual(world.lists.known(tokens[0]!.place));
  });

  it("is believed for one round; the next asks for lists and columns, and so does whoever writes", async () => {
    const world = standing((part) => lastPage(listIn(part)));
    const tokens = await kept(world);
    const next = world.openSession();
    await world.finish(next.pull(tokens));
    const before = world.sent.length;
    await world.finish(next.pull(tokens));
    expect(world.sent.length - before).toBe(3);
    const writing = world.openSession();
    await world.finish(writing.pull(tokens));
    const beforeWrite = world.sent.length;
    await world.finish(writing.lists.schema(tokens[0]!.place));
    expect(world.sent.slice(beforeWrite).map(({ url }) => url.replace(/\?.*/, "").split("/").at(-1))).toEqual(["lists", "columns"]);
  });

  it("does not bring a list that lacked a column: its owner may have put it back", async () => {
    const world = ground((part) => lastPage(listIn(part)));
    const tokens = await kept(world);
    const before = world.sent.length;
    await world.finish(world.openSession().pull(tokens));
    expect(world.sent.length - before).toBe(3);
  });

  it("of a list that is gone makes the lists be looked for again", async () => {
    let isGone = false;
    const world = standing((part) => (isGone ? { status: 404, body: { error: { code: "itemNotFound" } } } : lastPage(listIn(part))));
    const [token] = await kept(world);
    isGone = true;
    const next = world.openSession();
    const gone = await world.finish(next.pull([token!]));
    expect(gone).toMatchObject([{ pages: { ok: false, fault: { kind: "resyncNeeded" } } }]);
    isGone = false;
    const before = world.sent.length;
    await world.finish(next.pull([{ place: token!.place }]));
    expect(world.sent.slice(before).map(({ url }) => url.replace(/\?.*/, "").split("/").at(-1))).toEqual(["lists", "$batch"]);
  });

  it.each(["{}", "null", "[1]", '{"link":"https://evil.example/v1.0/x","list":{}}', "nothing"])("that is %s starts from the beginning", async (token) => {
    const world = standing((part) => lastPage(listIn(part), 1));
    const answers = await world.finish(world.pull([{ place: ask(first).place, token }]));
    expect(answers.map(idsOf)).toEqual([["1"]]);
    expect(partsOf(world.batches()[0]!)[0]?.url).toContain("$top=");
  });
});

describe("columns that travel with the rows", () => {
  it("are asked once for two who want them at the same time", async () => {
    const { pull, finish, batches } = ground(() => lastPage("x", 1));
    const answers = await finish(Promise.all([pull([ask(first)]), pull([ask(first)])]));
    expect(answers.flat().map(idsOf)).toEqual([["1"], ["1"]]);
    expect(batches().flatMap(partsOf).filter(asksColumns)).toHaveLength(1);
  });

  it("come all the same to somebody else when the one who asked has stopped", async () => {
    let isSilent = true;
    const world = ground(
      () => lastPage("x", 1),
      (request, answer) => (isSilent && request.url.endsWith("/$batch") ? "silence" : answer()),
    );
    const stop = new AbortController();
    const stopped = world.pull([ask(first)], stop.signal);
    await rest();
    const other = world.pull([ask(first)]);
    await rest();
    isSilent = false;
    stop.abort();
    expect(await world.finish(stopped)).toMatchObject([{ pages: { ok: false, fault: { kind: "cancelled" } } }]);
    expect((await world.finish(other)).map(idsOf)).toEqual([["1"]]);
  });
});
