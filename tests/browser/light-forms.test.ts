import type { Locator } from "playwright-core";
import { startDemo, type Demo } from "./support/demo";
import { recordPanel, registerGrid, type RecordPanel } from "./support/register-pages";
import { openTeams, type TeamsWindow } from "./support/teams-window";
import { itemsOf, itemWith, openRows, textOf } from "./support/tenant-rows";

jest.setTimeout(180_000);

let demo: Demo;
let teams: TeamsWindow;
let projectRef: string;

beforeAll(async () => {
  demo = await startDemo();
  projectRef = textOf((await openRows(demo, "Risks"))[0], "ProjectRef");
  teams = await openTeams(demo, { persona: "pm" });
}, 180_000);

afterAll(async () => {
  await demo.stop();
});

/** A form filled by keyboard, which counts the fields that a person had to fill. */
function countedForm(panel: RecordPanel): {
  readonly filled: () => number;
  type(label: string, text: string): Promise<void>;
  choose(label: string, key: string): Promise<void>;
  pick(label: string, name: string): Promise<void>;
} {
  const fields = new Set<string>();
  return {
    filled: () => fields.size,
    type: async (label, text) => {
      fields.add(label);
      await teams.typeInto(panel.box(label), text);
    },
    choose: async (label, key) => {
      fields.add(label);
      await panel.choice(label).focus();
      await teams.press(key);
    },
    pick: async (label, name) => {
      fields.add(label);
      await teams.pick(panel.choice(label), name.slice(0, 5), name);
    },
  };
}

async function savedRef(prefix: string): Promise<string> {
  const said = await teams.notice(new RegExp(`${prefix}-\\d+ saved`));
  return new RegExp(`${prefix}-\\d+`).exec(said)?.[0] ?? "";
}

test("a project is saved with two fields filled", async () => {
  await teams.go("projects");
  await teams.enter(teams.tab.getByRole("toolbar", { name: "Projects" }).getByRole("button", { name: "Add project" }));
  const panel = recordPanel(teams, "New project");
  await teams.hasFocus(panel.heading);
  const form = countedForm(panel);
  await form.type("Project name", "Sterile services tracking");
  await form.pick("Project manager", "Asha Patel");
  await teams.enter(panel.button("Add project"));
  const ref = await savedRef("P");
  await panel.region.waitFor({ state: "hidden" });
  expect(form.filled()).toBe(2);
  const project = await itemWith(demo, "Projects", ref);
  expect(project?.fields).toMatchObject({
    Title: "Sterile services tracking",
    ProjectManager: "Asha Patel",
    ProjectManagerAddress: "asha.patel@northmere.example",
    Status: "Pipeline",
  });
  expect(project?.fields).not.toHaveProperty("ClinicalImpact");
});

test("a risk is saved with four fields filled", async () => {
  await teams.go(`project/${projectRef}?open=Risks/new`);
  const panel = recordPanel(teams, "New risk");
  await teams.hasFocus(panel.heading);
  const form = countedForm(panel);
  await form.type("There is a risk that", "two theatres lose their scanner over the winter");
  await form.pick("Risk owner", "Asha Patel");
  await form.choose("Likelihood", "4");
  await form.choose("Consequence", "3");
  await teams.enter(panel.button("Add risk"));
  const ref = await savedRef("R");
  expect(form.filled()).toBe(4);
  expect((await itemWith(demo, "Risks", ref))?.fields).toMatchObject({
    ProjectRef: projectRef,
    RiskEvent: "two theatres lose their scanner over the winter",
    OwnerAddress: "asha.patel@northmere.example",
    CurrentScore: 12,
    Status: "Open",
  });
});

test("an action is saved with three fields filled", async () => {
  const nextYear = new Date().getFullYear() + 1;
  await teams.go(`project/${projectRef}?open=Actions/new`);
  const panel = recordPanel(teams, "New action");
  await teams.hasFocus(panel.heading);
  const form = countedForm(panel);
  await form.type("Title", "Book the spare scanners");
  await form.pick("Owner", "Asha Patel");
  await form.type("Due", `6 January ${String(nextYear)}`);
  await teams.enter(panel.button("Add action"));
  const ref = await savedRef("A");
  expect(form.filled()).toBe(3);
  const action = await itemWith(demo, "Actions", ref);
  expect(action?.fields).toMatchObject({ Title: "Book the spare scanners", Owner: "Asha Patel", Status: "Not started" });
  expect(textOf(action, "DueDate")).toContain(`${String(nextYear)}-01-06`);
});

test("what is missing is listed once a field, the list takes focus, and each line leads to its field", async () => {
  const before = (await itemsOf(demo, "Risks")).length;
  await teams.go("register/Risks?open=Risks/new");
  const panel = recordPanel(teams, "New risk");
  await teams.enter(panel.button("Add risk"));
  const summary = panel.region.getByRole("alert", { name: "There is a problem" });
  await teams.hasFocus(summary);
  const links = summary.getByRole("link");
  expect(await links.allInnerTexts()).toHaveLength(4);
  const led: Locator[] = [panel.box("There is a risk that"), panel.choice("Risk owner"), panel.choice("Likelihood"), panel.choice("Consequence")];
  for (const [index, field] of led.entries()) {
    await teams.enter(links.nth(index));
    await teams.hasFocus(field);
  }
  expect(await itemsOf(demo, "Risks")).toHaveLength(before);
  await teams.press("Escape");
  await panel.region.waitFor({ state: "hidden" });
});

test("Escape asks before it loses typed text, and the text is still there after staying", async () => {
  await teams.go("register/Issues?open=Issues/new");
  const panel = recordPanel(teams, "New issue");
  await teams.typeInto(panel.box("Title"), "The lift is out of order");
  await teams.press("Escape");
  const question = teams.tab.getByRole("alertdialog", { name: "You have not saved your changes" });
  await question.waitFor();
  await teams.hasFocus(question.getByRole("button", { name: "Keep editing" }));
  await teams.press("Escape");
  await question.waitFor({ state: "hidden" });
  await teams.hasFocus(panel.box("Title"));
  expect(await panel.box("Title").inputValue()).toBe("The lift is out of order");
  await teams.press("Escape");
  await teams.enter(question.getByRole("button", { name: "Close without saving" }));
  await panel.region.waitFor({ state: "hidden" });
  expect((await itemsOf(demo, "Issues")).filter((item) => textOf(item, "Title") === "The lift is out of order")).toEqual([]);
});

test("a link and Back ask, too; the page behind is there again for a screen reader after leaving", async () => {
  await teams.go("register/Actions");
  await teams.go("register/Issues?open=Issues/new");
  const panel = recordPanel(teams, "New issue");
  await teams.typeInto(panel.box("Title"), "The lift is out of order");
  const question = teams.tab.getByRole("alertdialog", { name: "You have not saved your changes" });
  const moves = [(): Promise<void> => teams.go("register/Risks"), (): Promise<void> => teams.tab.evaluate(() => history.back())];
  for (const move of moves) {
    await move();
    await teams.hasFocus(question.getByRole("button", { name: "Keep editing" }));
    await teams.press("Enter");
    await question.waitFor({ state: "hidden" });
    expect(await panel.box("Title").inputValue()).toBe("The lift is out of order");
  }
  await teams.go("register/Risks");
  await teams.enter(question.getByRole("button", { name: "Close without saving" }));
  await registerGrid(teams, "Risks").grid.waitFor();
  expect(teams.fragment()).toBe("register/Risks");
});
