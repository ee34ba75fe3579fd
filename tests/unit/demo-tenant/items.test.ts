import { at, errorCode, errorMessage, makeList, northmere, someText, textOf } from "./fixture";

function world(): ReturnType<typeof northmere> & { readonly list: string; readonly items: string } {
  const made = northmere();
  const list = makeList(made);
  return { ...made, list, items: `${list}/items` };
}

describe("items", () => {
  test("a new item is answered 201 with its fields, eTag and address", () => {
    const { wren, items } = world();
    const reply = wren.post(items, { fields: { Title: "Flood", Score: 9 } });
    expect(reply.status).toBe(201);
    expect(reply.json).toMatchObject({
      id: "1",
      fields: { id: "1", Title: "Flood", Score: 9, ContentType: "Item", _UIVersionString: "1.0", Attachments: false },
    });
    expect(reply.headers["ETag"]).toBe(at(reply, "eTag"));
    expect(reply.headers["Location"]).toMatch(/\/items\/1$/);
  });

  test("the eTag is quoted, opaque, and the same in the header, the item and its fields", () => {
    const { wren, items } = world();
    wren.post(items, { fields: { Title: "Flood" } });
    const reply = wren.get(`${items}/1?$expand=fields`);
    const etag = textOf(reply, "eTag");
    expect(etag).toMatch(/^"[0-9a-f-]{36},1"$/);
    expect([reply.headers["ETag"], at(reply, "@odata.etag"), at(reply, "fields", "@odata.etag")]).toEqual([etag, etag, etag]);
  });

  test("fields come only when expanded, and $select inside narrows them", () => {
    const { wren, items } = world();
    wren.post(items, { fields: { Title: "Flood", Score: 9, Live: true } });
    expect(at(wren.get(`${items}/1`), "fields")).toBeUndefined();
    expect(Object.keys(Object(at(wren.get(`${items}/1?$expand=fields($select=Title,Live)`), "fields")) as object)).toEqual(["@odata.etag", "Title", "Live"]);
    expect(at(wren.get(`${items}/1?$select=id`), "webUrl")).toBeUndefined();
  });

  test("readers read and do not write; strangers to the site do neither", () => {
    const { wren, ravi, olu, items } = world();
    wren.post(items, { fields: { Title: "Flood" } });
    expect([ravi.get(`${items}/1`).status, ravi.post(items, { fields: {} }).status, olu.get(`${items}/1`).status]).toEqual([200, 403, 403]);
    expect(ravi.patch(`${items}/1/fields`, { Title: "X" }).status).toBe(403);
    expect(ravi.delete(`${items}/1`).status).toBe(403);
  });

  test("PATCH …/fields is answered 200 with the fields only, and a new eTag", () => {
    const { wren, items } = world();
    const before = textOf(wren.post(items, { fields: { Title: "Flood" } }), "eTag");
    const reply = wren.patch(`${items}/1/fields`, { Score: 4 }, { "If-Match": before });
    expect(reply.status).toBe(200);
    expect(reply.json).toMatchObject({ Title: "Flood", Score: 4 });
    expect(at(reply, "webUrl")).toBeUndefined();
    expect(at(reply, "@odata.etag")).not.toBe(before);
  });

  test("by a switch PATCH …/fields answers without any eTag", () => {
    const { wren, items, tenant } = world();
    wren.post(items, { fields: { Title: "Flood" } });
    tenant.quirks.etagOnFieldsPatch = false;
    const reply = wren.patch(`${items}/1/fields`, { Score: 4 }, { "If-Match": "*" });
    expect([at(reply, "@odata.etag"), reply.headers["ETag"]]).toEqual([undefined, undefined]);
  });

  test("PATCH of the item itself is answered with the whole item", () => {
    const { wren, items } = world();
    wren.post(items, { fields: { Title: "Flood" } });
    expect(wren.patch(`${items}/1`, { fields: { Score: 4 } }, { "If-Match": "*" }).json).toMatchObject({
      id: "1",
      webUrl: someText,
      fields: { Title: "Flood", Score: 4 },
    });
  });

  test("a change without a difference still makes a version", () => {
    const { wren, items } = world();
    wren.post(items, { fields: { Title: "Flood" } });
    expect(at(wren.patch(`${items}/1/fields`, { Title: "Flood" }, { "If-Match": "*" }), "_UIVersionString")).toBe("2.0");
  });

  test.each([412, 409] as const)("an eTag that does not match is answered %i and changes nothing", (status) => {
    const { wren, items, tenant } = world();
    tenant.quirks.conflictStatus = status;
    const old = textOf(wren.post(items, { fields: { Title: "Flood" } }), "eTag");
    wren.patch(`${items}/1/fields`, { Title: "Fire" }, { "If-Match": old });
    const before = wren.get(`${items}/1?$expand=fields`).body;
    for (const refused of [
      wren.patch(`${items}/1/fields`, { Title: "Storm" }, { "If-Match": old }),
      wren.patch(`${items}/1`, { fields: { Title: "Storm" } }, { "If-Match": old.toUpperCase() }),
      wren.delete(`${items}/1`, { "If-Match": old.replace(/"/g, "") }),
    ]) {
      expect([refused.status, errorCode(refused)]).toEqual([status, "resourceModified"]);
    }
    expect(wren.get(`${items}/1?$expand=fields`).body).toBe(before);
  });

  test("without If-Match the last writer wins, and the tenant complains", () => {
    const { wren, items, tenant } = world();
    wren.post(items, { fields: { Title: "Flood" } });
    expect(wren.patch(`${items}/1/fields`, { Title: "Fire" }).status).toBe(200);
    expect(tenant.usage.report().complaints.map(({ kind }) => kind)).toEqual(["write without If-Match"]);
  });

  test("a deleted item is answered 204, then 404, and its number is never given again", () => {
    const { wren, items } = world();
    const etag = textOf(wren.post(items, { fields: { Title: "Flood" } }), "eTag");
    expect(wren.delete(`${items}/1`, { "If-Match": etag }).status).toBe(204);
    const gone = wren.get(`${items}/1`);
    expect([gone.status, errorCode(gone)]).toEqual([404, "itemNotFound"]);
    expect(wren.patch(`${items}/1/fields`, { Title: "X" }, { "If-Match": etag }).status).toBe(404);
    expect(textOf(wren.post(items, { fields: {} }), "id")).toBe("2");
  });

  test("a value that a unique column already has is answered 400 in SharePoint's words, on create and on change", () => {
    const { wren, items } = world();
    wren.post(items, { fields: { ClientKey: "aa" } });
    wren.post(items, { fields: { ClientKey: "bb" } });
    const created = wren.post(items, { fields: { ClientKey: "AA" } });
    const changed = wren.patch(`${items}/2/fields`, { Title: "X", ClientKey: "aa" }, { "If-Match": "*" });
    for (const refused of [created, changed]) {
      expect([refused.status, errorCode(refused), errorMessage(refused)]).toEqual([
        400,
        "invalidRequest",
        "One or more fields with unique constraints already has the provided value.",
      ]);
    }
    expect(at(wren.get(`${items}/2?$expand=fields`), "fields", "Title")).toBeUndefined();
    expect(wren.get(`${items}/3`).status).toBe(404);
  });

  test("a unique value is free again once its item is deleted or changed, and empty ones do not collide", () => {
    const { wren, items } = world();
    wren.post(items, { fields: { ClientKey: "aa" } });
    wren.delete(`${items}/1`, { "If-Match": "*" });
    expect(wren.post(items, { fields: { ClientKey: "aa" } }).status).toBe(201);
    wren.patch(`${items}/2/fields`, { ClientKey: "bb" }, { "If-Match": "*" });
    expect(wren.post(items, { fields: { ClientKey: "aa" } }).status).toBe(201);
    expect([wren.post(items, { fields: {} }).status, wren.post(items, { fields: {} }).status]).toEqual([201, 201]);
  });

  test("an item may keep its own unique value", () => {
    const { wren, items } = world();
    wren.post(items, { fields: { ClientKey: "aa" } });
    expect(wren.patch(`${items}/1/fields`, { ClientKey: "aa" }, { "If-Match": "*" }).status).toBe(200);
  });

  test.each([
    ["no Content-Type", '{"fields":{}}', {}],
    ["broken JSON", "{", { "Content-Type": "application/json" }],
    ["JSON that is no object", "[]", { "Content-Type": "application/json" }],
    ["a name beside fields", '{"Title":"x"}', { "Content-Type": "application/json" }],
    ["fields that are no object", '{"fields":[]}', { "Content-Type": "application/json" }],
  ])("a body with %s is answered 400", (_what, body, headers) => {
    const { wren, items } = world();
    expect(wren.send("POST", items, { body, headers }).status).toBe(400);
  });

  test("the default of a column fills a field that the writer left out", () => {
    const made = northmere();
    const list = makeList(made, [
      { name: "Status", choice: { choices: ["Open"] }, defaultValue: { value: "Open" } },
      { name: "Score", number: {}, defaultValue: { value: "3" } },
      { name: "Live", boolean: {}, defaultValue: { value: "1" } },
    ]);
    expect(at(made.wren.post(`${list}/items`, { fields: { Score: 5 } }), "fields")).toMatchObject({ Status: "Open", Score: 5, Live: true });
  });

  test("by a switch item times are the site's own, printed with a Z", () => {
    const { wren, items, tenant, clock } = world();
    clock.advance(Date.UTC(2027, 6, 1, 12) - clock.nowMs());
    wren.post(items, { fields: { Title: "Flood" } });
    tenant.quirks.siteLocalTimes = true;
    expect(at(wren.get(`${items}/1`), "createdDateTime")).toBe("2027-07-01T13:00:00Z");
  });
});
