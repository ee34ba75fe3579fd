import { startDemo, type Demo } from "./support/demo";
import { openTeams } from "./support/teams-window";
import { itemsOf, textOf, type Item } from "./support/tenant-rows";

jest.setTimeout(300_000);

let demo: Demo;
let project: Item | undefined;

beforeAll(async () => {
  demo = await startDemo();
  project = (await itemsOf(demo, "Projects")).find(({ fields }) => fields["Title"] === "Blood tracking");
}, 180_000);

afterAll(async () => {
  await demo.stop();
});

test("a project says what the facts say beside what was declared, and why, down to the record", async () => {
  const teams = await openTeams(demo, { persona: "pm", fragment: `project/${textOf(project, "Ref")}` });
  const { tab } = teams;
  await tab.getByText("AMBER declared").waitFor();
  await tab.getByText(/^the facts say/).waitFor();
  await teams.enter(tab.getByRole("link", { name: "Why?" }).first());
  await tab.getByRole("heading", { level: 1, name: "How is this worked out?" }).waitFor();
  await teams.hasFocus(tab.getByText(/^Overall RAG, balanced/).locator("xpath=ancestor::summary"));
  const overall = tab.getByRole("table", { name: "What Overall RAG, balanced rests on" });
  expect(await overall.getByRole("row", { name: /^Time/ }).textContent()).toContain("Red");
  const time = tab.getByText("Time RAG", { exact: true }).locator("xpath=ancestor::summary");
  await teams.enter(time);
  const milestone = tab.getByRole("table", { name: "What Time RAG rests on" }).getByRole("link", { name: /^M-/ }).first();
  const ref = await milestone.textContent();
  await teams.enter(milestone);
  await tab.getByRole("region", { name: /go-live/ }).waitFor();
  expect(teams.fragment()).toContain(encodeURIComponent(`Milestones/${ref ?? ""}`));
});

test("a finding is mended in one step, which Undo takes back", async () => {
  const teams = await openTeams(demo, { persona: "pm", fragment: `quality/${textOf(project, "Ref")}` });
  const { tab } = teams;
  const reviews = tab.getByRole("region", { name: "Risk review overdue" });
  const buttons = reviews.getByRole("button", { name: /^Reviewed, no change/ });
  await buttons.first().waitFor();
  const count = await buttons.count();
  const name = ((await buttons.last().getAttribute("aria-label")) ?? "").replace("Reviewed, no change: ", "");
  await teams.enter(buttons.last());
  await reviews.getByRole("link", { name }).waitFor({ state: "detached" });
  await teams.allSaved();
  expect(await buttons.count()).toBe(count - 1);
  await teams.press("Control+z");
  await reviews.getByRole("link", { name }).waitFor();
  await teams.allSaved();
});

test("a finding without such a step opens its record at the field", async () => {
  const teams = await openTeams(demo, { persona: "pm", fragment: `quality/${textOf(project, "Ref")}` });
  const { tab } = teams;
  await teams.enter(tab.getByRole("region", { name: "Mitigation overdue" }).getByRole("link").first());
  await teams.hasFocus(tab.getByRole("textbox", { name: /^Next mitigation due/ }));
});

test("an administrator checks what the site does, and gets it as a file", async () => {
  const teams = await openTeams(demo, { persona: "pmo", fragment: "permissions" });
  const { tab } = teams;
  await teams.enter(tab.getByRole("link", { name: "Check this site" }));
  await teams.enter(tab.getByRole("button", { name: "Start the check" }));
  await tab.getByText("13 of 13 steps went as the app expects.").waitFor();
  const download = teams.page.waitForEvent("download");
  await teams.enter(tab.getByRole("button", { name: "Save as a file" }));
  expect((await download).suggestedFilename()).toMatch(/^site-check-\d{4}-\d\d-\d\d\.json$/);
});
