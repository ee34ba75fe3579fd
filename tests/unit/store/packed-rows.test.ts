import { valuesFrom, type Row } from "../../../src/registers";
import { packRows, unpackRows } from "../../../src/store/packed-rows";

function row(id: string, title = "Ward roof"): Row {
  return { id, etag: `"${id},1"`, values: { Title: title }, extras: {} };
}

const one = packRows([row("1")]);
const column = (cells: unknown) => ({ ...one, values: [["Title", cells]] });

describe("packed rows", () => {
  test("come back as they were: with gaps, numbers, ticks, extras, and what each says of itself", () => {
    const rows: readonly Row[] = [
      { id: "3", values: {}, extras: {} },
      { id: "7", etag: "a", values: { Title: "Roof", Score: 4.5, Archived: false }, extras: { Theatre: "2" }, changedBy: "Asha Patel", changedAtMs: 5 },
      { id: "8", values: { Score: 0, Owner: "" }, extras: { Theatre: "2", Wing: "North" }, createdBy: "Tom Reid", createdAtMs: 1 },
    ];
    expect(unpackRows(JSON.parse(JSON.stringify(packRows(rows))))).toEqual(rows);
    expect(unpackRows(packRows([]))).toEqual([]);
  });

  test("hold a text that many rows share once, and texts that differ as they are", () => {
    const rows = Array.from({ length: 100 }, (_, index): Row => ({
      id: String(index + 1),
      values: { Title: `Risk ${index}`, Status: index % 3 ? "Open" : "Closed" },
      extras: {},
    }));
    const text = JSON.stringify(packRows(rows));
    expect([text.split("Open").length - 1, text.split("Closed").length - 1, text.split("Title").length - 1]).toEqual([1, 1, 1]);
    expect(text.split("Risk ").length - 1).toBe(100);
    expect(unpackRows(JSON.parse(text))).toEqual(rows);
  });

  test("columns named like parts of Object are columns like any other", () => {
    const values = valuesFrom([
      ["__proto__", "a"],
      ["constructor", 1],
    ]);
    const read = unpackRows(JSON.parse(JSON.stringify(packRows([{ ...row("1"), values }, row("2")]))));
    expect(read?.map((found) => Object.entries(found.values))).toEqual([Object.entries(values), [["Title", "Ward roof"]]]);
  });

  test.each<[string, unknown]>([
    ["nothing", undefined],
    ["a text", "rows"],
    ["rows as they are", [row("1")]],
    ["without extras", { ids: one.ids, parts: one.parts, values: one.values }],
    ["with something that we do not know", { ...one, colour: "red" }],
    ["an id that is a text", { ...one, ids: ["1"] }],
    ["an id of nothing", { ...one, ids: [0] }],
    ["an id that is no whole number", { ...one, ids: [1.5] }],
    ["an id left out", { ...one, ids: new Array<number>(1) }],
    ["columns that are a record", { ...one, values: { Title: ["Ward roof"] } }],
    ["a column without a name", { ...one, values: [[1, ["Ward roof"]]] }],
    ["a column of three", { ...one, values: [["Title", ["Ward roof"], 1]] }],
    ["a column twice", { ...one, values: [...one.values, ...one.values] }],
    ["a column without cells", column(undefined)],
    ["a column that is too short", column([])],
    ["a column that is too long", column(["a", "b"])],
    ["a cell that is a list", column([["a"]])],
    ["a number without end", column([Infinity])],
    ["texts that are none", column({ texts: [1], at: [0] })],
    ["texts that stand nowhere", column({ texts: ["a"] })],
    ["a place behind the texts", column({ texts: ["a"], at: [1] })],
    ["a place before nowhere", column({ texts: ["a"], at: [-2] })],
    ["a place between texts", column({ texts: ["a", "b"], at: [0.5] })],
    ["a place named by an ancestor", column({ texts: ["a"], at: ["length"] })],
    ["an extra that is no text", { ...one, extras: [["Theatre", [4]]] }],
    ["an etag that is no text", { ...one, parts: [["etag", [1]]] }],
    ["a moment that is a text", { ...one, parts: [["changedAtMs", ["now"]]] }],
    ["a part that we do not know", { ...one, parts: [["colour", ["red"]]] }],
    ["a part named by an ancestor", { ...one, parts: [["__proto__", ["red"]]] }],
    ["a part in the place of values", { ...one, parts: [["values", ["red"]]] }],
  ])("%s is unreadable", (_what, packed) => {
    expect(unpackRows(one)).toEqual([row("1")]);
    expect(unpackRows(packed)).toBeUndefined();
  });
});
