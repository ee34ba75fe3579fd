/** @jest-environment jsdom */
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { MenuButton, type MenuEntry } from "../../../src/ui";
import { renderUi } from "./render-ui";

function entry(id: string, more: Partial<MenuEntry> = {}): MenuEntry {
  return { id, label: `Do ${id}`, run: () => undefined, ...more };
}

function menuButton(entries: readonly MenuEntry[]): HTMLElement {
  renderUi(<MenuButton label="Columns" icon={<span />} entries={entries} />);
  return screen.getByRole("button", { name: "Columns" });
}

describe("a button with a menu", () => {
  test("says that it has a menu and whether it is open", async () => {
    const button = menuButton([entry("1")]);
    expect(button.getAttribute("aria-haspopup")).toBe("menu");
    expect(button.getAttribute("aria-expanded")).toBe("false");
    fireEvent.click(button);
    await screen.findByRole("menu", { name: "Columns" });
    expect(button.getAttribute("aria-expanded")).toBe("true");
    fireEvent.click(button);
    await waitFor(() => expect(screen.queryByRole("menu")).toBeNull());
  });

  test("opens with the down arrow, runs what is chosen and takes focus back", async () => {
    const run = jest.fn();
    const button = menuButton([entry("1", { run })]);
    fireEvent.keyDown(button, { key: "ArrowDown" });
    fireEvent.click(await screen.findByRole("menuitem", { name: "Do 1" }));
    expect(run).toHaveBeenCalledTimes(1);
    await waitFor(() => expect(screen.queryByRole("menu")).toBeNull());
    expect(document.activeElement).toBe(button);
  });

  test("closes with Escape and takes focus back", async () => {
    const button = menuButton([entry("1")]);
    fireEvent.click(button);
    fireEvent.keyDown(await screen.findByRole("menuitem"), { key: "Escape" });
    await waitFor(() => expect(screen.queryByRole("menu")).toBeNull());
    expect(document.activeElement).toBe(button);
  });

  test("check boxes keep it open and show what is chosen; a disabled entry does nothing and says why", async () => {
    const run = jest.fn();
    const never = jest.fn();
    fireEvent.click(
      menuButton([
        entry("1", { choice: { of: "many", isChosen: true }, run }),
        entry("2", { choice: { of: "one", isChosen: false } }),
        entry("3", { isDisabled: true, explain: "Only the owner can", run: never }),
      ]),
    );
    const box = await screen.findByRole("menuitemcheckbox", { name: "Do 1" });
    expect(box.getAttribute("aria-checked")).toBe("true");
    expect(screen.getByRole("menuitemradio", { name: "Do 2" }).getAttribute("aria-checked")).toBe("false");
    fireEvent.click(box);
    expect(run).toHaveBeenCalledTimes(1);
    fireEvent.click(screen.getByRole("menuitem", { name: /Only the owner can/ }));
    expect(never).not.toHaveBeenCalled();
    screen.getByRole("menu");
  });

  test("a place is a link with its address", async () => {
    fireEvent.click(menuButton([entry("raid", { href: "#/raid", isCurrent: true })]));
    const link = await screen.findByRole("menuitem", { name: "Do raid" });
    expect(link.getAttribute("href")).toBe("#/raid");
    expect(link.getAttribute("aria-current")).toBe("page");
  });
});
