import { costs, loadCatalogue } from "../../../src/registers";
import { readSnapshots, snapshotOf, writeSnapshot } from "../../../src/workbook";
import { costRow, filledSheet, shownColumns, site } from "./cost-rows";

const { snapshot } = filledSheet();

beforeAll(async () => {
  await loadCatalogue();
});

it("comes back as it was written, and holds only what the sheet shows", () => {
  expect(readSnapshots(writeSnapshot(snapshot))).toEqual([snapshot]);
  const rows = [costRow(1, { PurchaseOrder: "PO-1" })];
  expect(JSON.stringify(writeSnapshot(snapshotOf({ register: costs, site, rows, columns: shownColumns }, { tableName: "Costs", asAtMs: 1 })))).not.toContain(
    "PO-1",
  );
});

it("is cut into parts of at most 500 KB and is whole only with all of them", () => {
  const rows = Array.from({ length: 1_200 }, (_, index) => costRow(index + 1, { VarianceReason: "a & b < c ".repeat(100) }));
  const large = snapshotOf({ register: costs, site, rows, columns: shownColumns }, { tableName: "Costs", asAtMs: 1 });
  const parts = writeSnapshot(large);
  expect(parts.length).toBeGreaterThan(2);
  for (const part of parts) expect(part.replaceAll("&", "&amp;").replaceAll("<", "&lt;").length).toBeLessThanOrEqual(500_000);
  expect(readSnapshots([...parts].reverse())[0]?.rows.size).toBe(1_200);
  expect(readSnapshots(parts.slice(1))).toEqual([]);
});

it("of several for one table the newest counts", () => {
  const newer = { ...snapshot, asAtMs: 2_000 };
  const other = { ...snapshot, tableName: "Costs_2" };
  expect(readSnapshots([newer, snapshot, other].flatMap(writeSnapshot)).map(({ tableName, asAtMs }) => [tableName, asAtMs])).toEqual([
    ["Costs", 2_000],
    ["Costs_2", 1_000],
  ]);
});

it.each([
  ["no JSON", "{", ""],
  ["another format", "snapshot-1", "snapshot-9"],
  ["a register that there is not", '"register":"Costs"', '"register":"Nothing"'],
  ["a row that is none", '["1",', "[1,"],
  ["a part number outside its set", '"part":0', '"part":7'],
])("leaves out a part with %s", (_what, found, replaced) => {
  const [part = ""] = writeSnapshot(snapshot);
  expect(readSnapshots([part.replace(found, replaced)])).toEqual([]);
});

it("drops values of columns that the register does not have", () => {
  const [part = ""] = writeSnapshot(snapshot);
  const hostile = part.replace('"Title":"Line 1"', '"Title":"Line 1","__proto__":"x","constructor":"y"');
  const [read] = readSnapshots([hostile]);
  expect(Object.keys(read?.rows.get("1")?.values ?? {})).toEqual(Object.keys(snapshot.rows.get("1")?.values ?? {}));
});
