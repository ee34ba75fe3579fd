import { at, errorCode, makeList, northmere, type Client, type Reply } from "./fixture";

interface Part {
  readonly status: unknown;
  readonly headers: unknown;
  readonly body: unknown;
}

function batch(client: Client, requests: readonly unknown[]): { readonly reply: Reply; readonly ids: readonly unknown[]; readonly part: (id: string) => Part } {
  const reply = client.post("/$batch", { requests });
  const responses = at(reply, "responses");
  const parts = Array.isArray(responses) ? responses.map((_, index) => index) : [];
  return {
    reply,
    ids: parts.map((index) => at(reply, "responses", index, "id")),
    part(id) {
      const index = parts.find((one) => at(reply, "responses", one, "id") === id) ?? -1;
      return {
        status: at(reply, "responses", index, "status"),
        headers: at(reply, "responses", index, "headers"),
        body: at(reply, "responses", index, "body"),
      };
    },
  };
}

const json = { "Content-Type": "application/json" };

describe("batches", () => {
  test("each part has its own status; the whole is 200 even when parts fail", () => {
    const { pat } = northmere();
    const { reply, part } = batch(pat, [
      { id: "1", method: "GET", url: "/me" },
      { id: "2", method: "GET", url: "/thiswillgiveanerror" },
    ]);
    expect(reply.status).toBe(200);
    expect(part("1")).toMatchObject({ status: 200, headers: { "Cache-Control": "no-cache", "x-ms-resource-unit": "1" }, body: { displayName: "Pat Manager" } });
    expect(part("2")).toMatchObject({
      status: 400,
      body: { error: { code: "BadRequest", message: "Resource not found for the segment 'thiswillgiveanerror'." } },
    });
  });

  test("answers come in any order", () => {
    const { pat } = northmere();
    const requests = Array.from({ length: 20 }, (_, number) => ({ id: String(number), method: "GET", url: "/me?$select=id" }));
    const { ids } = batch(pat, requests);
    expect(ids).toHaveLength(20);
    expect(ids).not.toEqual(requests.map(({ id }) => id));
  });

  test("parts write with their own headers and bodies", () => {
    const world = northmere();
    const list = makeList(world);
    const etag = at(world.wren.post(`${list}/items`, { fields: { Title: "Flood" } }), "eTag");
    const { part } = batch(world.wren, [
      { id: "a", method: "PATCH", url: `${list}/items/1/fields`, headers: { ...json, "If-Match": etag }, body: { Title: "Fire" } },
      { id: "b", method: "POST", url: `${list}/items`, headers: json, body: { fields: { Title: "Storm" } } },
      { id: "c", method: "GET", url: `${list}/items?$filter=fields/Title eq 'x'`, headers: { Prefer: "HonorNonIndexedQueriesWarningMayFailRandomly" } },
    ]);
    expect([part("a").status, part("b").status, part("c").status]).toEqual([200, 201, 200]);
    expect(part("a").headers).toHaveProperty("ETag");
    expect(world.tenant.usage.report().complaints).toEqual([]);
  });

  test("a part runs after what it depends on, and is answered 424 when that failed", () => {
    const world = northmere();
    const list = makeList(world);
    const { part } = batch(world.wren, [
      { id: "1", method: "POST", url: `${list}/items`, headers: json, body: { fields: { Title: "One" } } },
      { id: "2", method: "PATCH", url: `${list}/items/1/fields`, headers: { ...json, "If-Match": "*" }, body: { Title: "Two" }, dependsOn: ["1"] },
      { id: "3", method: "DELETE", url: `${list}/items/9`, dependsOn: ["2"] },
      { id: "4", method: "GET", url: `${list}/items/1`, dependsOn: ["3"] },
    ]);
    expect(["1", "2", "3", "4"].map((id) => part(id).status)).toEqual([201, 200, 404, 424]);
  });

  test.each([
    ["no parts", []],
    ["21 parts", Array.from({ length: 21 }, (_, number) => ({ id: String(number), method: "GET", url: "/me" }))],
    [
      "one id twice, whatever its case",
      [
        { id: "a", method: "GET", url: "/me" },
        { id: "A", method: "GET", url: "/me" },
      ],
    ],
    ["no id", [{ method: "GET", url: "/me" }]],
    ["an absolute address", [{ id: "1", method: "GET", url: "https://graph.microsoft.com/v1.0/me" }]],
    ["a body without Content-Type", [{ id: "1", method: "POST", url: "/me", body: {} }]],
    [
      "a dependency that comes later",
      [
        { id: "1", method: "GET", url: "/me", dependsOn: ["2"] },
        { id: "2", method: "GET", url: "/me" },
      ],
    ],
  ])("a batch with %s is answered 400 as a whole, and the tenant complains", (_what, requests) => {
    const { pat, tenant } = northmere();
    const { reply } = batch(pat, requests);
    expect([reply.status, errorCode(reply)]).toEqual([400, "BadRequest"]);
    expect(tenant.usage.report().complaints.map(({ kind }) => kind)).toEqual(["batch refused"]);
  });

  test("the order of two writes to one item is not promised without dependsOn: the tenant complains", () => {
    const world = northmere();
    const list = makeList(world);
    world.wren.post(`${list}/items`, { fields: {} });
    const write = (id: string, more: object): object => ({
      id,
      method: "PATCH",
      url: `${list}/items/1/fields`,
      headers: { ...json, "If-Match": "*" },
      body: { Title: id },
      ...more,
    });
    batch(world.wren, [write("1", {}), write("2", { dependsOn: ["1"] })]);
    expect(world.tenant.usage.report().complaints).toEqual([]);
    batch(world.wren, [write("1", {}), write("2", {})]);
    expect(world.tenant.usage.report().complaints).toHaveLength(1);
  });

  test("some parts are throttled with Retry-After inside, the others pass", () => {
    const { pat, tenant } = northmere();
    tenant.faults.set("batchPartial429", { remaining: 1, retryAfterSeconds: 7 });
    const { reply, part } = batch(pat, [
      { id: "1", method: "GET", url: "/me" },
      { id: "2", method: "GET", url: "/me" },
    ]);
    expect(reply.status).toBe(200);
    const parts = [part("1"), part("2")].sort((one, other) => Number(one.status) - Number(other.status));
    expect(parts).toMatchObject([{ status: 200 }, { status: 429, headers: { "Retry-After": "7" }, body: { error: { code: "activityLimitReached" } } }]);
    expect(pat.get("/me").status).toBe(200);
  });

  test("faults of one call strike parts too: 409 for one write, nothing for the other", () => {
    const world = northmere();
    const list = makeList(world);
    for (const title of ["One", "Two"]) world.wren.post(`${list}/items`, { fields: { Title: title } });
    world.tenant.faults.set("conflict409", { pathIncludes: "/items/1/" });
    const write = (id: string): object => ({
      id,
      method: "PATCH",
      url: `${list}/items/${id}/fields`,
      headers: { ...json, "If-Match": "*" },
      body: { Score: 1 },
    });
    const { part } = batch(world.wren, [write("1"), write("2")]);
    expect([part("1").status, part("2").status]).toEqual([409, 200]);
  });

  test("the whole answer can be lost although every part was carried out", () => {
    const world = northmere();
    const list = makeList(world);
    world.tenant.faults.set("gatewayTimeoutAfterCommit", { remaining: 1, pathIncludes: "$batch" });
    expect(batch(world.wren, [{ id: "1", method: "POST", url: `${list}/items`, headers: json, body: { fields: { Title: "One" } } }]).reply.status).toBe(504);
    expect(world.wren.get(`${list}/items/1`).status).toBe(200);
  });

  test("a picture travels as base64", () => {
    const { pat } = northmere();
    expect(batch(pat, [{ id: "1", method: "GET", url: "/me/photo/$value" }]).part("1")).toMatchObject({
      status: 200,
      headers: { "Content-Type": "image/jpeg" },
      body: "AQID",
    });
  });

  test("a batch in a batch is refused", () => {
    const { pat } = northmere();
    expect(batch(pat, [{ id: "1", method: "POST", url: "/$batch", headers: json, body: { requests: [] } }]).part("1").status).toBe(400);
  });

  test("a batch is only posted", () => {
    expect(northmere().pat.get("/$batch").status).toBe(405);
  });
});
