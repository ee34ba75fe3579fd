import type { Locator } from "playwright-core";
import { startDemo, type Demo } from "./support/demo";
import { portfolioFile, portfolioRows, type PortfolioRow } from "./support/portfolio-file";
import { openTeams, type TeamsWindow } from "./support/teams-window";
import { itemsOf, type Item } from "./support/tenant-rows";
import { uglyWorkbook } from "../unit/exchange/ugly-workbook";

jest.setTimeout(90_000);

let demo: Demo;
let teams: TeamsWindow;
const rows = portfolioRows(30, "Harbour");

beforeAll(async () => {
  demo = await startDemo();
  teams = await openTeams(demo, { persona: "pm", fragment: "import/Projects" });
}, 180_000);

afterAll(async () => {
  await demo.stop();
});

function step(title: string): Locator {
  return teams.tab.getByRole("region", { name: title });
}

function button(name: string | RegExp): Locator {
  return teams.tab.getByRole("button", { name });
}

async function chooseFile(name: string, bytes: Buffer): Promise<void> {
  await step("1. Choose a file").getByLabel("Choose a file", { exact: true }).last().setInputFiles({ name, mimeType: "text/csv", buffer: bytes });
}

/** The label of the option that a native list has chosen. */
function chosen(label: string): Promise<string> {
  return teams.tab.getByRole("combobox", { name: label, exact: true }).getByRole("option", { selected: true }).innerText();
}

/** From the file's mapping to the sentences of what would change. */
async function preview(): Promise<readonly string[]> {
  await teams.enter(button("Show what would change").last());
  await teams.tab.getByRole("checkbox", { name: "Only problems" }).waitFor();
  return step("3. See what would change").getByRole("list").first().getByRole("listitem").allInnerTexts();
}

/** Waits for the end of the writing and gives the sentences of the receipt. */
async function receipt(title: string | RegExp): Promise<readonly string[]> {
  await step("4. Import").getByText(title).first().waitFor();
  return step("4. Import").getByRole("list").first().getByRole("listitem").allInnerTexts();
}

async function imported(prefix: string): Promise<readonly Item[]> {
  return (await itemsOf(demo, "Projects")).filter(({ fields }) => String(fields["Title"]).startsWith(`${prefix} scheme`));
}

/** Pounds as the wire writes them, worked out from the file's own digits. */
function poundsOf({ wholeLifeCost }: PortfolioRow): number | undefined {
  return wholeLifeCost.startsWith("£") ? Number(`${wholeLifeCost.replace(/[£,.]/g, "")}0000`) : undefined;
}

test("a published portfolio is understood without help", async () => {
  await chooseFile("portfolio.csv", portfolioFile(rows));
  await step("1. Choose a file").getByRole("status").getByText("portfolio.csv: Windows-1252, semicolons, 30 rows").waitFor();
  expect({
    name: await chosen("Project name"),
    reference: await chosen("Old reference"),
    cost: await chosen("Approved budget (whole life)"),
    scale: await chosen("Amounts of Approved budget (whole life) are in"),
    end: await chosen("End (forecast)"),
    order: await chosen("Dates of End (forecast) are written"),
    rating: await chosen("Overall RAG"),
    key: await chosen("A row is the same record again when this is equal"),
  }).toEqual({
    name: "project_name",
    reference: "project_number",
    cost: "wlc_baseline_incl_NCG",
    scale: "£ million",
    end: "end_date",
    order: "Year, month, day",
    rating: "colour_rating",
    key: "Old reference",
  });
});

test("it shows what would change, with every problem in its row, and writes nothing yet", async () => {
  expect(await preview()).toEqual([
    "30 projects will be added",
    "30 rows are incomplete. You can fill the rest later",
    "8 cells have a problem and will not be written",
    expect.stringMatching(/^Money columns move by £[\d,]+,000 in all$/),
  ]);
  await teams.tab.getByRole("checkbox", { name: "Only problems" }).focus();
  await teams.press("Space");
  const problems = teams.tab.getByRole("table", { name: "Problems" });
  await problems
    .getByRole("row", { name: /^Harbour scheme 0006 7 Approved budget \(whole life\) .* holds a sentence\. It is kept in Notes Exempt under Section 43/ })
    .waitFor();
  await problems.getByRole("row", { name: /^Harbour scheme 0010 11 End \(forecast\) .* The project is not in a position/ }).waitFor();
  expect(await problems.getByRole("row").count()).toBe(9);
  expect(await imported("Harbour")).toEqual([]);
});

