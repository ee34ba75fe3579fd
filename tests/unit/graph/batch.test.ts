import { graphPath, parseGraphLink, type BatchRequest } from "../../../src/graph";
import { batchAnswer, partsOf, rest, scopes, scripted, startMs } from "./scripted-graph";

const read = (name: string): BatchRequest => ({
  method: "GET",
  address: graphPath`/sites/s/lists/${name}/items/delta`,
  query: { expand: [{ of: "fields" }], token: "a+b" },
});
const write = (id: number, more: Partial<BatchRequest> = {}): BatchRequest => ({
  method: "PATCH",
  address: graphPath`/items/${id}/fields`,
  ifMatch: `"guid,${String(id)}"`,
  body: { Title: String(id) },
  ...more,
});
const done = (part: { readonly id: string }): { readonly status: number; readonly body: unknown } => ({ status: 200, body: { id: part.id, value: [] } });

describe("a batch", () => {
  it("writes its own JSON: relative addresses, If-Match and Content-Type in the part", async () => {
    const { graph, sent, finish } = scripted({ answers: (request) => batchAnswer(request, done) });
    await finish(graph.batch([read("risks"), write(7)], { scopes }));
    expect(sent[0]).toMatchObject({ method: "POST", url: "https://graph.microsoft.com/v1.0/$batch" });
    expect(partsOf(sent[0]!)).toEqual([
      { id: "1", method: "GET", url: "/sites/s/lists/risks/items/delta?$expand=fields&token=a%2Bb" },
      { id: "2", method: "PATCH", url: "/items/7/fields", headers: { "Content-Type": "application/json", "If-Match": '"guid,7"' }, body: { Title: "7" } },
    ]);
  });

  it("takes a delta link as the address of a part", async () => {
    const { graph, sent, finish } = scripted({ answers: (request) => batchAnswer(request, done) });
    const link = parseGraphLink("https://graph.microsoft.com/v1.0/sites/s/lists/l/items/delta?token=abc")!;
    await finish(graph.batch([{ method: "GET", address: link }], { scopes }));
    expect(partsOf(sent[0]!)[0]?.url).toBe("/sites/s/lists/l/items/delta?token=abc");
  });

  it("of 45 goes out as 20, 20 and 5 and answers in the order of the requests", async () => {
    const { graph, sent, finish } = scripted({ answers: (request) => batchAnswer(request, (part) => ({ status: 200, body: { url: part.url } })) });
    const answers = await finish(
      graph.batch(
        Array.from({ length: 45 }, (_, index) => write(index)),
        { scopes },
      ),
    );
    expect(sent.map((request) => partsOf(request).length)).toEqual([20, 20, 5]);
    expect(answers.map((answer) => answer.ok && answer.value.body)).toEqual(
      Array.from({ length: 45 }, (_, index) => ({ url: `/items/${String(index)}/fields` })),
    );
    expect(graph.usage.requests).toBe(45);
  });

  it("keeps a call under one megabyte", async () => {
    const { graph, sent, finish } = scripted({ answers: (request) => batchAnswer(request, done) });
    await finish(
      graph.batch(
        [1, 2, 3].map((id) => write(id, { body: { Notes: "x".repeat(400_000) } })),
        { scopes },
      ),
    );
    expect(sent.map((request) => partsOf(request).length)).toEqual([2, 1]);
  });

  it("of nothing sends nothing", async () => {
    const { graph, sent } = scripted({ answers: [] });
    expect(await graph.batch([], { scopes })).toEqual([]);
    expect(sent).toEqual([]);
  });

  it("gives each part its own fault, its eTag and its next page", async () => {
    const { graph, finish } = scripted({
      answers: (request) =>
        batchAnswer(request, ({ id }) => {
          if (id === "1") return { status: 200, headers: { etag: '"1"' }, body: { value: [], "@odata.nextLink": "https://graph.microsoft.com/v1.0/next" } };
          if (id === "2")
            return {
              status: 412,
              body: { error: { code: "notAllowed", message: "ETag does not match", innererror: { code: "preconditionFailed", "request-id": "r2" } } },
            };
          return { status: 403, body: { error: { code: "accessDenied", message: "No." } } };
        }),
    });
    expect(await finish(graph.batch([read("a"), write(2), write(3)], { scopes }))).toEqual([
      { ok: true, value: { status: 200, etag: '"1"', body: { value: [], "@odata.nextLink": "https://graph.microsoft.com/v1.0/next" } } },
      { ok: false, fault: { kind: "conflict", origin: { status: 412, code: "preconditionFailed", requestId: "r2", message: "ETag does not match" } } },
      { ok: false, fault: { kind: "forbidden", origin: { status: 403, code: "accessDenied", requestId: "", message: "No." } } },
    ]);
  });

  it("never lets an address out that cannot be one", async () => {
    const { graph, sent, finish } = scripted({ answers: (request) => batchAnswer(request, done) });
    const answers = await finish(graph.batch([{ method: "GET", address: graphPath`/items/${".."}` }, read("a")], { scopes }));
    expect(answers.map((answer) => (answer.ok ? "ok" : answer.fault.kind))).toEqual(["notFound", "ok"]);
    expect(partsOf(sent[0]!)).toHaveLength(1);
  });

  it("calls a part that the answer leaves out unavailable, and all of them when the answer is no batch", async () => {
    const { graph, finish } = scripted({
      answers: [
        { status: 200, body: { responses: [{ id: "2", status: 200 }] } },
        { status: 200, body: "<html>", headers: { "Content-Type": "text/html" } },
      ],
    });
    expect(await finish(graph.batch([write(1), write(2)], { scopes }))).toMatchObject([{ fault: { kind: "unavailable" } }, { ok: true }]);
    expect(await finish(graph.batch([write(1), write(2)], { scopes }))).toMatchObject([{ fault: { kind: "unavailable" } }, { fault: { kind: "unavailable" } }]);
  });
});

