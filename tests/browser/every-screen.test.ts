import type { Frame, Locator } from "playwright-core";
import { startDemo, type Demo } from "./support/demo";
import { faultsIn } from "./support/audit";
import { recordPanel } from "./support/register-pages";
import { openTeams, type TeamsWindow } from "./support/teams-window";
import { itemsOf, openRows, textOf, type Item } from "./support/tenant-rows";

jest.setTimeout(300_000);

let demo: Demo;
let risks: readonly Item[];
let project: Item | undefined;

beforeAll(async () => {
  demo = await startDemo();
  risks = (await openRows(demo, "Risks", ["CurrentLikelihood"])).filter(({ fields }) => fields["CurrentLikelihood"] !== 5);
  project = (await itemsOf(demo, "Projects")).find(({ fields }) => fields["Title"] === "Blood tracking");
}, 180_000);

afterAll(async () => {
  await demo.stop();
});

interface Screen {
  readonly name: string;
  readonly fragment: string;
  /** Goes on from the page to what is looked at, and waits until it stands there. */
  readonly ready: (teams: TeamsWindow) => Promise<unknown>;
}

function screens(risk: Item | undefined): readonly Screen[] {
  const ref = textOf(risk, "Ref");
  const projectRef = textOf(project, "Ref");
  const heading =
    (name: string | RegExp) =>
    ({ tab }: TeamsWindow): Promise<void> =>
      tab.getByRole("heading", { name }).first().waitFor();
  const rows = async ({ tab }: TeamsWindow): Promise<void> => {
    await tab.getByRole("row").or(tab.getByRole("article")).or(tab.getByRole("listitem")).nth(2).waitFor();
  };
  return [
    { name: "RAID", fragment: "raid", ready: rows },
    { name: "record", fragment: `register/Risks?open=Risks/${ref}`, ready: (teams) => recordPanel(teams, textOf(risk, "Title")).button("Save").waitFor() },
    {
      name: "history",
      fragment: `register/Risks?open=Risks/${ref}`,
      ready: async (teams) => {
        const panel = recordPanel(teams, textOf(risk, "Title"));
        await teams.enter(panel.button("History"));
        await panel.button("Record").waitFor();
      },
    },
    { name: "new record", fragment: "register/Risks?open=Risks/new", ready: (teams) => recordPanel(teams, "New risk").button("Add risk").waitFor() },
    { name: "projects", fragment: "projects", ready: rows },
    { name: "project", fragment: `project/${projectRef}`, ready: heading("Blood tracking") },
    { name: "figures", fragment: `figures/${projectRef}/overall`, ready: heading("Red, amber or green") },
    { name: "data quality", fragment: `quality/${projectRef}`, ready: heading(/^Risk review overdue/) },
    { name: "site check", fragment: "check", ready: heading("Check this site") },
    { name: "several sites", fragment: "portfolio", ready: heading("All my sites") },
    { name: "register", fragment: "register/Milestones", ready: rows },
    {
      name: "empty search",
      fragment: "register/Milestones?view=q%3Dnothing-is-called-this",
      ready: (teams) => teams.tab.getByRole("button", { name: "Clear filters" }).first().waitFor(),
    },
    {
      name: "import",
      fragment: "import/Risks",
      ready: async ({ tab }) => {
        const file = {
          name: "risks.csv",
          mimeType: "text/csv",
          buffer: Buffer.from("Risk,Likelihood,Raised\nThe lift fails,4,1/8/2026\nThe roof leaks,nine,2/8/2026\n"),
        };
        await tab.getByLabel("Choose a file", { exact: true }).last().setInputFiles(file);
        await tab.getByRole("button", { name: "Show what would change" }).last().click();
        await tab.getByRole("checkbox", { name: "Only problems" }).waitFor();
      },
    },
    { name: "card", fragment: `card/${projectRef}`, ready: (teams) => teams.tab.getByRole("button", { name: "Post the card" }).waitFor() },
    { name: "set-up", fragment: "set-up", ready: heading("Set up registers") },
    { name: "diagnostics", fragment: "diagnostics", ready: heading("How this page is doing") },
    { name: "find", fragment: "raid", ready: find },
    { name: "decisions", fragment: "decisions", ready: (teams) => teams.tab.getByRole("button", { name: "Save these choices" }).waitFor() },
  ];
}

async function find(teams: TeamsWindow): Promise<void> {
  await teams.enter(teams.tab.getByRole("button", { name: "Find", exact: true }));
  await teams.tab.getByRole("dialog").getByRole("option").first().waitFor();
}

