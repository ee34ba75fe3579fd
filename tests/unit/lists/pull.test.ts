import { createSharePointSource, createSiteLists, listUrlName } from "../../../src/lists";
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

interface Ground extends Scripted {
  readonly pull: (requests: readonly PullRequest[], signal?: AbortSignal) => Promise<readonly PullAnswer[]>;
  readonly batches: () => readonly Sent[];
}

/** A site in which every register's list has its URL name for its id. */
function ground(rule: Rule, outer: (request: Sent, answer: () => Answer) => Answer = (_request, answer) => answer()): Ground {
  const lists = allRegisters.map((register) => ({ id: listUrlName(register), name: listUrlName(register), displayName: register.name, webUrl: "" }));
  const world = scripted({
    answers: (request) =>
      outer(request, () =>
        request.url.endsWith("/$batch")
          ? batchAnswer(request, (part) => (asksColumns(part) ? columns : rule(part)))
          : { status: 200, body: { value: request.url.includes("/columns") ? (columns.body as { value: unknown }).value : lists } },
      ),
  });
  const source = createSharePointSource({ graph: world.graph, lists: createSiteLists(world.graph, loadRegister), loadRegister });
  return { ...world, pull: (requests, signal) => source.pull(requests, signal), batches: () => world.sent.filter(({ url }) => url.endsWith("/$batch")) };
}

const ask = (register: Register, token?: string): PullRequest => ({
  place: { site, register: register.name },
  ...(token === undefined ? {} : { token: `${root}/sites/s/lists/${listUrlName(register)}/items/delta?token=${token}` }),
});
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
    expect(answers.map(({ pages }) => pages.ok && pages.value.at(-1)?.token)).toEqual(
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

  it("of a list that is gone ask for it anew", async () => {
    const { pull, finish } = ground(() => ({ status: 404, body: { error: { code: "itemNotFound" } } }));
    expect(await finish(pull([ask(first, "kept"), ask(second)]))).toMatchObject([
      { pages: { ok: false, fault: { kind: "resyncNeeded" } } },
      { pages: { ok: false, fault: { kind: "notFound" } } },
    ]);
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
