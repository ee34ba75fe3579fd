import type { Result } from "../../../src/kernel";
import { costs, registerAsKept } from "../../../src/registers";
import { diffSheet, rowKey, sheetPlan, type DiffRequest, type SheetContent, type SheetDiff } from "../../../src/workbook";
import { contentOf, costRow, countedKeys, filledSheet, retyped, shownColumns, site } from "./cost-rows";

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.fault));
  return result.value;
}

const { snapshot, content } = filledSheet();

function diff(changed: SheetContent, more: Partial<DiffRequest> = {}): SheetDiff {
  return valueOf(diffSheet({ register: costs, snapshot, content: changed, makeKey: countedKeys(), ...more }));
}

function valuesIn(changed: SheetContent): unknown {
  return diff(changed).rows.map(({ position, id, values }) => ({ position, id, values }));
}

function withRow(row: number, ...cells: SheetContent["cells"]): SheetContent {
  return contentOf(content.headers, [...content.cells.slice(0, row), ...cells, ...content.cells.slice(row)]);
}

const blank = content.headers.map(() => "");

describe("what a cell means", () => {
  it("finds nothing in a sheet that nobody touched", () => {
    expect(diff(content)).toEqual({ rows: [], copies: [], refused: [], removed: [], formulas: new Set(), missingHeaders: [] });
  });

  it.each([
    ["Budget April", 1300, { BudM01: 130_000 }],
    ["Budget April", "£1,300", { BudM01: 130_000 }],
    ["Budget April", "(12.50)", { BudM01: -1_250 }],
    ["Budget April", 433.333333, { BudM01: 43_333 }],
    ["Budget April", "", { BudM01: null }],
    ["Forecast last reviewed", 46_240, { ForecastDate: "2026-08-06" }],
    ["Forecast last reviewed", 46_240.75, { ForecastDate: "2026-08-06" }],
    ["Forecast last reviewed", "3/4/2026", { ForecastDate: "2026-04-03" }],
    ["Title", 2026, { Title: "2026" }],
    ["Financial year", "2027-28", { FinancialYear: "2027/28" }],
    ["Capital or revenue", "capital", { CapRev: "Capital" }],
    ["Budget holder", "Tom Reid <Tom.Reid@northmere.example>", { Owner: "Tom Reid", OwnerAddress: "tom.reid@northmere.example" }],
    ["Budget holder", "Tom Reid", { Owner: "Tom Reid", OwnerAddress: null }],
    ["Budget holder", "", { Owner: null, OwnerAddress: null }],
  ])("reads %s holding %p", (header, cell, values) => {
    const [row] = diff(retyped(content, { row: 0, header }, cell)).rows;
    // A column that was empty before and stays so is no change.
    expect(row).toMatchObject({ id: "1", position: 2, values, problems: [], seen: { etag: '"1,1"' } });
  });

  it("gives a name that is already in the register its address", () => {
    const [row] = diff(retyped(content, { row: 1, header: "Budget holder" }, "asha patel")).rows;
    expect(row?.values).toEqual({ Owner: "asha patel", OwnerAddress: "asha.patel@northmere.example" });
  });

  it.each([
    ["Budget April", "about 600", "must be an amount of money"],
    ["Budget April", "#N/A", "holds an error from Excel"],
    ["Budget April", 1e15, "too large"],
    ["Forecast last reviewed", -3, "must be a real date"],
    ["Forecast last reviewed", "soon", "must be a real date"],
    ["Budget holder", "Tom Reid; Asha Patel", "must name one person"],
  ])("says what is wrong with %s holding %p and leaves the cell alone", (header, cell, says) => {
    const [row] = diff(retyped(content, { row: 0, header }, cell)).rows;
    expect(row).toMatchObject({ values: {}, problems: [{ says: expect.stringContaining(says) as string, wrote: String(cell) }] });
  });

  it("pushes a formula's value and marks the cell", () => {
    const found = diff(retyped(content, { row: 0, header: "Forecast April" }, 1400, "=B2*2"));
    expect(found.rows[0]?.values).toEqual({ FctM01: 140_000 });
    expect([...found.formulas]).toEqual(["2 FctM01"]);
  });

  it("takes a cell that reads as the same value for unchanged", () => {
    expect(valuesIn(retyped(content, { row: 0, header: "Forecast April" }, "£1,300.50"))).toEqual([]);
  });
});

