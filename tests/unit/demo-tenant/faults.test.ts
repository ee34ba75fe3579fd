import { isTenantFault, tenantFaults } from "../../../src/demo/tenant";
import { errorCode, makeList, northmere, rowsOf, siteAddress } from "./fixture";

describe("fault switches", () => {
  test("all are off at first, and their names are known", () => {
    const { tenant, pat } = northmere();
    expect(tenant.faults.list().every(({ setting, struck }) => setting === undefined && struck === 0)).toBe(true);
    expect([isTenantFault("throttle"), isTenantFault("constructor"), tenantFaults.includes("resync410")]).toEqual([true, false, true]);
    expect(pat.get("/me").status).toBe(200);
  });

  test("a switch strikes as often as it was told, then rests", () => {
    const { tenant, pat } = northmere();
    tenant.faults.set("gatewayTimeoutBefore", { remaining: 2 });
    expect([1, 2, 3].map(() => pat.get("/me").status)).toEqual([504, 504, 200]);
    expect(tenant.faults.timesStruck("gatewayTimeoutBefore")).toBe(2);
  });

  test("a switch with a probability strikes about that often, the same in every run", () => {
    const statuses = (): number[] => {
      const { tenant, pat } = northmere();
      tenant.faults.set("gatewayTimeoutBefore", { probability: 0.3 });
      return Array.from({ length: 200 }, () => pat.get("/me").status);
    };
    const struck = statuses().filter((status) => status === 504).length;
    expect(struck).toBeGreaterThan(30);
    expect(struck).toBeLessThan(90);
    expect(statuses()).toEqual(statuses());
  });

  test("a switch can be held to a method and an address, and turned off", () => {
    const { tenant, pat } = northmere();
    tenant.faults.set("forbidden", { method: "post", pathIncludes: "/lists" });
    expect([pat.get(`${siteAddress}/lists`).status, pat.post(`${siteAddress}/lists`, { displayName: "X" }).status]).toEqual([200, 403]);
    tenant.faults.clear("forbidden");
    expect(pat.post(`${siteAddress}/lists`, { displayName: "X" }).status).toBe(201);
    tenant.faults.set("throttle", {});
    tenant.faults.clear();
    expect(pat.get("/me").status).toBe(200);
  });

  test.each([
    ["seconds", /^9$/],
    ["date", /^Tue, 24 Nov 2026 09:00:09 GMT$/],
    ["absent", /^undefined$/],
    ["negative", /^-9$/],
    ["nonsense", /^soon$/],
  ] as const)("throttling answers 429 with Retry-After in the form %s", (retryAfterForm, form) => {
    const { tenant, pat } = northmere();
    tenant.faults.set("throttle", { remaining: 1, retryAfterForm, retryAfterSeconds: 9 });
    const reply = pat.get("/me");
    expect([reply.status, errorCode(reply)]).toEqual([429, "activityLimitReached"]);
    expect(String(reply.headers["Retry-After"])).toMatch(form);
  });

  test("a busy service answers 503 with Retry-After", () => {
    const { tenant, pat } = northmere();
    tenant.faults.set("unavailable503", { remaining: 1, retryAfterSeconds: 3 });
    const reply = pat.get("/me");
    expect([reply.status, errorCode(reply), reply.headers["Retry-After"]]).toEqual([503, "serviceNotAvailable", "3"]);
  });

  test.each([
    ["gatewayTimeoutAfterCommit", 504, 201],
    ["gatewayTimeoutBefore", 504, 404],
    ["connectionLostAfterCommit", 0, 201],
    ["connectionLostBefore", 0, 404],
    ["badGatewayHtml", 502, 404],
    ["signInPageHtml", 200, 404],
  ] as const)("%s answers %i; the write then stands: %i", (fault, status, after) => {
    const { tenant, pat } = northmere();
    tenant.faults.set(fault, { remaining: 1 });
    expect(pat.post(`${siteAddress}/lists`, { displayName: "PRRisks" }).status).toBe(status);
    expect(pat.get(`${siteAddress}/lists/PRRisks`).status === 200 ? 201 : 404).toBe(after);
  });

  test("a gateway's page is HTML where JSON was due", () => {
    const { tenant, pat } = northmere();
    tenant.faults.set("badGatewayHtml", { remaining: 1 });
    const reply = pat.get("/me");
    expect([reply.headers["Content-Type"], reply.json]).toEqual(["text/html; charset=utf-8", undefined]);
  });

  test("a claims challenge is answered 401 and carries claims in base64", () => {
    const { tenant, pat } = northmere();
    tenant.faults.set("claimsChallenge401", { remaining: 1 });
    const header = pat.get("/me").headers["WWW-Authenticate"] ?? "";
    expect(header).toContain('error="insufficient_claims"');
    const claims: unknown = JSON.parse(Buffer.from(/claims="([^"]+)"/.exec(header)?.[1] ?? "", "base64").toString());
    expect(claims).toHaveProperty("access_token.nbf.essential", true);
  });

  test("a save conflict is answered 409 although the eTag matches, and changes nothing", () => {
    const world = northmere();
    const items = `${makeList(world)}/items`;
    const etag = world.wren.post(items, { fields: { Title: "Flood" } }).headers["ETag"] ?? "";
    world.tenant.faults.set("conflict409", { remaining: 1 });
    const refused = world.wren.patch(`${items}/1/fields`, { Title: "Fire" }, { "If-Match": etag });
    expect([refused.status, errorCode(refused)]).toEqual([409, "resourceModified"]);
    expect(world.wren.patch(`${items}/1/fields`, { Title: "Fire" }, { "If-Match": etag }).status).toBe(200);
  });

  test("a site that exists can be not found for once", () => {
    const { tenant, pat } = northmere();
    tenant.faults.set("siteNotFound404", { remaining: 1 });
    const address = siteAddress.slice(0, -1);
    expect([pat.get(address).status, pat.get(address).status]).toEqual([404, 200]);
  });

  test("a slow answer says how slow, and the engine does not wait", () => {
    const { tenant } = northmere();
    tenant.faults.set("slow", { remaining: 1, delayMs: 1500 });
    const token = tenant.issueToken("pat", ["User.Read"]);
    expect(tenant.handle({ method: "GET", url: "/v1.0/me", headers: { Authorization: `Bearer ${token}` } })).toMatchObject({ status: 200, delayMs: 1500 });
  });
});

