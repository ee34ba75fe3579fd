/** @jest-environment jsdom */
import { act, cleanup, configure, fireEvent, render, screen, within } from "@testing-library/react";
import { ExcelPane } from "../../../src/features/excel-pane";
import { excelSheet } from "../../../src/hosts";
import { ServicesProvider } from "../../../src/parts";
import type { StoreDevice } from "../../../src/store";
import { AppTheme } from "../../../src/ui";
import { loadOffice, type OfficeInNode } from "../demo-excel/load-office";
import { fullDevice } from "../parts/full-device";
import { costPlace, openNorthmere, type Northmere } from "./northmere";

/** Each test draws the whole pane over a whole workbook, on whatever machine. */
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 20_000 });

let office: OfficeInNode;
let northmere: Northmere;

beforeEach(() => start());

async function start(device?: StoreDevice): Promise<void> {
  office = loadOffice();
  northmere = await openNorthmere(device);
  render(
    <AppTheme theme="default">
      <ServicesProvider value={northmere.services}>
        <ExcelPane sheet={excelSheet()} />
      </ServicesProvider>
    </AppTheme>,
  );
}

async function press(name: string | RegExp): Promise<void> {
  fireEvent.click(await screen.findByRole("button", { name }));
}

async function insertCosts(project = ""): Promise<void> {
  await screen.findByRole("option", { name: "Costs" });
  fireEvent.change(screen.getByLabelText(/Register/), { target: { value: "Costs" } });
  await screen.findByRole("option", { name: /Blood tracking/ });
  if (project !== "") fireEvent.change(screen.getByLabelText(/Project/), { target: { value: project } });
  await press("Insert");
  await screen.findByRole("button", { name: "Refresh Costs" });
}

/** What the sheet holds in a row, by header; rows count as in Excel. */
function cell(row: number, header: string): string | number | boolean {
  const table = office.workbook.table("Costs");
  if (table === undefined) throw new Error("no table");
  return table.area.sheet.value(row - 1, table.area.column + table.headers.indexOf(header));
}

function address(row: number, header: string): string {
  const index = office.workbook.table("Costs")?.headers.indexOf(header) ?? -1;
  const letter = (column: number): string => (column < 26 ? "" : letter(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));
  return `${letter(index)}${String(row)}`;
}

async function type(row: number, header: string, text: string): Promise<void> {
  expect(office.person.typeInto(address(row, header), text)).toEqual({ ok: true });
  await letPass();
}

/** The pane looks at the sheet a moment after Excel told it of a change. */
async function letPass(): Promise<void> {
  await act(async () => {
    await new Promise((resolve) => setTimeout(resolve, 30));
    await northmere.world.pass(1_000);
    await new Promise((resolve) => setTimeout(resolve, 30));
  });
}

async function copyRowBelow(from: number, to: number): Promise<void> {
  const table = office.workbook.table("Costs");
  if (table === undefined) throw new Error("no table");
  const { sheet, column, columnCount } = table.area;
  const texts = Array.from({ length: columnCount }, (_, index) => String(sheet.value(from - 1, column + index)));
  office.person.paste(`A${String(to)}`, [texts]);
  await letPass();
}

it("brings costs into the sheet, publishes three edits and writes the register's values back", async () => {
  await insertCosts();
  expect(screen.getByText("Nothing to publish")).toBeTruthy();
  await type(2, "Forecast April", "'£1,250.5");
  await type(3, "Forecast last reviewed", "6/8/2026");
  await copyRowBelow(4, 5);
  await type(5, "Title", "Imaging support");
  expect(await screen.findByText("3 changed rows not published")).toBeTruthy();

  await press("Review and publish");
  await press("Add as new cost line: row 5");
  const rows = within(await screen.findByRole("list", { name: "Changed rows" })).getAllByRole("listitem");
  expect(rows.map((row) => row.textContent)).toEqual([
    expect.stringContaining("£1,200.00 →  to £1,250.50"),
    expect.stringContaining("to 6 August 2026"),
    expect.stringContaining("Imaging support"),
  ]);
  const money = screen.getByRole("region", { name: "Money by project" });
  expect(money.textContent).toContain("Blood tracking+£50.50");
  expect(money.textContent).toContain("Dental imaging+£1,600.00");

  await press("Publish 3 rows");
  expect(await screen.findByText("3 rows saved in SharePoint")).toBeTruthy();
  expect(northmere.lists.row(costPlace, "1")?.values).toMatchObject({ FctM01: 125_050, AnnualBudget: 120_000 });
  expect(northmere.lists.row(costPlace, "2")?.values).toMatchObject({ ForecastDate: "2026-08-06", OwnerAddress: "asha.patel@northmere.example" });
  const created = northmere.lists.rows(costPlace).at(-1);
  expect(created?.values).toMatchObject({ Title: "Imaging support", ProjectRef: "P-0002", BudM01: 80_000, AnnualBudget: 80_000 });
  expect(northmere.source.updates.map(({ etag }) => etag)).toEqual(['"1,1"', '"2,1"']);

  expect(cell(2, "Forecast April")).toBe(1250.5);
  expect(cell(5, "Ref")).toBe(created?.values["Ref"]);
  expect(cell(5, "_id")).not.toBe(cell(4, "_id"));
  await press("Done");
  expect(await screen.findByText("Nothing to publish")).toBeTruthy();
});

