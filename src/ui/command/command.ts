import type { ReactElement } from "react";

/** One thing a person can do. Toolbars, menus, the palette and the list of shortcuts are all made from it. */
export interface Command {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactElement | undefined;
  /** As people write it: "Ctrl+Shift+S", "Alt+N", "F9". Ctrl is ⌘ on a Mac. */
  readonly shortcut?: string | undefined;
  /** Further words under which the palette finds it. */
  readonly keywords?: string | undefined;
  readonly canRun: boolean;
  /** Shown when it cannot run: "Only the project's manager can close it". */
  readonly whyNot?: string | undefined;
  readonly isPrimary?: boolean | undefined;
  readonly run: () => void;
}

export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

export function matchesShortcut(shortcut: string, pressed: PressedKey): boolean {
  const parts = shortcut.split("+");
  const key = parts.at(-1) ?? "";
  const wants = (name: string): boolean => parts.slice(0, -1).includes(name);
  return (
    pressed.key.toLowerCase() === key.toLowerCase() &&
    (pressed.ctrlKey || pressed.metaKey) === wants("Ctrl") &&
    pressed.altKey === wants("Alt") &&
    // "?" is a shifted key on most keyboards: only letters and named keys say whether Shift was meant.
    (pressed.shiftKey === wants("Shift") || /^[^a-z0-9]$/i.test(key))
  );
}

/** In the form that aria-keyshortcuts asks for. */
export function ariaShortcut(shortcut: string | undefined): string | undefined {
  return shortcut?.replace("Ctrl", "Control");
}

/** True for a key that types a character by itself; such a shortcut never acts in a text box. */
export function isBareKey(shortcut: string): boolean {
  return !/^(Ctrl|Alt)\+/.test(shortcut) && !/^F\d+$/.test(shortcut);
}

/** Commands whose words hold every word of the query, those that start with it first. */
export function findCommands(commands: readonly Command[], query: string): readonly Command[] {
  const words = query.trim().toLowerCase().split(/\s+/);
  const start = words.join(" ");
  const holdsAll = (command: Command): boolean => {
    const text = `${command.label} ${command.keywords ?? ""}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
  const rank = (command: Command): number => (command.label.toLowerCase().startsWith(start) ? 0 : 1);
  return commands.filter((command) => command.canRun && holdsAll(command)).sort((one, other) => rank(one) - rank(other));
}
