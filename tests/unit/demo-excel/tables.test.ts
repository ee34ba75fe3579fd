import { eventsToArrive, loadOffice, type OfficeInNode } from "./load-office";

let office: OfficeInNode;
const header = ["_id", "Title", "Amount", "Due"];

beforeEach(() => {
  office = loadOffice();
});

async function addCosts(rows: readonly (readonly (string | number)[])[]): Promise<void> {
  await office.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("Costs");
    const range = sheet.getRangeByIndexes(0, 0, rows.length + 1, header.length);
    sheet.getRangeByIndexes(1, 0, rows.length, 2).numberFormat = rows.map(() => ["@", "@"]);
    sheet.getRangeByIndexes(1, 3, rows.length, 1).numberFormat = rows.map(() => ["dd/mm/yyyy"]);
    range.values = [header, ...rows].map((row) => [...row]);
    const table = sheet.tables.add(range, true);
    table.name = "Costs";
    await context.sync();
  });
}

test("a table with text columns gives back what was put in, whatever it looks like", async () => {
  const dirty = [
    ["001", '=HYPERLINK("http://x.example")', 1234.5, 46240],
    ["002", "+44 20 7946 0000", -5, 46241],
    ["003", "-10% against plan", 0, ""],
    ["004", "3/4", 7, ""],
    ["005", "'quoted", 8, ""],
  ];
  await addCosts(dirty);
  await office.Excel.run(async (context) => {
    const body = context.workbook.tables.getItem("Costs").getDataBodyRange().load("values,formulas,text,valueTypes,address");
    await context.sync();
    expect(body.address).toBe("Costs!A2:D6");
    expect(body.values).toEqual(dirty);
    expect(body.formulas).toEqual(dirty);
    expect(body.text[0]?.[3]).toBe("06/08/2026");
    expect(body.valueTypes[1]).toEqual(["String", "String", "Double", "Double"]);
  });
});

test("the same texts without the text format become formulas, numbers and days", async () => {
  await office.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1:F1");
    range.values = [["=1+1", "-2*3", "0012", "2026-08-06", "03/04/2026", "30/06/2026"]];
    range.load("values,formulas");
    await context.sync();
    expect(range.values).toEqual([[2, -6, 12, 46240, 46085, "30/06/2026"]]);
    expect(range.formulas[0]?.slice(0, 2)).toEqual(["=1+1", "=-2*3"]);
  });
});

test("rows written directly below become part of the table and take its formats", async () => {
  await addCosts([["1", "First", 1, ""]]);
  await office.Excel.run(async (context) => {
    const table = context.workbook.tables.getItem("Costs");
    table.getDataBodyRange().getRowsBelow(2).values = [
      ["2", "Second", 2, ""],
      ["3", "Third", 3, ""],
    ];
    const body = table.getDataBodyRange().load("values,numberFormat");
    const count = table.rows.load("count");
    await context.sync();
    expect(body.values).toHaveLength(3);
    expect(count.count).toBe(3);
    expect(body.numberFormat[2]).toEqual(["@", "@", "General", "dd/mm/yyyy"]);
  });
});

test("resize first, format, then write keeps text as text in the new rows", async () => {
  await addCosts([["1", "First", 1, ""]]);
  await office.Excel.run(async (context) => {
    const table = context.workbook.tables.getItem("Costs");
    table.resize(table.getRange().getResizedRange(1, 0));
    const added = table.getDataBodyRange().getLastRow();
    added.numberFormat = [["@", "@", "General", "General"]];
    added.values = [["007", "=1", 5, ""]];
    added.load("values");
    await context.sync();
    expect(added.values).toEqual([["007", "=1", 5, ""]]);
  });
});

test("null leaves a cell alone and an empty text clears it", async () => {
  await addCosts([["1", "First", 1, 2]]);
  await office.Excel.run(async (context) => {
    const body = context.workbook.tables.getItem("Costs").getDataBodyRange();
    body.values = [[null, "", 9, null]];
    body.load("values");
    await context.sync();
    expect(body.values).toEqual([["1", "", 9, 2]]);
  });
});

