import { valuesFrom, type Row } from "../../../src/registers";
import { changedChunks, chunkChanges, chunkFolder, chunkNumber, chunksOf, parseChunk, rowsFromChunks } from "../../../src/store/chunks";
import { folderOf } from "../../../src/store/disk";
import { risks } from "./setting";

function row(id: string, title = "Ward roof"): Row {
  return { id, etag: `"${id},1"`, values: { Title: title }, extras: {} };
}

function rowsById(...rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(rows.map((one) => [one.id, one]));
}

describe("chunks of rows", () => {
  test("a chunk is 500 item ids; a row that is not in the list has none", () => {
    expect(["1", "499", "500", "999", "1000"].map(chunkNumber)).toEqual([0, 0, 1, 1, 2]);
    expect([`new:${"a".repeat(32)}`, "", "0", "-1", "1.5", "01", " 1", "1e3", "٣"].map(chunkNumber)).toEqual(Array(9).fill(undefined));
  });

  test("only chunks with a row that was added, changed or removed are written again", () => {
    const before = rowsById(row("1"), row("2"), row("501"), row("1001"), row("1501"));
    const after = rowsById(row("1"), row("2"), row("501", "Boiler"), row("1001"), row("2001"));
    const changed = changedChunks(before, after);
    expect([...changed.keys()].sort()).toEqual([1, 3, 4]);
    expect(changed.get(1)).toEqual([row("501", "Boiler")]);
    expect(changed.get(3)).toEqual([]);
  });

  test("a chunk is written whole and in the order of its ids, and an unsaved row never", () => {
    const unsaved = row(`new:${"a".repeat(32)}`);
    const chunks = chunksOf(rowsById(row("10"), row("9"), unsaved, row("600")), ["9", unsaved.id]);
    expect([...chunks]).toEqual([[0, [row("9"), row("10")]]]);
  });

  test("nothing changed is nothing to write", () => {
    expect(changedChunks(rowsById(row("1")), rowsById(row("1"))).size).toBe(0);
    expect(chunksOf(rowsById(row("1")), []).size).toBe(0);
  });

  test("a place's chunks lie in one folder, and a chunk without rows is removed", () => {
    const changes = chunkChanges(risks, chunksOf(rowsById(row("501")), ["501", "1"]));
    expect(changes.map(({ drawer, key, value }) => [drawer, folderOf(key), value])).toEqual([
      ["chunks", chunkFolder(risks), [row("501")]],
      ["chunks", chunkFolder(risks), undefined],
    ]);
    expect(new Set(changes.map(({ key }) => key)).size).toBe(2);
  });

  test("rows come back in the order of their ids, whatever the order of the chunks", () => {
    const read = rowsFromChunks([
      { key: "site\nRisks/1", value: [row("501")] },
      { key: "site\nRisks/0", value: [row("9"), row("10")] },
    ]);
    expect(read.ok && [...read.value]).toEqual([row("9"), row("10"), row("501")].map((one) => [one.id, one]));
  });

  test.each<[string, unknown]>([
    ["nothing", undefined],
    ["a text", "rows"],
    ["a record", { 0: row("1") }],
    ["a list of texts", ["1"]],
    ["a row without an id", [{ values: {}, extras: {} }]],
    ["a row without extras", [{ id: "1", values: {} }]],
    ["an id that is a number", [{ ...row("1"), id: 1 }]],
    ["an unsaved row", [row(`new:${"a".repeat(32)}`)]],
    ["a row of another chunk", [row("500")]],
    ["a row twice", [row("1"), row("1", "again")]],
    ["a value that is a list", [{ ...row("1"), values: { Title: ["a"] } }]],
    ["a value that is null", [{ ...row("1"), values: { Title: null } }]],
    ["a number without end", [{ ...row("1"), values: { Score: Infinity } }]],
    ["values that are a list", [{ ...row("1"), values: [] }]],
    ["an extra that is no text", [{ ...row("1"), extras: { Theatre: 4 } }]],
    ["an etag that is no text", [{ ...row("1"), etag: 1 }]],
    ["a moment that is a text", [{ ...row("1"), changedAtMs: "now" }]],
    ["a part that we do not know", [{ ...row("1"), colour: "red" }]],
    ["a part named by an ancestor", [Object.fromEntries([...Object.entries(row("1")), ["__proto__", {}]])]],
  ])("%s is no chunk", (_what, value) => {
    expect(parseChunk(0, value)).toMatchObject({ ok: false, fault: { kind: "unreadable" } });
    expect(rowsFromChunks([{ key: "site\nRisks/0", value }])).toMatchObject({ ok: false, fault: { kind: "unreadable" } });
  });

  test("a chunk under a key that is no number is unreadable", () => {
    expect(rowsFromChunks([{ key: "site\nRisks/zero", value: [row("1")] }])).toMatchObject({ ok: false });
  });

  test("columns named like parts of Object are columns like any other", () => {
    const odd: Row = {
      ...row("1"),
      values: valuesFrom([
        ["__proto__", "a"],
        ["constructor", 1],
      ]),
    };
    const read = parseChunk(0, [odd]);
    expect(read.ok && Object.entries(read.value[0]?.values ?? {})).toEqual([
      ["__proto__", "a"],
      ["constructor", 1],
    ]);
  });
});
