import { collectPages, graphPath, lastOccurrences, parseGraphLink } from "../../../src/graph";
import { all, scopes, scripted, type Answer } from "./scripted-graph";

const start = graphPath`/sites/s/lists/l/items/delta`;
const link = (token: string): string => `https://graph.microsoft.com/v1.0/sites/s/lists/l/items/delta?token=${token}`;
const page = (value: readonly unknown[], more: Record<string, string> = {}): Answer => ({ status: 200, body: { value, ...more } });

describe("pages", () => {
  it("follow every nextLink as it came, through empty pages, with the first query only once", async () => {
    const { graph, sent, finish } = scripted({
      answers: [page([1], { "@odata.nextLink": link("b$x") }), page([], { "@odata.nextLink": link("c") }), page([2])],
    });
    const found = await finish(collectPages(graph.pages(start, { scopes, query: { top: 1 }, headers: { Prefer: "p" } })));
    expect(found).toEqual({ ok: true, value: [1, 2] });
    expect(sent.map((request) => request.url)).toEqual([`${link("").split("?")[0] ?? ""}?$top=1`, link("b$x"), link("c")]);
    expect(sent.map((request) => request.headers.get("Prefer"))).toEqual(["p", "p", "p"]);
  });

  it.each(["https://evil.example/v1.0/next", "//evil.example", "javascript:alert(1)", 7])(
    "refuse the forged nextLink %j and everything on its page",
    async (forged) => {
      const { graph, sent, finish } = scripted({ answers: [{ status: 200, body: { value: [1], "@odata.nextLink": forged } }] });
      expect(await finish(all(graph.pages(start, { scopes })))).toMatchObject([{ ok: false, fault: { kind: "unreadable" } }]);
      expect(sent).toHaveLength(1);
    },
  );

  it("end after the first fault", async () => {
    const { graph, finish } = scripted({ answers: [page([1], { "@odata.nextLink": link("b") }), { status: 403 }] });
    expect(await finish(all(graph.pages(start, { scopes })))).toMatchObject([{ ok: true }, { ok: false, fault: { kind: "forbidden" } }]);
  });

  it("do not walk in a circle", async () => {
    const { graph, finish } = scripted({ answers: (request) => page([], { "@odata.nextLink": link(request.url.endsWith("a") ? "b" : "a") }) });
    const found = await finish(all(graph.pages(start, { scopes })));
    expect(found.at(-1)).toMatchObject({ ok: false, fault: { kind: "unreadable" } });
  });

  it.each([undefined, {}, { value: "x" }, []])("are unreadable without a list of values: %j", async (body) => {
    const { graph, finish } = scripted({ answers: [{ status: 200, body }] });
    expect(await finish(all(graph.pages(start, { scopes })))).toMatchObject([{ ok: false, fault: { kind: "unreadable" } }]);
  });
});

describe("delta", () => {
  it("hands over each page and the link for later with the last, an empty last page too", async () => {
    const { graph, finish } = scripted({
      answers: [
        page([{ id: "1" }], { "@odata.nextLink": link("b") }),
        page([], { "@odata.nextLink": link("c") }),
        page([], { "@odata.deltaLink": link("later") }),
      ],
    });
    expect(await finish(all(graph.delta(start, { scopes })))).toEqual([
      { ok: true, value: { items: [{ id: "1" }] } },
      { ok: true, value: { items: [] } },
      { ok: true, value: { items: [], deltaLink: link("later") } },
    ]);
  });

  it("goes on from a stored link", async () => {
    const { graph, sent, finish } = scripted({ answers: [page([], { "@odata.deltaLink": link("d2") })] });
    await finish(all(graph.delta(parseGraphLink(link("d1"))!, { scopes })));
    expect(sent[0]?.url).toBe(link("d1"));
  });

  it("says resyncNeeded on 410, whatever its body", async () => {
    const { graph, finish } = scripted({
      answers: [{ status: 410, body: { error: { code: "resyncChangesApplyDifferences" } }, headers: { Location: "https://evil.example" } }],
    });
    expect(await finish(all(graph.delta(parseGraphLink(link("old"))!, { scopes })))).toMatchObject([{ ok: false, fault: { kind: "resyncNeeded" } }]);
  });

  it("refuses a forged deltaLink and a page without any link", async () => {
    const forged = scripted({ answers: [page([], { "@odata.deltaLink": "https://graph.microsoft.com.evil.example/v1.0/x" })] });
    expect(await forged.finish(all(forged.graph.delta(start, { scopes })))).toMatchObject([{ ok: false, fault: { kind: "unreadable" } }]);
    const cut = scripted({ answers: [page([{ id: "1" }])] });
    expect(await cut.finish(all(cut.graph.delta(start, { scopes })))).toMatchObject([{ ok: false, fault: { kind: "unreadable" } }]);
  });

  it("counts the last of several entries with one id", () => {
    expect(lastOccurrences([{ id: "1", v: 1 }, { id: "2" }, { id: "1", v: 2 }, { none: true }, null])).toEqual([{ id: "2" }, { id: "1", v: 2 }]);
  });
});