describe("throttled parts of a batch", () => {
  it("alone are sent again, after the longest time any of them was told", async () => {
    const orders: Record<string, string> = { "/items/2/fields": "5", "/items/3/fields": "30" };
    let round = 0;
    const { graph, sent, finish } = scripted({
      answers: (request) => {
        round += 1;
        return batchAnswer(request, (part) =>
          round === 1 && part.url in orders
            ? { status: 429, headers: { "Retry-After": orders[part.url] ?? "" }, body: { error: { code: "activityLimitReached" } } }
            : done(part),
        );
      },
    });
    const answers = await finish(graph.batch([write(1), write(2), write(3), write(4)], { scopes }));
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(sent.map((request) => partsOf(request).map((part) => part.url))).toEqual([
      ["/items/1/fields", "/items/2/fields", "/items/3/fields", "/items/4/fields"],
      ["/items/2/fields", "/items/3/fields"],
    ]);
    expect(sent.map((request) => request.atMs - startMs)).toEqual([0, 30_000]);
  });

  it("shut the gate for every other request too", async () => {
    let first = true;
    const { graph, sent, finish } = scripted({
      answers: (request) => {
        if (!request.url.endsWith("$batch")) return { status: 200, body: {} };
        const answer = batchAnswer(request, (part) => (first ? { status: 429, headers: { "retry-after": "9" } } : done(part)));
        first = false;
        return answer;
      },
    });
    const batch = graph.batch([write(1)], { scopes });
    await rest();
    const other = graph.get(graphPath`/me`, { scopes });
    await finish(Promise.all([batch, other]));
    expect(sent.map((request) => request.atMs - startMs)).toEqual([0, 9_000, 9_000]);
  });

  it("are given up after three repeats as throttled", async () => {
    const { graph, sent, finish } = scripted({ answers: (request) => batchAnswer(request, () => ({ status: 429 })) });
    expect(await finish(graph.batch([write(1)], { scopes }))).toMatchObject([{ fault: { kind: "throttled" } }]);
    expect(sent.map((request) => request.atMs - startMs)).toEqual([0, 1_000, 3_000, 7_000]);
  });

  it("that failed with a 5xx are sent again only when they read", async () => {
    let round = 0;
    const { graph, sent, finish } = scripted({
      answers: (request) => {
        round += 1;
        return batchAnswer(request, (part) => (round === 1 ? { status: 504 } : done(part)));
      },
    });
    expect(await finish(graph.batch([read("a"), write(1)], { scopes }))).toMatchObject([{ ok: true }, { fault: { kind: "unavailable" } }]);
    expect(partsOf(sent[1]!).map((part) => part.method)).toEqual(["GET"]);
  });
});