test("the rows reach the tenant with costs to the penny, dates and every sentence", async () => {
  await teams.enter(button("Import 30 projects"));
  expect(await receipt("30 projects imported")).toEqual(["30 projects added"]);
  const items = new Map((await imported("Harbour")).map((item) => [item.fields["OldReference"], item.fields]));
  expect(items.size).toBe(30);
  for (const row of rows) {
    const fields = items.get(row.reference);
    const notes = String(fields?.["Notes"]).replaceAll("\r\n", "\n");
    const isDated = /^\d/.test(row.end);
    expect({ title: fields?.["Title"], cost: fields?.["BudgetApproved"], rag: fields?.["RagOverall"] }).toEqual({
      title: row.name,
      cost: poundsOf(row),
      rag: row.rating,
    });
    expect(String(fields?.["StartForecast"]).slice(0, 10)).toBe("2024-07-08");
    expect(isDated ? String(fields?.["EndForecast"]).slice(0, 10) : fields?.["EndForecast"]).toBe(isDated ? row.end : undefined);
    expect(notes).toContain(row.schedule.replaceAll("\r\n", "\n"));
    if (poundsOf(row) === undefined) expect(notes).toContain(`wlc_baseline_incl_NCG: ${row.wholeLifeCost}`);
    if (!isDated) expect(notes).toContain(`end_date: ${row.end}`);
  }
  const kept = (await itemsOf(demo, "Receipts")).find(({ fields }) => fields["SourceName"] === "portfolio.csv");
  expect(kept?.fields).toMatchObject({ Kind: "Import", RegisterName: "Projects", MadeBy: "Asha Patel", AddedCount: 30, RefusedCount: 0 });
});

test("the same file again changes nothing", async () => {
  const before = await imported("Harbour");
  await teams.enter(button("Import another file"));
  await chooseFile("portfolio.csv", portfolioFile(rows));
  expect(await preview()).toEqual(["30 projects are already the same", "8 cells have a problem and will not be written"]);
  await teams.tab.getByText("Nothing to import. The register already holds what this file says.").waitFor();
  expect(await button(/^Import \d/).count()).toBe(0);
  expect(await imported("Harbour")).toEqual(before);
});

test("an import is taken back in one step", async () => {
  const few = portfolioRows(4, "Quay");
  await teams.enter(step("1. Choose a file").getByRole("button", { name: /^1\. Choose a file/ }));
  await chooseFile("quay.csv", portfolioFile(few));
  await step("1. Choose a file").getByText("quay.csv: Windows-1252, semicolons, 4 rows").first().waitFor();
  await preview();
  await teams.enter(button("Import 4 projects"));
  await receipt("4 projects imported");
  await teams.enter(button("Undo this import"));
  await step("4. Import").getByText("The import was taken back in 4 records. Added ones are archived.").waitFor();
  await teams.allSaved();
  expect((await imported("Quay")).map(({ fields }) => fields["Archived"])).toEqual([true, true, true, true]);
});

test("Cancel in the middle keeps what was sent and says how much was not", async () => {
  const many = portfolioRows(400, "Lighthouse");
  await teams.enter(button("Import another file"));
  await chooseFile("lighthouse.csv", portfolioFile(many));
  await step("1. Choose a file").getByText("lighthouse.csv: Windows-1252, semicolons, 400 rows").first().waitFor();
  await preview();
  await teams.enter(button("Import 400 projects"));
  await step("4. Import")
    .getByText(/^[1-9]\d* of 400 items$/)
    .waitFor();
  await teams.enter(step("4. Import").getByRole("button", { name: "Cancel" }));
  const said = (await receipt("You stopped the import")).join("\n");
  const added = Number(/^(\d+) projects added$/m.exec(said)?.[1]);
  const notSent = Number(/^(\d+) rows were not sent, because you stopped$/m.exec(said)?.[1]);
  expect(added).toBeGreaterThan(0);
  expect(notSent).toBeGreaterThan(0);
  expect(added + notSent).toBe(400);
  await teams.allSaved();
  expect(await imported("Lighthouse")).toHaveLength(added);
});

