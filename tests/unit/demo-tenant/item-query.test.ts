import { at, errorCode, errorMessage, makeList, northmere, rowsOf, textOf, type Northmere } from "./fixture";

const prefer = { Prefer: "HonorNonIndexedQueriesWarningMayFailRandomly" };

function rows(count: number): Northmere & { readonly items: string } {
  const world = northmere();
  const items = `${makeList(world)}/items`;
  for (let number = 1; number <= count; number += 1) {
    world.wren.post(items, {
      fields: {
        Title: `Risk ${String(number)}`,
        Status: number % 2 === 0 ? "Open" : "Closed",
        Score: number,
        Due: `2026-08-${String((number % 28) + 1).padStart(2, "0")}T12:00:00Z`,
      },
    });
  }
  return { ...world, items };
}

function ids(world: Northmere, path: string, headers: Readonly<Record<string, string>> = {}): unknown[] {
  return rowsOf(world.ravi.get(path, headers)).map((row) => Number(row["id"]));
}

describe("reading many items", () => {
  test("a page is 200 rows unless $top says else, and the next link leads to the rest", () => {
    const world = rows(203);
    const first = world.ravi.get(`${world.items}?$expand=fields($select=Title)`);
    expect(rowsOf(first)).toHaveLength(200);
    const link = textOf(first, "@odata.nextLink");
    expect(link).toMatch(/^https:\/\/graph\.microsoft\.com\/v1\.0\/sites\/.*\/items\?.*\$skiptoken=/);
    const second = world.ravi.get(link);
    expect(rowsOf(second).map((row) => at({ ...second, json: row }, "fields", "Title"))).toEqual(["Risk 201", "Risk 202", "Risk 203"]);
    expect(at(second, "@odata.nextLink")).toBeUndefined();
  });

  test("a row that goes away between two pages hides no other", () => {
    const world = rows(6);
    const link = textOf(world.ravi.get(`${world.items}?$top=3`), "@odata.nextLink");
    world.wren.delete(`${world.items}/3`, { "If-Match": "*" });
    expect(ids(world, link)).toEqual([4, 5, 6]);
  });

  test.each(["0", "-1", "x"])("$top=%s is answered 400", (top) => {
    const world = rows(0);
    expect(world.ravi.get(`${world.items}?$top=${top}`).status).toBe(400);
  });

  test.each(["$count=true", "$skip=5", "$search=x", "colour=red"])("the option %s is answered 400", (option) => {
    const world = rows(0);
    expect(world.ravi.get(`${world.items}?${option}`).status).toBe(400);
  });

  test("an indexed column is filtered without a header", () => {
    const world = rows(6);
    expect(ids(world, `${world.items}?$filter=fields/Status eq 'open'`)).toEqual([2, 4, 6]);
  });

  test("a column that is not indexed is refused in the service's words, even in a short list", () => {
    const world = rows(2);
    const reply = world.ravi.get(`${world.items}?$filter=startswith(fields/Title,'Risk')`);
    expect([reply.status, errorCode(reply)]).toEqual([400, "invalidRequest"]);
    expect(errorMessage(reply)).toBe(
      "Field 'Title' cannot be referenced in filter or orderby as it is not indexed. Provide the 'Prefer: HonorNonIndexedQueriesWarningMayFailRandomly' header to allow this, but be warned that such queries may fail on large lists.",
    );
    expect(world.ravi.get(`${world.items}?$orderby=fields/Title`).status).toBe(400);
  });

  test.each([
    ["fields/Score eq 3", [3]],
    ["fields/Score ne 3", [1, 2, 4, 5]],
    ["fields/Score lt 3", [1, 2]],
    ["fields/Score gt 3", [4, 5]],
    ["fields/Score le 3", [1, 2, 3]],
    ["fields/Score ge 3", [3, 4, 5]],
    ["startswith(fields/Title,'risk 4')", [4]],
    ["fields/Score ge 2 and fields/Status eq 'Closed'", [3, 5]],
    ["(fields/Score ge 2) and (fields/Score le 3)", [2, 3]],
    ["fields/Due ge '2026-08-05T00:00:00Z'", [4, 5]],
    ["fields/Title eq 'Risk ''3'''", []],
  ])("the filter %s keeps %j", (filter, kept) => {
    const world = rows(5);
    expect(ids(world, `${world.items}?$filter=${encodeURIComponent(filter)}`, prefer)).toEqual(kept);
  });

  test.each([
    "Status eq 'Open'",
    "fields/Status",
    "fields/Status eq Open",
    "contains(fields/Title,'x')",
    "fields/Status eq 'Open' or fields/Status eq 'Closed'",
    "fields/Status eq 'Open",
    "createdDateTime gt 2026-01-01",
  ])("the filter %s is answered 400", (filter) => {
    const world = rows(1);
    expect(world.ravi.get(`${world.items}?$filter=${encodeURIComponent(filter)}`, prefer).status).toBe(400);
  });

  test("a value of the wrong type is refused", () => {
    const world = rows(1);
    expect(errorMessage(world.ravi.get(`${world.items}?$filter=fields/Score eq '3'`, prefer))).toContain(
      "A binary operator with incompatible types was detected",
    );
  });

  test("a person is filtered by look-up id; by name nothing is filtered, and the tenant complains", () => {
    const world = rows(2);
    const pat = Number(rowsOf(world.pat.get("/sites/northmere.sharepoint.com:/sites/pmo:/lists/User%20Information%20List/items"))[0]?.["id"]);
    world.wren.patch(`${world.items}/2/fields`, { OwnerLookupId: pat }, { "If-Match": "*" });
    expect(ids(world, `${world.items}?$filter=fields/OwnerLookupId eq ${String(pat)}`, prefer)).toEqual([2]);
    expect(ids(world, `${world.items}?$filter=fields/Owner eq 'Pat Manager'`, prefer)).toEqual([1, 2]);
    expect(world.tenant.usage.report().complaints).toHaveLength(1);
  });

  test("rows are ordered by an indexed column, both ways, over pages", () => {
    const world = rows(4);
    world.clock.advance(1000);
    world.wren.patch(`${world.items}/1/fields`, { Score: 9 }, { "If-Match": "*" });
    expect(ids(world, `${world.items}?$orderby=fields/Modified desc`)[0]).toBe(1);
    const first = world.ravi.get(`${world.items}?$orderby=fields/Status&$top=3`);
    expect([...rowsOf(first).map((row) => Number(row["id"])), ...ids(world, textOf(first, "@odata.nextLink"))]).toEqual([1, 3, 2, 4]);
  });

  describe("over 5,000 rows", () => {
    const world = northmere();
    const items = `${makeList(world)}/items`;
    for (let number = 1; number <= 5001; number += 1)
      world.tenant.listsApp.typeRow({
        site: "pmo",
        list: "PRRisks",
        person: "wren",
        fields: { Title: `Risk ${String(number)}`, Status: number === 7 ? "Rare" : "Open" },
      });

    test("a filter on a column without an index uses too many resources", () => {
      const reply = world.ravi.get(`${items}?$filter=fields/Title eq 'Risk 7'`, prefer);
      expect([errorCode(reply), at(reply, "error", "innerError", "code")]).toEqual(["notSupported", "tooManyResources"]);
    });

    test("an indexed filter that narrows to few rows works, also with another clause behind it", () => {
      expect(ids(world, `${items}?$filter=fields/Status eq 'Rare'`)).toEqual([7]);
      expect(ids(world, `${items}?$filter=fields/Status eq 'Rare' and fields/Title eq 'Risk 7'`, prefer)).toEqual([7]);
    });

    test("an indexed filter that keeps more than 5,000 rows fails too", () => {
      expect(world.tenant.listsApp.typeRow({ site: "pmo", list: "PRRisks", person: "wren", fields: { Status: "Open" } })).toBe(5002);
      expect(world.ravi.get(`${items}?$filter=fields/Status eq 'Open'`).status).toBe(422);
    });

    test("reading the whole list page by page works, with at most 5,000 rows a page", () => {
      const first = world.ravi.get(`${items}?$top=9999`);
      expect(rowsOf(first)).toHaveLength(5000);
      expect(rowsOf(world.ravi.get(textOf(first, "@odata.nextLink")))).toHaveLength(2);
    });
  });
});
