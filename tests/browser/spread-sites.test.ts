import { faultsIn } from "./support/audit";
import { startDemo, type Demo } from "./support/demo";
import { openTeams, type TeamsWindow } from "./support/teams-window";

jest.setTimeout(300_000);

const address = (name: string): string => `https://northmere.sharepoint.com/sites/${name}`;
const marks = ["imaging", "pharmacy", "wards"].map((name) => `northmere.sharepoint.com~sites~spread-${name}`).join("+");

let demo: Demo;

beforeAll(async () => {
  demo = await startDemo();
}, 180_000);

afterAll(async () => {
  await demo.stop();
});

async function openAt(persona: string, fragment: string): Promise<TeamsWindow> {
  const teams = await openTeams(demo, { persona });
  await teams.tab.goto("about:blank");
  await teams.tab.goto(`${demo.address}/tab.html?site=${encodeURIComponent(address("spread-imaging"))}&scope=portfolio#${fragment}`);
  return teams;
}

test("a programme office reads the projects of three sites in one list, and opens and changes one in its own site", async () => {
  const teams = await openAt("pmo", "projects");
  const { tab } = teams;
  await teams.enter(tab.getByRole("button", { name: "Other sites" }));
  for (const name of [/^Pharmacy projects/, /^Ward projects/]) {
    const tick = tab.getByRole("checkbox", { name });
    await tick.focus();
    await teams.page.keyboard.press("Space");
  }
  await teams.enter(tab.getByRole("button", { name: "Done" }));
  await tab.getByText(/^9 projects in 3 sites\. /).waitFor();
  const grid = tab.getByRole("grid", { name: "All my sites" });
  expect(await grid.getByRole("gridcell", { name: "P-0001", exact: true }).count()).toBe(3);
  await grid.getByRole("gridcell", { name: /^Medicines savings/ }).focus();
  await teams.page.keyboard.press("Enter");
  await tab.getByRole("heading", { level: 1, name: /^Medicines savings/ }).waitFor();
  await tab.getByText("Pharmacy projects", { exact: true }).waitFor();
  expect(tab.url()).toContain("#in/northmere.sharepoint.com~sites~spread-pharmacy/project/P-0001");
  await teams.enter(tab.getByRole("button", { name: "Edit project" }));
  const title = tab.getByRole("textbox", { name: /^Project name/ });
  await title.fill("Medicines savings: changed from another site");
  await teams.enter(tab.getByRole("button", { name: "Save" }));
  await tab.getByRole("heading", { level: 1, name: "Medicines savings: changed from another site" }).waitFor();
  await teams.allSaved();
  const { body: site } = await demo.graph("pmo", "/sites/northmere.sharepoint.com:/sites/spread-pharmacy");
  const { body } = await demo.graph("pmo", `/sites/${(site as { id: string }).id}/lists/Projects/items?$expand=fields($select=Title)`);
  expect(JSON.stringify(body)).toContain("Medicines savings: changed from another site");
  await teams.enter(tab.getByRole("link", { name: "All my sites" }));
  await tab.getByRole("grid", { name: "All my sites" }).getByRole("gridcell", { name: "Medicines savings: changed from another site" }).waitFor();
});

test("a reader who may see two of three sites is told which one the totals leave out", async () => {
  const teams = await openAt("sro", `portfolio?sites=${marks}`);
  const { tab } = teams;
  await tab.getByText(/^6 projects in 2 of 3 sites\. The totals leave out the others\./).waitFor();
  await tab.getByText(`${address("spread-wards")}: SharePoint does not let you read it. Ask the site’s owner.`).waitFor();
  const grid = tab.getByRole("grid", { name: "All my sites" });
  expect(await grid.getByRole("gridcell", { name: "P-0001", exact: true }).count()).toBe(2);
  await teams.enter(tab.getByRole("button", { name: /^Amber/ }));
  await tab.getByText("Overall RAG is Amber").waitFor();
  expect(await faultsIn(tab, "two of three sites")).toEqual([]);
  // A link changes nobody's choice.
  await teams.go("portfolio");
  await tab.getByText(/^3 projects in 1 site\./).waitFor();
});

test("a link into a site that the person may not open says so and leads back", async () => {
  const teams = await openAt("sro", "in/northmere.sharepoint.com~sites~spread-wards/project/P-0001");
  await teams.tab.getByText(`The site ${address("spread-wards")} could not be opened`).waitFor();
  await teams.enter(teams.tab.getByRole("button", { name: "Back to all my sites" }));
  await teams.tab.getByText(/^3 projects in 1 site\./).waitFor();
});

test("the list of sites and choosing them are whole on a phone", async () => {
  const teams = await openAt("pmo", `portfolio?sites=${marks}`);
  await teams.tab.getByText(/^9 projects in 3 sites\./).waitFor();
  await teams.resize(320);
  expect(await faultsIn(teams.tab, "the list at 320 px")).toEqual([]);
  await teams.enter(teams.tab.getByRole("button", { name: "Choose sites" }));
  await teams.tab.getByRole("heading", { name: "Sites that you read together" }).waitFor();
  await teams.tab.getByRole("checkbox", { name: /^Ward projects/ }).waitFor();
  expect(await faultsIn(teams.tab, "choosing at 320 px")).toEqual([]);
});