describe("which row is meant", () => {
  it("does not care where rows and columns stand", () => {
    const order = [...content.headers.keys()].reverse();
    const turned = contentOf(
      order.map((at) => content.headers[at] ?? ""),
      [...content.cells].reverse().map((row) => order.map((at) => row[at] ?? "")),
    );
    expect(diff(turned)).toMatchObject({ rows: [], copies: [], refused: [], removed: [] });
    expect(valuesIn(retyped(turned, { row: 0, header: "Title" }, "Third"))).toEqual([{ position: 2, id: "3", values: { Title: "Third" } }]);
  });

  it("brings a row without a key as new, with what was filled in", () => {
    const added = blank.map((cell, at) => ({ Title: "New line", "Budget April": 5 })[content.headers[at] ?? ""] ?? cell);
    expect(diff(withRow(1, added, blank)).rows).toEqual([
      { position: 3, values: { Title: "New line", BudM01: 500 }, problems: [], newKey: "1".padStart(32, "0") },
    ]);
  });

  it("lets the first of two rows with one key count and reports the other", () => {
    const found = diff(retyped(withRow(1, content.cells[0] ?? []), { row: 1, header: "Title" }, "A copy"));
    expect(found.rows).toEqual([]);
    expect(found.copies).toEqual([{ position: 3, firstPosition: 2, id: "1" }]);
  });

  it("adds a copy as a new row when its author says so, without what the product fills", () => {
    const copied = retyped(withRow(1, content.cells[0] ?? []), { row: 1, header: "Title" }, "A copy");
    const found = diff(copied, { copiesToAdd: new Set([3]) });
    expect(found.copies).toEqual([]);
    expect(found.rows[0]?.values).toMatchObject({ Title: "A copy", BudM01: 120_000, OwnerAddress: "asha.patel@northmere.example" });
    expect(found.rows[0]?.values).not.toHaveProperty("Ref");
    expect(found.rows[0]?.values).not.toHaveProperty("AnnualBudget");
  });

  it("reports a removed or emptied row and changes nothing", () => {
    const [first = [], , third = []] = content.cells;
    const emptied = contentOf(content.headers, [first, third.map((cell, at) => (at === 0 ? cell : ""))]);
    expect(diff(emptied)).toMatchObject({ rows: [], removed: ["2", "3"] });
  });

  it.each([
    ["typed over", "2"],
    ["counted up by filling down", "i2-bbbbbb"],
    ["of another register", rowKey({ site, register: "Risks" }, "1")],
    ["of another site", rowKey({ site: "elsewhere", register: "Costs" }, "1")],
    ["of no row in this table", rowKey({ site, register: "Costs" }, "77")],
  ])("refuses a key that was %s", (_what, key) => {
    const found = diff(retyped(content, { row: 0, header: "_id" }, key));
    expect(found.rows).toEqual([]);
    expect(found.refused).toEqual([{ position: 2, says: expect.any(String) as string }]);
  });

  it("says which columns are gone and never takes them for cleared", () => {
    const renamed = contentOf(
      content.headers.map((header) => (header === "Title" ? "My title" : header)),
      content.cells,
    );
    expect(diff(renamed)).toMatchObject({ rows: [], missingHeaders: ["Title"] });
  });

  it("refuses a table without its key column rather than taking all rows for new", () => {
    const headless = contentOf(
      content.headers.map((header) => (header === "_id" ? "Column1" : header)),
      content.cells,
    );
    expect(diffSheet({ register: costs, snapshot, content: headless, makeKey: countedKeys() })).toMatchObject({ ok: false, fault: { kind: "unreadable" } });
  });
});

describe("the plan of a sheet", () => {
  it("gives each column its format before any value and each row a cell for each column", () => {
    const plan = sheetPlan({ register: costs, site, rows: [costRow(1)], columns: shownColumns });
    const format = (header: string): string | undefined => plan.columns.find((column) => column.header === header)?.numberFormat;
    expect([format("_id"), format("Title"), format("Budget April"), format("Forecast last reviewed")]).toEqual(["@", "@", "£#,##0.00", "d mmm yyyy"]);
    expect(plan.cells.every((row) => row.length === plan.columns.length)).toBe(true);
    expect(plan.columns[0]).toMatchObject({ header: "_id", isHidden: true });
  });

  it("offers the choices of a column with those that the list's owner added", () => {
    const kept = registerAsKept(costs, { missing: [], choices: new Map([["Status", ["Paused"]]]), displayNames: new Map() });
    const plan = sheetPlan({ register: kept, site, rows: [], columns: ["Status"] });
    expect(plan.columns[1]?.rule).toMatchObject({ kind: "list", choices: expect.arrayContaining(["Planned", "Paused"]) as string[] });
  });
});