it("asks about a cell that somebody else changed meanwhile and writes what was chosen", async () => {
  await insertCosts();
  await type(2, "Title", "Scanners and docks");
  northmere.lists.edit(costPlace, "1", { Title: "Handheld scanners", VarianceReason: "Prices rose" });
  await press("Review and publish");
  await press("Publish 1 row");
  await press("Decide");
  expect(await screen.findByText("Needs your decision")).toBeTruthy();
  fireEvent.click(screen.getByRole("radio", { name: "Take theirs for Title" }));
  await press("Save these choices");
  expect(await screen.findByText("Nothing waits for your decision.")).toBeTruthy();
  expect(northmere.lists.row(costPlace, "1")?.values).toMatchObject({ Title: "Handheld scanners" });
  expect([cell(2, "Title"), cell(2, "Reason for variance")]).toEqual(["Handheld scanners", "Prices rose"]);
});

it("publishes nothing of a sheet that changed after it was reviewed", async () => {
  await insertCosts();
  await type(2, "Title", "Scanners and docks");
  await press("Review and publish");
  await screen.findByRole("button", { name: "Publish 1 row" });
  await type(3, "Title", "Training days");
  await press("Publish 1 row");
  expect(await screen.findByRole("button", { name: "Publish 2 rows" })).toBeTruthy();
  expect(northmere.source.updates).toEqual([]);
});

it("names what it cannot read, leads to the cell and leaves it as it is in the register", async () => {
  await insertCosts();
  await type(3, "Forecast April", "about 600");
  await type(2, "Annual budget", "1");
  await press("Review and publish");
  expect((await screen.findByRole("list", { name: "Changed rows" })).textContent).toContain("must be an amount of money");
  expect(screen.queryByRole("button", { name: /^Publish/ })).toBeNull();
  await press("Go to row 3");
  await letPass();
  expect(office.workbook.selection).toMatchObject({ row: 2 });
});

it("publishes the good cells of a row and leaves the text of the others for their author to put right", async () => {
  await insertCosts();
  await type(2, "Title", "Scanners and docks");
  await type(2, "Forecast April", "about 600");
  await press("Review and publish");
  await press("Publish 1 row");
  await press("Done");
  expect(northmere.lists.row(costPlace, "1")?.values).toMatchObject({ Title: "Scanners and docks", FctM01: 120_000 });
  expect([cell(2, "Title"), cell(2, "Forecast April")]).toEqual(["Scanners and docks", "about 600"]);
  expect(await screen.findByText("1 changed row not published")).toBeTruthy();
});

it("refuses what looks like an NHS number", async () => {
  await insertCosts();
  await type(2, "Reason for variance", "For NHS number 401 023 2137");
  await press("Review and publish");
  expect((await screen.findByRole("list", { name: "Changed rows" })).textContent).toContain("This looks like an NHS number");
  expect(screen.queryByRole("button", { name: /^Publish/ })).toBeNull();
});

it("refreshes what others changed, adds their new rows and keeps the author's cells", async () => {
  await insertCosts("P-0001");
  await type(2, "Title", "Scanners and docks");
  northmere.lists.edit(costPlace, "2", { Title: "Training days" });
  northmere.lists.type(costPlace, { ProjectRef: "P-0001", Title: "New line", FinancialYear: "2026/27", CapRev: "Capital", Status: "Planned" });
  await press("Refresh Costs");
  expect(await screen.findByText("Costs is up to date")).toBeTruthy();
  expect([2, 3, 4].map((row) => cell(row, "Title"))).toEqual(["Scanners and docks", "Training days", "New line"]);
  expect(await screen.findByText("1 changed row not published")).toBeTruthy();
});

it("never adds a row twice when the answer to its publishing was lost", async () => {
  await insertCosts();
  await type(5, "Title", "Late answer");
  await type(5, "Financial year", "2026/27");
  northmere.source.failNext("create", { kind: "offline" }, "after");
  await press("Review and publish");
  await press("Publish 1 row");
  expect(await screen.findByText("1 row is saved on this device and sent when SharePoint answers")).toBeTruthy();
  await act(() => northmere.world.pass(600_000));
  await press("Done");
  expect(await screen.findByText("Nothing to publish")).toBeTruthy();
  await press("Refresh Costs");
  expect(await screen.findByText("Costs is up to date")).toBeTruthy();
  expect(northmere.lists.rows(costPlace).filter(({ values }) => values["Title"] === "Late answer")).toHaveLength(1);
  expect(cell(5, "_id")).toMatch(/^i4-/);
  expect(office.workbook.table("Costs")?.body.rowCount).toBe(4);
});

it("leaves a row in the sheet, and says that it is not saved, where neither the device nor SharePoint takes it", async () => {
  cleanup();
  await start(fullDevice().device);
  await insertCosts();
  await type(2, "Title", "Scanners and docks");
  northmere.source.failNext("update", { kind: "signInNeeded" });
  await press("Review and publish");
  await press("Publish 1 row");
  expect(await screen.findByRole("heading", { name: "Not saved yet" })).toBeTruthy();
  expect(screen.getByText("1 row is not saved yet. It stays in the sheet: publish again when the network is back.")).toBeTruthy();
  expect(screen.getByRole("list", { name: "Changed rows" }).textContent).toContain("Not saved yet. Publish it again");
  expect(screen.queryByText(/saved in SharePoint/)).toBeNull();
  await press("Done");
  expect(await screen.findByText("1 changed row not published")).toBeTruthy();
  await press("Review and publish");
  await press("Publish 1 row");
  expect(await screen.findByText("1 row saved in SharePoint")).toBeTruthy();
  expect(northmere.lists.row(costPlace, "1")?.values["Title"]).toBe("Scanners and docks");
});

it("says that the connection failed and keeps the sheet as it is", async () => {
  await insertCosts();
  northmere.source.failNext("pull", { kind: "offline" });
  await press("Refresh Costs");
  expect(await screen.findByText("There is no connection to SharePoint.")).toBeTruthy();
  expect(cell(2, "Title")).toBe("Scanners");
});
