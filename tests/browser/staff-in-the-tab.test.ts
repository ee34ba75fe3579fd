import { readFileSync } from "node:fs";
import type { Download } from "playwright-core";
import { cellText, readTable } from "../../src/exchange";
import { isNhsNumber } from "../../src/kernel";
import { startDemo, type Demo } from "./support/demo";
import { quickLine, raidTitle, recordPanel, registerGrid } from "./support/register-pages";
import { openTeams, type TeamsWindow } from "./support/teams-window";
import { itemsOf, itemWith, openRows, textOf, type Item } from "./support/tenant-rows";

jest.setTimeout(180_000);

let demo: Demo;
let teams: TeamsWindow;
let risks: readonly Item[];

beforeAll(async () => {
  demo = await startDemo();
  risks = await openRows(demo, "Risks");
  teams = await openTeams(demo, { persona: "pm" });
}, 180_000);

afterAll(async () => {
  await demo.stop();
});

/** A seeded open risk that no other test of this file works on. */
function risk(index: number): { readonly ref: string; readonly title: string } {
  return { ref: textOf(risks[index], "Ref"), title: textOf(risks[index], "Title") };
}

/** The RAID list with only what a search finds. */
async function search(words: string): Promise<ReturnType<typeof registerGrid>> {
  await teams.go("raid");
  const list = registerGrid(teams, raidTitle);
  await list.search.fill("");
  await teams.typeInto(list.search, words);
  return list;
}

test("staff are signed in without being asked", async () => {
  expect(await teams.tab.getByRole("button", { name: "Sign in" }).count()).toBe(0);
  expect(teams.page.context().pages()).toHaveLength(1);
  await registerGrid(teams, raidTitle).grid.waitFor();
});

test("a risk goes from one line into the list, and is there for every other reader", async () => {
  const line = quickLine(teams);
  await teams.typeInto(line.getByRole("textbox", { name: "There is a risk that" }), "the wristband printers arrive late");
  await teams.press("Tab");
  await teams.pick(line.getByRole("combobox", { name: "Risk owner" }), "Asha", /Asha Patel/);
  await line.getByRole("combobox", { name: "Likelihood" }).focus();
  await teams.press("4", "Tab", "3");
  await teams.pick(line.getByRole("combobox", { name: "Project" }), "Blood tra", /^Blood tracking/);
  await teams.press("Tab", "Enter");
  const [ref = ""] = /R-\d+/.exec(await teams.notice(/R-\d+ saved/)) ?? [];

  const list = await search("wristband printers");
  await list.cell(/wristband printers/, ref).waitFor();
  await list.cell(/wristband printers/, "12 High").waitFor();
  await list.cell(/wristband printers/, "You").waitFor();
  expect((await itemWith(demo, "Risks", ref))?.fields).toMatchObject({
    RiskEvent: "the wristband printers arrive late",
    OwnerAddress: "asha.patel@northmere.example",
    CurrentScore: 12,
    Status: "Open",
  });
});

test("Enter opens a risk from the grid, and what is saved is at the items endpoint before and after a restart", async () => {
  const { ref, title } = risk(0);
  const list = await search(ref);
  await list.cell(ref, ref).focus();
  await teams.press("Enter");
  const panel = recordPanel(teams, title);
  await teams.hasFocus(panel.heading);
  const likelihood = panel.choice("Likelihood");
  const other = (await likelihood.inputValue()) === "5" ? "4" : "5";
  await likelihood.focus();
  await teams.press(other);
  await teams.enter(panel.button("Save"));
  await teams.notice(`${ref} saved`);
  await teams.hasFocus(list.cell(ref, ref));
  expect((await itemWith(demo, "Risks", ref))?.fields["CurrentLikelihood"]).toBe(Number(other));

  await demo.restart();
  expect((await itemWith(demo, "Risks", ref))?.fields["CurrentLikelihood"]).toBe(Number(other));
  await teams.reload();
  await teams.go(`register/Risks?open=Risks/${ref}`);
  await panelAgain(title, other);
});

async function panelAgain(title: string, likelihood: string): Promise<void> {
  const panel = recordPanel(teams, title);
  await teams.hasFocus(panel.heading);
  expect(await panel.choice("Likelihood").inputValue()).toBe(likelihood);
  await teams.press("Escape");
  await panel.region.waitFor({ state: "hidden" });
}

