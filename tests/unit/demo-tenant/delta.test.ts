import { property } from "../../../src/kernel";
import { at, errorCode, makeList, northmere, rowsOf, textOf, type Client, type Reply } from "./fixture";

const unconditional = { "If-Match": "*" };

function world(rows = 0): ReturnType<typeof northmere> & { readonly list: string; readonly items: string; readonly delta: string } {
  const made = northmere();
  const list = makeList(made);
  const items = `${list}/items`;
  for (let number = 1; number <= rows; number += 1) made.wren.post(items, { fields: { Title: `Risk ${String(number)}` } });
  return { ...made, list, items, delta: `${items}/delta` };
}

/** Follows a round to its end: the rows of each page, and the link of the next round. */
function round(client: Client, start: string): { readonly pages: readonly (readonly string[])[]; readonly link: string; readonly replies: readonly Reply[] } {
  const replies: Reply[] = [];
  let path = start;
  for (;;) {
    const reply = client.get(path);
    if (reply.status !== 200) throw new Error(JSON.stringify(reply.json));
    replies.push(reply);
    const next = property(reply.json, "@odata.nextLink");
    if (typeof next !== "string") break;
    path = next;
  }
  const last = replies.at(-1);
  return {
    replies,
    pages: replies.map((reply) => rowsOf(reply).map(({ id }) => String(id))),
    link: last === undefined ? "" : textOf(last, "@odata.deltaLink"),
  };
}

