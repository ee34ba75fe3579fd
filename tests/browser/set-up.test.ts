import type { Locator } from "playwright-core";
import { startDemo, type Demo } from "./support/demo";
import { faultsIn } from "./support/audit";
import { recordPanel } from "./support/register-pages";
import { openTeams, type TeamsWindow } from "./support/teams-window";

jest.setTimeout(300_000);

const site = "https://northmere.sharepoint.com/sites/new-pmo";

let demo: Demo;
let teams: TeamsWindow;

beforeAll(async () => {
  demo = await startDemo();
  teams = await openTeams(demo, { persona: "pmo" });
}, 240_000);

afterAll(async () => {
  await demo.stop();
});

function button(name: string | RegExp): Locator {
  return teams.tab.getByRole("button", { name });
}

function region(name: string): Locator {
  return teams.tab.getByRole("region", { name });
}

async function setFaults(set: object): Promise<void> {
  const answer = await fetch(`${demo.address}/demo/faults.json`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ set }),
  });
  expect(answer.status).toBe(200);
}

async function ask<T>(path: string): Promise<readonly T[]> {
  const found = await demo.graph("pmo", "/sites/northmere.sharepoint.com:/sites/new-pmo");
  const { id } = found.body as { readonly id: string }; // the tenant's own shape, which its contract tests hold
  const answer = await demo.graph("pmo", `/sites/${id}${path}`);
  return (answer.body as { readonly value: readonly T[] }).value;
}

async function listNames(): Promise<readonly string[]> {
  const lists = await ask<{ readonly name: string }>("/lists");
  return lists.map(({ name }) => name).filter((name) => name.startsWith("PR"));
}

test("an empty site starts with set-up, and nothing is made by looking", async () => {
  await teams.tab.goto(`${demo.address}/tab.html?site=${encodeURIComponent(site)}&scope=mine`);
  await button("Create 16 lists").waitFor();
  expect(teams.fragment()).toBe("set-up");
  await region("Before anything is made").getByText("16 lists with 493 columns will be made.").waitFor();
  expect(await faultsIn(teams.tab, "plan")).toEqual([]);
  expect(await listNames()).toEqual([]);
});

test("sample data can be looked at and changed under a banner, and leave nothing behind", async () => {
  await teams.enter(button("Look around with sample data"));
  const banner = teams.tab.getByText("Sample data: nothing here is saved or real");
  await banner.waitFor();
  await teams.tab.getByText("Theatre roof").first().waitFor();
  await teams.go("projects?open=Projects/P-0003");
  const name = recordPanel(teams, /Theatre roof/).box("Project name");
  await name.focus();
  await teams.press("Control+A");
  await teams.typeInto(name, "Theatre roof and gutters");
  await teams.enter(button("Save"));
  await teams.tab.getByText("Theatre roof and gutters").first().waitFor();
  expect(await banner.isVisible()).toBe(true);
  expect(await faultsIn(teams.tab, "sample")).toEqual([]);
  await teams.enter(button("Leave the sample data"));
  await button("Create 16 lists").waitFor();
  expect([await banner.count(), await teams.tab.getByText("P-0003 saved").count(), await listNames()]).toEqual([0, 0, []]);
});

test("a set-up is stopped in the middle, and goes on where it was", async () => {
  await setFaults({ slow: { method: "POST", pathIncludes: "/lists", delayMs: 2_000 } });
  await teams.enter(button("Create 16 lists"));
  await teams.tab.getByText(/^[1-9]\d* of 16 items$/).waitFor();
  await teams.enter(button("Cancel"));
  await region("What was set up")
    .getByText(/^Not finished, because you stopped \(\d+\)$/)
    .waitFor();
  const stopped = await listNames();
  expect(stopped.length).toBeGreaterThan(0);
  expect(stopped.length).toBeLessThan(16);
  await teams.hasFocus(teams.tab.getByRole("heading", { name: "What was set up" }));
  expect(await faultsIn(teams.tab, "stopped")).toEqual([]);

  await setFaults({ slow: null });
  await teams.enter(button(/^Create \d+ lists?$/));
  await region("What next?").getByRole("button", { name: "Add a project" }).waitFor();
  await teams.tab.getByText("A copy is kept in the register of receipts.").waitFor();
  expect((await listNames()).length).toBe(16);
  expect(await faultsIn(teams.tab, "receipt")).toEqual([]);
  const receipts = await ask<{ readonly fields: Readonly<Record<string, unknown>> }>("/lists/Receipts/items?$expand=fields");
  expect(receipts.at(-1)?.fields).toMatchObject({ Kind: "Set up", MadeBy: "Callum Fraser", RefusedCount: 0 });
});

test("the first door leads to the first project", async () => {
  await teams.enter(region("What next?").getByRole("button", { name: "Add a project" }));
  const form = recordPanel(teams, "New project");
  await teams.typeInto(form.box("Project name"), "Discharge lounge");
  await teams.pick(form.choice("Project manager"), "Callum", /Callum Fraser/);
  await teams.enter(form.region.getByRole("button", { name: "Add project" }));
  await teams.notice(/P-0001 saved/);
  const projects = await ask<{ readonly fields: Readonly<Record<string, unknown>> }>("/lists/Projects/items?$expand=fields");
  expect(projects.map(({ fields }) => [fields["Ref"], fields["Title"]])).toEqual([["P-0001", "Discharge lounge"]]);
});

test("a column that the list does not have is told, and added where the person says so", async () => {
  const found = await demo.graph("pmo", "/sites/northmere.sharepoint.com:/sites/new-pmo");
  const { id } = found.body as { readonly id: string }; // as above
  await demo.graph("pmo", `/sites/${id}/lists/Risks/columns/Controls`, { method: "DELETE" });
  await teams.go("set-up");
  const changes = region("Where the lists differ");
  await changes.getByText("The column Controls in place is not in the list. It may have come with a newer version of the app. Added, it is empty.").waitFor();
  await teams.tab.getByText("P-0001 saved").waitFor({ state: "hidden" });
  expect(await faultsIn(teams.tab, "repairs")).toEqual([]);
  await teams.enter(button("Put right 1 thing"));
  await region("What was put right").getByText("Risks: column Controls in place").waitFor();
  const columns = await ask<{ readonly name: string }>("/lists/Risks/columns");
  expect(columns.map(({ name }) => name)).toContain("Controls");
});

test("a column that its owner renamed or gave another type is told by name, with what to do, and nothing is done to it", async () => {
  const found = await demo.graph("pmo", "/sites/northmere.sharepoint.com:/sites/new-pmo");
  const { id } = found.body as { readonly id: string }; // as above
  const columns = `/sites/${id}/lists/Risks/columns`;
  await demo.graph("pmo", `${columns}/Cause`, { method: "PATCH", body: { displayName: "Reason" } });
  await demo.graph("pmo", `${columns}/NextReviewDate`, { method: "DELETE" });
  await demo.graph("pmo", columns, { method: "POST", body: { name: "NextReviewDate", displayName: "Next review date", text: {} } });
  await teams.go("risks");
  await teams.go("set-up");
  const changes = region("Where the lists differ");
  await changes.getByText("The column Because of is called Reason there. It is recognised. There is nothing to do.").waitFor();
  await changes.getByText(/^The column Next review was made for dates and now holds one line of text\./).waitFor();
  await changes.getByText(/Change the type back in the list’s settings in SharePoint\./).waitFor();
  expect(await changes.getByRole("checkbox").count()).toBe(0);
  expect(await faultsIn(teams.tab, "renamed and retyped")).toEqual([]);
});
