import { at, clientOf, errorCode, northmere, rowsOf, siteAddress, textOf } from "./fixture";

const approot = "/me/drive/special/approot";
const text = { "Content-Type": "text/plain" };

describe("the app's own folder", () => {
  test("it is made on first use under Apps", () => {
    const reply = northmere().pat.get(approot);
    expect(reply.json).toMatchObject({ name: "Project Registers", folder: { childCount: 0 }, specialFolder: { name: "approot" } });
    expect(textOf(reply, "webUrl")).toBe("https://northmere-my.sharepoint.com/personal/pat_northmere_example/Documents/Apps/Project%20Registers");
  });

  test("a file is put, read, replaced and deleted, for each person alone", () => {
    const { pat, wren } = northmere();
    const file = `${approot}:/settings file.json:`;
    expect(pat.send("PUT", `${file}/content`, { body: "one", headers: text }).status).toBe(201);
    const replaced = pat.send("PUT", `${file}/content`, { body: "three", headers: text });
    expect([replaced.status, at(replaced, "size"), at(replaced, "file", "mimeType")]).toEqual([200, 5, "text/plain"]);
    expect(new TextDecoder().decode(Uint8Array.from(Object.values(Object(pat.get(`${file}/content`).body) as Record<string, number>)))).toBe("three");
    expect(rowsOf(pat.get(`${approot}/children`)).map(({ name }) => name)).toEqual(["settings file.json"]);
    expect(wren.get(`${file}/content`).status).toBe(404);
    expect(pat.delete(file.slice(0, -1)).status).toBe(204);
    expect(pat.get(file.slice(0, -1)).status).toBe(404);
  });

  test("its own small scope is enough there, and nowhere else", () => {
    const { tenant } = northmere();
    const app = clientOf(tenant, "pat", ["Files.ReadWrite.AppFolder"]);
    expect(app.send("PUT", `${approot}:/a.txt:/content`, { body: "x", headers: text }).status).toBe(201);
    expect(app.get("/me/drive").status).toBe(403);
  });

  test("a person without OneDrive is answered 404", () => {
    const reply = northmere().ravi.get(approot);
    expect([reply.status, errorCode(reply)]).toEqual([404, "ResourceNotFound"]);
  });
});

describe("an app folder that OneDrive refuses", () => {
  const put = { body: "x", headers: text };

  test("a person to whom it is refused is answered 403 for everything in it, and has a drive all the same", () => {
    const { olu, wren } = northmere();
    const calls = [() => olu.get(approot), () => olu.get(`${approot}/children`), () => olu.send("PUT", `${approot}:/a.txt:/content`, put)];
    for (const call of calls) expect([call().status, errorCode(call())]).toEqual([403, "accessDenied"]);
    expect(olu.get("/me/drive").status).toBe(200);
    expect(wren.get(approot).status).toBe(200);
  });

  test("the switch for refusals strikes it too, and only there when an address is given", () => {
    const { tenant, wren } = northmere();
    tenant.faults.set("forbidden", { pathIncludes: "special/approot" });
    expect(wren.send("PUT", `${approot}:/a.txt:/content`, put).status).toBe(403);
    expect(wren.get(siteAddress.slice(0, -1)).status).toBe(200);
    tenant.faults.clear("forbidden");
    expect(wren.get(`${approot}:/a.txt`).status).toBe(404);
  });

  test("a file that is only to be made stays as it is when another one comes", () => {
    const { wren } = northmere();
    const make = (body: string): number =>
      wren.send("PUT", `${approot}:/secret.json:/content?@microsoft.graph.conflictBehavior=fail`, { body, headers: text }).status;
    expect([make("one"), make("two")]).toEqual([201, 409]);
    expect(new TextDecoder().decode(wren.get(`${approot}:/secret.json:/content`).body as Uint8Array)).toBe("one");
  });
});

