import { useEffect, useEffectEvent, type RefObject } from "react";
import { isBareKey, matchesShortcut, type Command } from "./command";

/** Runs commands by their shortcuts anywhere in the page that holds the element, unless a piece nearer to the focus took the key. */
export function useShortcuts(ref: RefObject<HTMLElement | null>, commands: readonly Command[]): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const command = commands.find(({ shortcut }) => shortcut !== undefined && matchesShortcut(shortcut, event));
    if (command?.shortcut === undefined || !command.canRun) return;
    if (isBareKey(command.shortcut) && isTyping(event.target)) return;
    event.preventDefault();
    command.run();
  });
  useEffect(() => {
    const page = ref.current?.ownerDocument;
    const listen = (event: KeyboardEvent): void => onKeyDown(event);
    page?.addEventListener("keydown", listen);
    return () => page?.removeEventListener("keydown", listen);
  }, [ref]);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable='true']") !== null;
}
