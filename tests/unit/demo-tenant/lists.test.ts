import { at, errorCode, errorMessage, makeList, northmere, rowsOf, siteAddress, textOf } from "./fixture";

const lists = `${siteAddress}/lists`;

describe("lists", () => {
  test("a new list is answered 201 with its address made from the first display name", () => {
    const reply = northmere().pat.post(lists, { displayName: "PRRisks", list: { template: "genericList" } });
    expect(reply.status).toBe(201);
    expect(reply.json).toMatchObject({
      name: "PRRisks",
      displayName: "PRRisks",
      webUrl: "https://northmere.sharepoint.com/sites/pmo/Lists/PRRisks",
      list: { contentTypesEnabled: false, hidden: false, template: "genericList" },
    });
    expect(reply.headers["ETag"]).toBe(at(reply, "eTag"));
  });

  test("renaming changes the title and keeps the address", () => {
    const world = northmere();
    const list = makeList(world);
    expect(world.pat.patch(list, { displayName: "Risk register", description: "All risks" }).json).toMatchObject({
      displayName: "Risk register",
      name: "PRRisks",
      description: "All risks",
    });
    expect(textOf(world.pat.get(`${lists}/Risk%20register`), "name")).toBe("PRRisks");
  });

  test("a freed title gives a new list another address", () => {
    const world = northmere();
    world.pat.patch(makeList(world), { displayName: "Risk register" });
    expect(textOf(world.pat.post(lists, { displayName: "PRRisks" }), "name")).toBe("PRRisks1");
  });

  test("characters that an address cannot hold are left out of it", () => {
    expect(textOf(northmere().pat.post(lists, { displayName: "Risks: R&D (2026)" }), "name")).toBe("Risks RD (2026)");
  });

  test("a name in the body is refused in Graph's words", () => {
    const reply = northmere().pat.post(lists, { name: "Books" });
    expect([reply.status, errorMessage(reply)]).toEqual([
      400,
      "Cannot define a 'name' for a list as it is assigned by the server. Instead, provide 'displayName'",
    ]);
  });

  test("a taken title is answered 409, also when renaming", () => {
    const world = northmere();
    makeList(world);
    const taken = world.pat.post(lists, { displayName: "prrisks" });
    expect([taken.status, errorCode(taken)]).toEqual([409, "nameAlreadyExists"]);
    world.pat.post(lists, { displayName: "Other" });
    expect(world.pat.patch(`${lists}/Other`, { displayName: "PRRisks" }).status).toBe(409);
  });

  test.each([[{ displayName: "X", list: { template: "generic" } }], [{ displayName: "X", color: "red" }], [{ displayName: " " }], [{}]])(
    "the body %j is answered 400",
    (body) => {
      expect(northmere().pat.post(lists, body).status).toBe(400);
    },
  );

  test("a column that is refused leaves no list behind", () => {
    const { pat } = northmere();
    expect(pat.post(lists, { displayName: "PRRisks", columns: [{ name: "Good", text: {} }, { name: "Bad" }] }).status).toBe(400);
    expect(pat.get(`${lists}/PRRisks`).status).toBe(404);
  });

  test("only managers make and remove lists", () => {
    const world = northmere();
    const list = makeList(world);
    expect(world.wren.post(lists, { displayName: "X" }).status).toBe(403);
    expect(world.wren.delete(list).status).toBe(403);
    expect(world.pat.delete(list).status).toBe(204);
    const gone = world.pat.get(list);
    expect([gone.status, errorMessage(gone)]).toEqual([404, "The specified list was not found"]);
  });

  test("a list is filtered by displayName and by nothing else", () => {
    const world = northmere();
    makeList(world);
    expect(rowsOf(world.pat.get(`${lists}?$filter=displayName eq 'PRRisks'`))).toHaveLength(1);
    const refused = world.pat.get(`${lists}?$filter=name eq 'PRRisks'`);
    expect([refused.status, errorMessage(refused)]).toEqual([400, "The provided filter statement is not supported"]);
  });

  test("lists of the system come only when system is selected, or one is asked for by title", () => {
    const { pat } = northmere();
    const names = (path: string): unknown[] => rowsOf(pat.get(path)).map((list) => list["displayName"]);
    expect(names(lists)).toEqual(["Documents"]);
    expect(names(`${lists}?$select=displayName,system`)).toEqual(["User Information List", "Documents"]);
    expect(names(`${lists}?$filter=displayName eq 'User Information List'`)).toEqual(["User Information List"]);
    expect(pat.get(`${lists}/User%20Information%20List`).status).toBe(200);
  });

  test("columns and rows come with a list when expanded", () => {
    const world = northmere();
    const list = makeList(world);
    world.pat.post(`${list}/items`, { fields: { Title: "Flood", Score: 9 } });
    const reply = world.pat.get(`${list}?select=id,name&expand=columns(select=name,description),items(expand=fields(select=Title,Score))`);
    expect(at(reply, "displayName")).toBeUndefined();
    expect(at(reply, "columns", 1)).toEqual({ name: "Status", description: "" });
    expect(at(reply, "items", 0, "fields")).toMatchObject({ Title: "Flood", Score: 9 });
  });

  test("the people a site has met stand in its User Information List", () => {
    const { pat } = northmere();
    const rows = rowsOf(pat.get(`${lists}/User%20Information%20List/items?$expand=fields($select=Title,EMail,UserName,Name)`));
    expect(rows.map((row) => row["fields"])).toContainEqual(
      expect.objectContaining({
        Title: "Wren Writer",
        EMail: "wren@northmere.example",
        UserName: "wren@northmere.example",
        Name: "i:0#.f|membership|wren@northmere.example",
      }),
    );
    expect(pat.post(`${lists}/User%20Information%20List/items`, { fields: { Title: "X" } }).status).toBe(403);
  });
});