test("F2 changes a cell in place, and Ctrl+Z takes it back", async () => {
  const { ref } = risk(1);
  const before = textOf(await itemWith(demo, "Risks", ref), "NextReviewDate");
  const nextYear = String(new Date().getFullYear() + 1);
  await teams.go(`register/Risks?view=${encodeURIComponent(`q=${ref}`)}`);
  const list = registerGrid(teams, "Risks");
  await list.cell(ref, ref).focus();
  await teams.press("ArrowRight", "ArrowRight", "ArrowRight", "F2");
  await teams.hasFocus(list.grid.getByRole("textbox", { name: "Edit Next review" }));
  await teams.page.keyboard.type(`6 August ${nextYear}`);
  await teams.press("Enter");
  const changed = list.cell(ref, `6 August ${nextYear}`);
  await teams.hasFocus(changed);
  await teams.allSaved();
  expect(textOf(await itemWith(demo, "Risks", ref), "NextReviewDate")).toContain(`${nextYear}-08-06`);

  await teams.press("Control+z");
  await changed.waitFor({ state: "hidden" });
  await teams.allSaved();
  expect(textOf(await itemWith(demo, "Risks", ref), "NextReviewDate")).toBe(before);
});

test("archiving asks nothing, and Undo in the notice brings the risk back", async () => {
  const { ref, title } = risk(2);
  const list = await search(ref);
  await list.cell(ref, ref).focus();
  await teams.press("Enter");
  const panel = recordPanel(teams, title);
  await teams.enter(panel.button("Archive"));
  await teams.notice(`${ref} archived`);
  await list.row(ref).waitFor({ state: "hidden" });
  expect((await itemWith(demo, "Risks", ref))?.fields["Archived"]).toBe(true);

  await teams.enter(
    teams.tab
      .getByRole("listitem")
      .filter({ hasText: `${ref} archived` })
      .getByRole("button", { name: "Undo" }),
  );
  await list.row(ref).waitFor();
  await teams.allSaved();
  expect((await itemWith(demo, "Risks", ref))?.fields["Archived"]).not.toBe(true);
});

test("history says who changed what, from which value to which", async () => {
  const { ref, title } = risk(3);
  await teams.go(`register/Risks?open=Risks/${ref}`);
  const panel = recordPanel(teams, title);
  const before = await panel.box("There is a risk that").inputValue();
  await panel.box("There is a risk that").focus();
  await teams.press("Control+End");
  await teams.page.keyboard.type(" at night");
  await teams.enter(panel.button("Save"));
  await teams.notice(`${ref} saved`);

  await teams.go(`register/Risks?open=Risks/${ref}`);
  await teams.enter(panel.button("History"));
  const newest = panel.region.getByRole("list", { name: "What changed, and who changed it" }).getByRole("listitem").first();
  await newest.getByText(/^Version \d+\.0, Asha Patel, /).waitFor();
  const row = newest.getByRole("row", { name: /^There is a risk that/ });
  expect(await row.getByRole("cell").allInnerTexts()).toEqual([before, `${before} at night`]);
  await teams.press("Escape");
});

test("search and filters stand as sentences that can be taken away one by one", async () => {
  const { ref } = risk(4);
  const list = await search(ref);
  await list.count("1 of ");
  const filters = teams.tab.getByRole("list", { name: "Filters" }).getByRole("listitem");
  expect(await filters.allInnerTexts()).toEqual(["Open only", `Search is “${ref}”`]);
  await teams.enter(teams.tab.getByRole("button", { name: `Remove filter: Search is “${ref}”` }));

  const bar = teams.tab.getByRole("main");
  await bar.getByRole("combobox", { name: "Kind" }).last().selectOption({ label: "Risks" });
  await bar.getByRole("combobox", { name: "Owner", exact: true }).selectOption({ label: "Mine" });
  await filters.nth(2).waitFor();
  expect(await filters.allInnerTexts()).toEqual(["Open only", "Risks", "Owned by me"]);
  expect(teams.fragment()).toContain("f.owner%3Dmine");
  await teams.enter(teams.tab.getByRole("button", { name: "Remove filter: Owned by me" }));
  await filters.nth(2).waitFor({ state: "hidden" });
  expect(await filters.allInnerTexts()).toEqual(["Open only", "Risks"]);
});

test("Ctrl+K finds a record by its ref", async () => {
  const { ref, title } = risk(5);
  await teams.go("raid");
  await registerGrid(teams, raidTitle).search.focus();
  await teams.press("Control+k");
  const find = teams.tab.getByRole("combobox", { name: "Find or do" });
  await teams.hasFocus(find);
  await teams.page.keyboard.type(ref.toLowerCase());
  await teams.tab.getByRole("listbox", { name: "Find or do" }).getByRole("option", { name: ref, selected: true }).waitFor();
  await teams.press("Enter");
  const panel = recordPanel(teams, title);
  await teams.hasFocus(panel.heading);
  expect(teams.fragment()).toContain(`open=Risks%2F${ref}`);
  await teams.press("Escape");
});