describe("changes since a token", () => {
  test("the first round gives everything in pages, then a delta link on graph.microsoft.com", () => {
    const { ravi, delta } = world(5);
    const { pages, link } = round(ravi, `${delta}?$top=2`);
    expect(pages).toEqual([["1", "2"], ["3", "4"], ["5"]]);
    expect(link).toMatch(/^https:\/\/graph\.microsoft\.com\/v1\.0\/sites\/.*\/items\/delta\?token=/);
  });

  test("the next round gives what changed, in its latest state and once", () => {
    const { ravi, wren, items, delta } = world(3);
    const { link } = round(ravi, `${delta}?$expand=fields`);
    wren.patch(`${items}/2/fields`, { Title: "A" }, unconditional);
    wren.patch(`${items}/2/fields`, { Title: "B" }, unconditional);
    wren.post(items, { fields: { Title: "New" } });
    const second = round(ravi, link);
    expect(second.pages).toEqual([["2", "4"]]);
    expect(at(second.replies[0] ?? ravi.get(link), "value", 0, "fields", "Title")).toBe("B");
    expect(round(ravi, second.link).pages).toEqual([[]]);
  });

  test("a deletion is a tombstone without eTag, dates or fields; the first round shows none", () => {
    const { ravi, wren, items, delta } = world(2);
    const { link } = round(ravi, `${delta}?$expand=fields`);
    wren.delete(`${items}/1`, unconditional);
    const [tombstone] = rowsOf(ravi.get(link));
    expect(Object.keys(tombstone ?? {})).toEqual(["id", "parentReference", "contentType", "deleted"]);
    expect(tombstone).toMatchObject({ id: "1", deleted: { state: "deleted" } });
    expect(round(ravi, delta).pages).toEqual([["2"]]);
  });

  test("a change between two pages comes in the next round and is not lost", () => {
    const { ravi, wren, items, delta } = world(4);
    const first = ravi.get(`${delta}?$top=2`);
    wren.patch(`${items}/4/fields`, { Title: "Late" }, unconditional);
    wren.delete(`${items}/1`, unconditional);
    const rest = round(ravi, textOf(first, "@odata.nextLink"));
    expect(rest.pages).toEqual([["3"]]);
    expect(round(ravi, rest.link).pages).toEqual([["4", "1"]]);
  });

  test("tokens carry the options of the first call", () => {
    const { ravi, wren, items, delta } = world(1);
    const { link } = round(ravi, `${delta}?$expand=fields($select=Title)&$select=id`);
    wren.patch(`${items}/1/fields`, { Title: "A", Score: 3 }, unconditional);
    const row = rowsOf(ravi.get(link))[0];
    expect(Object.keys(row ?? {})).toEqual(["@odata.etag", "id", "fields@odata.context", "fields"]);
    expect(row?.["fields"]).toEqual({ "@odata.etag": row?.["@odata.etag"], Title: "A" });
  });

  test("fields come only when expanded", () => {
    const { ravi, delta } = world(1);
    expect(rowsOf(ravi.get(delta))[0]).not.toHaveProperty("fields");
  });

  test("token=latest gives no rows and a link from now on", () => {
    const { ravi, wren, items, delta } = world(3);
    const { pages, link } = round(ravi, `${delta}?token=latest`);
    expect(pages).toEqual([[]]);
    wren.post(items, { fields: {} });
    expect(round(ravi, link).pages).toEqual([["4"]]);
  });

  test("an empty list has a delta link as well", () => {
    const { ravi, wren, items, delta } = world(0);
    const { link } = round(ravi, delta);
    wren.post(items, { fields: {} });
    expect(round(ravi, link).pages).toEqual([["1"]]);
  });

  test("a filter, and a token of nobody, are answered 400", () => {
    const { ravi, delta } = world(1);
    expect([ravi.get(`${delta}?$filter=fields/Status eq 'x'`).status, ravi.get(`${delta}?token=abc`).status]).toEqual([400, 400]);
  });

  test("a token of another list is answered 400, of a list that is gone 404", () => {
    const { ravi, pat, list, delta } = world(1);
    const { link } = round(ravi, delta);
    pat.post("/sites/northmere.sharepoint.com:/sites/pmo:/lists", { displayName: "Other" });
    const token = link.split("token=")[1] ?? "";
    expect(ravi.get(`/sites/northmere.sharepoint.com:/sites/pmo:/lists/Other/items/delta?token=${token}`).status).toBe(400);
    pat.delete(list);
    expect(ravi.get(link).status).toBe(404);
  });

  test("who may not read the site gets no changes", () => {
    const { olu, delta } = world(1);
    expect(olu.get(delta).status).toBe(403);
  });

  describe("by a switch", () => {
    test("a token is refused with 410 and the address of a fresh start", () => {
      const { ravi, delta, tenant } = world(1);
      const { link } = round(ravi, delta);
      tenant.faults.set("resync410", { remaining: 2 });
      const apply = ravi.get(link);
      expect([apply.status, errorCode(apply)]).toEqual([410, "resyncChangesApplyDifferences"]);
      expect(apply.headers["Location"]).toMatch(/\/items\/delta$/);
      tenant.faults.set("resync410", { remaining: 1, code: "resyncChangesUploadDifferences" });
      expect(errorCode(ravi.get(link))).toBe("resyncChangesUploadDifferences");
      expect(round(ravi, delta).pages).toEqual([["1"]]);
    });

    test("a page is empty and still leads on", () => {
      const { ravi, delta, tenant } = world(3);
      tenant.faults.set("emptyDeltaPage", { remaining: 1 });
      expect(round(ravi, `${delta}?$top=2`).pages).toEqual([[], ["1", "2"], ["3"]]);
    });

    test("an item comes twice in a round, first in an older state: the last occurrence holds", () => {
      const { ravi, wren, items, delta, tenant } = world(2);
      wren.patch(`${items}/2/fields`, { Title: "Newer" }, unconditional);
      tenant.faults.set("duplicateDelta", { remaining: 1 });
      const { pages, replies } = round(ravi, `${delta}?$expand=fields`);
      expect(pages).toEqual([["2", "1", "2"]]);
      const reply = replies[0] ?? ravi.get(delta);
      expect([at(reply, "value", 0, "fields", "Title"), at(reply, "value", 2, "fields", "Title")]).toEqual(["Risk 2", "Newer"]);
      expect(at(reply, "value", 0, "eTag")).not.toBe(at(reply, "value", 2, "eTag"));
    });

    test("an unchanged item comes again", () => {
      const { ravi, delta, tenant } = world(2);
      const { link } = round(ravi, delta);
      tenant.faults.set("duplicateDelta", { remaining: 1 });
      expect(round(ravi, link).pages).toEqual([["1"]]);
    });

    test("the newest change is late and comes in the round after", () => {
      const { ravi, wren, items, delta, tenant } = world(2);
      const { link } = round(ravi, delta);
      wren.patch(`${items}/1/fields`, { Title: "A" }, unconditional);
      tenant.faults.set("laggingDelta", { remaining: 1 });
      const late = round(ravi, link);
      expect(late.pages).toEqual([[]]);
      expect(round(ravi, late.link).pages).toEqual([["1"]]);
    });
  });
});
