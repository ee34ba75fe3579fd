import type { FrameLocator, Locator, Page } from "playwright-core";
import { faultsIn } from "./support/audit";
import { startDemo, type Demo } from "./support/demo";

/** The whole of it takes under a minute on a calm machine; a busy one may take its time. */
jest.setTimeout(300_000);

let demo: Demo;

beforeAll(async () => {
  demo = await startDemo();
});

afterAll(async () => {
  await demo.stop();
});

interface Item {
  readonly id: string;
  readonly etag: string;
  readonly fields: Readonly<Record<string, string | number>>;
}

/** The list of a register on the trust's own site; Graph knows a list by its title, too. */
async function listAddress(register: string): Promise<string> {
  const site = (await demo.graph("finance", "/sites/northmere.sharepoint.com:/sites/pmo")).body as { id: string };
  return `/sites/${site.id}/lists/${register}`;
}

function itemOf(body: unknown): Item {
  const item = body as { id: string; "@odata.etag": string; fields: Item["fields"] };
  return { id: item.id, etag: item["@odata.etag"], fields: item.fields };
}

async function items(register: string): Promise<readonly Item[]> {
  const { body } = await demo.graph("finance", `${await listAddress(register)}/items?$expand=fields&$top=2000`);
  return (body as { value: readonly unknown[] }).value.map(itemOf);
}

async function costItem(id: string): Promise<Item> {
  return itemOf((await demo.graph("finance", `${await listAddress("Costs")}/items/${id}?$expand=fields`)).body);
}

/** Somebody else at work on the same row, past the pane. */
async function changeAs(persona: string, id: string, fields: Item["fields"]): Promise<void> {
  const { etag } = await costItem(id);
  const answer = await demo.graph(persona, `${await listAddress("Costs")}/items/${id}/fields`, {
    method: "PATCH",
    headers: { "If-Match": etag },
    body: fields,
  });
  expect(answer.status).toBe(200);
}

/** A project with two lines of cost that have a forecast for each of the months typed over below. */
async function chooseProject(): Promise<{ readonly option: string; readonly title: string; readonly lines: readonly [Item, Item] }> {
  const months = ["FctM08", "FctM09", "FctM10"];
  const forecast = (await items("Costs"))
    .filter(({ fields }) => months.every((month) => typeof fields[month] === "number"))
    // As the sheet shows them: the list's own order is that in which they arrived.
    .toSorted((one, other) => String(one.fields["Ref"]).localeCompare(String(other.fields["Ref"])));
  for (const { fields } of await items("Projects")) {
    const [first, second] = forecast.filter((line) => line.fields["ProjectRef"] === fields["Ref"]);
    if (first !== undefined && second !== undefined)
      return { option: `${String(fields["Title"])} (${String(fields["Ref"])})`, title: String(fields["Title"]), lines: [first, second] };
  }
  throw new Error("no project of the seed has two lines of cost with a forecast");
}

const pounds = new Intl.NumberFormat("en-GB", { style: "currency", currency: "GBP" });

function money(amount: number | string | undefined): string {
  return pounds.format(Number(amount));
}

/** The workbook on the page: cells by their row's ref and their column's header. */
class Sheet {
  constructor(private readonly page: Page) {}

  async cell(ref: string, header: string): Promise<Locator> {
    const grid = this.page.getByRole("grid");
    const headers = await grid
      .getByRole("row")
      .filter({ has: this.page.getByRole("gridcell", { name: "Ref", exact: true }) })
      .getByRole("gridcell")
      .allTextContents();
    const row = grid.getByRole("row").filter({ has: this.page.getByRole("gridcell", { name: ref, exact: true }) });
    return row.getByRole("gridcell").nth(headers.indexOf(header));
  }

  /** Opens the cell and enters the text; Enter keeps it. */
  async type(ref: string, header: string, text: string): Promise<void> {
    await (await this.cell(ref, header)).click();
    await this.page.keyboard.press("F2");
    await this.page.getByRole("textbox", { name: /^Entry for/ }).fill(text);
    await this.page.keyboard.press("Enter");
  }

  async shows(ref: string, header: string, text: string): Promise<void> {
    const found = (await this.cell(ref, header)).and(this.page.getByRole("gridcell", { name: text, exact: true }));
    await found.waitFor();
  }
}

async function openExcel(): Promise<{ readonly page: Page; readonly pane: FrameLocator; readonly sheet: Sheet }> {
  const page = await demo.page();
  page.setDefaultTimeout(60_000);
  // Over http Microsoft's page asks whether this address may act as Office.
  page.on("dialog", (dialog) => void dialog.accept());
  await page.goto(`${demo.address}/excel-host.html?persona=finance`);
  return { page, pane: page.frameLocator('iframe[title="Project Registers"]'), sheet: new Sheet(page) };
}

/** What is wrong with the pane, at the widths of Excel on Windows and on a Mac. */
async function paneFaults(page: Page, state: string, widths: readonly string[] = ["270", "320"]): Promise<readonly string[]> {
  const frame = await (await page.getByTitle("Project Registers").elementHandle()).contentFrame();
  if (!frame) throw new Error("Excel shows no pane");
  const faults: string[] = [];
  for (const width of widths) {
    await page.getByRole("combobox", { name: "Width of the pane" }).selectOption(width);
    faults.push(...(await faultsIn(frame, `${state} at ${width}`)));
  }
  return faults;
}

