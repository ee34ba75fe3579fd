import { excelSheet } from "../../../src/hosts";
import type { Result } from "../../../src/kernel";
import { costs } from "../../../src/registers";
import { keyHeader, writeBack, type ExcelSheet, type SheetContent } from "../../../src/workbook";
import { eventsToArrive, loadOffice, type OfficeInNode } from "../demo-excel/load-office";
import { costRow, filledSheet } from "../workbook/cost-rows";

let office: OfficeInNode;
let sheet: ExcelSheet;

beforeEach(() => {
  office = loadOffice();
  sheet = excelSheet();
});

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.fault));
  return result.value;
}

async function insertCosts(): Promise<SheetContent> {
  const name = valueOf(await sheet.insertTable(filledSheet().plan));
  return valueOf(await sheet.readTable(name));
}

describe("inserting", () => {
  it("gives back every cell as it was planned, whatever a text begins with", async () => {
    const { plan } = filledSheet();
    const content = await insertCosts();
    expect(content.headers).toEqual(plan.columns.map(({ header }) => header));
    expect(content.cells).toEqual(plan.cells);
    expect(content).toMatchObject({ tableName: "Costs", firstRow: 2, firstColumn: 0 });
  });

  it("uses the open sheet when it is empty and a new one otherwise, with a name of its own for each table", async () => {
    await insertCosts();
    expect(valueOf(await sheet.insertTable(filledSheet().plan))).toBe("Costs_2");
    expect(valueOf(await sheet.tables())).toEqual(["Costs", "Costs_2"]);
    expect(office.workbook.sheets.filter(({ visibility }) => visibility === "Visible")).toHaveLength(2);
  });

  it("hides the key column and offers the choices of a column, commas and all", async () => {
    const content = await insertCosts();
    expect(office.workbook.activeSheet.hiddenColumns.has(content.headers.indexOf(keyHeader))).toBe(true);
    const status = String.fromCharCode(65 + content.headers.indexOf("Status"));
    expect(office.person.typeInto(`${status}2`, "Nonsense").ok).toBe(false);
    expect(office.person.typeInto(`${status}2`, "Live").ok).toBe(true);
  });

  it("says that the sheet is protected and does not unprotect it", async () => {
    const content = await insertCosts();
    office.workbook.activeSheet.protection = { options: {}, password: undefined };
    const refused = await sheet.writeCells("Costs", updateOf(content));
    expect(refused).toMatchObject({ ok: false, fault: { kind: "hostRefused", says: expect.stringContaining("protected") as string } });
    expect(office.workbook.activeSheet.protection).toBeDefined();
  });
});

function updateOf(content: SheetContent): Parameters<ExcelSheet["writeCells"]>[1] {
  const { snapshot } = filledSheet();
  const row = costRow(2, { Title: "+Scanners and docks", ForecastDate: "2026-11-05" });
  return writeBack({ register: costs, snapshot, content, settled: new Map([["2", row]]) }).update;
}

describe("writing cells", () => {
  it("writes only what differs, as text where it is text, and leaves filters as they were", async () => {
    const content = await insertCosts();
    office.person.filter("Costs", "Title", { filterOn: "Values", values: ["Line 1"] });
    valueOf(await sheet.writeCells("Costs", updateOf(content)));
    const after = valueOf(await sheet.readTable("Costs"));
    const title = content.headers.indexOf("Title");
    expect(after.cells.map((row) => row[title])).toEqual(["Line 1", "+Scanners and docks", "Line 3"]);
    expect(office.workbook.table("Costs")?.filters.size).toBe(1);
  });

  it("writes nothing when rows have moved since they were read", async () => {
    const content = await insertCosts();
    const update = updateOf(content);
    office.person.sort("Costs", "Title", false);
    expect(await sheet.writeCells("Costs", update)).toEqual({ ok: false, fault: { kind: "conflict" } });
  });

  it("waits while somebody types in a cell", async () => {
    const content = await insertCosts();
    office.workbook.setEditing(true);
    const written = sheet.writeCells("Costs", updateOf(content));
    office.workbook.setEditing(false);
    expect(await written).toEqual({ ok: true, value: undefined });
  });

  it("answers that a table is not there", async () => {
    expect(await sheet.readTable("Costs")).toEqual({ ok: false, fault: { kind: "notFound" } });
  });
});

it("appends rows below the table and moves down what stands there", async () => {
  const content = await insertCosts();
  office.person.typeInto("C6", "My own note");
  const cells = filledSheet([costRow(9, { Title: "=New" }), costRow(10)]).plan.cells;
  valueOf(await sheet.appendRows("Costs", { firstRow: 3, cells, numberFormats: cells.map((row) => row.map(() => "@")) }));
  const after = valueOf(await sheet.readTable("Costs"));
  expect(after.cells).toEqual([...content.cells, ...cells]);
  expect(office.workbook.activeSheet.value(7, 2)).toBe("My own note");
});

it("keeps a table's parts apart from those of others and replaces them whole", async () => {
  const hostile = '{"a":"<b> & \\"c\\" ]]>"}';
  valueOf(await sheet.writeParts("Costs", ["one", hostile]));
  valueOf(await sheet.writeParts("Risks", ["three"]));
  valueOf(await sheet.writeParts("Costs", [hostile]));
  office.workbook.xmlParts.push({
    id: "{X}",
    xml: '<!DOCTYPE a [<!ENTITY b "c">]><snapshot xmlns="urn:project-registers:snapshot" table="Costs">&b;</snapshot>',
  });
  expect([...valueOf(await sheet.readParts())].sort()).toEqual(["three", hostile].sort());
});

it("selects a cell on its sheet", async () => {
  await insertCosts();
  valueOf(await sheet.selectCell({ sheetName: office.workbook.activeSheet.name, cell: "C3" }));
  expect(office.workbook.selection).toMatchObject({ row: 2, column: 2, rowCount: 1, columnCount: 1 });
});

it("tells of what a person types, not of its own writing, until it is stopped", async () => {
  let calls = 0;
  const stop = sheet.onChange(() => (calls += 1));
  const content = await insertCosts();
  await eventsToArrive();
  expect(calls).toBe(0);
  office.person.typeInto("D2", "Another title");
  await eventsToArrive();
  expect(calls).toBe(1);
  stop();
  await eventsToArrive();
  office.person.typeInto("D2", String(content.cells[0]?.[3]));
  await eventsToArrive();
  expect(calls).toBe(1);
});
