import type { Row } from "../../../src/registers";
import { chunkChanges, chunkFolder, chunkNumber, chunksOf, parseChunk, rowsFromChunks } from "../../../src/store/chunks";
import { folderOf } from "../../../src/store/disk";
import { packedRows, packRows } from "../../../src/store/packed-rows";
import { risks } from "./setting";

const format = packedRows("1");

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

  test("only the chunks of these ids are written again; one whose last row went is empty", () => {
    const chunks = chunksOf(rowsById(row("1"), row("501", "Boiler"), row("1001")), ["501", "1501"]);
    expect([...chunks]).toEqual([
      [1, [row("501", "Boiler")]],
      [3, []],
    ]);
  });

  test("a chunk is written whole and in the order of its ids, and an unsaved row never", () => {
    const unsaved = row(`new:${"a".repeat(32)}`);
    const chunks = chunksOf(rowsById(row("10"), row("9"), unsaved, row("600")), ["9", unsaved.id]);
    expect([...chunks]).toEqual([[0, [row("9"), row("10")]]]);
  });

  test("nothing changed is nothing to write", () => {
    expect(chunksOf(rowsById(row("1")), []).size).toBe(0);
  });

  test("a place's chunks lie in one folder, and a chunk without rows is removed", () => {
    const changes = chunkChanges(risks, chunksOf(rowsById(row("501")), ["501", "1"]), format);
    expect(changes.map(({ drawer, key, value }) => [drawer, folderOf(key), value])).toEqual([
      ["chunks", chunkFolder(risks), packRows([row("501")])],
      ["chunks", chunkFolder(risks), undefined],
    ]);
    expect(new Set(changes.map(({ key }) => key)).size).toBe(2);
  });

  test("rows come back in the order of their ids, whatever the order of the chunks", () => {
    const read = rowsFromChunks(
      [
        { key: "site\nRisks/1", value: packRows([row("501")]) },
        { key: "site\nRisks/0", value: packRows([row("9"), row("10")]) },
      ],
      format,
    );
    expect(read.ok && [...read.value]).toEqual([row("9"), row("10"), row("501")].map((one) => [one.id, one]));
  });

  test.each<[string, unknown]>([
    ["nothing", undefined],
    ["rows as they are", [row("1")]],
    ["an unsaved row", packRows([row(`new:${"a".repeat(32)}`)])],
    ["a row of another chunk", packRows([row("1"), row("500")])],
    ["a row twice", packRows([row("1"), row("1", "again")])],
    ["rows in no order", packRows([row("2"), row("1")])],
  ])("%s is no chunk", (_what, value) => {
    expect(parseChunk(0, value, format)).toMatchObject({ ok: false, fault: { kind: "unreadable" } });
    expect(rowsFromChunks([{ key: "site\nRisks/0", value }], format)).toMatchObject({ ok: false, fault: { kind: "unreadable" } });
  });

  test("a chunk under a key that is no number is unreadable", () => {
    expect(rowsFromChunks([{ key: "site\nRisks/zero", value: packRows([row("1")]) }], format)).toMatchObject({ ok: false });
  });

  test("a chunk is packed when the disk comes to it", () => {
    const packed: string[] = [];
    const watched = (id: string): Row => ({
      ...row(id),
      get values() {
        packed.push(id);
        return { Title: "Ward roof" };
      },
    });
    const changes = chunkChanges(risks, chunksOf(rowsById(watched("1"), watched("501")), ["1", "501"]), format);
    expect(packed).toEqual([]);
    expect(changes[1]?.value).toBeDefined();
    expect(new Set(packed)).toEqual(new Set(["501"]));
  });
});