describe("resource units", () => {
  test("each call costs what SharePoint says, and parts of a batch one by one", () => {
    const world = northmere();
    const items = `${makeList(world)}/items`;
    world.wren.post(items, { fields: { Title: "Flood" } });
    const cost = (act: () => void): number => {
      const before = world.tenant.usage.report().units;
      act();
      return world.tenant.usage.report().units - before;
    };
    expect(cost(() => world.wren.get(`${items}/1`))).toBe(1);
    expect(cost(() => world.wren.get(items))).toBe(2);
    expect(cost(() => world.wren.patch(`${items}/1/fields`, { Score: 1 }, { "If-Match": "*" }))).toBe(2);
    expect(cost(() => world.wren.get(`${items}/delta`))).toBe(2);
    expect(cost(() => world.wren.get(`${items}/delta?token=latest`))).toBe(1);
    expect(cost(() => world.wren.get("/me"))).toBe(0);
    expect(cost(() => world.wren.post("/$batch", { requests: ["1", "2", "3"].map((id) => ({ id, method: "GET", url: items })) }))).toBe(6);
  });

  test("RateLimit headers appear at 80 % of the budget, 429 with the seconds left above it", () => {
    const { tenant, pat, clock } = northmere({ unitsPerMinute: 10 });
    const read = (): ReturnType<typeof pat.get> => pat.get(siteAddress.slice(0, -1));
    for (let call = 1; call <= 7; call += 1) expect(read().headers).not.toHaveProperty("RateLimit-Limit");
    clock.advance(20_000);
    expect(read().headers).toMatchObject({ "RateLimit-Limit": "10", "RateLimit-Remaining": "2", "RateLimit-Reset": "40" });
    expect([read().status, read().status]).toEqual([200, 200]);
    const throttled = read();
    expect([throttled.status, throttled.headers["Retry-After"], throttled.headers["RateLimit-Remaining"]]).toEqual([429, "40", "0"]);
    clock.advance(39_999);
    expect(read().status).toBe(429);
    clock.advance(1);
    expect(read().status).toBe(200);
    expect(tenant.usage.report().throttled).toBe(2);
  });

  test("parts of a batch are throttled one by one", () => {
    const { pat } = northmere({ unitsPerMinute: 3 });
    const reply = pat.post("/$batch", { requests: ["1", "2"].map((id) => ({ id, method: "GET", url: `${siteAddress}/lists` })) });
    expect(JSON.stringify(reply.json)).toContain('"status":429');
    expect(JSON.stringify(reply.json)).toContain('"status":200');
  });

  test("a call before the time of Retry-After is answered, and the tenant complains", () => {
    const { tenant, pat, wren, clock } = northmere();
    tenant.faults.set("throttle", { remaining: 1, retryAfterSeconds: 5 });
    pat.get("/me");
    clock.advance(4_999);
    wren.get("/me");
    expect(tenant.usage.report().complaints).toEqual([]);
    pat.get("/me");
    clock.advance(1);
    pat.get("/me");
    expect(tenant.usage.report().complaints).toEqual([{ kind: "called during Retry-After", method: "GET", path: "/me" }]);
  });

  test("requests, calls, bytes and routes are counted, until reset", () => {
    const { tenant, pat } = northmere();
    pat.post("/$batch", {
      requests: [
        { id: "1", method: "GET", url: "/me" },
        { id: "2", method: "GET", url: "/users" },
      ],
    });
    const report = tenant.usage.report();
    expect(report).toMatchObject({ requests: 1, calls: 2, byRoute: { "GET /me": 1, "GET /users": 1 } });
    expect(report.bytesIn).toBeGreaterThan(50);
    expect(report.bytesOut).toBeGreaterThan(500);
    tenant.usage.reset();
    expect(tenant.usage.report()).toMatchObject({ requests: 0, calls: 0, units: 0, byRoute: {} });
    expect(rowsOf(pat.get("/users"))).toHaveLength(4);
  });
});
