import type { Locator } from "playwright-core";
import { startDemo, type Demo } from "./support/demo";
import { faultsIn } from "./support/audit";
import { recordPanel, registerGrid } from "./support/register-pages";
import { openTeams, type TeamsWindow } from "./support/teams-window";

jest.setTimeout(300_000);

const site = "https://northmere.sharepoint.com/sites/homemade";
const lists = ["Risk log", "Action tracker"];

let demo: Demo;
let teams: TeamsWindow;
let before: ReadonlyMap<string, TheirList>;

beforeAll(async () => {
  demo = await startDemo();
  before = await theirLists();
  teams = await openTeams(demo, { persona: "pmo" });
  await openLists();
}, 240_000);

afterAll(async () => {
  await demo.stop();
});

/** The page anew, without what was said on it before. */
async function openLists(): Promise<void> {
  await teams.tab.goto("about:blank");
  await teams.tab.goto(`${demo.address}/tab.html?site=${encodeURIComponent(site)}&scope=portfolio#adopt`);
  await teams.tab.getByRole("heading", { name: "Use lists you already have" }).waitFor();
}

interface TheirList {
  readonly columns: unknown;
  /** By item id. */
  readonly items: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
}

/** Both lists as the tenant has them: the definition of every column and every cell of every row. */
async function theirLists(): Promise<ReadonlyMap<string, TheirList>> {
  const { id } = await ask<{ id: string }>("/sites/northmere.sharepoint.com:/sites/homemade");
  const read = lists.map(async (name): Promise<readonly [string, TheirList]> => {
    const columns = await ask<{ value: unknown }>(`/sites/${id}/lists/${name}/columns`);
    const rows = await ask<{ value: readonly { id: string; fields: Record<string, unknown> }[] }>(`/sites/${id}/lists/${name}/items?$expand=fields&$top=5000`);
    return [name, { columns: columns.value, items: new Map(rows.value.map((item) => [item.id, item.fields])) }];
  });
  return new Map(await Promise.all(read));
}

async function ask<T>(path: string): Promise<T> {
  const answer = await demo.graph("pmo", path);
  if (answer.status !== 200) throw new Error(`the tenant answered ${String(answer.status)} to ${path}`);
  return answer.body as T; // the tenant's own shape, which its contract tests hold
}

function button(name: string | RegExp): Locator {
  return teams.tab.getByRole("button", { name, exact: true });
}

/** What a person does, each with one key on what they went to. */
let actions = 0;

async function enter(element: Locator): Promise<void> {
  await element.waitFor();
  actions += 1;
  await teams.enter(element);
}

test("both lists are used as they are with few key presses", async () => {
  await enter(button("Make the Settings list"));
  for (const [list, label] of [
    ["Risk log", "Risks"],
    ["Action tracker", "Actions"],
  ] as const) {
    await enter(button(`Use it as it is: ${list}`));
    await enter(button(`Use this list as ${label}`));
    await teams.notice(`${list} is now used as ${label}`);
    await teams.tab.getByText(`Used as ${label}`, { exact: true }).waitFor();
  }
  await teams.allSaved();
  expect(actions).toBeLessThanOrEqual(25);
  console.info(`Both lists were mapped with ${String(actions)} actions.`);
});

test("mapping wrote nothing to them", async () => {
  expect(await theirLists()).toEqual(before);
});

test("their rows stand in the register with scores, owners and words of ours", async () => {
  await teams.go("register/Risks");
  const list = registerGrid(teams, "Risks");
  await list.row(/^Booking on paper \(main theatres\) 5 Mr Alastair Quill/).waitFor();
  expect(await list.count()).toBe("60 risks");
});

test("a risk is edited here, and every other cell and every column of the lists is as it was", async () => {
  const [edited] = [...(before.get("Risk log")?.items ?? new Map<string, Readonly<Record<string, unknown>>>())].filter(
    ([, fields]) => fields["Likelihood"] === "2 - Unlikely" && fields["Risk_x0020_ownerLookupId"] !== undefined && fields["Status"] === "Open",
  );
  if (edited === undefined) throw new Error("the seed has no such risk");
  const [id, fields] = edited;
  await teams.go(`register/Risks?open=Risks/${id}`);
  const panel = recordPanel(teams, String(fields["Title"]));
  await panel.choice("Likelihood").or(panel.box("Likelihood")).first().waitFor();
  await panel.choice("Likelihood").or(panel.box("Likelihood")).first().focus();
  await changeLikelihood(panel.region, "4");
  await teams.enter(panel.button("Save"));
  await teams.allSaved();
  const after = await theirLists();
  expect(after.get("Risk log")?.items.get(id)?.["Likelihood"]).toBe("4 - Likely");
  expect(withoutCells(after, id)).toEqual(withoutCells(before, id));
});

async function changeLikelihood(region: Locator, to: string): Promise<void> {
  const list = region.getByRole("combobox", { name: /^Likelihood/ });
  if ((await list.count()) > 0) await list.selectOption(to);
  else await region.getByRole("textbox", { name: /^Likelihood/ }).fill(to);
}

/** What the edit itself changes: its cell, the score that SharePoint works out of it, and SharePoint's own notes of a change. */
const changedByEdit = ["Likelihood", "Score", "Modified", "EditorLookupId", "_UIVersionString", "@odata.etag"];

function withoutCells(all: ReadonlyMap<string, TheirList>, edited: string): ReadonlyMap<string, TheirList> {
  const risks = all.get("Risk log");
  const fields = Object.entries(risks?.items.get(edited) ?? {}).filter(([name]) => !changedByEdit.includes(name));
  const items = new Map([...(risks?.items ?? []), [edited, Object.fromEntries(fields)] as const]);
  return new Map([...all, ["Risk log", { columns: risks?.columns, items }]]);
}

test("both pages are without faults, wide and narrow", async () => {
  const found: string[] = [];
  await openLists();
  for (const width of [1280, 320] as const) {
    await teams.resize(width);
    await teams.go("adopt");
    await button("Change: Risk log").waitFor();
    found.push(...(await faultsIn(teams.tab, `lists ${String(width)}`)));
    await enter(button("Change: Risk log"));
    await teams.tab.getByRole("heading", { name: "Which column is which" }).waitFor();
    found.push(...(await faultsIn(teams.tab, `mapping ${String(width)}`)));
  }
  expect(found).toEqual([]);
});

test("giving a list back leaves it as it is, and can be taken back", async () => {
  await teams.resize(1280);
  await openLists();
  await enter(button("Stop using this list: Action tracker"));
  await enter(button("Stop using it"));
  await teams.notice("Action tracker is no longer used here");
  await button("Use it as it is: Action tracker").waitFor();
  await enter(button("Undo"));
  await button("Change: Action tracker").waitFor();
  await teams.allSaved();
  expect((await theirLists()).get("Action tracker")).toEqual(before.get("Action tracker"));
});
