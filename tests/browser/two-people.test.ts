import { startDemo, type Demo } from "./support/demo";
import { recordPanel, type RecordPanel } from "./support/register-pages";
import { openTeams, type TeamsWindow } from "./support/teams-window";
import { itemWith, openRows, textOf, type Item } from "./support/tenant-rows";

jest.setTimeout(180_000);

let demo: Demo;
let manager: TeamsWindow;
let office: TeamsWindow;
let risks: readonly Item[];

beforeAll(async () => {
  demo = await startDemo();
  const open = await openRows(demo, "Risks", ["CurrentLikelihood", "CurrentConsequence"]);
  risks = open.filter(({ fields }) => fields["TargetScore"] === undefined || Number(fields["TargetScore"]) <= 2);
  [manager, office] = await Promise.all([openTeams(demo, { persona: "pm" }), openTeams(demo, { persona: "pmo" })]);
}, 180_000);

afterAll(async () => {
  await demo.stop();
});

/** A seeded risk that no other test of this file works on. */
function risk(index: number): { readonly ref: string; readonly title: string } {
  const item = risks[index];
  return { ref: textOf(item, "Ref"), title: textOf(item, "Title") };
}

async function openRisk(teams: TeamsWindow, { ref, title }: { readonly ref: string; readonly title: string }): Promise<RecordPanel> {
  await teams.go(`register/Risks?open=Risks/${ref}`);
  const panel = recordPanel(teams, title);
  await teams.hasFocus(panel.heading);
  return panel;
}

/** Another choice than the one that stands there, by its key. */
function otherThan(item: Item | undefined, column: string, ...choices: readonly string[]): string {
  return choices.find((choice) => choice !== textOf(item, column)) ?? "";
}

async function choose(teams: TeamsWindow, panel: RecordPanel, { label, key }: { readonly label: string; readonly key: string }): Promise<void> {
  await panel.choice(label).focus();
  await teams.press(key);
}

test("two people change different fields of a row: both changes stand, and the second is told what was kept", async () => {
  const { ref, title } = risk(0);
  const before = await itemWith(demo, "Risks", ref);
  const first = await openRisk(manager, { ref, title });
  const second = await openRisk(office, { ref, title });
  const likelihood = otherThan(before, "CurrentLikelihood", "4", "5");
  const consequence = otherThan(before, "CurrentConsequence", "3", "4");

  await choose(manager, first, { label: "Likelihood", key: likelihood });
  await manager.enter(first.button("Save"));
  await manager.notice(`${ref} saved`);

  await choose(office, second, { label: "Consequence", key: consequence });
  await office.enter(second.button("Save"));
  expect(await office.notice("Somebody else had changed")).toContain("Saved. Somebody else had changed Likelihood; that was kept");
  expect((await itemWith(demo, "Risks", ref))?.fields).toMatchObject({
    CurrentLikelihood: Number(likelihood),
    CurrentConsequence: Number(consequence),
    CurrentScore: Number(likelihood) * Number(consequence),
  });
});

test("two people change the same field: the second sees before, yours and theirs, and chooses by keyboard", async () => {
  const { ref, title } = risk(1);
  const before = textOf(await itemWith(demo, "Risks", ref), "RiskEvent");
  const first = await openRisk(manager, { ref, title });
  const second = await openRisk(office, { ref, title });

  await first.box("There is a risk that").focus();
  await manager.press("Control+End");
  await manager.page.keyboard.type(" on every ward");
  await manager.enter(first.button("Save"));
  await manager.notice(`${ref} saved`);

  await second.box("There is a risk that").focus();
  await office.press("Control+End");
  await office.page.keyboard.type(" in theatres");
  await office.enter(second.button("Save"));
  await office.tab.getByText(/Asha Patel changed the same fields on .*, after you opened this record\. Nothing was overwritten\./).waitFor();
  const asked = office.tab.getByRole("region").getByRole("group", { name: "There is a risk that" });
  expect(await asked.getByRole("definition").allInnerTexts()).toEqual([before, `${before} in theatres`, `${before} on every ward`]);
  expect(textOf(await itemWith(demo, "Risks", ref), "RiskEvent")).toBe(`${before} on every ward`);

  await asked.getByRole("radio", { name: "Keep yours for There is a risk that" }).focus();
  await office.press("Space");
  await office.enter(office.tab.getByRole("button", { name: "Save these choices" }));
  await office.notice(`${ref} saved`);
  expect(textOf(await itemWith(demo, "Risks", ref), "RiskEvent")).toBe(`${before} in theatres`);
});

test("a person who may only read is told so in a sentence, keeps what they typed, and sees the register read-only from then on", async () => {
  const { ref, title } = risk(2);
  const before = await itemWith(demo, "Risks", ref);
  const board = await openTeams(demo, { persona: "board" });
  const panel = await openRisk(board, { ref, title });
  await panel.box("There is a risk that").focus();
  await board.press("Control+End");
  await board.page.keyboard.type(" before Easter");
  await board.enter(panel.button("Save"));

  const shown = board.tab.getByRole("region", { name: title });
  await shown.getByText("SharePoint does not let you change this register.").waitFor();
  await shown.getByText("Your values are kept here. Ask the site's owner for edit rights.").waitFor();
  await shown.getByText(`${textOf(before, "RiskEvent")} before Easter`).waitFor();
  expect(textOf(await itemWith(demo, "Risks", ref), "RiskEvent")).toBe(textOf(before, "RiskEvent"));

  await board.enter(shown.getByRole("button", { name: "Drop my change" }));
  await shown.getByText("You can read this register, not change it").waitFor();
  await shown.getByText("SharePoint refused a change here. Ask the site's owner for edit rights, then open the page again.").waitFor();
  expect(await shown.getByRole("button", { name: "Save" }).count()).toBe(0);
  expect(await shown.getByRole("textbox", { name: "There is a risk that" }).isDisabled()).toBe(true);
  const add = board.tab.getByRole("toolbar", { name: "Risks" }).getByRole("button", { name: "Add risk" });
  expect(await add.getAttribute("aria-disabled")).toBe("true");
});
