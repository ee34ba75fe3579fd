import { eventsToArrive, loadOffice, type OfficeInNode } from "./load-office";

let office: OfficeInNode;
let tableChanges: Excel.TableChangedEventArgs[];
let sheetChanges: Excel.WorksheetChangedEventArgs[];

beforeEach(async () => {
  office = loadOffice();
  tableChanges = [];
  sheetChanges = [];
  await office.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("Risks");
    sheet.getRange("A1:B3").values = [
      ["Key", "Score"],
      ["R-1", 4],
      ["R-2", 9],
    ];
    const table = sheet.tables.add("A1:B3", true);
    table.name = "Risks";
    table.onChanged.add((change) => {
      tableChanges.push(change);
      return Promise.resolve();
    });
    sheet.onChanged.add((change) => {
      sheetChanges.push(change);
      return Promise.resolve();
    });
    await context.sync();
  });
  await eventsToArrive();
  tableChanges = [];
  sheetChanges = [];
});

test("a person's edit of one cell tells both values", async () => {
  office.person.typeInto("Risks!B2", "15");
  await eventsToArrive();
  expect(tableChanges).toHaveLength(1);
  expect(tableChanges[0]).toMatchObject({
    changeType: "RangeEdited",
    address: "B2",
    source: "Local",
    details: { valueBefore: 4, valueAfter: 15, valueTypeBefore: "Double", valueTypeAfter: "Double" },
  });
  expect(sheetChanges[0]).toMatchObject({ address: "B2", triggerSource: "Unknown" });
});

test("a paste of several cells tells no values", async () => {
  office.person.paste("Risks!A2", [
    ["R-7", "1"],
    ["R-8", "2"],
  ]);
  await eventsToArrive();
  expect(tableChanges[0]).toMatchObject({ address: "A2:B3", changeType: "RangeEdited" });
  expect(tableChanges[0]?.details).toBeUndefined();
});

test("the add-in's own writing is marked, so that it can be left out", async () => {
  await office.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Risks").getRange("B3").values = [[10]];
    await context.sync();
  });
  await eventsToArrive();
  expect(sheetChanges.map((change) => change.triggerSource)).toEqual(["ThisLocalAddin"]);
});

test("a co-author's edit is remote", async () => {
  office.coauthor.typeInto("Risks!B2", "3");
  await eventsToArrive();
  expect([tableChanges[0]?.source, sheetChanges[0]?.source]).toEqual(["Remote", "Remote"]);
});

test("an event leads back to its cells after they moved", async () => {
  office.person.typeInto("Risks!B3", "11");
  await eventsToArrive();
  office.person.insertRows("Risks!2:2");
  const change = tableChanges[0];
  await office.Excel.run(async (context) => {
    const range = change?.getRangeOrNullObject(context).load("address,values");
    await context.sync();
    expect([range?.address, range?.values]).toEqual(["Risks!B4", [[11]]]);
  });
});

test("inserted and deleted rows are told to the table and the sheet", async () => {
  office.person.insertRows("Risks!3:3");
  office.person.deleteRows("Risks!2:2");
  await eventsToArrive();
  expect(tableChanges.map((change) => [change.changeType, change.address])).toEqual([
    ["RowInserted", "3:3"],
    ["RowDeleted", "2:2"],
  ]);
  expect(sheetChanges.map((change) => change.changeType)).toEqual(["RowInserted", "RowDeleted"]);
});

test("selections are told with their address", async () => {
  const selected: string[] = [];
  await office.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Risks").onSelectionChanged.add((selection) => {
      selected.push(selection.address);
      return Promise.resolve();
    });
    await context.sync();
  });
  office.person.select("Risks!B2:B3");
  await eventsToArrive();
  expect(selected).toEqual(["B2:B3"]);
  await office.Excel.run(async (context) => {
    const range = context.workbook.getSelectedRange().load("address");
    await context.sync();
    expect(range.address).toBe("Risks!B2:B3");
  });
});

test("no event comes while the add-in has switched events off", async () => {
  await office.Excel.run(async (context) => {
    context.runtime.enableEvents = false;
    await context.sync();
  });
  office.person.typeInto("Risks!B2", "15");
  await eventsToArrive();
  expect(tableChanges).toEqual([]);
});

test("after removal a handler hears nothing", async () => {
  const heard: string[] = [];
  const handler = await office.Excel.run(async (context) => {
    const added = context.workbook.tables.onChanged.add((change) => {
      heard.push(change.address);
      return Promise.resolve();
    });
    await context.sync();
    return added;
  });
  office.person.typeInto("Risks!B2", "1");
  await eventsToArrive();
  await office.Excel.run(handler.context, async (context) => {
    handler.remove();
    await context.sync();
  });
  office.person.typeInto("Risks!B2", "2");
  await eventsToArrive();
  expect(heard).toEqual(["B2"]);
});
