import { createAppFolder } from "../../../src/graph";
import { scripted, type Answer } from "./scripted-graph";

const root = "https://graph.microsoft.com/v1.0/me/drive/special/approot";
const item = { id: "f", name: "secret.json", size: 3 };
const json = (body: unknown, status = 200): Answer => ({ status, body });
const taken = (code: string): Answer => json({ error: { code, message: "taken" } }, 409);

describe("the app's own folder is read", () => {
  it("through the link on the item, without a token, or directly when there is none", async () => {
    const script = scripted({
      answers: [
        json({ ...item, "@microsoft.graph.downloadUrl": "https://northmere-my.sharepoint.com/d" }),
        { status: 200, body: "one" },
        json(item),
        { status: 200, body: "two" },
      ],
    });
    const folder = createAppFolder(script.graph);
    for (const expected of ["one", "two"]) {
      const file = await script.finish(folder.read("secret.json"));
      expect(file.ok && new TextDecoder().decode(file.value)).toBe(expected);
    }
    expect(script.sent.map(({ url, headers }) => [url, headers.has("Authorization")])).toEqual([
      [`${root}:/secret.json`, true],
      ["https://northmere-my.sharepoint.com/d", false],
      [`${root}:/secret.json`, true],
      [`${root}:/secret.json:/content`, true],
    ]);
    expect(script.asked[0]?.scopes).toEqual(["Files.ReadWrite.AppFolder"]);
  });

  it("as nothing when the file is not there, or goes between two calls", async () => {
    const script = scripted({ answers: [json({}, 404), json(item), json({}, 404)] });
    const folder = createAppFolder(script.graph);
    for (let call = 0; call < 2; call += 1) expect(await script.finish(folder.read("secret.json"))).toEqual({ ok: true, value: undefined });
  });

  it("not when it is refused, leads elsewhere, or is no small file", async () => {
    const foreign = json({ ...item, "@microsoft.graph.downloadUrl": "https://elsewhere.example/d" });
    const script = scripted({ answers: [json({}, 403), foreign, json({ ...item, size: 70_000 })] });
    const folder = createAppFolder(script.graph);
    for (const kind of ["forbidden", "unreadable", "tooLarge"])
      expect(await script.finish(folder.read("secret.json"))).toMatchObject({ ok: false, fault: { kind } });
  });

  it("until its reader has enough of it", async () => {
    const script = scripted({ answers: ["silence"] });
    const stop = new AbortController();
    const reading = createAppFolder(script.graph).read("secret.json", stop.signal);
    stop.abort();
    expect(await script.finish(reading)).toMatchObject({ ok: false, fault: { kind: "cancelled" } });
  });
});

describe("a file of the app's own folder is made once", () => {
  it("by a write that fails where the name is taken", async () => {
    const script = scripted({ answers: [json(item, 201)] });
    expect(await script.finish(createAppFolder(script.graph).createOnce("secret.json", Uint8Array.of(1)))).toEqual({ ok: true, value: undefined });
    expect(script.sent[0]).toMatchObject({ method: "PUT", url: `${root}:/secret.json:/content?@microsoft.graph.conflictBehavior=fail` });
  });

  it("and one that stands there already is no fault, whatever the code", async () => {
    const script = scripted({ answers: [taken("nameAlreadyExists"), taken("resourceModified")] });
    const folder = createAppFolder(script.graph);
    for (let call = 0; call < 2; call += 1)
      expect(await script.finish(folder.createOnce("secret.json", Uint8Array.of(1)))).toEqual({ ok: true, value: undefined });
  });

  it("and is never sent a second time when the answer got lost", async () => {
    const script = scripted({ answers: [json({}, 504), "network"] });
    const folder = createAppFolder(script.graph);
    for (const kind of ["unavailable", "offline"])
      expect(await script.finish(folder.createOnce("secret.json", Uint8Array.of(1)))).toMatchObject({ ok: false, fault: { kind } });
    expect(script.sent).toHaveLength(2);
  });
});
