import { strFromU8, unzipSync } from "fflate";
import { calendarDate, pence } from "../../../src/kernel";
import { findHeadings, readTable, writeWorkbook, type Cell, type SheetContent } from "../../../src/exchange";

const plain = { freezeHeading: true, autoFilter: true };

const costs: SheetContent = {
  name: "Costs",
  columns: [
    { heading: "Title", kind: "text", widthCharacters: 40 },
    { heading: "Due", kind: "date", widthCharacters: 18 },
    { heading: "Forecast", kind: "money", widthCharacters: 14 },
    { heading: "Days", kind: "wholeNumber", widthCharacters: 8 },
    { heading: "Record", kind: "link", widthCharacters: 20 },
  ],
  rows: [
    [
      "=HYPERLINK(1)",
      { date: calendarDate(2026, 8, 6)! },
      { pence: pence(-123_450) },
      12,
      { text: "R-0042", href: "https://northmere.sharepoint.com/a?b=1&c=2" },
    ],
    ["Line one\nline two", undefined, { pence: pence(0) }, undefined, { text: "Not safe", href: "javascript:alert(1)" }],
  ],
  titleRows: ["Costs 2026/27", "As at 4 November 2026"],
  ...plain,
};

const write = (...sheets: readonly SheetContent[]): Uint8Array => writeWorkbook({ title: "Costs", sheets, createdAtMs: 1_793_000_000_000 });
const partsOf = (bytes: Uint8Array): ReadonlyMap<string, string> => new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));

async function rowsOf(bytes: Uint8Array): Promise<readonly (readonly Cell[])[]> {
  const table = await readTable(bytes, "Costs.xlsx");
  if (!table.ok) throw new Error(JSON.stringify(table.fault));
  return table.value.sheets[0]!.rows;
}

test("dates, money, numbers and text come back as what they were", async () => {
  expect(await rowsOf(write(costs))).toEqual([
    ["Costs 2026/27"],
    ["As at 4 November 2026"],
    [],
    ["Title", "Due", "Forecast", "Days", "Record"],
    ["=HYPERLINK(1)", { date: "2026-08-06" }, -1234.5, 12, "R-0042"],
    ["Line one\nline two", undefined, 0, undefined, "Not safe"],
  ]);
});

test("the headings of a written sheet are found again below its titles", async () => {
  expect(findHeadings({ name: "Costs", rows: await rowsOf(write(costs)), isHidden: false })).toMatchObject({
    headingRow: 3,
    firstRow: 4,
    headings: costs.columns.map(({ heading }) => heading),
  });
});

test("the same content gives the same bytes", () => {
  expect(write(costs)).toEqual(write(costs));
});

test("a sheet has a frozen heading, a filtered table, widths and a heading row on each printed page", () => {
  const parts = partsOf(write(costs));
  const sheet = parts.get("xl/worksheets/sheet1.xml");
  expect(sheet).toContain('<pane ySplit="4" topLeftCell="A5" activePane="bottomLeft" state="frozen"/>');
  expect(sheet).toContain('<col min="1" max="1" width="40.7109375" customWidth="1"/>');
  expect(parts.get("xl/tables/table1.xml")).toContain('ref="A4:E6" totalsRowShown="0"><autoFilter ref="A4:E6"/>');
  expect(parts.get("xl/workbook.xml")).toContain("'Costs'!$4:$4");
  expect(parts.get("docProps/core.xml")).toContain("<dc:title>Costs</dc:title>");
});

test("a link is written only when it is https", () => {
  const relationships = partsOf(write(costs)).get("xl/worksheets/_rels/sheet1.xml.rels");
  expect(relationships).toContain('Target="https://northmere.sharepoint.com/a?b=1&amp;c=2" TargetMode="External"');
  expect(relationships?.match(/hyperlink/g)).toHaveLength(1);
});

test("text that Excel would take for something else is marked as text for whoever edits it", () => {
  const sheet = partsOf(write({ ...costs, rows: [["=1+1"], ["00123"], ["Scanner"]] })).get("xl/worksheets/sheet1.xml");
  expect(sheet).toMatch(/<c r="A5" s="6" t="s">.*<c r="A6" s="6" t="s">.*<c r="A7" s="5" t="s">/);
  expect(sheet).not.toContain("<f");
});

test("sheet names are cleaned and made different; headings too", () => {
  const columns = ["Note", "note", "", "Two\nlines"].map((heading) => ({ heading, kind: "text" as const, widthCharacters: 10 }));
  const named = (name: string): SheetContent => ({ name, columns, rows: [], ...plain });
  const parts = partsOf(
    write(named("Risks [open]: a/b"), named("risks -open-- a-b"), named("history"), named("Asha's risks"), named(""), named("x".repeat(40))),
  );
  const names = [...(parts.get("xl/workbook.xml") ?? "").matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name);
  expect(names).toEqual(["Risks -open-- a-b", "risks -open-- a-b (2)", "Sheet history", "Asha’s risks", "Sheet", "x".repeat(31)]);
  expect([...(parts.get("xl/tables/table1.xml") ?? "").matchAll(/<tableColumn id="\d" name="([^"]*)"/g)].map(([, name]) => name)).toEqual([
    "Note",
    "note (2)",
    "Column C",
    "Two lines",
  ]);
});

test("a sheet without rows is a table with one blank row, a sheet without columns is no table", () => {
  const parts = partsOf(write({ ...costs, titleRows: [], rows: [] }, { ...costs, name: "None", columns: [], rows: [] }));
  expect(parts.get("xl/tables/table1.xml")).toContain('ref="A1:E2"');
  expect(parts.has("xl/tables/table2.xml")).toBe(false);
});

test("text beyond Excel's limit is cut and says so", async () => {
  const rows = await rowsOf(write({ ...costs, titleRows: [], rows: [["a".repeat(40_000)]] }));
  expect(rows[1]![0]).toBe(`${"a".repeat(32_766)}…`);
});
