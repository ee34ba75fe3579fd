import { seededRandomness } from "../../../src/demo/tenant";
import { at, clientOf, errorCode, northmere, rowsOf, siteAddress, someNumber, someText, textOf } from "./fixture";

describe("who may call", () => {
  test("a call without a token is answered 401 with a challenge", () => {
    const { tenant } = northmere();
    const reply = tenant.handle({ method: "GET", url: "/v1.0/me" });
    expect(reply.status).toBe(401);
    expect(reply.headers["WWW-Authenticate"]).toContain("Bearer");
    expect(reply.body).toContain("InvalidAuthenticationToken");
  });

  test("an expired token is answered 401", () => {
    const { tenant, clock } = northmere();
    const token = tenant.issueToken("pat", ["User.Read"], 60);
    clock.advance(60_000);
    expect(tenant.handle({ method: "GET", url: "/v1.0/me", headers: { Authorization: `Bearer ${token}` } }).status).toBe(401);
  });

  test.each(["Bearer x", "Bearer a.b.c", "Basic abc", "Bearer eyJhIjoxfQ.e30.x"])("the token %s is answered 401", (authorization) => {
    expect(northmere().tenant.handle({ method: "GET", url: "/v1.0/me", headers: { Authorization: authorization } }).status).toBe(401);
  });

  test("a token of somebody who is not in the directory is answered 401", () => {
    const one = northmere();
    const other = northmere({ randomness: seededRandomness(2) });
    const token = one.tenant.issueToken("pat", ["User.Read"]);
    expect(other.tenant.handle({ method: "GET", url: "/v1.0/me", headers: { Authorization: `Bearer ${token}` } }).status).toBe(401);
  });

  test("the token has the shape and claims of an Entra access token", () => {
    const { tenant } = northmere();
    const parts = tenant.issueToken("pat", ["User.Read", "Sites.Read.All"]).split(".");
    const claims: unknown = JSON.parse(Buffer.from(parts[1] ?? "", "base64url").toString());
    expect(parts).toHaveLength(3);
    expect(claims).toMatchObject({
      upn: "pat@northmere.example",
      name: "Pat Manager",
      scp: "User.Read Sites.Read.All",
      tid: someText,
      oid: someText,
      exp: someNumber,
    });
  });

  test("a scope that the call needs and the token lacks is answered 403", () => {
    const { tenant } = northmere();
    const reader = clientOf(tenant, "pat", ["Sites.Read.All"]);
    expect(reader.get(`${siteAddress}/lists`).status).toBe(200);
    const refused = reader.post(`${siteAddress}/lists`, { displayName: "X" });
    expect([refused.status, errorCode(refused)]).toEqual([403, "accessDenied"]);
    expect(reader.get("/users").status).toBe(403);
  });

  test.each([
    ["Sites.ReadWrite.All", 200],
    ["Sites.Manage.All", 200],
    ["https://graph.microsoft.com/Sites.Read.All", 200],
    ["User.Read", 403],
  ])("reading a site with the scope %s is answered %i", (scope, status) => {
    expect(clientOf(northmere().tenant, "pat", [scope]).get(siteAddress.slice(0, -1)).status).toBe(status);
  });

  test("a person of another tenant sees nothing of this one", () => {
    const { sam } = northmere();
    expect(sam.get(siteAddress.slice(0, -1)).status).toBe(400);
    expect(textOf(sam.get("/sites/southlea.sharepoint.com:/sites/pmo"), "displayName")).toBe("Programme office of Southlea");
    expect(rowsOf(sam.get("/users")).map((user) => user["displayName"])).toEqual(["Sam Stranger"]);
  });

  test("every answer carries request-id, and the client's own id comes back", () => {
    const { pat } = northmere();
    const reply = pat.get("/me", { "client-request-id": "mine" });
    expect(reply.headers["request-id"]).toMatch(/^[0-9a-f-]{36}$/);
    expect(reply.headers["client-request-id"]).toBe("mine");
    expect(reply.headers).toMatchObject({ "OData-Version": "4.0", "x-ms-resource-unit": "1", Date: "Tue, 24 Nov 2026 09:00:00 GMT" });
  });

  test("errors carry date and request-id inside", () => {
    const reply = northmere().pat.get("/thiswillgiveanerror");
    expect(reply.status).toBe(400);
    expect(reply.json).toEqual({
      error: {
        code: "BadRequest",
        message: "Resource not found for the segment 'thiswillgiveanerror'.",
        innerError: { date: "2026-11-24T09:00:00", "request-id": reply.headers["request-id"], "client-request-id": reply.headers["request-id"] },
      },
    });
  });

  test("the unknown segment of a longer address is named", () => {
    const { pat } = northmere();
    expect(at(pat.get(`${siteAddress}/termStore`), "error", "message")).toBe("Resource not found for the segment 'termStore'.");
    expect(at(pat.get("/me/calendar/getSchedule"), "error", "message")).toBe("Resource not found for the segment 'calendar'.");
  });

  test("a method that an address does not take is answered 405", () => {
    expect(northmere().pat.delete("/me").status).toBe(405);
  });

  test("a broken percent escape is answered 400", () => {
    expect(northmere().pat.get("/users/%zz").status).toBe(400);
  });

  test("an answer without $select carries advice that readers must not mind", () => {
    const { pat } = northmere();
    expect(at(pat.get("/me"), "@microsoft.graph.tips")).toEqual(expect.any(String));
    expect(at(pat.get("/me?$select=id"), "@microsoft.graph.tips")).toBeUndefined();
  });
});
