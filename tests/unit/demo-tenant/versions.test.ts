import { at, makeList, northmere, rowsOf } from "./fixture";

const unconditional = { "If-Match": "*" };

function world(): ReturnType<typeof northmere> & { readonly list: string; readonly item: string } {
  const made = northmere();
  const list = makeList(made);
  made.wren.post(`${list}/items`, { fields: { Title: "First", Score: 1, ClientKey: "aa" } });
  made.clock.advance(60_000);
  made.pat.patch(`${list}/items/1/fields`, { Title: "Second", Score: null }, unconditional);
  return { ...made, list, item: `${list}/items/1` };
}

describe("versions of an item", () => {
  test("they are listed newest first, with who and when", () => {
    const { ravi, item } = world();
    expect(rowsOf(ravi.get(`${item}/versions`))).toMatchObject([
      { id: "2.0", lastModifiedDateTime: "2026-11-24T09:01:00Z", lastModifiedBy: { user: { displayName: "Pat Manager" } } },
      { id: "1.0", lastModifiedDateTime: "2026-11-24T09:00:00Z", lastModifiedBy: { user: { displayName: "Wren Writer" } } },
    ]);
  });

  test("their values come only when expanded", () => {
    const { ravi, item } = world();
    expect(rowsOf(ravi.get(`${item}/versions`))[0]).not.toHaveProperty("fields");
    const [second, first] = rowsOf(ravi.get(`${item}/versions?$expand=fields`));
    expect(first).toMatchObject({ fields: { Title: "First", Score: 1 } });
    expect(second?.["fields"]).not.toHaveProperty("Score");
    expect(rowsOf(ravi.get(`${item}/versions?$expand=fields($select=Title)`))[1]?.["fields"]).toEqual({ Title: "First" });
  });

  test("one version is read by its number; an unknown one is answered 404", () => {
    const { ravi, item } = world();
    expect(ravi.get(`${item}/versions/1.0?$expand=fields`).json).toMatchObject({ id: "1.0", fields: { Title: "First" } });
    expect(ravi.get(`${item}/versions/9.0`).status).toBe(404);
  });

  test("restoring makes a new version with the old values", () => {
    const { wren, item } = world();
    const restored = wren.post(`${item}/versions/1.0/restoreVersion`, "");
    expect([restored.status, restored.body]).toEqual([204, undefined]);
    expect(wren.get(`${item}?$expand=fields`).json).toMatchObject({ fields: { Title: "First", Score: 1, _UIVersionString: "3.0" } });
    expect(rowsOf(wren.get(`${item}/versions`)).map(({ id }) => id)).toEqual(["3.0", "2.0", "1.0"]);
  });

  test("restoring needs the right to write, and respects unique columns", () => {
    const { ravi, wren, list, item } = world();
    expect(ravi.post(`${item}/versions/1.0/restoreVersion`, "").status).toBe(403);
    wren.patch(`${item}/fields`, { ClientKey: "bb" }, unconditional);
    wren.post(`${list}/items`, { fields: { ClientKey: "aa" } });
    expect(wren.post(`${item}/versions/1.0/restoreVersion`, "").status).toBe(400);
  });

  test("the oldest versions go when there are too many", () => {
    const { wren, item, tenant } = world();
    tenant.quirks.versionLimit = 3;
    for (const title of ["Third", "Fourth", "Fifth"]) wren.patch(`${item}/fields`, { Title: title }, unconditional);
    expect(rowsOf(wren.get(`${item}/versions`)).map(({ id }) => id)).toEqual(["5.0", "4.0", "3.0"]);
  });

  test("a deleted item takes its versions with it", () => {
    const { wren, item, tenant, list } = world();
    const listId = at(wren.get(list), "id");
    wren.delete(item, unconditional);
    expect(wren.get(`${item}/versions`).status).toBe(404);
    expect(tenant.state.versions.inGroup(`${String(listId)}/1`).size).toBe(0);
  });
});