describe("the call around the parts", () => {
  it("is never repeated after a 5xx when it holds a write, and every part gets its fault", async () => {
    const { graph, sent, finish } = scripted({ answers: [{ status: 504 }] });
    expect(await finish(graph.batch([read("a"), write(1)], { scopes }))).toMatchObject([
      { fault: { kind: "unavailable" } },
      { fault: { kind: "unavailable" } },
    ]);
    expect(sent).toHaveLength(1);
  });

  it("is repeated after a 5xx when all parts read", async () => {
    let calls = 0;
    const { graph, finish } = scripted({ answers: (request) => ((calls += 1) === 1 ? { status: 504 } : batchAnswer(request, done)) });
    expect(await finish(graph.batch([read("a")], { scopes }))).toMatchObject([{ ok: true }]);
  });

  it("is repeated after a 429, writes and all", async () => {
    let calls = 0;
    const { graph, sent, finish } = scripted({
      answers: (request) => ((calls += 1) === 1 ? { status: 429, headers: { "Retry-After": "3" } } : batchAnswer(request, done)),
    });
    expect(await finish(graph.batch([write(1)], { scopes }))).toMatchObject([{ ok: true }]);
    expect(sent[1]?.atMs).toBe(startMs + 3_000);
  });
});

describe("dependent requests", () => {
  const chain = [write(1), write(2, { dependsOn: 0 }), write(3, { dependsOn: 1 })];

  it("that form one chain travel in one call", async () => {
    const { graph, sent, finish } = scripted({ answers: (request) => batchAnswer(request, done) });
    expect((await finish(graph.batch(chain, { scopes }))).every((answer) => answer.ok)).toBe(true);
    expect(sent.map((request) => partsOf(request).map((part) => part.dependsOn))).toEqual([[undefined, ["1"], ["2"]]]);
  });

  it("share the fault of the one before them when the service answers 424", async () => {
    const { graph, finish } = scripted({
      answers: (request) => batchAnswer(request, ({ id }) => (id === "1" ? { status: 412 } : { status: 424, body: { error: { code: "FailedDependency" } } })),
    });
    expect(await finish(graph.batch(chain, { scopes }))).toMatchObject([
      { fault: { kind: "conflict" } },
      { fault: { kind: "conflict" } },
      { fault: { kind: "conflict" } },
    ]);
  });

  it("go out again with the throttled one they wait for, without naming what has succeeded", async () => {
    let round = 0;
    const { graph, sent, finish } = scripted({
      answers: (request) => {
        round += 1;
        return batchAnswer(request, (part) =>
          round > 1 || part.id === "1" ? done(part) : part.id === "2" ? { status: 429, headers: { "Retry-After": "1" } } : { status: 424 },
        );
      },
    });
    expect((await finish(graph.batch(chain, { scopes }))).every((answer) => answer.ok)).toBe(true);
    expect(partsOf(sent[1]!).map(({ id, dependsOn }) => ({ id, dependsOn }))).toEqual([
      { id: "2", dependsOn: undefined },
      { id: "3", dependsOn: ["2"] },
    ]);
  });

  it("in any other shape wait for a later call, and never leave when the earlier one failed", async () => {
    const { graph, sent, finish } = scripted({
      answers: (request) => batchAnswer(request, (part) => (part.url === "/items/2/fields" ? { status: 404 } : done(part))),
    });
    const requests = [write(1), write(2), write(3, { dependsOn: 0 }), write(4, { dependsOn: 1 }), write(5, { dependsOn: 3 })];
    expect((await finish(graph.batch(requests, { scopes }))).map((answer) => (answer.ok ? "ok" : answer.fault.kind))).toEqual([
      "ok",
      "notFound",
      "ok",
      "notFound",
      "notFound",
    ]);
    expect(sent.map((request) => partsOf(request).map((part) => part.id))).toEqual([["1", "2"], ["3"]]);
    expect(sent.flatMap(partsOf).every((part) => part.dependsOn === undefined)).toBe(true);
  });
});
