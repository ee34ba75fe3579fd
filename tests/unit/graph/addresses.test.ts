import { graphPath, pathSegments, where, type GraphQuery } from "../../../src/graph";
import { scopes, scripted } from "./scripted-graph";

async function urlOf(query: GraphQuery): Promise<URL> {
  const { graph, sent, finish } = scripted({ answers: () => ({ status: 200, body: {} }) });
  await finish(graph.get(graphPath`/x`, { scopes, query }));
  return new URL(sent[0]?.url ?? "");
}

describe("a path", () => {
  it("encodes every value and leaves our own text alone", () => {
    expect(graphPath`/teams/${"t"}/channels/${"19:a@thread.tacv2"}/messages`).toBe("/teams/t/channels/19%3Aa%40thread.tacv2/messages");
    expect(graphPath`/sites/${"h.example"}:/${pathSegments("/sites/the pmo/")}:/lists`).toBe("/sites/h.example:/sites/the%20pmo:/lists");
    expect(graphPath`/items/${7}`).toBe("/items/7");
  });

  it.each(["", ".", "..", "%00\u0000"])("of a value that can name nothing (%j) is not found, and nothing is sent", async (value) => {
    const { graph, sent, finish } = scripted({ answers: [] });
    expect(await finish(graph.delete(graphPath`/sites/s/lists/${value}`, { scopes }))).toEqual({ ok: false, fault: { kind: "notFound" } });
    expect(await finish(graph.get(graphPath`/x:/${pathSegments(`a/${value}/b`)}`, { scopes }))).toEqual({ ok: false, fault: { kind: "notFound" } });
    expect(sent).toEqual([]);
  });
});

describe("a filter", () => {
  it("speaks of fields, doubles apostrophes and is encoded once", async () => {
    const url = await urlOf({ filter: where.fieldEquals("ClientKey", "O'Brien & sons 100%") });
    expect(url.search).toBe("?$filter=fields%2FClientKey%20eq%20%27O%27%27Brien%20%26%20sons%20100%25%27");
    expect(url.searchParams.get("$filter")).toBe("fields/ClientKey eq 'O''Brien & sons 100%'");
  });

  it("compares, joins and adds parentheses only where they change the meaning", () => {
    const late = where.and(where.field("RefNo", "gt", 5), where.field("Open", "eq", true));
    expect(late.filterText).toBe("fields/RefNo gt 5 and fields/Open eq true");
    expect(where.and(late, where.or(where.fieldStartsWith("Title", "a"), where.propertyEquals("displayName", "b"))).filterText).toBe(
      "fields/RefNo gt 5 and fields/Open eq true and (startswith(fields/Title,'a') or displayName eq 'b')",
    );
    expect(where.or(late).filterText).toBe(late.filterText);
  });

  it("cannot be changed by a column's name", () => {
    expect(where.fieldEquals("A eq 1 or B", 1).filterText).toBe("fields/A_x0020_eq_x0020_1_x0020_or_x0020_B eq 1");
  });

  it("refuses a number that is none", () => {
    expect(() => where.fieldEquals("A", Number.NaN)).toThrow(RangeError);
  });
});

describe("a query", () => {
  it("holds what was asked, each part once", async () => {
    const url = await urlOf({
      select: ["id", "displayName"],
      expand: [{ of: "fields", select: ["Title", "_UIVersionString"] }],
      search: { properties: ["displayName", "mail"], text: 'a"b\\' },
      orderBy: [{ field: "RefNo", order: "descending" }],
      top: 200,
      token: "latest",
      whenNameTaken: "fail",
    });
    expect(Object.fromEntries(url.searchParams)).toEqual({
      $select: "id,displayName",
      $expand: "fields($select=Title,_UIVersionString)",
      $search: '"displayName:a\\"b\\\\" OR "mail:a\\"b\\\\"',
      $orderby: "fields/RefNo desc",
      $top: "200",
      token: "latest",
      "@microsoft.graph.conflictBehavior": "fail",
    });
  });

  it("is empty when nothing is asked", async () => {
    expect((await urlOf({})).search).toBe("");
  });
});