it("lets the finance manager change forecasts in a sheet, see what moves and publish it, with others at work on the same rows", async () => {
  const project = await chooseProject();
  const [first, second] = project.lines;
  const [firstRef, secondRef] = [String(first.fields["Ref"]), String(second.fields["Ref"])];
  const { page, pane, sheet } = await openExcel();
  const faults: string[] = [];

  // The trust keeps registers in several sites: asked once, then remembered.
  await pane.getByRole("heading", { name: "Which registers?" }).waitFor();
  faults.push(...(await paneFaults(page, "choosing a site")));
  await pane.getByRole("button", { name: "PMO", exact: true }).click();
  await pane.getByText("Registers of PMO").waitFor();

  await pane.getByRole("combobox", { name: "Register" }).selectOption("Costs");
  await pane.getByRole("combobox", { name: "Project" }).selectOption({ label: project.option });
  faults.push(...(await paneFaults(page, "inserting")));
  await pane.getByRole("button", { name: "Insert", exact: true }).click();
  await pane.getByRole("heading", { name: `Costs · ${project.title}` }).waitFor();
  await sheet.shows(firstRef, "Forecast November", money(first.fields["FctM08"]));

  await sheet.type(firstRef, "Forecast November", "12000");
  await sheet.type(firstRef, "Forecast December", "£1,234.50");
  await sheet.type(firstRef, "Forecast January", "about £12k");
  await sheet.type(secondRef, "Forecast November", "4100");
  await pane.getByText("2 changed rows not published").waitFor();
  faults.push(...(await paneFaults(page, "changed", ["270"])));
  expect(await faultsIn(page.mainFrame(), "the host")).toEqual([]);

  await pane.getByRole("button", { name: "Review and publish" }).click();
  const rows = pane.getByRole("list", { name: "Changed rows" }).getByRole("listitem");
  await rows.first().waitFor();
  const told = (await rows.allTextContents()).map((text) => text.replace(/\s+/g, " "));
  expect(told).toHaveLength(2);
  expect(told[0]).toContain(`Forecast Novemberfrom ${money(first.fields["FctM08"])} → to £12,000.00`);
  expect(told[0]).toContain(`Forecast Decemberfrom ${money(first.fields["FctM09"])} → to £1,234.50`);
  expect(told[0]).toContain("Forecast January must be an amount of money, like £1,234.50. The cell holds “about £12k”");
  expect(told[0]).not.toContain("Forecast Januaryfrom");
  expect(told[1]).toContain(`Forecast Novemberfrom ${money(second.fields["FctM08"])} → to £4,100.00`);
  const moved = 12_000 - Number(first.fields["FctM08"]) + (1_234.5 - Number(first.fields["FctM09"])) + (4_100 - Number(second.fields["FctM08"]));
  expect(await pane.getByRole("region", { name: "Money by project" }).textContent()).toContain(`${project.title}${moved > 0 ? "+" : ""}${money(moved)}3 cells`);
  faults.push(...(await paneFaults(page, "reviewing")));

  await changeAs("pm", first.id, { CostCentre: "DIG4999" });
  await changeAs("pm", second.id, { FctM08: 3_111.11 });
  await pane.getByRole("button", { name: "Publish 2 rows" }).click();
  await pane.getByText("1 row saved in SharePoint").waitFor();
  await pane.getByText("Saved. Somebody else had changed Cost centre; that was kept").waitFor();
  expect((await costItem(first.id)).fields).toMatchObject({ FctM08: 12_000, FctM09: 1_234.5, FctM10: first.fields["FctM10"], CostCentre: "DIG4999" });
  expect((await costItem(second.id)).fields).toMatchObject({ FctM08: 3_111.11 });
  await sheet.shows(firstRef, "Forecast November", "£12,000.00");
  await sheet.shows(firstRef, "Forecast December", "£1,234.50");
  await sheet.shows(firstRef, "Cost centre", "DIG4999");
  await sheet.shows(firstRef, "Forecast January", "about £12k");
  faults.push(...(await paneFaults(page, "published", ["320"])));

  await pane.getByRole("button", { name: "Decide" }).click();
  const decision = pane.getByRole("group", { name: "Forecast November" });
  await decision.getByText("£3,111.11").waitFor();
  expect(await decision.getByText("£4,100.00").count()).toBe(1);
  faults.push(...(await paneFaults(page, "deciding")));
  await decision.getByRole("radio", { name: "Take theirs for Forecast November" }).check();
  await pane.getByRole("button", { name: "Save these choices" }).click();
  await pane.getByText("Nothing waits for your decision.").waitFor();
  await sheet.shows(secondRef, "Forecast November", "£3,111.11");
  expect((await costItem(second.id)).fields).toMatchObject({ FctM08: 3_111.11 });

  await pane.getByRole("button", { name: "Done" }).click();
  await sheet.type(firstRef, "Forecast January", String(first.fields["FctM10"]));
  await pane.getByText("Nothing to publish").waitFor();
  faults.push(...(await paneFaults(page, "nothing to publish", ["270"])));
  expect(faults).toEqual([]);
});