/** A change that somebody else made first, so that something waits for a decision. */
async function makeConflict(teams: TeamsWindow, risk: Item | undefined): Promise<void> {
  const ref = textOf(risk, "Ref");
  await teams.go(`register/Risks?open=Risks/${ref}`);
  const panel = recordPanel(teams, textOf(risk, "Title"));
  await panel.choice("Likelihood").focus();
  await teams.press("5");
  const other = textOf(risk, "CurrentLikelihood") === "1" ? 2 : 1;
  const site = (await demo.graph("pmo", "/sites/northmere.sharepoint.com:/sites/pmo")).body as { readonly id: string };
  const answer = await demo.graph("pmo", `/sites/${site.id}/lists/Risks/items/${String(risk?.id)}/fields`, {
    method: "PATCH",
    body: { CurrentLikelihood: other },
  });
  expect(answer.status).toBe(200);
  await teams.enter(panel.button("Save"));
  await teams.tab.getByRole("button", { name: "Save these choices" }).waitFor();
}

describe.each(["default", "dark", "contrast"] as const)("in the %s theme", (theme) => {
  test("nothing on any screen keeps a person out, at 1280 and at 320 px", async () => {
    const conflicted = risks[["default", "dark", "contrast"].indexOf(theme)];
    const teams = await openTeams(demo, { persona: "pm", theme });
    await makeConflict(teams, conflicted);
    const faults: string[] = [];
    for (const width of [1280, 320] as const) {
      await teams.resize(width);
      for (const screen of screens(risks[5])) {
        await teams.go(screen.fragment);
        await screen.ready(teams);
        faults.push(...(await faultsIn(teams.tab, `${screen.name}, ${String(width)} px`)));
        if (screen.name === "find") await teams.press("Escape");
      }
    }
    expect(faults).toEqual([]);
  });

  test("nor does the settings page of a tab, in a wide window and on a phone", async () => {
    const teams = await openTeams(demo, { persona: "pmo", theme });
    const rail = teams.page.getByRole("navigation", { name: "Apps, teams and channels" });
    await teams.enter(rail.getByRole("region", { name: "PMO", exact: true }).getByRole("button", { name: /^Reporting/ }));
    await teams.enter(teams.page.getByRole("main").getByRole("button", { name: "Add a tab" }));
    const frame = await frameIn(teams.page.getByRole("dialog", { name: "Add Project Registers" }).locator("iframe"));
    await frame.getByText(/^PMO can be read/).waitFor();
    const faults: string[] = [];
    // The dialog is 16 px narrower than the window.
    for (const width of [1280, 336]) {
      await teams.page.setViewportSize({ width, height: 900 });
      faults.push(...(await faultsIn(frame, `settings in a window of ${String(width)} px`)));
    }
    expect(faults).toEqual([]);
  });

  test("nor does the task pane, at the widths of Excel on Windows and on a Mac", async () => {
    const page = await demo.page();
    page.setDefaultTimeout(60_000);
    page.on("dialog", (dialog) => void dialog.accept());
    // Excel knows a light and a dark theme; high contrast is the system's, and the browser brings it.
    if (theme === "contrast") await page.emulateMedia({ forcedColors: "active" });
    await page.goto(`${demo.address}/excel-host.html?persona=finance&theme=${theme}`);
    const pane = await frameIn(page.getByTitle("Project Registers"));
    const faults: string[] = [];
    const look = async (state: string): Promise<void> => {
      for (const width of ["270", "320"]) {
        await page.getByRole("combobox", { name: "Width of the pane" }).selectOption(width);
        faults.push(...(await faultsIn(pane, `${state} at ${width}`)));
      }
    };
    const pmo = pane.getByRole("button", { name: "PMO" });
    await pmo.waitFor();
    await look("which registers");
    await pmo.click();
    await pane.getByRole("combobox", { name: "Register" }).waitFor();
    await look("insert");
    if (theme === "dark") expect(await pane.locator("[data-theme]").first().getAttribute("data-theme")).toBe("dark");
    await pane.getByRole("combobox", { name: "Register" }).selectOption("Actions");
    await pane.getByRole("button", { name: "Insert", exact: true }).click();
    await pane.getByText("Nothing to publish").waitFor();
    await look("inserted");
    expect(faults).toEqual([]);
  });
});

async function frameIn(element: Locator): Promise<Frame> {
  const frame = await (await element.elementHandle()).contentFrame();
  if (!frame) throw new Error("there is no page in this frame");
  return frame;
}
