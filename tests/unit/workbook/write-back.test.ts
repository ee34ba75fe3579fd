import { costs, type Row } from "../../../src/registers";
import { diffSheet, refreshSheet, rowKey, writeBack, type SheetContent } from "../../../src/workbook";
import { contentOf, costRow, countedKeys, filledSheet, retyped, site, threeCosts } from "./cost-rows";

const { snapshot, content } = filledSheet();
const place = { site, register: "Costs" };

function settle(sheet: SheetContent, row: Row, more: { published?: SheetContent; id?: string } = {}): ReturnType<typeof writeBack> {
  const { id, ...rest } = more;
  return writeBack({ register: costs, snapshot, content: sheet, settled: new Map([[id ?? row.id, row]]), ...rest });
}

const saved: Row = { ...costRow(1, { ...threeCosts[0]?.values, Title: "Saved", AnnualBudget: 1 }), etag: '"1,2"' };

it("touches only the cells that differ", () => {
  const { update, snapshot: after } = settle(content, saved);
  const [block] = update.blocks;
  expect(block?.firstRow).toBe(0);
  expect(block?.cells).toEqual([content.headers.map((header) => ({ Title: "Saved", "Annual budget": 0.01 })[header] ?? null)]);
  expect(block?.numberFormats[0]?.filter((format) => format !== null)).toEqual(["@", "£#,##0.00"]);
  expect(after.rows.get("1")).toMatchObject({ etag: '"1,2"', values: { Title: "Saved" } });
});

it("keeps formulas, and what was typed after publishing", () => {
  const formula = retyped(content, { row: 0, header: "Annual budget" }, 9, "=1+8");
  const typed = retyped(formula, { row: 0, header: "Title" }, "Typed since");
  const { update, snapshot: after } = settle(typed, saved, { published: formula });
  expect(update.blocks).toEqual([]);
  const diff = diffSheet({ register: costs, snapshot: after, content: typed, makeKey: countedKeys() });
  expect(diff).toMatchObject({ ok: true, value: { rows: [{ id: "1", values: { Title: "Typed since" }, seen: { etag: '"1,2"' } }] } });
});

it("leaves a cell that could not be published, unless the product fills it", () => {
  const typed = retyped(retyped(content, { row: 0, header: "Annual budget" }, "about 600"), { row: 0, header: "Forecast April" }, "about 700");
  const held = new Map([["1", new Set(["AnnualBudget", "FctM01"])]]);
  const { update } = writeBack({ register: costs, snapshot, content: typed, published: typed, settled: new Map([["1", saved]]), held });
  expect(update.blocks[0]?.cells).toEqual([content.headers.map((header) => ({ Title: "Saved", "Annual budget": 0.01 })[header] ?? null)]);
});

it("finds the row by its key after sorting and gives a new row its real key", () => {
  const newId = `new:${"a".repeat(32)}`;
  const sheet = retyped(contentOf(content.headers, [...content.cells].reverse()), { row: 1, header: "_id" }, rowKey(place, newId));
  const { update, snapshot: after } = settle(sheet, costRow(9), { id: newId });
  expect(update.blocks).toMatchObject([{ firstRow: 1 }]);
  expect(update.blocks[0]?.cells[0]?.[0]).toBe(rowKey(place, "9"));
  expect([...after.rows.keys()]).toEqual(["1", "2", "3", "9"]);
});

it("leaves a sheet that settles without a difference", () => {
  const [first, second, third] = threeCosts;
  if (first === undefined || second === undefined || third === undefined) throw new Error("three rows are needed");
  const settled = new Map([first, second, third].map((row) => [row.id, row]));
  const { update, snapshot: after } = writeBack({ register: costs, snapshot, content, settled });
  expect(update.blocks).toEqual([]);
  expect(after).toEqual(snapshot);
});

describe("refreshing", () => {
  const refresh = (sheet: SheetContent, rows: readonly Row[]): ReturnType<typeof refreshSheet> => {
    const diff = diffSheet({ register: costs, snapshot, content: sheet, makeKey: countedKeys() });
    if (!diff.ok) throw new Error("no key column");
    return refreshSheet({ register: costs, snapshot, content: sheet, diff: diff.value, rows, asAtMs: 2_000 });
  };
  const newer = (row: Row | undefined, title: string): Row => ({ ...(row ?? costRow(0)), etag: '"2"', values: { ...row?.values, Title: title } });

  it("keeps a changed row whole, so that somebody else's change to it comes out when it is published", () => {
    const sheet = retyped(content, { row: 0, header: "Title" }, "Mine");
    const { update, snapshot: after } = refresh(sheet, [newer(threeCosts[0], "Theirs"), newer(threeCosts[1], "Second"), threeCosts[2] ?? costRow(3)]);
    expect(update.blocks).toMatchObject([{ firstRow: 1 }]);
    expect(after.rows.get("1")).toEqual(snapshot.rows.get("1"));
    expect(after.rows.get("2")).toMatchObject({ etag: '"2"', values: { Title: "Second" } });
    expect(after.asAtMs).toBe(2_000);
  });

  it("adds new rows at the end, names rows that are gone and does not bring back what the author removed", () => {
    const sheet = contentOf(content.headers, content.cells.slice(1));
    const { added, gone, snapshot: after } = refresh(sheet, [...threeCosts.slice(0, 2), costRow(4)]);
    expect(added?.firstRow).toBe(2);
    expect(added?.cells.map((row) => row[0])).toEqual([rowKey(place, "4")]);
    expect(gone).toEqual(["3"]);
    expect(after.rows.has("4")).toBe(true);
  });
});
