import { at, errorCode, makeList, northmere, rowsOf, siteAddress, textOf, type Northmere } from "./fixture";

const address = siteAddress.slice(0, -1);

interface Listed extends Northmere {
  /** Address of the list PRRisks, which has one row. */
  readonly list: string;
}

function listed(): Listed {
  const world = northmere();
  const list = makeList(world);
  world.pat.post(`${list}/items`, { fields: { Title: "Flood" } });
  return { ...world, list };
}

describe("a site that a policy closes", () => {
  test("answers 403 accessDenied to every call of everybody, and other sites go on", () => {
    const { pat, list, tenant } = listed();
    tenant.grant("root", "pat", "read");
    tenant.restrictions.restrictedSite = "pmo";
    for (const path of [address, `${siteAddress}/lists`, `${list}/columns`, `${list}/items`, `${siteAddress}/drive`]) {
      const refused = pat.get(path);
      expect([path, refused.status, errorCode(refused)]).toEqual([path, 403, "accessDenied"]);
    }
    expect(pat.get("/sites/root").status).toBe(200);
    tenant.restrictions.clear();
    expect(pat.get(address).status).toBe(200);
  });
});

describe("a list with permissions of its own", () => {
  const place = { site: "pmo", list: "PRRisks", person: undefined };

  test("to whom it gives nothing, its columns and items answer 403", () => {
    const { wren, list, tenant } = listed();
    tenant.restrictions.setListRight(place, "none");
    for (const path of [`${list}/columns`, `${list}/items`, `${list}/items/1`, `${list}/items/1/versions`, `${list}/items/delta`]) {
      const refused = wren.get(path);
      expect([path, refused.status, errorCode(refused)]).toEqual([path, 403, "accessDenied"]);
    }
    expect(wren.post(`${list}/items`, { fields: { Title: "Fire" } }).status).toBe(403);
  });

  test("to whom it gives nothing, it is not among the lists, nor found by its id or title", () => {
    const { wren, list, tenant } = listed();
    const names = (): unknown => rowsOf(wren.get(`${siteAddress}/lists`)).map(({ name }) => name);
    expect(names()).toContain("PRRisks");
    tenant.restrictions.setListRight(place, "none");
    expect(names()).not.toContain("PRRisks");
    expect(rowsOf(wren.get(`${siteAddress}/lists?$filter=displayName eq 'PRRisks'`))).toEqual([]);
    for (const path of [list, `${siteAddress}/lists/PRRisks`]) {
      const missing = wren.get(path);
      expect([missing.status, errorCode(missing)]).toEqual([404, "itemNotFound"]);
    }
  });

  test("whom it lets read may not write, nor change the list", () => {
    const { pat, list, tenant } = listed();
    tenant.restrictions.setListRight(place, "read");
    expect([list, `${list}/columns`, `${list}/items/1`].map((path) => pat.get(path).status)).toEqual([200, 200, 200]);
    expect(pat.patch(`${list}/items/1/fields`, { Title: "Fire" }, { "If-Match": "*" }).status).toBe(403);
    expect(pat.delete(`${list}/items/1`, { "If-Match": "*" }).status).toBe(403);
    expect(pat.post(`${list}/columns`, { name: "Room", text: {} }).status).toBe(403);
  });

  test("a person's own right is asked before everybody's, and without one the site's holds again", () => {
    const { wren, ravi, list, tenant } = listed();
    tenant.restrictions.setListRight(place, "read");
    tenant.restrictions.setListRight({ ...place, person: "wren" }, "none");
    expect([wren, ravi].map((client) => client.get(`${list}/items`).status)).toEqual([403, 200]);
    tenant.restrictions.setListRight(place, undefined);
    tenant.restrictions.setListRight({ ...place, person: "wren" }, undefined);
    expect(wren.post(`${list}/items`, { fields: { Title: "Fire" } }).status).toBe(201);
  });
});

describe("a row under a retention label", () => {
  const row = { site: "pmo", list: "PRRisks", item: 1 };

  test("is read as before, and names its label", () => {
    const { wren, list, tenant } = listed();
    const before = wren.get(`${list}/items/1?$expand=fields`);
    expect(at(before, "fields", "_ComplianceTag")).toBe("");
    tenant.listsApp.labelRow(row, "Keep 8 years");
    const after = wren.get(`${list}/items/1?$expand=fields`);
    expect(at(after, "fields", "_ComplianceTag")).toBe("Keep 8 years");
    expect([after.status, textOf(after, "eTag")]).toEqual([200, textOf(before, "eTag")]);
  });

  test("is neither changed, deleted nor restored: 423", () => {
    const { wren, list, tenant } = listed();
    tenant.listsApp.labelRow(row, "Keep 8 years");
    const changed = wren.patch(`${list}/items/1/fields`, { Title: "Fire" }, { "If-Match": "*" });
    expect([changed.status, errorCode(changed)]).toEqual([423, "resourceLocked"]);
    expect(wren.patch(`${list}/items/1`, { fields: { Title: "Fire" } }, { "If-Match": "*" }).status).toBe(423);
    expect(wren.delete(`${list}/items/1`, { "If-Match": "*" }).status).toBe(423);
    expect(wren.post(`${list}/items/1/versions/1.0/restoreVersion`, {}).status).toBe(423);
    expect(textOf(wren.get(`${list}/items/1/fields`), "Title")).toBe("Flood");
  });

  test("comes among the changes when the label is put on, keeps it through a change in Lists, and is free without it", () => {
    const { wren, list, tenant } = listed();
    const link = textOf(wren.get(`${list}/items/delta?token=latest`), "@odata.deltaLink");
    tenant.listsApp.labelRow(row, "Keep 8 years");
    expect(rowsOf(wren.get(link)).map(({ id }) => id)).toEqual(["1"]);
    tenant.listsApp.typeRow({ site: "pmo", list: "PRRisks", person: "pat", item: 1, fields: { Score: 3 } });
    expect(wren.patch(`${list}/items/1/fields`, { Title: "Fire" }, { "If-Match": "*" }).status).toBe(423);
    tenant.listsApp.labelRow(row, undefined);
    expect(wren.patch(`${list}/items/1/fields`, { Title: "Fire" }, { "If-Match": "*" }).status).toBe(200);
  });
});

test("a list over its limits takes no new row, and its rows are changed as before", () => {
  const { wren, list, tenant } = listed();
  tenant.faults.set("listFull", { pathIncludes: list.slice(siteAddress.length) });
  const refused = wren.post(`${list}/items`, { fields: { Title: "Fire" } });
  expect([refused.status, errorCode(refused)]).toEqual([507, "quotaLimitReached"]);
  expect(wren.patch(`${list}/items/1/fields`, { Title: "Fire" }, { "If-Match": "*" }).status).toBe(200);
  expect(rowsOf(wren.get(`${list}/items`))).toHaveLength(1);
});
