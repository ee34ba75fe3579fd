import { at, errorCode, errorMessage, northmere, rowsOf, siteAddress, someText, textOf } from "./fixture";

const address = siteAddress.slice(0, -1);

describe("sites", () => {
  test("a site is found by host and path, by its id of three parts, and as root", () => {
    const { pat, tenant } = northmere();
    tenant.grant("root", "pat", "read");
    const byPath = pat.get(address);
    const id = textOf(byPath, "id");
    expect(id).toMatch(/^northmere\.sharepoint\.com,[0-9a-f-]{36},[0-9a-f-]{36}$/);
    expect(textOf(pat.get(`/sites/${id}`), "webUrl")).toBe("https://northmere.sharepoint.com/sites/pmo");
    expect(textOf(pat.get("/sites/root"), "webUrl")).toBe("https://northmere.sharepoint.com");
    expect(textOf(pat.get("/sites/northmere.sharepoint.com"), "displayName")).toBe("Northmere");
  });

  test("a site looks as recorded", () => {
    expect(northmere().pat.get(address).json).toMatchObject({
      "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#sites/$entity",
      name: "pmo",
      displayName: "Programme office",
      root: {},
      siteCollection: { hostname: "northmere.sharepoint.com" },
      createdDateTime: "2026-11-24T09:00:00.000Z",
    });
  });

  test("sharepointIds come only when selected", () => {
    const { pat } = northmere();
    expect(at(pat.get(address), "sharepointIds")).toBeUndefined();
    const selected = pat.get(`${address}?$select=sharepointIds,displayName`);
    expect(selected.json).toMatchObject({
      displayName: "Programme office",
      sharepointIds: { siteUrl: "https://northmere.sharepoint.com/sites/pmo", tenantId: someText },
    });
    expect(at(selected, "webUrl")).toBeUndefined();
  });

  test("a host of another tenancy is answered 400", () => {
    const reply = northmere().pat.get("/sites/southlea.sharepoint.com:/sites/pmo");
    expect([reply.status, errorCode(reply), errorMessage(reply)]).toEqual([400, "invalidRequest", "Invalid hostname for this tenancy"]);
  });

  test("an unknown path is answered 404, a site without rights 403", () => {
    const { pat, olu } = northmere();
    expect([pat.get("/sites/northmere.sharepoint.com:/sites/none").status, olu.get(address).status]).toEqual([404, 403]);
  });

  test("search shows only what the person may read", () => {
    const { pat, olu } = northmere();
    expect(rowsOf(pat.get("/sites?search=programme")).map((site) => site["name"])).toEqual(["pmo"]);
    expect(rowsOf(olu.get("/sites?search=*"))).toEqual([]);
    expect(pat.get("/sites").status).toBe(400);
  });

  test("followed sites are those the person follows", () => {
    const { pat, tenant } = northmere();
    expect(rowsOf(pat.get("/me/followedSites"))).toEqual([]);
    tenant.follow("pat", "pmo");
    expect(rowsOf(pat.get("/me/followedSites")).map((site) => site["displayName"])).toEqual(["Programme office"]);
  });

  test("the site behind a team is found by its group", () => {
    const { pat, tenant } = northmere();
    const team = tenant.teamByKey("estates");
    expect(textOf(pat.get(`/groups/${team?.id ?? ""}/sites/root`), "webUrl")).toBe("https://northmere.sharepoint.com/sites/estates");
    const unknown = pat.get("/groups/00000000-0000-4000-8000-000000000000/sites/root");
    expect([unknown.status, errorCode(unknown)]).toEqual([404, "ResourceNotFound"]);
  });
});
