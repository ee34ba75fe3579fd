/** @jest-environment jsdom */
import { fireEvent, screen } from "@testing-library/react";
import { useRef, type ReactElement } from "react";
import { CommandPalette, CommandToolbar, findCommands, matchesShortcut, NavBar, useShortcuts, type Command } from "../../../src/ui";
import { focusOn, renderUi } from "./render-ui";

function command(id: string, more: Partial<Command> = {}): Command {
  return { id, label: `Do ${id}`, canRun: true, run: () => undefined, ...more };
}

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

describe("shortcuts", () => {
  test("Ctrl is the command key on a Mac, and every modifier counts", () => {
    expect(matchesShortcut("Ctrl+K", { ...plain, key: "k", ctrlKey: true })).toBe(true);
    expect(matchesShortcut("Ctrl+K", { ...plain, key: "k", metaKey: true })).toBe(true);
    expect(matchesShortcut("Ctrl+K", { ...plain, key: "K", ctrlKey: true, shiftKey: true })).toBe(false);
    expect(matchesShortcut("Ctrl+K", { ...plain, key: "k" })).toBe(false);
    expect(matchesShortcut("?", { ...plain, key: "?", shiftKey: true })).toBe(true);
  });

  function Page({ commands }: { readonly commands: readonly Command[] }): ReactElement {
    const ref = useRef<HTMLDivElement>(null);
    useShortcuts(ref, commands);
    return (
      <div ref={ref}>
        <input aria-label="Find" />
      </div>
    );
  }

  test("a bare key never acts while somebody types; one with Ctrl does", () => {
    const bare = jest.fn();
    const withCtrl = jest.fn();
    renderUi(<Page commands={[command("a", { shortcut: "/", run: bare }), command("b", { shortcut: "Ctrl+K", run: withCtrl })]} />);
    fireEvent.keyDown(screen.getByRole("textbox"), { key: "/" });
    fireEvent.keyDown(screen.getByRole("textbox"), { key: "k", ctrlKey: true });
    expect(bare).not.toHaveBeenCalled();
    expect(withCtrl).toHaveBeenCalledTimes(1);
    fireEvent.keyDown(document.body, { key: "/" });
    expect(bare).toHaveBeenCalledTimes(1);
  });
});

describe("the toolbar", () => {
  test("it shows at most five commands and keeps the rest behind one menu", async () => {
    const seventh = jest.fn();
    const commands = ["1", "2", "3", "4", "5", "6"].map((id) => command(id));
    renderUi(<CommandToolbar label="Risks" commands={[...commands, command("7", { run: seventh })]} />);
    expect(screen.getAllByRole("button").map((button) => button.textContent)).toEqual(["Do 1", "Do 2", "Do 3", "Do 4", "Do 5", ""]);
    fireEvent.click(screen.getByRole("button", { name: "More commands" }));
    fireEvent.click(await screen.findByRole("menuitem", { name: /Do 7/ }));
    expect(seventh).toHaveBeenCalledTimes(1);
  });

  test("it is one tab stop, and arrows move along it", () => {
    renderUi(<CommandToolbar label="Risks" commands={["1", "2", "3"].map((id) => command(id))} />);
    const buttons = screen.getAllByRole("button");
    expect(buttons.map((button) => button.tabIndex)).toEqual([0, -1, -1]);
    focusOn(screen.getByRole("button", { name: "Do 1" }));
    fireEvent.keyDown(screen.getByRole("button", { name: "Do 1" }), { key: "ArrowRight" });
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "Do 2" }));
    expect(buttons.map((button) => button.tabIndex)).toEqual([-1, 0, -1]);
    fireEvent.keyDown(screen.getByRole("button", { name: "Do 2" }), { key: "End" });
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "Do 3" }));
  });

  test("a command that cannot run stays reachable, so that it can say why", () => {
    const run = jest.fn();
    renderUi(<CommandToolbar label="Risks" commands={[command("close", { canRun: false, whyNot: "Only its manager can close it", run })]} />);
    const button = screen.getByRole<HTMLButtonElement>("button", { name: "Do close" });
    expect(button.disabled).toBe(false);
    fireEvent.click(button);
    expect(run).not.toHaveBeenCalled();
  });
});

describe("the palette", () => {
  test("every word must be found, and a label that starts with the query comes first", () => {
    const commands = [
      command("a", { label: "Switch to board" }),
      command("b", { label: "Board pack" }),
      command("c", { label: "Board hidden", canRun: false }),
    ];
    expect(findCommands(commands, "board").map((found) => found.id)).toEqual(["b", "a"]);
    expect(findCommands(commands, "board switch").map((found) => found.id)).toEqual(["a"]);
    expect(findCommands(commands, "").length).toBe(2);
  });

  test("arrows choose among records and commands, Enter closes and runs", () => {
    const onClose = jest.fn();
    const run = jest.fn();
    renderUi(
      <CommandPalette
        isOpen
        onClose={onClose}
        commands={[command("pack", { label: "Board pack", run })]}
        query="b"
        onQuery={() => undefined}
        finds={[{ id: "R-0042", title: "R-0042 Barcode scanners", run: () => undefined }]}
      />,
    );
    const box = screen.getByRole("combobox", { name: "Find or do" });
    const activeText = (): string | null | undefined => document.getElementById(box.getAttribute("aria-activedescendant") ?? "")?.textContent;
    expect(activeText()).toBe("R-0042 Barcode scanners");
    fireEvent.keyDown(box, { key: "ArrowDown" });
    expect(activeText()).toBe("Board pack");
    fireEvent.keyDown(box, { key: "Enter" });
    expect(onClose).toHaveBeenCalledTimes(1);
    expect(run).toHaveBeenCalledTimes(1);
  });
});

describe("the navigation", () => {
  const places = ["My work", "RAID", "Projects", "Reports", "Costs", "Settings"].map((label) => ({ id: label, label, href: `#/${label}` }));

  test("the present place is marked, and a click goes without leaving the page", () => {
    const onGo = jest.fn();
    renderUi(<NavBar label="Registers" places={places} currentId="RAID" onGo={onGo} />);
    expect(screen.getByRole("link", { name: "RAID" }).getAttribute("aria-current")).toBe("page");
    expect(fireEvent.click(screen.getByRole("link", { name: "Projects" }))).toBe(false);
    expect(onGo).toHaveBeenCalledWith("Projects");
  });

  test("places beyond the fifth are behind More", async () => {
    const onGo = jest.fn();
    renderUi(<NavBar label="Registers" places={places} currentId="RAID" onGo={onGo} />);
    fireEvent.click(screen.getByRole("button", { name: "More" }));
    fireEvent.click(await screen.findByRole("menuitem", { name: "Settings" }));
    expect(onGo).toHaveBeenCalledWith("Settings");
  });
});
