import { faultsIn } from "./support/audit";
import { startDemo, type Demo } from "./support/demo";
import { recordPanel } from "./support/register-pages";
import { openTeams } from "./support/teams-window";
import { openRows, textOf } from "./support/tenant-rows";

jest.setTimeout(300_000);

let demo: Demo;

beforeAll(async () => {
  demo = await startDemo();
}, 180_000);

afterEach(async () => {
  await tell({ clear: "all", appGrants: { pmo: "write" } });
});

afterAll(async () => {
  await demo.stop();
});

async function tell(wish: object): Promise<void> {
  const answer = await fetch(`${demo.address}/demo/faults.json`, { method: "POST", body: JSON.stringify(wish) });
  if (!answer.ok) throw new Error(await answer.text());
}

test("where sites are granted one by one, a site without a grant says whom to ask, and opens once it is granted", async () => {
  await tell({ permissions: "selected", appGrants: { pmo: "none" } });
  const page = await demo.page();
  page.setDefaultTimeout(90_000);
  await page.goto(`${demo.address}/teams-host.html?persona=pm`);
  const tab = page.locator("iframe").first().contentFrame();
  const why = tab.getByRole("button", { name: "What stands in the way?" });
  await why.focus();
  await page.keyboard.press("Enter");
  await tab.getByRole("heading", { name: "The site is closed to the app, or to you" }).waitFor();
  expect(await tab.getByRole("listitem").allTextContents()).toEqual([
    "Signed in as Asha Patel",
    "The site https://northmere.sharepoint.com/sites/pmo could not be opened",
    "No change was refused on this page",
  ]);
  expect(await tab.getByRole("group", { name: "A text to send" }).textContent()).toContain("Who: Asha Patel");
  await tell({ appGrants: { pmo: "write" } });
  const again = tab.getByRole("button", { name: "Try again" });
  await again.focus();
  await page.keyboard.press("Enter");
  await tab.getByRole("navigation", { name: "Pages" }).waitFor();
});

test("a permission that an administrator withholds is refused, and the page of permissions says so with the way without it", async () => {
  await tell({ consents: { findPeople: "withheld" } });
  const teams = await openTeams(demo, { persona: "pm" });
  await teams.go("register/Risks?open=Risks/new");
  const panel = recordPanel(teams, "New risk");
  await panel.button("Add risk").waitFor();
  await teams.typeInto(teams.tab.getByRole("combobox", { name: /^Risk owner/ }), "Bronwen");
  const allow = teams.tab.getByRole("button", { name: "Allow" });
  await teams.enter(allow);
  await teams.enter(teams.page.getByRole("dialog", { name: "Need admin approval" }).getByRole("button"));
  await teams.enter(teams.tab.getByRole("link", { name: "Ask your administrator" }));
  await teams.enter(teams.tab.getByRole("button", { name: "Close without saving" }));
  const row = teams.tab.getByRole("row", { name: /^To find people/ });
  await row.waitFor();
  expect(await row.textContent()).toMatch(/User\.ReadBasic\.All.*type a work address.*Refused/);
});

test("a change to a record under a retention label is kept, and its reason is found", async () => {
  const [risk] = await openRows(demo, "Risks", []);
  const item = Number(risk?.id);
  await tell({ lockedItem: { site: "pmo", list: "PRRisks", item, label: "Keep 8 years" } });
  const teams = await openTeams(demo, { persona: "pm" });
  await teams.go(`register/Risks?open=Risks/${textOf(risk, "Ref")}`);
  const panel = recordPanel(teams, textOf(risk, "Title"));
  await panel.button("Save").waitFor();
  await teams.tab.getByRole("textbox", { name: /^There is a risk that/ }).fill("Scanners arrive late");
  await teams.enter(panel.button("Save"));
  await teams.tab.getByText("1 needs your decision").first().waitFor();
  await teams.go("why/Risks");
  await teams.tab.getByRole("heading", { name: "This record is locked" }).waitFor();
  await teams.tab.getByText("The record carries the retention label “Keep 8 years”").waitFor();
  await tell({ lockedItem: { site: "pmo", list: "PRRisks", item, label: null } });
});

test.each(["default", "dark", "contrast"] as const)("both pages hold in the theme %s, wide and narrow", async (theme) => {
  const teams = await openTeams(demo, { persona: "pm", theme });
  const faults: string[] = [];
  for (const width of [1280, 320] as const) {
    await teams.resize(width);
    for (const [fragment, ready] of [
      ["permissions", "Ask your administrator"],
      ["why/Risks", "Nothing stands in the way now"],
    ] as const) {
      await teams.go(fragment);
      await teams.tab.getByRole("heading", { name: ready }).waitFor();
      faults.push(...(await faultsIn(teams.tab, `${fragment} at ${String(width)} px`)));
    }
  }
  expect(faults).toEqual([]);
});
