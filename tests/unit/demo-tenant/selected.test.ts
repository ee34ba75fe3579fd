import { productAppId, type AppRole } from "../../../src/demo/tenant";
import { at, clientOf, errorCode, makeList, northmere, rowsOf, siteAddress, textOf, type Client, type Northmere } from "./fixture";

const address = siteAddress.slice(0, -1);
const ownerScopes = ["Sites.FullControl.All"];

interface Selected extends Northmere {
  /** Address of a list with one row. */
  readonly list: string;
  readonly as: (person: string) => Client;
}

/** The site with a list, and people whose tokens carry Sites.Selected alone. */
function selected(grant: AppRole | "none"): Selected {
  const world = northmere();
  const list = makeList(world);
  world.pat.post(`${list}/items`, { fields: { Title: "Flood" } });
  world.tenant.grantApp("pmo", grant);
  return { ...world, list, as: (person) => clientOf(world.tenant, person, ["User.Read", "Sites.Selected"]) };
}

describe("Sites.Selected", () => {
  test("opens a site that the app was granted, and no other: 403 accessDenied", () => {
    const { as, tenant } = selected("read");
    tenant.grant("root", "pat", "manage");
    expect(as("pat").get(address).status).toBe(200);
    const refused = as("pat").get("/sites/root");
    expect([refused.status, errorCode(refused)]).toEqual([403, "accessDenied"]);
  });

  test("without any grant, the site's address, its lists and its items are refused", () => {
    const { as, list } = selected("none");
    for (const path of [address, `${siteAddress}/lists`, list, `${list}/columns`, `${list}/items`, `${list}/items/delta`, `${address}:/drive`]) {
      const refused = as("pat").get(path);
      expect([path, refused.status, errorCode(refused)]).toEqual([path, 403, "accessDenied"]);
    }
  });

  test("a site that does not exist is still 404", () => {
    expect(selected("write").as("pat").get("/sites/northmere.sharepoint.com:/sites/none").status).toBe(404);
  });

  test("refuses to look for sites: neither search nor followed sites", () => {
    const { as, tenant } = selected("write");
    tenant.follow("pat", "pmo");
    for (const path of ["/sites?search=programme", "/me/followedSites"]) {
      const refused = as("pat").get(path);
      expect([refused.status, errorCode(refused)]).toEqual([403, "accessDenied"]);
    }
  });

  const rights: readonly (readonly [grant: AppRole, person: string, reading: number, writing: number])[] = [
    ["read", "pat", 200, 403],
    ["write", "pat", 200, 201],
    ["write", "ravi", 200, 403],
    ["fullcontrol", "ravi", 200, 403],
    ["owner", "wren", 200, 201],
    ["fullcontrol", "olu", 403, 403],
  ];
  test.each(rights)("the app's %s and the right of %s together answer %i to reading and %i to writing", (grant, person, reading, writing) => {
    const { as, list } = selected(grant);
    expect(as(person).get(`${list}/items`).status).toBe(reading);
    expect(as(person).post(`${list}/items`, { fields: { Title: "Fire" } }).status).toBe(writing);
  });

  test("does not make lists or columns, whatever the grant, until the quirk says that the real service would", () => {
    const { as, list, tenant } = selected("fullcontrol");
    const make = (person = "pat"): readonly number[] => [
      as(person).post(`${siteAddress}/lists`, { displayName: "PRIssues" }).status,
      as(person).post(`${list}/columns`, { name: "Room", text: {} }).status,
    ];
    expect(make()).toEqual([403, 403]);
    tenant.quirks.selectedMayCreateLists = true;
    expect(make("wren")).toEqual([403, 403]);
    tenant.grantApp("pmo", "write");
    expect(make()).toEqual([403, 403]);
    tenant.grantApp("pmo", "owner");
    expect(make()).toEqual([201, 201]);
  });

  test("reads a granted site's files, and nobody's own", () => {
    const { as, tenant } = selected("write");
    expect(as("pat").get(`${address}:/drive`).status).toBe(200);
    expect(as("pat").get("/me/drive").status).toBe(403);
    expect(as("pat").get(`/drives/${tenant.personByKey("pat")?.driveId ?? ""}`).status).toBe(403);
  });

  test("beside a wider scope changes nothing: the person's right decides", () => {
    const { pat, tenant, list } = selected("none");
    expect(pat.get(`${list}/items`).status).toBe(200);
    expect(clientOf(tenant, "pat", ["Sites.Selected", "Sites.Read.All"]).get("/sites?search=programme").status).toBe(200);
  });

  test("in a batch each part is held against the site it names", () => {
    const { as } = selected("none");
    const answer = as("pat").post("/$batch", { requests: [{ id: "1", method: "GET", url: address }] });
    expect(at(answer, "responses", 0, "status")).toBe(403);
  });
});

