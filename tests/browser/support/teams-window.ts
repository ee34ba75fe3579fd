import type { Frame, Locator, Page } from "playwright-core";
import type { Demo } from "./demo";

/** Teams as one person sees it, with the app's tab in its frame. */
export interface TeamsWindow {
  readonly page: Page;
  /** The tab's own page; another one after `reload`. */
  readonly tab: Frame;
  /** Goes where a link into the tab would go, without loading it again. */
  go(fragment: string): Promise<void>;
  fragment(): string;
  /** Gives the tab another width, as a side panel or a phone does. */
  resize(widthPx: 1280 | 720 | 390 | 320): Promise<void>;
  /** The person presses F5 on Teams. */
  reload(): Promise<void>;
  press(...keys: readonly string[]): Promise<void>;
  /** Puts focus on an element and types, as a person who tabbed there does. */
  typeInto(element: Locator, text: string): Promise<void>;
  /** Puts focus on an element and presses Enter. */
  enter(element: Locator): Promise<void>;
  /** Types the beginning of a name into a search box and takes the option that it finds. */
  pick(box: Locator, beginning: string, option: string | RegExp): Promise<void>;
  /** Waits for a notice at the bottom of the tab and gives its words. */
  notice(words: string | RegExp): Promise<string>;
  /** Waits until everything has reached SharePoint. */
  allSaved(): Promise<void>;
  /** Waits until an element has the focus. */
  hasFocus(element: Locator): Promise<void>;
}

export interface TeamsOptions {
  readonly persona: string;
  readonly fragment?: string;
  readonly theme?: "default" | "dark" | "contrast";
}

/** How long anything may take on a machine that is busy with other work. */
const patienceMs = 45_000;
const firstPaintMs = 90_000;

/** Opens Teams as a persona in a window of its own, and waits until the tab shows its navigation. */
export async function openTeams(demo: Pick<Demo, "address" | "page">, { persona, fragment = "", theme = "default" }: TeamsOptions): Promise<TeamsWindow> {
  const page = await demo.page();
  page.setDefaultTimeout(patienceMs);
  await page.goto(`${demo.address}/teams-host.html?persona=${persona}&theme=${theme}`);
  let tab = await tabIn(page);
  const window: TeamsWindow = {
    page,
    get tab() {
      return tab;
    },
    go: async (to) => {
      await tab.evaluate((hash) => {
        location.hash = hash;
      }, to);
    },
    fragment: () => new URL(tab.url()).hash.slice(1),
    resize: async (widthPx) => {
      // The frame, and Teams' own rail beside it.
      await page.setViewportSize({ width: widthPx + 320, height: 900 });
      await page.getByRole("combobox", { name: "Width of the tab" }).selectOption(String(widthPx));
    },
    reload: async () => {
      await page.reload();
      tab = await tabIn(page);
    },
    press: async (...keys) => {
      for (const key of keys) await page.keyboard.press(key);
    },
    typeInto: async (element, text) => {
      await element.focus();
      await page.keyboard.type(text);
    },
    enter: async (element) => {
      await element.focus();
      await page.keyboard.press("Enter");
    },
    pick: async (box, beginning, option) => {
      await window.typeInto(box, beginning);
      await tab.getByRole("listbox").getByRole("option", { name: option }).first().waitFor();
      if ((await box.getAttribute("aria-activedescendant")) === null) await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
    },
    notice: async (words) => {
      const notice = tab.getByRole("listitem").filter({ hasText: words }).last();
      await notice.waitFor();
      return notice.innerText();
    },
    allSaved: () => tab.getByRole("status").filter({ hasText: "All changes are in the register" }).waitFor(),
    hasFocus: (element) => element.and(tab.locator(":focus")).waitFor(),
  };
  if (fragment !== "") await window.go(fragment);
  return window;
}

async function tabIn(page: Page): Promise<Frame> {
  const element = await page.getByTitle("Project Registers").elementHandle();
  const frame = await element.contentFrame();
  if (!frame) throw new Error("Teams shows no tab");
  await frame.getByRole("navigation", { name: "Pages" }).waitFor({ timeout: firstPaintMs });
  return frame;
}
