import { Person, Workbook } from "../../../src/demo/pages/excel";
import { readWorkbook, writeWorkbook } from "../../../src/demo/pages/excel/model/workbook-file";
import { loadOffice } from "./load-office";

test("a kept workbook opens with the same sheets, tables, names, parts and ids", async () => {
  const office = loadOffice();
  await office.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("Costs");
    sheet.getRange("A1:B2").values = [
      ["Key", "Amount"],
      ["C-1", "=1+1"],
    ];
    sheet.tables.add("A1:B2", true).name = "Costs";
    sheet.freezePanes.freezeRows(1);
    sheet.getRange("A2").format.fill.color = "#FFFF00";
    context.workbook.names.add("Amounts", sheet.getRange("B2"));
    context.workbook.customXmlParts.add('<s xmlns="urn:s"/>');
    context.workbook.settings.add("list", { site: "s" });
    context.workbook.comments.add("Costs!A2", "note");
    await context.sync();
  });
  const kept: unknown = JSON.parse(JSON.stringify(writeWorkbook(office.workbook)));
  const opened = new Workbook({ currentYear: 2026 });
  expect(readWorkbook(opened, kept)).toBe(true);
  expect(writeWorkbook(opened)).toEqual(writeWorkbook(office.workbook));
  new Person(opened).typeInto("Costs!A3", "C-2");
  expect(opened.table("Costs")?.area.rowCount).toBe(3);
});

test.each([null, 7, {}, { version: 2, sheets: [] }, { version: 1, sheets: [{ name: 5 }] }])(
  "what is not a kept workbook (%p) leaves the new one as it is",
  (kept) => {
    const workbook = new Workbook({ currentYear: 2026 });
    expect(readWorkbook(workbook, kept)).toBe(false);
    expect(workbook.sheets.map((sheet) => sheet.name)).toEqual(["Sheet1"]);
  },
);