describe("permissions of a site", () => {
  const application = { id: productAppId, displayName: "Project Registers" };
  const shapes: readonly (readonly [name: string, identity: object])[] = [
    ["an array of grantedTo, as the documents have it", { grantedTo: [{ application }] }],
    ["grantedTo alone, as the metadata have it", { grantedTo: { application } }],
    ["grantedToIdentities", { grantedToIdentities: [{ application }] }],
    ["grantedToV2", { grantedToV2: { application } }],
    ["grantedToIdentitiesV2", { grantedToIdentitiesV2: [{ application }] }],
  ];
  test.each(shapes)("are granted to an app by %s", (_name, identity) => {
    const { tenant, as } = selected("none");
    const owner = clientOf(tenant, "pat", ownerScopes);
    const made = owner.post(`${address}:/permissions`, { roles: ["write"], ...identity });
    expect([made.status, at(made, "roles")]).toEqual([201, ["write"]]);
    expect(at(made, "grantedToIdentities", 0, "application")).toEqual(application);
    expect(at(made, "grantedToIdentitiesV2", 0, "application")).toEqual(application);
    expect(as("pat").get(address).status).toBe(200);
    expect(rowsOf(owner.get(`${address}:/permissions`)).map(({ id, roles }) => [id, roles])).toEqual([[textOf(made, "id"), ["write"]]]);
  });

  test("granted to another app open nothing for this one", () => {
    const { tenant, as } = selected("none");
    const other = { application: { id: "11111111-2222-4333-8444-555555555555", displayName: "Another" } };
    expect(clientOf(tenant, "pat", ownerScopes).post(`${address}:/permissions`, { roles: ["write"], grantedToIdentities: [other] }).status).toBe(201);
    expect(as("pat").get(address).status).toBe(403);
  });

  test("a second grant to the same app takes the place of the first", () => {
    const { tenant } = selected("read");
    const owner = clientOf(tenant, "pat", ownerScopes);
    owner.post(`${address}:/permissions`, { roles: ["fullcontrol"], grantedToIdentities: [{ application }] });
    expect(rowsOf(owner.get(`${address}:/permissions`)).map(({ roles }) => roles)).toEqual([["fullcontrol"]]);
  });

  test("need Sites.FullControl.All, an owner of the site, one known role and an application's id", () => {
    const { tenant, pat } = selected("none");
    const body = { roles: ["write"], grantedToIdentities: [{ application }] };
    const send = (client: Client, sent: object): number => client.post(`${address}:/permissions`, sent).status;
    const owner = clientOf(tenant, "pat", ownerScopes);
    expect(send(pat, body)).toBe(403);
    expect(send(clientOf(tenant, "wren", ownerScopes), body)).toBe(403);
    for (const roles of [["manage"], [], ["read", "write"], "write"]) expect(send(owner, { ...body, roles })).toBe(400);
    expect(send(owner, { roles: ["write"] })).toBe(400);
    expect(send(owner, { roles: ["write"], grantedToIdentities: [{ user: { id: productAppId } }] })).toBe(400);
  });
});
