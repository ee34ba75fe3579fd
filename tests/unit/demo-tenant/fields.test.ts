import { at, errorCode, errorMessage, makeList, northmere, rowsOf, siteAddress, type Reply } from "./fixture";

describe("field values", () => {
  function write(fields: unknown): { readonly reply: Reply; readonly read: unknown } {
    const world = northmere();
    const items = `${makeList(world)}/items`;
    const reply = world.wren.post(items, { fields });
    return { reply, read: at(world.wren.get(`${items}/1?$expand=fields`), "fields") };
  }

  test.each([
    ["text", { Title: "Flood" }],
    ["many lines", { Notes: "One\nTwo" }],
    ["a choice, also one that is not on the list (membership is not enforced)", { Status: "Parked" }],
    ["a number", { Score: 0.1 }],
    ["money", { Cost: 1234.5 }],
    ["no", { Live: false }],
    ["a day at noon UTC, as sent", { Due: "2026-08-06T12:00:00Z" }],
  ])("%s is read back as written", (_what, fields) => {
    expect(write(fields).read).toMatchObject(fields);
  });

  test("numbers are doubles: what a double cannot hold is rounded", () => {
    expect(write({ Score: 12345678901234567890 }).read).toMatchObject({ Score: 12345678901234567000 });
  });

  test("an empty column is absent, and null clears", () => {
    const world = northmere();
    const items = `${makeList(world)}/items`;
    world.wren.post(items, { fields: { Title: "Flood", Score: 3 } });
    const cleared = world.wren.patch(`${items}/1/fields`, { Score: null, Notes: null }, { "If-Match": "*" });
    expect(cleared.status).toBe(200);
    expect(cleared.json).not.toHaveProperty("Score");
    expect(cleared.json).not.toHaveProperty("Notes");
  });

  test("several choices need their type beside them", () => {
    expect(write({ "Tags@odata.type": "Collection(Edm.String)", Tags: ["A", "B"] }).read).toMatchObject({ Tags: ["A", "B"] });
    const { reply } = write({ Tags: ["A"] });
    expect([reply.status, errorMessage(reply)?.slice(0, 42)]).toEqual([400, "A value without a type name was found and "]);
  });

  test("several values are cleared by an empty list, not by null", () => {
    const world = northmere();
    const items = `${makeList(world)}/items`;
    world.wren.post(items, { fields: { "Tags@odata.type": "Collection(Edm.String)", Tags: ["A"] } });
    expect(world.wren.patch(`${items}/1/fields`, { Tags: null }, { "If-Match": "*" }).status).toBe(400);
    expect(world.wren.patch(`${items}/1/fields`, { "Tags@odata.type": "Collection(Edm.String)", Tags: [] }, { "If-Match": "*" }).json).not.toHaveProperty(
      "Tags",
    );
  });

  test("a field that the list does not have is answered 400 by name", () => {
    const { reply } = write({ Colour: "red" });
    expect([reply.status, errorCode(reply), errorMessage(reply)]).toEqual([400, "invalidRequest", "Field 'Colour' is not recognized"]);
  });

  test.each(["Created", "Modified", "AuthorLookupId", "id", "_UIVersionString", "ContentType"])("the system's field %s cannot be written", (name) => {
    expect(write({ [name]: "2020-01-01T00:00:00Z" }).reply.status).toBe(400);
  });

  test("a hyperlink cannot be written: 500, as the service answers", () => {
    const { reply } = write({ Link: { Description: "x", Url: "https://northmere.example" } });
    expect([reply.status, errorCode(reply), errorMessage(reply)]).toEqual([500, "generalException", "General exception while processing"]);
  });

  test.each([
    ["text over 255 characters", { Title: "x".repeat(256) }],
    ["lines over 64,000 characters", { Notes: "x".repeat(64_001) }],
    ["a number as text", { Score: "3" }],
    ["text as a number", { Title: 3 }],
    ["yes or no as text", { Live: "true" }],
    ["a day that is no day", { Due: "6 August 2026" }],
    ["a list where one value belongs", { Status: ["Open"] }],
    ["a person under the bare name", { Owner: "Pat" }],
    ["a person who is not in the site", { OwnerLookupId: 999 }],
  ])("%s is answered 400 and stores nothing", (_what, fields) => {
    const { reply, read } = write(fields);
    expect([reply.status, read]).toEqual([400, undefined]);
  });

  test("text of 255 characters and lines of 64,000 are taken", () => {
    expect(write({ Title: "x".repeat(255), Notes: "y".repeat(64_000) }).reply.status).toBe(201);
  });

  test("a name that means something to JavaScript is only a name", () => {
    expect(write(JSON.parse('{"__proto__": "x"}')).reply.status).toBe(400);
    expect(write({ constructor: "x" }).reply.status).toBe(400);
  });

  describe("people", () => {
    function lookupId(world: ReturnType<typeof northmere>, mail: string): number {
      const path = `${siteAddress}/lists/User%20Information%20List/items?$expand=fields($select=EMail)&$filter=fields/EMail eq '${mail}'`;
      return Number(rowsOf(world.pat.get(path, { Prefer: "HonorNonIndexedQueriesWarningMayFailRandomly" }))[0]?.["id"]);
    }

    test("one person is a look-up id, read as text; the name comes only when selected", () => {
      const world = northmere();
      const items = `${makeList(world)}/items`;
      const wren = lookupId(world, "wren@northmere.example");
      expect(at(world.pat.post(items, { fields: { OwnerLookupId: wren } }), "fields")).toMatchObject({ OwnerLookupId: String(wren) });
      expect(world.pat.patch(`${items}/1/fields`, { OwnerLookupId: String(wren) }, { "If-Match": "*" }).status).toBe(200);
      expect(at(world.pat.get(`${items}/1?$expand=fields`), "fields")).not.toHaveProperty("Owner");
      expect(at(world.pat.get(`${items}/1?$expand=fields($select=Owner)`), "fields", "Owner")).toBe("Wren Writer");
    });

    test("several people are objects with look-up id, name and mail", () => {
      const world = northmere();
      const items = `${makeList(world)}/items`;
      const ids = [lookupId(world, "wren@northmere.example"), lookupId(world, "pat@northmere.example")];
      const reply = world.pat.post(items, { fields: { "HelpersLookupId@odata.type": "Collection(Edm.Int32)", HelpersLookupId: ids } });
      expect(at(reply, "fields", "Helpers")).toEqual([
        { LookupId: ids[0], LookupValue: "Wren Writer", Email: "wren@northmere.example" },
        { LookupId: ids[1], LookupValue: "Pat Manager", Email: "pat@northmere.example" },
      ]);
    });
  });

  describe("days typed in Lists", () => {
    test("a day typed in the Lists app is midnight of the site's zone: summer days read as 23:00 of the day before", () => {
      const world = northmere();
      const items = `${makeList(world)}/items`;
      const summer = world.tenant.listsApp.typeRow({ site: "pmo", list: "PRRisks", person: "wren", fields: { Title: "Typed", Due: "2026-08-06" } });
      const winter = world.tenant.listsApp.typeRow({ site: "pmo", list: "PRRisks", person: "wren", fields: { Due: "2026-12-06" } });
      expect(at(world.pat.get(`${items}/${String(summer)}?$expand=fields`), "fields", "Due")).toBe("2026-08-05T23:00:00Z");
      expect(at(world.pat.get(`${items}/${String(winter)}?$expand=fields`), "fields", "Due")).toBe("2026-12-06T00:00:00Z");
    });

    test("by a switch every day reads back as midnight of the site's zone", () => {
      const world = northmere({ quirks: { dateOnlyReadBack: "site midnight" } });
      const items = `${makeList(world)}/items`;
      expect(at(world.pat.post(items, { fields: { Due: "2026-08-06T12:00:00Z" } }), "fields", "Due")).toBe("2026-08-05T23:00:00Z");
    });

    test("typing changes the row, its eTag and its author past every check of ours", () => {
      const world = northmere();
      const items = `${makeList(world)}/items`;
      const etag = at(world.pat.post(items, { fields: { Title: "Flood", Score: 1 } }), "eTag");
      world.tenant.listsApp.typeRow({ site: "pmo", list: "PRRisks", person: "wren", item: 1, fields: { Title: "Fire", Score: null } });
      const read = world.pat.get(`${items}/1?$expand=fields`);
      expect(at(read, "eTag")).not.toBe(etag);
      expect(at(read, "lastModifiedBy", "user", "displayName")).toBe("Wren Writer");
      expect(at(read, "fields")).toMatchObject({ Title: "Fire" });
      world.tenant.listsApp.deleteRow({ site: "pmo", list: "PRRisks", item: 1 });
      expect(world.pat.get(`${items}/1`).status).toBe(404);
      expect(world.tenant.usage.report().complaints).toEqual([]);
    });
  });
});