describe("files of a site", () => {
  const drive = `${siteAddress}/drive`;

  test("a report is put by path into the site's drive, folders and all", () => {
    const { wren, ravi } = northmere();
    const put = wren.send("PUT", `${drive}/root:/Reports/2026/Pack.pptx:/content`, {
      body: Uint8Array.of(80, 75),
      headers: { "Content-Type": "application/octet-stream" },
    });
    expect(put.status).toBe(201);
    expect(textOf(put, "webUrl")).toBe("https://northmere.sharepoint.com/sites/pmo/Shared%20Documents/Reports/2026/Pack.pptx");
    expect(textOf(put, "eTag")).toMatch(/^"\{[0-9A-F-]{36}\},1"$/);
    expect(at(put, "parentReference", "path")).toBe(`/drives/${textOf(put, "parentReference", "driveId")}/root:/Reports/2026`);
    expect(ravi.get(`${drive}/root:/reports/2026/pack.pptx:/content`).body).toEqual(Uint8Array.of(80, 75));
    expect(rowsOf(ravi.get(`${drive}/root/children`)).map(({ name }) => name)).toEqual(["Reports"]);
  });

  test("the same drive is found by its id, and a file by its own", () => {
    const { wren } = northmere();
    const id = textOf(wren.get(drive), "id");
    const folder = textOf(wren.send("PUT", `/drives/${id}/root:/Reports/a.txt:/content`, { body: "a", headers: text }), "parentReference", "id");
    const put = wren.send("PUT", `/drives/${id}/items/${folder}:/b.txt:/content`, { body: "b", headers: text });
    expect(put.status).toBe(201);
    const file = textOf(put, "id");
    expect(textOf(wren.get(`/drives/${id}/items/${file}`), "name")).toBe("b.txt");
    expect(wren.send("PUT", `/drives/${id}/items/${file}/content`, { body: "bb", headers: text }).status).toBe(200);
    expect(wren.delete(`/drives/${id}/items/${folder}`).status).toBe(204);
    expect(wren.get(`/drives/${id}/items/${file}`).status).toBe(404);
    expect(rowsOf(wren.get(`${siteAddress}/drives`))).toMatchObject([{ id, driveType: "documentLibrary" }]);
  });

  test("a taken name is replaced, refused or numbered, as asked", () => {
    const { wren } = northmere();
    const put = (behaviour: string): ReturnType<typeof wren.send> =>
      wren.send("PUT", `${drive}/root:/Pack.pptx:/content?@microsoft.graph.conflictBehavior=${behaviour}`, { body: "x", headers: text });
    expect(put("fail").status).toBe(201);
    expect([put("fail").status, errorCode(put("fail"))]).toEqual([409, "nameAlreadyExists"]);
    expect(textOf(put("rename"), "name")).toBe("Pack 1.pptx");
    expect(put("replace").status).toBe(200);
  });

  test("an eTag that does not match is answered 412", () => {
    const { wren } = northmere();
    const path = `${drive}/root:/a.txt:/content`;
    const etag = textOf(wren.send("PUT", path, { body: "x", headers: text }), "eTag");
    wren.send("PUT", path, { body: "y", headers: { ...text, "If-Match": etag } });
    const refused = wren.send("PUT", path, { body: "z", headers: { ...text, "If-Match": etag } });
    expect([refused.status, errorCode(refused)]).toEqual([412, "notAllowed"]);
  });

  test("readers read, strangers do not, and neither writes", () => {
    const { wren, ravi, olu } = northmere();
    wren.send("PUT", `${drive}/root:/a.txt:/content`, { body: "x", headers: text });
    expect([ravi.get(`${drive}/root:/a.txt`).status, olu.get(`${drive}/root:/a.txt`).status]).toEqual([200, 403]);
    expect(ravi.send("PUT", `${drive}/root:/a.txt:/content`, { body: "x", headers: text }).status).toBe(403);
    expect(ravi.get("/drives/b!none/root").status).toBe(404);
  });

  test("names that SharePoint refuses are answered 400", () => {
    const { wren } = northmere();
    expect(wren.send("PUT", `${drive}/root:/${encodeURIComponent('a"b.txt')}:/content`, { body: "x", headers: text }).status).toBe(400);
  });

  test("another person's drive is not found by its id", () => {
    const { wren, pat } = northmere();
    const id = textOf(pat.get("/me/drive"), "id");
    expect([pat.get(`/drives/${id}`).status, wren.get(`/drives/${id}`).status]).toEqual([200, 404]);
  });
});