/** Merged headings in two lines, words for scores, names in several ways, a subtotal, a hidden row and a footer. */
const riskLog = uglyWorkbook({
  rows: [
    ["Northmere University Hospitals NHS Trust"],
    ["Blood tracking: risk log"],
    [],
    ["Risk ID", "Risk description", "Score", undefined, "Risk owner", "Next review"],
    [undefined, undefined, "Likelihood", "Impact", undefined, undefined],
    ["LOG-1", "Scanners arrive after the wards have opened", "High", "4 - Major", "Reid, Tom", "3/11/2027"],
    ["LOG-2", "The signal on ward 4 is too weak for handhelds", "Med", "Moderate", "C. Fraser", "w/c 3 Nov"],
    ["LOG-3", "Too few staff are trained before go-live", "Off the scale", 2, "Estates helpdesk", undefined],
    ["LOG-4", "A risk that somebody hid in the file", 1, 1, undefined, undefined],
    ["Total", undefined, undefined, 2, undefined, undefined],
    [],
    ["Prepared by the project office on 3 November 2026"],
  ],
  merged: ["A1:F1", "A2:F2", "A4:A5", "B4:B5", "C4:D4", "E4:E5", "F4:F5"],
  hiddenRows: [9],
});

test("an ugly risk log goes through by keyboard: rows left out are listed, words are mapped, a doubtful person is chosen", async () => {
  await teams.go("import/Risks");
  await step("1. Choose a file").getByRole("button", { name: "Choose a file", exact: true }).waitFor();
  await chooseFile("log.xlsx", Buffer.from(riskLog));
  await step("1. Choose a file").getByRole("heading", { name: "3 rows are left out" }).waitFor();
  for (const says of ["1 total: row 10", "1 note or footer: row 12", "1 row hidden or filtered out in the file: row 9"]) {
    await step("1. Choose a file").getByText(says, { exact: true }).waitFor();
  }
  expect({
    own: await chosen("Old reference"),
    likelihood: await chosen("Likelihood"),
    high: await teams.tab
      .getByRole("combobox", { name: /^“High”/ })
      .getByRole("option", { selected: true })
      .innerText(),
  }).toEqual({ own: "Risk ID", likelihood: "Score: Likelihood", high: "4 – Likely" });
  await teams.typeInto(teams.tab.getByRole("combobox", { name: /^“Off the scale”/ }), "5");

  await teams.enter(button("Show what would change").last());
  const who = step("3. See what would change").getByRole("combobox", { name: "Who is “C. Fraser”? (1 row)" });
  await who.waitFor();
  await teams.typeInto(who, "Callum");
  await teams.enter(step("3. See what would change").getByRole("button", { name: "Show what would change" }));
  await step("3. See what would change").getByText("3 risks will be added").waitFor();
  await teams.enter(button("Import 3 risks"));
  expect(await receipt("3 risks imported")).toEqual([
    "6 rows of the file were read",
    "3 risks added",
    "3 rows were left out: 1 row hidden or filtered out in the file: row 9; 1 total: row 10; 1 note or footer: row 12",
  ]);
  const items = new Map((await itemsOf(demo, "Risks")).map((item) => [item.fields["OldReference"], item.fields]));
  expect([...items.keys()].filter((key) => String(key).startsWith("LOG-")).length).toBe(3);
  expect(items.get("LOG-1")).toMatchObject({
    CurrentLikelihood: 4,
    CurrentConsequence: 4,
    CurrentScore: 16,
    Owner: "Tom Reid",
    OwnerAddress: "tom.reid@northmere.example",
  });
  expect(items.get("LOG-2")).toMatchObject({
    CurrentLikelihood: 3,
    CurrentConsequence: 3,
    Owner: "Callum Fraser",
    OwnerAddress: "callum.fraser@northmere.example",
  });
  expect(String(items.get("LOG-2")?.["Cause"])).toContain("Next review: w/c 3 Nov");
  expect(items.get("LOG-3")).toMatchObject({ CurrentLikelihood: 5, CurrentConsequence: 2, Owner: "Estates helpdesk" });

  await teams.enter(button("Import another file"));
  await chooseFile("log.xlsx", Buffer.from(riskLog));
  await teams.tab.getByText("You have matched these headings before. The same choices are set again.").waitFor();
  // Nothing is left to be checked, so the words are folded away.
  await step("2. Match the columns").getByText("Words for Likelihood. 3 of 3 words matched", { exact: true }).waitFor();
  expect((await preview())[0]).toBe("3 risks are already the same");
});
