import { readFileSync } from "node:fs";
import type { Download, Locator } from "playwright-core";
import { startDemo, type Demo } from "./support/demo";
import { faultsIn } from "./support/audit";
import { recordPanel } from "./support/register-pages";
import { openTeams, type TeamsWindow } from "./support/teams-window";

jest.setTimeout(300_000);

const site = "https://northmere.sharepoint.com/sites/new-pmo";

let demo: Demo;
let teams: TeamsWindow;
let siteId: string;

beforeAll(async () => {
  demo = await startDemo();
  // The site of the tab that Teams opens with keeps its grant; the empty one gets its own.
  const answer = await fetch(`${demo.address}/demo/faults.json`, {
    method: "POST",
    body: JSON.stringify({ permissions: "selected", appGrants: { "new-pmo": "write" } }),
  });
  expect(answer.status).toBe(200);
  const found = await demo.graph("pmo", "/sites/northmere.sharepoint.com:/sites/new-pmo");
  siteId = (found.body as { readonly id: string }).id; // the tenant's own shape, which its contract tests hold
  teams = await openTeams(demo, { persona: "pmo" });
}, 240_000);

afterAll(async () => {
  await demo.stop();
});

interface SetUpFile {
  readonly site: string;
  readonly lists: readonly { readonly urlName: string; readonly label: string; readonly purpose: string; readonly columns: readonly unknown[] }[];
}

let file: SetUpFile;

function button(name: string | RegExp): Locator {
  return teams.tab.getByRole("button", { name });
}

async function listNames(): Promise<readonly string[]> {
  const { body } = await demo.graph("pmo", `/sites/${siteId}/lists`);
  return (body as { readonly value: readonly { readonly name: string }[] }).value.map(({ name }) => name).filter((name) => name.startsWith("PR"));
}

async function textOf(download: Download): Promise<string> {
  return readFileSync(await download.path(), "utf8");
}

/** What an administrator's script does, with the administrator's own rights and past the app. */
async function makeLists({ lists }: SetUpFile): Promise<void> {
  for (const { urlName, label, purpose, columns } of lists) {
    const made = await demo.graph("pmo", `/sites/${siteId}/lists`, {
      method: "POST",
      body: { displayName: urlName, list: { template: "genericList" }, columns },
    });
    expect(made.status).toBe(201);
    const { id } = made.body as { readonly id: string }; // as above
    await demo.graph("pmo", `/sites/${siteId}/lists/${id}`, { method: "PATCH", body: { displayName: label, description: purpose } });
  }
}

test("on an empty site a person is told that an administrator makes the lists, and the app offers to make none", async () => {
  await teams.tab.goto("about:blank");
  await teams.tab.goto(`${demo.address}/tab.html?site=${encodeURIComponent(site)}&scope=mine`);
  const ofAdministrator = teams.tab.getByRole("region", { name: "Your administrator makes the lists" });
  await ofAdministrator.getByText(/^Your organisation lets the app into chosen sites alone, so the app makes no lists\./).waitFor();
  await ofAdministrator.getByText("The file makes 16 lists.").waitFor();
  expect(teams.fragment()).toBe("set-up");
  expect(await button(/^Create/).count()).toBe(0);
  expect(await listNames()).toEqual([]);
  expect(await ofAdministrator.getByRole("group", { name: "A text to send with it" }).textContent()).toContain(site);
  expect(await faultsIn(teams.tab, "selected")).toEqual([]);
});

test("the lists come as a file to read and as a script to run, both of this site", async () => {
  const [json] = await Promise.all([teams.page.waitForEvent("download"), teams.enter(button("Download the lists (JSON)"))]);
  expect(json.suggestedFilename()).toBe("project-registers-set-up.json");
  file = JSON.parse(await textOf(json)) as SetUpFile; // our own file, which is what this test is about
  expect(file.site).toBe(site);
  expect(file.lists.map(({ urlName }) => urlName)).toEqual(expect.arrayContaining(["PRProjects", "PRRisks", "PRSettings", "PRReceipts"]));
  expect(file.lists.length).toBe(16);
  const [script] = await Promise.all([teams.page.waitForEvent("download"), teams.enter(button("Download the script (PowerShell)"))]);
  expect(script.suggestedFilename()).toBe("project-registers-set-up.ps1");
  const written = await textOf(script);
  expect(written).toContain(`[string] $SiteAddress = '${site}'`);
  for (const { urlName } of file.lists) expect(written).toContain(`Name = '${urlName}'`);
  expect(await listNames()).toEqual([]);
});

test("looked at again too early, the page still waits", async () => {
  await teams.enter(button("Look again"));
  await teams.tab.getByText("The file makes 16 lists.").waitFor();
  expect(await teams.tab.getByRole("region", { name: "What next?" }).count()).toBe(0);
});

test("once the administrator has made the lists, the page goes on and a first project is added", async () => {
  await makeLists(file);
  expect((await listNames()).length).toBe(16);
  await teams.enter(button("Look again"));
  const next = teams.tab.getByRole("region", { name: "What next?" });
  await next.waitFor();
  expect(await faultsIn(teams.tab, "lists made")).toEqual([]);
  await teams.enter(next.getByRole("button", { name: "Add a project" }));
  const form = recordPanel(teams, "New project");
  await teams.typeInto(form.box("Project name"), "Discharge lounge");
  await teams.pick(form.choice("Project manager"), "Callum", /Callum Fraser/);
  await teams.enter(form.region.getByRole("button", { name: "Add project" }));
  await teams.notice(/P-0001 saved/);
  const { body } = await demo.graph("pmo", `/sites/${siteId}/lists/Projects/items?$expand=fields`);
  const rows = (body as { readonly value: readonly { readonly fields: Readonly<Record<string, unknown>> }[] }).value; // as above
  expect(rows.map(({ fields }) => [fields["Ref"], fields["Title"]])).toEqual([["P-0001", "Discharge lounge"]]);
});

test("a column that a list does not have is told, and the app leaves adding it to the file", async () => {
  await demo.graph("pmo", `/sites/${siteId}/lists/Risks/columns/Controls`, { method: "DELETE" });
  await teams.go("set-up");
  const differ = teams.tab.getByRole("region", { name: "Where the lists differ" });
  await differ.getByText(/^The column Controls in place is not in the list\./).waitFor();
  await differ.getByText(/the app does not change lists\. The set-up file adds missing columns\./).waitFor();
  expect(await differ.getByRole("checkbox").count()).toBe(0);
  await teams.tab.getByText("The file adds missing columns to 1 list.").waitFor();
  const [json] = await Promise.all([teams.page.waitForEvent("download"), teams.enter(button("Download the lists (JSON)"))]);
  expect((JSON.parse(await textOf(json)) as SetUpFile).lists.map(({ urlName }) => urlName)).toEqual(["PRRisks"]);
});
