import { faultsIn } from "./support/audit";
import { startDemo, type Demo } from "./support/demo";
import { recordPanel, registerGrid } from "./support/register-pages";
import { openTeams, type TeamsWindow } from "./support/teams-window";
import { itemsOf, openRows, textOf, type Item } from "./support/tenant-rows";

jest.setTimeout(300_000);

let demo: Demo;
let risks: readonly Item[];

beforeAll(async () => {
  demo = await startDemo();
  risks = await openRows(demo, "Risks", ["CurrentLikelihood", "CurrentConsequence"]);
});

afterEach(() => faults({ clear: "all" }));

afterAll(async () => {
  await demo.stop();
});

async function faults(body: object): Promise<void> {
  await fetch(`${demo.address}/demo/faults.json`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
}

/** Nothing reaches SharePoint any more: what is written stays on the device. */
const noWrites = { set: { connectionLostBefore: { method: "POST", pathIncludes: "$batch" }, gatewayTimeoutBefore: { method: "PATCH" } } };

/** Changes a risk, which waits on the device. */
async function changeOffline(teams: TeamsWindow, risk: Item | undefined, text: string): Promise<void> {
  await teams.go("register/Risks");
  await registerGrid(teams, "Risks").count();
  await faults(noWrites);
  await teams.go(`register/Risks?open=Risks/${textOf(risk, "Ref")}`);
  const panel = recordPanel(teams, textOf(risk, "Title"));
  await panel.box("There is a risk that").fill(text);
  await teams.enter(panel.button("Save"));
  await panel.region.waitFor({ state: "detached" });
}

async function askToClear(teams: TeamsWindow): Promise<ReturnType<TeamsWindow["tab"]["getByRole"]>> {
  await teams.go("diagnostics");
  await teams.enter(teams.tab.getByRole("button", { name: "Sign out and clear this device" }));
  const dialog = teams.tab.getByRole("alertdialog", { name: "Sign out and clear this device?" });
  await dialog.getByText(/not in the register yet|Nothing is lost/).waitFor();
  return dialog;
}

async function textInRegister(risk: Item | undefined): Promise<string> {
  const items = await itemsOf(demo, "Risks");
  return textOf(
    items.find(({ id }) => id === risk?.id),
    "RiskEvent",
  );
}

/** Everything that the app keeps in this browser. */
function keptIn({ tab }: TeamsWindow): Promise<object> {
  return tab.evaluate(async () => ({
    databases: (await indexedDB.databases()).length,
    settings: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
  }));
}

test("a change that waits is named and sent first; then everything goes, and nobody is signed in without a press", async () => {
  const teams = await openTeams(demo, { persona: "pm" });
  await changeOffline(teams, risks[0], "sent before the device was cleared");
  const dialog = await askToClear(teams);
  await dialog.getByText("1 change on this device is not in the register yet.").waitFor();
  await teams.hasFocus(dialog.getByRole("button", { name: "Send them first" }));
  expect(await faultsIn(teams.tab, "the question")).toEqual([]);
  await faults({ clear: "all" });
  await teams.press("Enter");
  await dialog.getByText("Everything you changed is in the register. Nothing is lost.").waitFor();
  expect(await textInRegister(risks[0])).toBe("sent before the device was cleared");
  await teams.hasFocus(dialog.getByRole("button", { name: "Cancel" }));
  await teams.press("Tab", "Enter");
  await teams.tab.getByRole("heading", { name: "You are signed out and this device is cleared" }).waitFor();
  expect(await faultsIn(teams.tab, "signed out")).toEqual([]);
  expect(await keptIn(teams)).toEqual({ databases: 0, settings: [], session: ["project-registers.signed-out"] });
  await teams.enter(teams.tab.getByRole("button", { name: "Sign in again" }));
  await teams.tab.getByRole("navigation", { name: "Pages" }).waitFor();
});

test("only the choice that names the number drops what waits; Escape drops nothing, and the person's other page signs out too", async () => {
  const teams = await openTeams(demo, { persona: "pm", theme: "dark" });
  const context = teams.page.context();
  const other = await openTeams({ address: demo.address, page: () => context.newPage() }, { persona: "pm" });
  await changeOffline(teams, risks[1], "lost on purpose");
  const dialog = await askToClear(teams);
  await teams.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await teams.hasFocus(teams.tab.getByRole("button", { name: "Sign out and clear this device" }));
  const again = await askToClear(teams);
  await teams.press("Enter");
  await again.getByText("Not all of them could be sent. Nothing was cleared.").waitFor();
  await teams.press("Tab");
  await teams.hasFocus(again.getByRole("button", { name: "Clear anyway and lose 1 change" }));
  await teams.press("Enter");
  for (const { tab } of [teams, other]) await tab.getByRole("heading", { name: "You are signed out and this device is cleared" }).waitFor();
  await faults({ clear: "all" });
  await teams.enter(teams.tab.getByRole("button", { name: "Sign in again" }));
  await teams.allSaved();
  expect(await textInRegister(risks[1])).not.toBe("lost on purpose");
});
