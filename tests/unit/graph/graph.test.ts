import { graphPath, parseGraphLink, type BatchRequest, type GraphAddress } from "../../../src/graph";
import { rest, scopes, scripted, startMs, type Answer, type Sent } from "./scripted-graph";

const item = graphPath`/sites/${"northmere.sharepoint.com,a,b"}/lists/${"risks"}/items/${"5"}`;
const ok: Answer = { status: 200, body: { id: "5", "@odata.etag": '"guid,3"' } };
const seconds = (text: string): Answer => ({
  status: 429,
  headers: { "Retry-After": text },
  body: { error: { code: "TooManyRequests", message: "Wait.", innerError: { code: "429" } } },
});

describe("a call", () => {
  it("goes to Graph with the token, the scopes asked for and an id for support", async () => {
    const { graph, sent, asked, finish } = scripted({ answers: [ok] });
    const answer = await finish(graph.get(item, { scopes, query: { expand: [{ of: "fields" }] }, headers: { Prefer: "x" } }));
    expect(answer).toEqual({ ok: true, value: { status: 200, body: { id: "5", "@odata.etag": '"guid,3"' }, etag: '"guid,3"' } });
    expect(sent[0]?.url).toBe("https://graph.microsoft.com/v1.0/sites/northmere.sharepoint.com%2Ca%2Cb/lists/risks/items/5?$expand=fields");
    expect(sent[0]?.headers.get("Authorization")).toBe("Bearer token-1");
    expect(sent[0]?.headers.get("Prefer")).toBe("x");
    expect(sent[0]?.headers.get("client-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    expect(sent[0]?.init).toMatchObject({ redirect: "error", cache: "no-store", credentials: "omit" });
    expect(asked).toEqual([{ scopes, claims: undefined }]);
  });

  it("sends a write once, as JSON, with the eTag exactly as it was received", async () => {
    const { graph, sent, finish } = scripted({ answers: [{ status: 200, body: {}, headers: { ETag: '"guid,4"' } }] });
    const answer = await finish(graph.patch(graphPath`/x`, { Title: "A" }, { scopes, ifMatch: '"guid,3"' }));
    expect(answer).toMatchObject({ ok: true, value: { etag: '"guid,4"' } });
    expect(sent[0]).toMatchObject({ method: "PATCH", body: { Title: "A" } });
    expect(sent[0]?.headers.get("If-Match")).toBe('"guid,3"');
    expect(sent[0]?.headers.get("Content-Type")).toBe("application/json");
  });

  it("sends a file as it is, with its own type, and POSTs nothing when there is nothing to say", async () => {
    const { graph, sent, finish } = scripted({ answers: [{ status: 201, body: { id: "f" } }, { status: 204 }] });
    const content = new Blob([new Uint8Array([1, 2, 3])], { type: "application/x-test" });
    await finish(graph.put(graphPath`/drives/d/items/f:/${"a.bin"}:/content`, content, { scopes }));
    const restored = await finish(graph.post(graphPath`/versions/1.0/restoreVersion`, undefined, { scopes }));
    expect(sent[0]?.body).toBe(content);
    expect(sent[0]?.headers.get("Content-Type")).toBe("application/x-test");
    expect(sent[1]?.init.body).toBeUndefined();
    expect(restored).toEqual({ ok: true, value: { status: 204, body: undefined } });
  });

  it("does not leave with a header that no header can hold", async () => {
    const { graph, sent, finish } = scripted({ answers: [] });
    const answer = await finish(graph.patch(item, {}, { scopes, ifMatch: '"a\r\nX: y"' }));
    expect(answer).toMatchObject({ ok: false, fault: { kind: "unreadable" } });
    expect(sent).toEqual([]);
  });
});

describe("the token", () => {
  it.each([
    "https://graph.microsoft.com.evil.example/v1.0/me",
    "https://evil.example/v1.0/me",
    "http://graph.microsoft.com/v1.0/me",
    "https://graph.microsoft.com:8443/v1.0/me",
    "https://graph.microsoft.com@evil.example/v1.0/me",
    "https://me:secret@graph.microsoft.com/v1.0/me",
    "blob:https://graph.microsoft.com/v1.0/me",
    "https://graph.microsoft.com/beta/me",
    "https://graph.microsoft.com/v1.0/../beta/me",
    "https://graph.microsoft.com/beta/v1.0/me",
    "//evil.example/v1.0/me",
    "",
  ])("never leaves for %s", async (address) => {
    const { graph, sent, finish } = scripted({ answers: () => ok });
    const answer = await finish(graph.get(address as GraphAddress, { scopes }));
    expect(parseGraphLink(address)).toBeUndefined();
    if (address.startsWith("//")) {
      // A path of ours with an odd beginning stays below Graph's own origin.
      expect(new URL(sent[0]?.url ?? "").origin).toBe("https://graph.microsoft.com");
      return;
    }
    expect(answer).toMatchObject({ ok: false, fault: { kind: "unreadable" } });
    expect(sent).toEqual([]);
  });

  it("is not sent along to a download link, which must be SharePoint's", async () => {
    const { graph, sent, finish } = scripted({ answers: [{ status: 200, body: "hello" }] });
    const file = await finish(graph.download("https://northmere-my.sharepoint.com/_layouts/15/download.aspx?tempauth=x"));
    expect(file.ok && (await file.value.text())).toBe("hello");
    expect(sent[0]?.headers.has("Authorization")).toBe(false);
    for (const link of ["https://evil.example/x", "http://northmere.sharepoint.com/x", "https://sharepoint.com.evil.example/x", "nonsense"]) {
      expect(await finish(graph.download(link))).toMatchObject({ ok: false, fault: { kind: "unreadable" } });
    }
    expect(sent).toHaveLength(1);
  });

  it("passes its own fault on when it cannot be had", async () => {
    const { graph, sent, finish } = scripted({ answers: [], token: () => ({ ok: false, fault: { kind: "signInNeeded" } }) });
    expect(await finish(graph.get(item, { scopes }))).toEqual({ ok: false, fault: { kind: "signInNeeded" } });
    expect(sent).toEqual([]);
  });
});

describe("a claims challenge", () => {
  const claims = '{"access_token":{"nbf":{"essential":true,"value":"1604106651"}}}';
  const challenge: Answer = {
    status: 401,
    headers: { "WWW-Authenticate": `Bearer realm="", authorization_uri="https://login.example", error="insufficient_claims", claims="${btoa(claims)}"` },
  };

  it("asks for a token with those claims once and sends the request again, a write too", async () => {
    const { graph, sent, asked, finish } = scripted({ answers: [challenge, { status: 201, body: { id: "1" } }] });
    expect(await finish(graph.post(item, { a: 1 }, { scopes }))).toMatchObject({ ok: true, value: { status: 201 } });
    expect(asked.map((ask) => ask.claims)).toEqual([undefined, claims]);
    expect(sent.map((request) => request.headers.get("Authorization"))).toEqual(["Bearer token-1", "Bearer token-2"]);
    expect(sent[1]?.body).toEqual({ a: 1 });
  });

  it("becomes signInNeeded with the claims when it comes a second time", async () => {
    const { graph, sent, finish } = scripted({ answers: [challenge, challenge] });
    expect(await finish(graph.get(item, { scopes }))).toMatchObject({ ok: false, fault: { kind: "signInNeeded", claims } });
    expect(sent).toHaveLength(2);
  });

  it.each(["%%%", btoa("not json"), btoa("[1]"), ""])("becomes plain signInNeeded when its claims read %j", async (encoded) => {
    const { graph, sent, finish } = scripted({ answers: [{ status: 401, headers: { "WWW-Authenticate": `Bearer claims="${encoded}"` } }] });
    const answer = await finish(graph.get(item, { scopes }));
    expect(answer).toMatchObject({ ok: false, fault: { kind: "signInNeeded" } });
    expect(answer).not.toHaveProperty("fault.claims");
    expect(sent).toHaveLength(1);
  });
});

describe("a busy service", () => {
  it("is asked again for a read after 502, 503 and 504, three times at most", async () => {
    const { graph, sent, finish } = scripted({
      answers: [{ status: 504 }, { status: 502, body: "<html>", headers: { "Content-Type": "text/html" } }, { status: 503 }, ok],
    });
    expect(await finish(graph.get(item, { scopes }))).toMatchObject({ ok: true });
    expect(sent).toHaveLength(4);
    const down = scripted({ answers: () => ({ status: 504 }) });
    expect(await down.finish(down.graph.get(item, { scopes }))).toMatchObject({ ok: false, fault: { kind: "unavailable", origin: { status: 504 } } });
    expect(down.sent).toHaveLength(4);
  });

  it.each(["post", "patch"] as const)("never gets a %s twice after a 5xx or a lost connection", async (method) => {
    for (const [answer, kind] of [
      [{ status: 504 }, "unavailable"],
      [{ status: 503, headers: { "Retry-After": "2" } }, "unavailable"],
      [{ status: 500 }, "unavailable"],
      ["network", "offline"],
    ] as const) {
      const { graph, sent, finish } = scripted({ answers: [answer] });
      expect(await finish(graph[method](item, { a: 1 }, { scopes }))).toMatchObject({ ok: false, fault: { kind } });
      expect(sent).toHaveLength(1);
    }
  });

  it("never gets a DELETE or a PUT twice after a 504", async () => {
    const { graph, sent, finish } = scripted({ answers: [{ status: 504 }, { status: 504 }] });
    expect(await finish(graph.delete(item, { scopes }))).toMatchObject({ fault: { kind: "unavailable" } });
    expect(await finish(graph.put(item, new Blob(["x"]), { scopes }))).toMatchObject({ fault: { kind: "unavailable" } });
    expect(sent).toHaveLength(2);
  });

  it("makes a read offline at once when the network is gone", async () => {
    const { graph, sent, finish } = scripted({ answers: ["network"] });
    expect(await finish(graph.get(item, { scopes }))).toEqual({ ok: false, fault: { kind: "offline" } });
    expect(sent).toHaveLength(1);
  });

  it("counts as offline when it never answers, and as cancelled when the caller stops", async () => {
    const { graph, sent, finish } = scripted({ answers: ["silence", "silence"] });
    expect(await finish(graph.post(item, {}, { scopes }))).toEqual({ ok: false, fault: { kind: "offline" } });
    const stop = new AbortController();
    const work = graph.get(item, { scopes, signal: stop.signal });
    await rest();
    stop.abort();
    expect(await finish(work)).toEqual({ ok: false, fault: { kind: "cancelled" } });
    expect(sent).toHaveLength(2);
  });
});

describe("an order to wait", () => {
  const httpDate = new Date(startMs + 40_000).toUTCString();
  it.each([
    ["10", 10_000],
    ["315", 315_000],
    ["0.5", 500],
    [httpDate, 40_000],
  ])("Retry-After: %s is kept to the millisecond, then the write goes out again", async (header, delayMs) => {
    const { graph, sent, finish } = scripted({ answers: [seconds(header), { status: 200, body: {} }] });
    expect(await finish(graph.patch(item, { a: 1 }, { scopes }))).toMatchObject({ ok: true });
    expect(sent.map((request) => request.atMs - startMs)).toEqual([0, delayMs]);
  });

  it("an HTTP date is read against the service's own clock where that can be seen", async () => {
    const skewed = new Date(startMs + 600_000);
    const { graph, sent, finish } = scripted({
      answers: [{ status: 429, headers: { Date: skewed.toUTCString(), "Retry-After": new Date(skewed.getTime() + 5_000).toUTCString() } }, ok],
    });
    await finish(graph.get(item, { scopes }));
    expect(sent[1]?.atMs).toBe(startMs + 5_000);
  });

  it.each(["", "-5", "0", "soon", "1e99", new Date(startMs - 60_000).toUTCString()])(
    "Retry-After: %j is no order: waits 1, 2 and 4 seconds",
    async (header) => {
      const { graph, sent, finish } = scripted({ answers: () => seconds(header) });
      const answer = await finish(graph.get(item, { scopes }));
      expect(sent.map((request) => request.atMs - startMs)).toEqual([0, 1_000, 3_000, 7_000]);
      expect(answer).toMatchObject({ ok: false, fault: { kind: "throttled", retryAtMs: startMs + 15_000, origin: { code: "TooManyRequests" } } });
    },
  );

  it("without a time grows to two minutes, not further, and starts small again after a success", async () => {
    let busy = true;
    const { graph, sent, finish } = scripted({ answers: () => (busy ? { status: 429 } : ok) });
    for (let round = 0; round < 3; round += 1) await finish(graph.get(item, { scopes }));
    const gaps = sent.slice(1).map((request, index) => (request.atMs - (sent[index]?.atMs ?? 0)) / 1_000);
    expect(gaps).toEqual([1, 2, 4, 8, 16, 32, 64, 120, 120, 120, 120]);
    busy = false;
    await finish(graph.get(item, { scopes }));
    busy = true;
    const before = sent.length;
    await finish(graph.get(item, { scopes }));
    expect((sent[before + 1]?.atMs ?? 0) - (sent[before]?.atMs ?? 0)).toBe(1_000);
  });

  it("holds every other request of the client and tells the shell how long", async () => {
    let first = true;
    const { graph, sent, time, finish } = scripted({
      answers: () => {
        const answer = first ? seconds("41") : ok;
        first = false;
        return answer;
      },
    });
    const told: number[] = [];
    const stopListening = graph.gate.subscribe(() => told.push(graph.gate.blockedUntilMs));
    const write = graph.post(item, { a: 1 }, { scopes });
    await rest();
    const read = graph.get(item, { scopes });
    await rest();
    expect(sent).toHaveLength(1);
    expect(graph.gate.blockedUntilMs - time.nowMs()).toBe(41_000);
    expect(await finish(Promise.all([write, read]))).toMatchObject([{ ok: true }, { ok: true }]);
    expect(sent.map((request) => request.atMs - startMs)).toEqual([0, 41_000, 41_000]);
    expect(told).toEqual([startMs + 41_000, 0]);
    stopListening();
  });

  it("holds a request that already waits for its place", async () => {
    const { graph, sent, finish } = scripted({ answers: (request) => (request.url.endsWith("/1") && request.atMs === startMs ? seconds("20") : ok) });
    const work = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => graph.get(graphPath`/items/${number}`, { scopes }));
    expect(await finish(Promise.all(work))).toHaveLength(8);
    const later = sent.slice(6);
    expect(later).toHaveLength(3);
    expect(later.every((request) => request.atMs === startMs + 20_000)).toBe(true);
  });

  it("lets a caller stop waiting, and that request never leaves", async () => {
    const { graph, sent, finish } = scripted({ answers: [seconds("60")] });
    const stop = new AbortController();
    const work = graph.patch(item, {}, { scopes, signal: stop.signal });
    await rest();
    stop.abort();
    expect(await finish(work)).toEqual({ ok: false, fault: { kind: "cancelled" } });
    expect(sent).toHaveLength(1);
  });

  it("gives a write up after three repeats, as throttled", async () => {
    const { graph, sent, finish } = scripted({ answers: () => seconds("5") });
    expect(await finish(graph.post(item, {}, { scopes }))).toMatchObject({ ok: false, fault: { kind: "throttled" } });
    expect(sent).toHaveLength(4);
  });
});

it("sends at most six requests at once, the others in the order they came", async () => {
  const { graph, sent } = scripted({ answers: () => "silence" });
  for (let number = 1; number <= 8; number += 1) void graph.get(graphPath`/items/${number}`, { scopes });
  await rest();
  expect(sent.map((request) => request.url.split("/").at(-1))).toEqual(["1", "2", "3", "4", "5", "6"]);
});

it("counts resource units: one item 1, a write 2, a page of rows 2, delta 2 and with a token 1, permissions 5, people none", async () => {
  const { graph, finish, time } = scripted({ answers: () => ({ status: 200, body: { value: [] } }) });
  const list = (last: string): GraphAddress => graphPath`/sites/s/lists/l/${last}`;
  const costs: number[] = [];
  const calls = [
    () => graph.get(item, { scopes }),
    () => graph.patch(item, {}, { scopes }),
    () => graph.get(list("items"), { scopes }),
    () => graph.get(graphPath`/sites/s/lists/l/items/delta`, { scopes }),
    () => graph.get(graphPath`/sites/s/lists/l/items/delta`, { scopes, query: { token: "x" } }),
    () => graph.get(list("permissions"), { scopes }),
    () => graph.get(graphPath`/users/${"x"}`, { scopes }),
  ];
  for (const call of calls) {
    const before = graph.usage.units;
    await finish(call());
    costs.push(graph.usage.units - before);
  }
  expect(costs).toEqual([1, 2, 2, 2, 1, 5, 0]);
  expect(graph.usage).toMatchObject({ requests: 7, units: 13, unitsInLastMinute: 13 });
  time.after(61_000, () => undefined);
  time.step();
  expect(graph.usage.unitsInLastMinute).toBe(0);
});

it("counts the units of exactly the last minute while requests come and go", async () => {
  const { graph, finish, time } = scripted({ answers: () => ({ status: 200, body: {} }) });
  const within: number[] = [];
  for (let second = 0; second < 240; second += 20) {
    await finish(graph.get(item, { scopes }));
    within.push(graph.usage.unitsInLastMinute);
    time.after(20_000, () => undefined);
    time.step();
  }
  expect(within).toEqual([1, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3]);
});

describe("what is counted for whoever asks how the app is doing", () => {
  const delta = (token: string): BatchRequest => ({ method: "GET", address: graphPath`/sites/s/lists/l/items/delta`, query: { token } });
  const answerTo = (request: Sent, part: (url: string) => object): Answer => {
    const { requests } = request.body as { readonly requests: readonly { readonly id: string; readonly url: string }[] };
    return { status: 200, body: { responses: requests.map(({ id, url }) => ({ id, ...part(url) })) } };
  };

  it("a batch is one call, and each of its parts a request", async () => {
    const { graph, finish } = scripted({ answers: (request) => answerTo(request, () => ({ status: 200, body: { value: [] } })) });
    await finish(
      graph.batch(
        Array.from({ length: 25 }, (_, index) => delta(String(index))),
        { scopes },
      ),
    );
    expect(graph.usage).toMatchObject({ calls: 2, requests: 25, batched: 25, units: 25, throttled: 0, unitsAllowedPerMinute: undefined });
  });

  it("contents are counted as they were written and read, blobs too", async () => {
    const { graph, finish } = scripted({
      answers: [
        { status: 200, body: { a: 1 } },
        { status: 200, body: new Blob(["12345"]) },
      ],
    });
    await finish(graph.patch(item, { b: 2 }, { scopes }));
    await finish(graph.get(item, { scopes, as: "blob" }));
    expect(graph.usage).toMatchObject({ calls: 2, sentBytes: '{"b":2}'.length, receivedBytes: '{"a":1}'.length + 5 });
  });

  it("answers that say not now are counted one by one, with the longest wait and the budget that SharePoint names", async () => {
    let isThrottled = true;
    const { graph, finish } = scripted({
      answers: (request) =>
        answerTo(request, (url) => {
          const refuses = isThrottled && !url.includes("token=free");
          return refuses
            ? { status: 429, headers: { "Retry-After": "41", "RateLimit-Limit": "1250" }, body: {} }
            : { status: 200, headers: {}, body: { value: [] } };
        }),
    });
    const work = graph.batch([delta("a"), delta("b"), delta("free")], { scopes });
    await rest();
    isThrottled = false;
    await finish(work);
    expect(graph.usage).toMatchObject({ calls: 2, requests: 5, batched: 5, throttled: 2, unitsAllowedPerMinute: 1_250 });
    expect(graph.gate.longestWaitMs).toBe(41_000);
  });
});
