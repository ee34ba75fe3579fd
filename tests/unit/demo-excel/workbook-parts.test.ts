import { loadOffice, type OfficeInNode } from "./load-office";

let office: OfficeInNode;

beforeEach(() => {
  office = loadOffice();
});

test("a custom XML part is found by namespace, replaced and deleted", async () => {
  await office.Excel.run(async (context) => {
    const parts = context.workbook.customXmlParts;
    const added = parts.add('<snapshot xmlns="urn:project-registers:snapshot"><row/></snapshot>').load("id,namespaceUri");
    await context.sync();
    expect(added.namespaceUri).toBe("urn:project-registers:snapshot");
    const found = parts.getByNamespace("urn:project-registers:snapshot").getOnlyItemOrNullObject();
    found.setXml('<snapshot xmlns="urn:project-registers:snapshot">2</snapshot>');
    const xml = parts.getItem(added.id).getXml();
    await context.sync();
    expect(xml.value).toContain(">2<");
    found.delete();
    const count = parts.getByNamespace("urn:project-registers:snapshot").getCount();
    await context.sync();
    expect(count.value).toBe(0);
  });
});

test("settings keep objects under a key", async () => {
  await office.Excel.run(async (context) => {
    const { settings } = context.workbook;
    settings.add("list", { site: "s", version: 2 });
    const kept = settings.getItem("LIST").load("key,value");
    const missing = settings.getItemOrNullObject("other");
    await context.sync();
    expect([kept.key, kept.value, missing.isNullObject]).toEqual(["list", { site: "s", version: 2 }, true]);
    settings.getItem("list").delete();
    settings.load("items/key");
    await context.sync();
    expect(settings.items).toEqual([]);
  });
});

test("a name follows its cells and feeds a list rule", async () => {
  await office.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("Lists");
    sheet.getRange("A1:A3").values = [["Red"], ["Amber"], ["Green"]];
    context.workbook.names.add("RagChoices", sheet.getRange("A1:A3"));
    sheet.visibility = "Hidden";
    const cell = context.workbook.worksheets.getItem("Sheet1").getRange("B2");
    cell.dataValidation.rule = { list: { inCellDropDown: true, source: "=RagChoices" } };
    cell.values = [["Purple"]];
    cell.dataValidation.load("type,valid,rule");
    await context.sync();
    expect([cell.dataValidation.type, cell.dataValidation.valid]).toEqual(["List", false]);
  });
  office.person.insertRows("Lists!1:1");
  await office.Excel.run(async (context) => {
    const name = context.workbook.names.getItem("ragchoices").load("formula,type");
    await context.sync();
    expect([name.formula, name.type]).toEqual(["=Lists!A2:A4", "Range"]);
  });
  expect(office.person.typeInto("Sheet1!B2", "Blue").ok).toBe(false);
  expect(office.person.typeInto("Sheet1!B2", "amber").ok).toBe(true);
  expect(office.person.paste("Sheet1!B2", [["Blue"]]).ok).toBe(true);
});

test("validation can be cleared", async () => {
  await office.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:A5");
    range.dataValidation.rule = { list: { inCellDropDown: true, source: "Yes,No" } };
    range.dataValidation.errorAlert = { title: "Choose", message: "Choose Yes or No.", showAlert: true, style: "Stop" };
    range.dataValidation.clear();
    range.dataValidation.load("type");
    await context.sync();
    expect(range.dataValidation.type).toBe("None");
  });
});

test("a comment stands on one cell, can be changed and deleted", async () => {
  await office.Excel.run(async (context) => {
    const { comments } = context.workbook;
    comments.add("Sheet1!C3", "Theirs: 5");
    const comment = comments.getItemByCell("Sheet1!C3");
    comment.content = "Theirs: 6";
    comment.load("content,authorName");
    const place = comment.getLocation().load("address");
    await context.sync();
    expect([comment.content, place.address]).toEqual(["Theirs: 6", "Sheet1!C3"]);
    comment.delete();
    await context.sync();
  });
  const asking = office.Excel.run(async (context) => {
    context.workbook.comments.getItemByCell("Sheet1!C3").load("content");
    await context.sync();
  });
  await expect(asking).rejects.toMatchObject({ code: "ItemNotFound" });
});

test("cells keep their fill, alignment, width and hidden columns", async () => {
  await office.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange("B2:C3");
    range.format.fill.color = "#FFC7CE";
    range.format.horizontalAlignment = "Right";
    range.format.wrapText = true;
    range.format.columnWidth = 120;
    range.getColumn(1).columnHidden = true;
    range.load("columnHidden,format/fill/color,format/horizontalAlignment,format/wrapText,format/columnWidth");
    const first = range.getCell(0, 0).load("format/fill/color");
    await context.sync();
    expect(range.columnHidden).toBeNull();
    expect([range.format.fill.color, range.format.horizontalAlignment, range.format.wrapText, range.format.columnWidth]).toEqual([
      "#FFC7CE",
      "Right",
      true,
      120,
    ]);
    first.format.fill.clear();
    first.format.autofitColumns();
    first.load("format/fill/color");
    range.load("format/fill/color");
    await context.sync();
    expect([first.format.fill.color, range.format.fill.color]).toEqual([null, null]);
  });
});

test("sheets can be added, frozen, shown and found", async () => {
  await office.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("Risk log");
    sheet.freezePanes.freezeRows(1);
    sheet.activate();
    const active = context.workbook.worksheets.getActiveWorksheet().load("name,id");
    const range = sheet.getRange("A:A").load("address,isEntireColumn");
    context.workbook.worksheets.load("items/name");
    context.application.suspendApiCalculationUntilNextSync();
    context.application.suspendScreenUpdatingUntilNextSync();
    await context.sync();
    expect([active.name, range.address, range.isEntireColumn]).toEqual(["Risk log", "'Risk log'!A:A", true]);
    expect(context.workbook.worksheets.items.map((each) => each.name)).toEqual(["Sheet1", "Risk log"]);
  });
  expect(office.workbook.activeSheet.frozen).toEqual({ rows: 1, columns: 0 });
});

test("a whole column can be made text before anything stands in it", async () => {
  await office.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A:A").numberFormat = [["@"]];
    sheet.getRange("A1:A2").values = [["0012"], ["=1+1"]];
    const range = sheet.getRange("A1:A2").load("values");
    await context.sync();
    expect(range.values).toEqual([["0012"], ["=1+1"]]);
  });
});

test("ranges are reached by counting", async () => {
  await office.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRangeByIndexes(1, 1, 3, 2);
    const found = [
      range,
      range.getCell(0, 1),
      range.getRow(2),
      range.getColumn(1),
      range.getRowsBelow(2),
      range.getOffsetRange(1, -1),
      range.getResizedRange(-1, 1),
      range.getLastRow(),
      range.getEntireColumn(),
    ].map((each) => each.load("address"));
    range.load("rowIndex,columnIndex,rowCount,columnCount");
    await context.sync();
    expect(found.map((each) => each.address.replace("Sheet1!", ""))).toEqual(["B2:C4", "C2", "B4:C4", "C2:C4", "B5:C6", "A3:B5", "B2:D3", "B4:C4", "B:C"]);
    expect([range.rowIndex, range.columnIndex, range.rowCount, range.columnCount]).toEqual([1, 1, 3, 2]);
  });
});
