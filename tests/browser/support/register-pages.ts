import type { Locator } from "playwright-core";
import type { TeamsWindow } from "./teams-window";

export const raidTitle = "Risks, issues, actions and decisions";

/** A list of records in its grid. */
export interface RegisterGrid {
  readonly grid: Locator;
  readonly search: Locator;
  /** "3 of 765 items", once it begins with this. */
  count(beginning?: string): Promise<string>;
  row(name: string | RegExp): Locator;
  cell(row: string | RegExp, name: string | RegExp): Locator;
}

export function registerGrid({ tab }: TeamsWindow, label: string): RegisterGrid {
  const grid = tab.getByRole("grid", { name: label, exact: true });
  const row = (name: string | RegExp): Locator => grid.getByRole("row", { name });
  return {
    grid,
    search: tab.getByRole("searchbox", { name: "Search this list" }),
    count: async (beginning = "") => {
      const status = tab.getByRole("status").filter({ hasText: new RegExp(`^${beginning}.*\\d [a-z]+$`) });
      await status.waitFor();
      return status.innerText();
    },
    row,
    cell: (of, name) => row(of).getByRole("gridcell", { name }),
  };
}

/** The panel of one record, by its heading. */
export interface RecordPanel {
  readonly region: Locator;
  readonly heading: Locator;
  box(label: string): Locator;
  choice(label: string): Locator;
  button(name: string): Locator;
}

export function recordPanel({ tab }: TeamsWindow, heading: string | RegExp): RecordPanel {
  const region = tab.getByRole("region", { name: heading });
  return {
    region,
    heading: region.getByRole("heading", { level: 2 }).first(),
    box: (label) => region.getByRole("textbox", { name: label }),
    choice: (label) => region.getByRole("combobox", { name: label, exact: true }),
    button: (name) => region.getByRole("button", { name, exact: true }),
  };
}

/** The line above the RAID list that adds something. */
export function quickLine({ tab }: TeamsWindow): Locator {
  return tab.getByRole("form", { name: "Add something" });
}