test("the patient guard stops an NHS number, and nothing of it reaches the list", async () => {
  const number = nhsNumber();
  const before = (await itemsOf(demo, "Risks")).length;
  await teams.go("register/Risks?open=Risks/new");
  const panel = recordPanel(teams, "New risk");
  await teams.typeInto(panel.box("There is a risk that"), `the record of ${number} goes to the wrong ward`);
  await teams.pick(panel.choice("Risk owner"), "Asha", /Asha Patel/);
  await panel.choice("Likelihood").focus();
  await teams.press("4");
  await panel.choice("Consequence").focus();
  await teams.press("3");
  await teams.enter(panel.button("Add risk"));
  const summary = panel.region.getByRole("alert", { name: "There is a problem" });
  await teams.hasFocus(summary);
  expect(await summary.getByRole("link").allInnerTexts()).toEqual(["This looks like an NHS number. Remove it. Do not put patient details in project records."]);
  expect(await itemsOf(demo, "Risks")).toHaveLength(before);
  await teams.press("Escape");
  await teams.enter(teams.tab.getByRole("alertdialog").getByRole("button", { name: "Close without saving" }));
});

test("the simple table is chosen once and remembered", async () => {
  await teams.go("raid");
  await teams.enter(teams.tab.getByRole("button", { name: "Show as" }));
  await teams.hasFocus(teams.tab.getByRole("menuitemradio", { name: "Grid" }));
  await teams.press("ArrowDown", "Enter");
  const table = teams.tab.getByRole("table", { name: raidTitle });
  await table.waitFor();
  expect(await table.getByRole("row").count()).toBe(51);
  await teams.reload();
  await teams.tab.getByRole("table", { name: raidTitle }).waitFor();
  await teams.go("register/Actions");
  await teams.tab.getByRole("table", { name: "Actions" }).waitFor();
});

test("Open in Excel holds exactly the rows on screen, in their order", async () => {
  await teams.go(`raid?view=${encodeURIComponent("q=blood tracking&f.kind=Risks&sort=-CurrentScore")}`);
  await teams.tab.getByRole("button", { name: "Remove filter: Search is “blood tracking”" }).waitFor();
  const onScreen = await rowsOnScreen();
  const [download] = await Promise.all([teams.page.waitForEvent("download"), teams.enter(teams.tab.getByRole("button", { name: "Open in Excel" }))]);
  const { headings, rows } = await sheetOf(download);
  expect(headings).toEqual([...onScreen.headings, "Link"]);
  expect(rows.length).toBeGreaterThan(1);
  const column =
    (name: string): ((row: readonly string[]) => string | undefined) =>
    (row) =>
      row[headings.indexOf(name)];
  const shown = (name: string): readonly (string | undefined)[] => onScreen.rows.map(column(name)).map((words) => (words === "Not set" ? "" : words));
  for (const name of ["What", "Ref", "Status", "Project"]) expect(rows.map(column(name))).toEqual(shown(name));
  expect(rows.map(column("Score"))).toEqual(shown("Score").map((words) => /^\d+/.exec(words ?? "")?.[0] ?? ""));
  // A workbook is read by others, to whom "You" is somebody else.
  expect(rows.map(column("Owner"))).toEqual(shown("Owner").map((name) => (name === "You" ? "Asha Patel" : name)));
});

/** The simple table as text, without the buttons at its end. */
async function rowsOnScreen(): Promise<{ readonly headings: readonly string[]; readonly rows: readonly (readonly string[])[] }> {
  const table = teams.tab.getByRole("table", { name: raidTitle });
  await table.waitFor();
  const headings = await table.getByRole("columnheader").allInnerTexts();
  const rows = await table.locator("tbody").getByRole("row").all();
  const texts = rows.map(async (row) => {
    const cells = await row.locator("th, td").evaluateAll((found) => found.map((cell) => (cell.querySelector("[aria-hidden] + span") ?? cell).textContent));
    return cells.slice(0, headings.length);
  });
  return { headings, rows: await Promise.all(texts) };
}

async function sheetOf(download: Download): Promise<{ readonly headings: readonly string[]; readonly rows: readonly (readonly string[])[] }> {
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  const read = await readTable(new Uint8Array(readFileSync(await download.path())), download.suggestedFilename());
  if (!read.ok) throw new Error("the download is not a workbook");
  expect(read.value.sheets).toHaveLength(1);
  const lines = (read.value.sheets[0]?.rows ?? []).map((row) => row.map(cellText));
  const heading = lines.findIndex((line) => line.includes("What"));
  return { headings: lines[heading] ?? [], rows: lines.slice(heading + 1) };
}

/** A number that passes the check, made here so that none stands in a file. */
function nhsNumber(): string {
  const start = "400000000";
  const digits = Array.from({ length: 10 }, (_, check) => `${start}${String(check)}`).find(isNhsNumber) ?? "";
  return `${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6)}`;
}
