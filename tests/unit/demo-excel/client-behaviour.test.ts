import { eventsToArrive, loadOffice, type OfficeInNode } from "./load-office";

let office: OfficeInNode;

beforeEach(() => {
  office = loadOffice();
});

test("reading a property that was not loaded is Microsoft's own error", async () => {
  const reading = office.Excel.run((context) => Promise.resolve(context.workbook.worksheets.getItem("Sheet1").getRange("A1").values));
  await expect(reading).rejects.toMatchObject({ code: "PropertyNotLoaded" });
});

test("a missing sheet is ItemNotFound and names the statement", async () => {
  const writing = office.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Nowhere").getRange("A1").values = [[1]];
    await context.sync();
  });
  await expect(writing).rejects.toMatchObject({ code: "ItemNotFound", debugInfo: { statement: expect.stringContaining("getItem") as string } });
});

test("null objects say so, and what hangs from them too", async () => {
  await office.Excel.run(async (context) => {
    const table = context.workbook.tables.getItemOrNullObject("Nowhere");
    const body = table.getDataBodyRange().load("values");
    const sheet = context.workbook.worksheets.getItemOrNullObject("Sheet1");
    const used = sheet.getUsedRangeOrNullObject();
    await context.sync();
    expect([table.isNullObject, body.isNullObject, sheet.isNullObject, used.isNullObject]).toEqual([true, true, false, true]);
  });
});

test("what was done before a failing action stays done", async () => {
  const batch = office.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1").values = [["kept"]];
    sheet.getRange("A2:B2").values = [["one cell too few"]];
    sheet.getRange("A3").values = [["never"]];
    await context.sync();
  });
  await expect(batch).rejects.toMatchObject({ code: "InvalidArgument" });
  const sheet = office.workbook.activeSheet;
  expect([sheet.value(0, 0), sheet.value(1, 0), sheet.value(2, 0)]).toEqual(["kept", "", ""]);
});

test("a kept range moves with its cells, and is lost after its run", async () => {
  let kept: Excel.Range | undefined;
  await office.Excel.run(async (context) => {
    kept = context.workbook.worksheets.getItem("Sheet1").getRange("B3").load("address");
    await context.sync();
    expect(office.person.insertRows("Sheet1!1:2")).toEqual({ ok: true });
    kept.load("address");
    await context.sync();
    expect(kept.address).toBe("Sheet1!B5");
  });
  await eventsToArrive();
  expect(office.workbook.references.size).toBe(0);
  const range = kept;
  const reuse = async (): Promise<void> => {
    range?.load("address");
    await range?.context.sync();
  };
  await expect(reuse()).rejects.toMatchObject({ code: "InvalidObjectPath" });
});

test("while a person types in a cell a batch fails, and waits if it asks to", async () => {
  const readName = (options: { delayForCellEdit: boolean }): Promise<string> =>
    office.Excel.run(options, async (context) => {
      const { workbook } = context;
      workbook.load("name");
      await context.sync();
      return workbook.name;
    });
  office.workbook.setEditing(true);
  await expect(readName({ delayForCellEdit: false })).rejects.toMatchObject({ code: "InvalidOperationInCellEditMode" });
  const delayed = readName({ delayForCellEdit: true });
  office.workbook.setEditing(false);
  await expect(delayed).resolves.toBe("Registers.xlsx");
});

test("a request over 5 MB is refused whole", async () => {
  const writing = office.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1").values = [["first"]];
    sheet.getRange("A2").values = [["x".repeat(5 * 1024 * 1024)]];
    await context.sync();
  });
  await expect(writing).rejects.toMatchObject({ code: "RequestPayloadSizeLimitExceeded" });
  expect(office.workbook.activeSheet.value(0, 0)).toBe("");
});

test("an answer over 5 MB is refused", async () => {
  const text = "y".repeat(32_000);
  for (let row = 0; row < 200; row++) office.workbook.activeSheet.ensureCell(row, 0).value = text;
  const reading = office.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getUsedRange().load("values");
    await context.sync();
  });
  await expect(reading).rejects.toMatchObject({ code: "ResponsePayloadSizeLimitExceeded" });
});

test("a protected sheet takes no writing and says that it is protected", async () => {
  office.workbook.activeSheet.protection = { options: {}, password: undefined };
  const writing = office.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange("A1").values = [[1]];
    await context.sync();
  });
  await expect(writing).rejects.toMatchObject({ code: "AccessDenied" });
  expect(office.person.typeInto("Sheet1!A1", "x").ok).toBe(false);
  await office.Excel.run(async (context) => {
    const protection = context.workbook.worksheets.getItem("Sheet1").protection.load("protected");
    await context.sync();
    expect(protection.protected).toBe(true);
  });
});

test("a member that the demo's Excel lacks is named", async () => {
  const asking = office.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").charts.load("count");
    await context.sync();
  });
  await expect(asking).rejects.toMatchObject({ code: "ApiNotFound", message: expect.stringContaining("Worksheet.charts") as string });
});

test("names from outside never reach an object's prototype", async () => {
  const answer = office.workbook.sheet("constructor");
  expect(answer).toBeUndefined();
  await office.Excel.run(async (context) => {
    const settings = context.workbook.settings;
    settings.add("__proto__", "value");
    const found = settings.getItemOrNullObject("constructor");
    await context.sync();
    expect(found.isNullObject).toBe(true);
  });
});

test("5,000 rows by 20 columns go out and come back in one request each", async () => {
  const rows = Array.from({ length: 5000 }, (_, row) => Array.from({ length: 20 }, (__, column) => (column === 0 ? `P-${String(row)}` : row * column)));
  const startMs = performance.now();
  await office.Excel.run(async (context) => {
    context.workbook.worksheets.add("Big").getRangeByIndexes(0, 0, 5000, 20).values = rows;
    await context.sync();
  });
  const writtenMs = performance.now();
  const values = await office.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Big").getUsedRange().load("values");
    await context.sync();
    return range.values;
  });
  const readMs = performance.now();
  expect(values).toEqual(rows);
  expect(office.traffic.requests).toBeLessThanOrEqual(4); // two batches, and for each the release of its ranges
  process.stdout.write(`100,000 cells: written in ${(writtenMs - startMs).toFixed(0)} ms, read in ${(readMs - writtenMs).toFixed(0)} ms\n`);
});
