import type { Locator } from "playwright-core";
import { faultsIn } from "./support/audit";
import { startDemo, type Demo } from "./support/demo";
import { recordPanel, type RecordPanel } from "./support/register-pages";
import { openTeams, type TeamsWindow } from "./support/teams-window";
import { openRows, textOf } from "./support/tenant-rows";

jest.setTimeout(300_000);

// A grant that is missing and a retention label are told in permissions.test.ts.

let demo: Demo;
let teams: TeamsWindow;

beforeAll(async () => {
  demo = await startDemo();
}, 180_000);

afterEach(async () => {
  await tell({ clear: "all" });
  await teams.page.close();
});

afterAll(async () => {
  await demo.stop();
});

async function tell(wish: object): Promise<void> {
  const answer = await fetch(`${demo.address}/demo/faults.json`, { method: "POST", body: JSON.stringify(wish) });
  if (!answer.ok) throw new Error(await answer.text());
}

const listOfRisks = (right: "none" | "read"): object => ({ listRights: { site: "pmo", person: "pm", lists: { PRRisks: right } } });

/** Waits for the reason, and gives what was looked at. */
async function reason(title: string): Promise<readonly string[]> {
  await teams.tab.getByRole("heading", { name: title }).waitFor();
  return teams.tab.getByRole("main").getByRole("listitem").allTextContents();
}

async function follow(link: Locator): Promise<void> {
  await link.waitFor();
  await teams.enter(link);
}

/** An open risk in its panel, ready to be changed. */
async function openRisk(): Promise<RecordPanel> {
  const [risk] = await openRows(demo, "Risks");
  await teams.go(`register/Risks?open=Risks/${textOf(risk, "Ref")}`);
  const panel = recordPanel(teams, textOf(risk, "Title"));
  await panel.button("Save").waitFor();
  return panel;
}

async function changeRisk(): Promise<void> {
  const panel = await openRisk();
  await panel.box("There is a risk that").fill("Scanners arrive after the wards have opened");
  await teams.enter(panel.button("Save"));
}

test("no consent: saving waits, and the reason names the administrator with the page of consent", async () => {
  await tell({ consents: { writeRegisters: "askFirst" } });
  teams = await openTeams(demo, { persona: "pm" });
  await changeRisk();
  await teams.tab.getByText(/^To save your changes, Project Registers must write to this site as you\./).waitFor();
  await teams.go("why/Risks");
  expect(await reason("The app does not have your permission yet")).toContain("Saving waits for your permission");
  await teams.tab.getByText("Your organisation's Microsoft 365 administrator", { exact: true }).waitFor();
  expect(await teams.tab.getByRole("group", { name: "A text to send" }).textContent()).toContain("Page for administrators: https://");
  expect(await faultsIn(teams.tab, "no consent")).toEqual([]);
});

test("a policy that keeps everybody out of the site: the site is closed, and the person is told to look in SharePoint", async () => {
  teams = await openTeams(demo, { persona: "pm" });
  await tell({ restrictedSite: "pmo" });
  await teams.go("why/Risks");
  expect(await reason("You have no access to this site")).toContain("The site https://northmere.sharepoint.com/sites/pmo could not be opened");
  await teams.tab.getByText(/A policy may also keep this app or this device out\./).waitFor();
});

test("the app restricted on this site: the site is found and its lists are closed, as the list's own page leads to it", async () => {
  await tell({ set: { forbidden: { pathIncludes: "/lists" } } });
  teams = await openTeams(demo, { persona: "pm", fragment: "register/Risks" });
  await follow(teams.tab.getByRole("button", { name: "What stands in the way?" }));
  expect(await reason("Access to this site is restricted")).toEqual([
    "Signed in as Asha Patel",
    "The site PMO was found",
    "Its lists could not be read",
    "No change was refused on this page",
  ]);
  await teams.tab.getByText("An owner of the site", { exact: true }).waitFor();
  await tell({ clear: ["forbidden"] });
  await teams.enter(teams.tab.getByRole("button", { name: "Look again" }));
  await reason("Nothing stands in the way now");
});

test("no right to see the list: it looks like one that was never made, and the reason says both", async () => {
  await tell(listOfRisks("none"));
  teams = await openTeams(demo, { persona: "pm", fragment: "register/Risks" });
  await teams.tab.getByRole("heading", { name: "This site has no Risks register yet" }).waitFor();
  await follow(teams.tab.getByRole("button", { name: "What stands in the way?" }));
  expect(await reason("The list is not there, or you may not see it")).toContain("The list Risks was not found");
  expect(await teams.tab.getByRole("group", { name: "A text to send" }).textContent()).toContain("List: Risks");
});

test("a right to read the list alone: the change is kept, and the reason is found", async () => {
  await tell(listOfRisks("read"));
  teams = await openTeams(demo, { persona: "pm" });
  await changeRisk();
  await teams.tab.getByText("1 needs your decision").first().waitFor();
  await teams.go("why/Risks");
  expect(await reason("You may read here, and not change")).toEqual(expect.arrayContaining(["Risks can be read", "Your last change was refused"]));
  await teams.tab.getByText("An owner of the site", { exact: true }).waitFor();
});

test("a list over its limits: a new project is kept, and the reason is no right", async () => {
  teams = await openTeams(demo, { persona: "pm", fragment: "projects?open=Projects/new" });
  const form = recordPanel(teams, "New project");
  await teams.typeInto(form.box("Project name"), "Sterile services tracking");
  await teams.pick(form.choice("Project manager"), "Asha", /Asha Patel/);
  await tell({ set: { listFull: {} } });
  await teams.enter(form.button("Add project"));
  await teams.tab.getByText("1 needs your decision").first().waitFor();
  await teams.go("why/Projects");
  expect(await reason("A limit of SharePoint is reached")).toContain("Your last change was refused");
  await teams.tab.getByText("Make the change smaller, or archive what is closed.").waitFor();
});

test("Conditional Access: a security rule stops the app while the page stands open, and the service desk is named", async () => {
  teams = await openTeams(demo, { persona: "pm", fragment: "register/Risks" });
  await teams.tab.getByRole("grid", { name: "Risks" }).waitFor();
  await tell({ conditionalAccess: true, set: { claimsChallenge401: {} } });
  await teams.go("why/Risks");
  expect(await reason("A security rule stops the app here, or your sign-in has ended")).toContain("Your sign-in was not accepted");
  await teams.tab.getByText("Your IT service desk", { exact: true }).waitFor();
});

test("signed in to another tenant: the site belongs to another organisation", async () => {
  teams = await openTeams(demo, { persona: "pm" });
  await teams.tab.goto("about:blank");
  const foreign = "https://westvale.sharepoint.com/sites/projects";
  await teams.tab.goto(`${demo.address}/tab.html?site=${encodeURIComponent(foreign)}&scope=portfolio`);
  await follow(teams.tab.getByRole("button", { name: "What stands in the way?" }));
  expect(await reason("This site belongs to another organisation")).toContain(`The site ${foreign} could not be opened`);
  await teams.tab.getByText("Whoever set up this tab", { exact: true }).waitFor();
});
