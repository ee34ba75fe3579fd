import type { FrameLocator, Locator } from "playwright-core";
import { startDemo, type Demo } from "./support/demo";
import { openTeams, type TeamsWindow } from "./support/teams-window";
import { itemsOf, textOf } from "./support/tenant-rows";

jest.setTimeout(90_000);

const officeSite = "https://northmere.sharepoint.com/sites/pmo";
const estatesSite = "https://northmere.sharepoint.com/sites/northmere-estates";

let demo: Demo;
let teams: TeamsWindow;
let project: { readonly ref: string; readonly title: string };

beforeAll(async () => {
  demo = await startDemo();
  const [first] = await itemsOf(demo, "Projects");
  project = { ref: textOf(first, "Ref"), title: textOf(first, "Title") };
  teams = await openTeams(demo, { persona: "pmo" });
}, 180_000);

afterAll(async () => {
  await demo.stop();
});

/** A channel of the office's team in the host page, with the tabs above it. */
interface ChannelView {
  readonly tabs: Locator;
  tab(name: string): Locator;
  /** What the tab in sight shows. */
  readonly content: FrameLocator;
  button(name: string): Locator;
}

async function openChannel(teams: TeamsWindow, name: string): Promise<ChannelView> {
  const { page } = teams;
  const rail = page.getByRole("navigation", { name: "Apps, teams and channels" });
  await teams.enter(rail.getByRole("region", { name: "PMO", exact: true }).getByRole("button", { name: new RegExp(`^${name}`) }));
  const tabs = page.getByRole("tablist", { name: `Tabs of ${name}` });
  await tabs.waitFor();
  return {
    tabs,
    tab: (tab) => tabs.getByRole("tab", { name: tab, exact: true }),
    content: page.getByRole("main").frameLocator("iframe"),
    button: (label) => page.getByRole("main").getByRole("button", { name: label }),
  };
}

/** Teams' dialog around the app's settings page. */
interface Settings {
  readonly page: FrameLocator;
  save(): Promise<void>;
  /** Save cannot be pressed yet. */
  mustWait(): Promise<boolean>;
  cancel(): Promise<void>;
  radio(name: string | RegExp): Locator;
  choose(name: string | RegExp): Promise<void>;
  paste(address: string): Promise<void>;
  pickProject(): Promise<void>;
  /** Looks what stands in the way of the chosen site, and comes back to what was chosen. */
  findsInTheWay(reason: string): Promise<void>;
}

async function openSettings(window: TeamsWindow, opener: Locator, title: string): Promise<Settings> {
  await window.enter(opener);
  const dialog = window.page.getByRole("dialog", { name: title });
  const page = dialog.frameLocator("iframe");
  await page.getByRole("heading", { name: "What should this tab show?" }).waitFor();
  const radio = (name: string | RegExp): Locator => page.getByRole("radio", { name });
  const save = dialog.getByRole("button", { name: "Save" });
  return {
    page,
    save: async () => {
      // Teams waits until the page says that the choice is complete.
      await window.enter(save.and(dialog.locator(":not([aria-disabled=true])")));
      await dialog.waitFor({ state: "detached" });
    },
    mustWait: async () => (await save.getAttribute("aria-disabled")) === "true",
    cancel: () => window.enter(dialog.getByRole("button", { name: "Cancel" })),
    radio,
    choose: async (name) => {
      await radio(name).focus();
      await window.press("Space");
    },
    paste: async (address) => {
      await radio("Another site").focus();
      await window.press("Space");
      await page.getByRole("textbox", { name: "Address of the SharePoint site" }).fill(address);
      await page.getByRole("textbox", { name: "Address of the SharePoint site" }).press("Enter");
    },
    pickProject: async () => {
      const box = page.getByRole("combobox", { name: "Project" });
      await window.typeInto(box, project.ref);
      await page.getByRole("option", { name: `${project.title} (${project.ref})` }).waitFor();
      if ((await box.getAttribute("aria-activedescendant")) === null) await window.press("ArrowDown");
      await window.press("Enter");
      await page.getByText(`The tab will be called ${project.title}. Choose Save to add it.`).waitFor();
    },
    findsInTheWay: async (reason) => {
      await window.enter(page.getByRole("button", { name: "What stands in the way?" }));
      await page.getByRole("heading", { name: reason }).waitFor();
      await window.enter(page.getByRole("button", { name: "Try again" }));
      await page.getByRole("heading", { name: "What should this tab show?" }).waitFor();
      await page.getByRole("button", { name: "What stands in the way?" }).waitFor();
    },
  };
}

async function removeTab(window: TeamsWindow, channel: ChannelView, name: string): Promise<void> {
  await window.enter(channel.button("Remove"));
  const dialog = window.page.getByRole("dialog", { name: "Remove this tab" });
  await dialog.frameLocator("iframe").getByText("Only the tab goes. Every project, risk and cost stays in SharePoint.").waitFor();
  await window.enter(dialog.getByRole("button", { name: "Remove" }).and(dialog.locator(":not([aria-disabled=true])")));
  await channel.tab(name).waitFor({ state: "detached" });
  expect(await channel.tab("Posts").getAttribute("aria-selected")).toBe("true");
}