test("columns are found by header text and keep their ids when a person moves them", async () => {
  await addCosts([["1", "First", 1, ""]]);
  const idBefore = await office.Excel.run(async (context) => {
    const column = context.workbook.tables.getItem("Costs").columns.getItem("Amount").load("id,index");
    await context.sync();
    expect(column.index).toBe(2);
    return column.id;
  });
  expect(office.person.insertColumns("Costs!B1:B2")).toEqual({ ok: true });
  await office.Excel.run(async (context) => {
    const table = context.workbook.tables.getItem("Costs");
    const column = table.columns.getItem("Amount").load("id,index");
    const columns = table.columns.load("items/name");
    await context.sync();
    expect(column.index).toBe(3);
    expect(column.id).toBe(idBefore);
    expect(columns.items.map((each) => each.name)).toEqual(["_id", "Column2", "Title", "Amount", "Due"]);
  });
});

test("filters hide rows until their criteria are cleared", async () => {
  await addCosts([
    ["1", "First", 1, ""],
    ["2", "Second", 2, ""],
  ]);
  expect(office.person.filter("Costs", "Title", { filterOn: "Values", values: ["Second"] })).toEqual({ ok: true });
  await office.Excel.run(async (context) => {
    const table = context.workbook.tables.getItem("Costs");
    const firstRow = table.getDataBodyRange().getRow(0).load("rowHidden");
    const filter = table.autoFilter.load("criteria,isDataFiltered");
    await context.sync();
    expect(firstRow.rowHidden).toBe(true);
    expect(filter.isDataFiltered).toBe(true);
    expect(filter.criteria[1]).toEqual({ filterOn: "Values", values: ["Second"] });
    table.autoFilter.clearCriteria();
    firstRow.load("rowHidden");
    await context.sync();
    expect(firstRow.rowHidden).toBe(false);
  });
});

test("a table can be styled, sorted, and deleted with its cells", async () => {
  await addCosts([
    ["1", "First", 1, ""],
    ["2", "Second", 2, ""],
  ]);
  await office.Excel.run(async (context) => {
    const table = context.workbook.tables.getItem("Costs");
    table.showBandedRows = false;
    table.style = "TableStyleLight1";
    table.sort.apply([{ key: 2, ascending: false }]);
    const body = table.getDataBodyRange().load("values");
    table.load("showBandedRows,style");
    await context.sync();
    expect([table.showBandedRows, table.style]).toEqual([false, "TableStyleLight1"]);
    expect(body.values.map((row) => String(row[0]))).toEqual(["2", "1"]);
    table.sort.clear();
    table.delete();
    const gone = context.workbook.tables.getItemOrNullObject("Costs");
    const used = context.workbook.worksheets.getItem("Costs").getUsedRangeOrNullObject();
    await context.sync();
    expect([gone.isNullObject, used.isNullObject]).toEqual([true, true]);
  });
});

test("a table may not overlap another", async () => {
  await addCosts([["1", "First", 1, ""]]);
  const overlapping = office.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Costs").tables.add("B2:C3", true);
    await context.sync();
  });
  await expect(overlapping).rejects.toMatchObject({ code: "InvalidArgument" });
});

test("cells under a person's inserted and deleted rows move with the table", async () => {
  await addCosts([
    ["1", "First", 1, ""],
    ["2", "Second", 2, ""],
    ["3", "Third", 3, ""],
  ]);
  office.person.insertRows("Costs!3:3");
  office.person.deleteRows("Costs!2:2");
  await eventsToArrive();
  await office.Excel.run(async (context) => {
    const body = context.workbook.tables.getItem("Costs").getDataBodyRange().load("values,address");
    await context.sync();
    expect(body.address).toBe("Costs!A2:D4");
    expect(body.values.map((row) => String(row[0]))).toEqual(["", "2", "3"]);
  });
});