test("a standard channel gets a tab of one project, which is reopened, changed and removed", async () => {
  let channel = await openChannel(teams, "Reporting");
  const adding = await openSettings(teams, channel.button("Add a tab"), "Add Project Registers");
  await adding.page.getByText(/^PMO can be read\. It holds \d+ projects\.$/).waitFor();
  expect(await adding.radio(/^This channel's own site/).getAttribute("value")).toBe(officeSite);
  expect(await adding.radio(/^This channel's own site/).isChecked()).toBe(true);
  expect(await adding.radio(/^One project/).isChecked()).toBe(true);
  expect(await adding.mustWait()).toBe(true);
  await adding.pickProject();
  await adding.save();
  await channel.content.getByRole("heading", { name: project.title, level: 1 }).waitFor();
  expect(await channel.tab(project.title).getAttribute("aria-selected")).toBe("true");
  // Teams keeps it with the tab; without it "Remove" would have no page to open.
  expect(await teams.page.evaluate(() => JSON.stringify(localStorage))).toContain("/tab-config.html?remove");
  await teams.enter(channel.content.getByRole("button", { name: "Post a status card" }));
  const target = channel.content.getByRole("combobox", { name: "Channel" });
  await target.waitFor();
  expect(await target.evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.text)).toBe("PMO › Reporting");

  await teams.reload();
  channel = await openChannel(teams, "Reporting");
  await teams.enter(channel.tab(project.title));
  await channel.content.getByRole("heading", { name: project.title, level: 1 }).waitFor();

  const changing = await openSettings(teams, channel.button("Settings"), "Change this tab");
  await changing.page.getByText(`The tab will be called ${project.title}. Choose Save to add it.`).waitFor();
  expect(await changing.radio(/^One project/).isChecked()).toBe(true);
  expect(await changing.page.getByRole("combobox", { name: "Project" }).inputValue()).toBe(`${project.title} (${project.ref})`);
  await changing.choose(/^RAID/);
  await changing.page.getByText("The tab will be called RAID. Choose Save to add it.").waitFor();
  await changing.save();
  await channel.content.getByRole("form", { name: "Add something" }).waitFor();
  expect(await channel.tabs.getByRole("tab").allInnerTexts()).toEqual(["Posts", "RAID"]);

  await removeTab(teams, channel, "RAID");
});

test("a private channel's tab starts from its own site and may show the office's", async () => {
  const channel = await openChannel(teams, "Board papers");
  const adding = await openSettings(teams, channel.button("Add a tab"), "Add Project Registers");
  await adding.page.getByText("PMO-Board papers has no registers yet. The tab can set them up, or choose another site.").waitFor();
  expect(await adding.radio(/^This channel's own site/).getAttribute("value")).toBe("https://northmere.sharepoint.com/sites/pmo-board-papers");
  await adding.choose(/^Portfolio/);
  await adding.save();
  await channel.content.getByRole("navigation", { name: "Pages" }).waitFor();
  await channel.content.getByText("PMO-Board papers", { exact: true }).waitFor();

  const changing = await openSettings(teams, channel.button("Settings"), "Change this tab");
  expect(await changing.radio(/^Portfolio/).isChecked()).toBe(true);
  await changing.choose(new RegExp(`^PMO ${officeSite}$`));
  await changing.page.getByText(/^PMO can be read/).waitFor();
  await changing.choose(/^One project/);
  await changing.pickProject();
  await changing.save();
  await channel.content.getByRole("heading", { name: project.title, level: 1 }).waitFor();

  await removeTab(teams, channel, project.title);
});

test("a shared channel's tab takes a pasted address, also of a list inside the site", async () => {
  const channel = await openChannel(teams, "Regional partners");
  const adding = await openSettings(teams, channel.button("Add a tab"), "Add Project Registers");
  await adding.page.getByText(/^PMO-Regional partners has no registers yet/).waitFor();
  expect(await adding.radio(/^This channel's own site/).getAttribute("value")).toBe("https://northmere.sharepoint.com/sites/pmo-regional-partners");
  await adding.paste("sites/pmo");
  await adding.page.getByText("This is not the address of a SharePoint site. It starts with https://.").waitFor();
  await adding.paste(`${estatesSite}/Lists/PRProjects/AllItems.aspx`);
  await adding.page.getByText(/^Estates and capital programme can be read\. It holds \d+ projects\.$/).waitFor();
  await adding.choose(/^Portfolio/);
  await adding.save();
  await channel.content.getByRole("grid", { name: "Projects" }).waitFor();
  await channel.content.getByText("Estates and capital programme", { exact: true }).waitFor();

  const changing = await openSettings(teams, channel.button("Settings"), "Change this tab");
  await changing.page.getByText(/^Estates and capital programme can be read/).waitFor();
  expect(await changing.radio(/^Portfolio/).isChecked()).toBe(true);
  await changing.cancel();
  await removeTab(teams, channel, "Portfolio");
});

test("a site that the person may not open says so, and another trust's is not found", async () => {
  const clinician = await openTeams(demo, { persona: "clinician" });
  await clinician.tab.goto(`${demo.address}/tab.html?site=${encodeURIComponent(estatesSite)}&scope=portfolio`);
  await clinician.tab.getByText(`The site ${estatesSite} could not be opened`).waitFor();
  await clinician.tab.getByText("Ask the site's owner for access, then try again.").waitFor();

  const channel = await openChannel(clinician, "Reporting");
  const adding = await openSettings(clinician, channel.button("Add a tab"), "Add Project Registers");
  await adding.choose(/^RAID/);
  await adding.choose(/^Estates and capital programme/);
  await adding.page.getByText("You cannot open this site. Ask its owner for access.").waitFor();
  expect(await adding.mustWait()).toBe(true);
  await adding.findsInTheWay("You have no access to this site");
  await adding.paste("https://westvale.sharepoint.com/sites/projects");
  await adding.page.getByText("There is no site at this address that you can open.").waitFor();
  expect(await adding.mustWait()).toBe(true);
  await adding.findsInTheWay("This site belongs to another organisation");
  await clinician.page.close();
});
