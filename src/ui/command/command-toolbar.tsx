import { Button } from "@fluentui/react-components";
import { MoreHorizontalRegular } from "@fluentui/react-icons";
import { useRef, useState, type ReactElement } from "react";
import { uiWords } from "../../content";
import { fetched } from "../fetched/fetched";
import { useContainerWidth } from "../layout/use-container-width";
import { MenuButton } from "../menu/menu-button";
import { ariaShortcut, type Command } from "./command";
import { useCommandToolbarStyles } from "./command-toolbar.styles";
import { useRovingToolbar } from "./use-roving-toolbar";

const Hint = fetched(() => import("./hint").then((part) => part.Hint), null);

export interface CommandToolbarProps {
  readonly label: string;
  /** In order of importance; the first stand in the bar, the rest in the menu. */
  readonly commands: readonly Command[];
  readonly mostShown?: number | undefined;
}

const mostShownByDefault = 5;
/** About the width of one command with its words. */
const commandWidthPx = 120;

/** A bar of at most five commands and a menu for the rest. One tab stop; arrows move along it. */
export function CommandToolbar({ label, commands, mostShown }: CommandToolbarProps): ReactElement {
  const styles = useCommandToolbarStyles();
  const barRef = useRef<HTMLDivElement>(null);
  const widthPx = useContainerWidth(barRef);
  const roving = useRovingToolbar(barRef);
  const room = widthPx === undefined ? mostShownByDefault : Math.max(1, Math.floor(widthPx / commandWidthPx));
  const shownCount = Math.min(mostShown ?? mostShownByDefault, mostShownByDefault, room);
  const hidden = commands.slice(shownCount);
  return (
    <div ref={barRef} role="toolbar" aria-label={label} className={styles.bar} {...roving}>
      {commands.slice(0, shownCount).map((command) => (
        <BarCommand key={command.id} command={command} />
      ))}
      {hidden.length > 0 && <CommandMenu commands={hidden} />}
    </div>
  );
}

function BarCommand({ command }: { readonly command: Command }): ReactElement {
  const says = command.canRun ? command.shortcut : command.whyNot;
  const [pointedAt, setPointedAt] = useState<HTMLElement>();
  const leave = (): void => setPointedAt(undefined);
  return (
    <>
      <Button
        appearance={command.isPrimary === true ? "primary" : "subtle"}
        {...(command.icon === undefined ? {} : { icon: command.icon })}
        aria-keyshortcuts={ariaShortcut(command.shortcut)}
        aria-description={says}
        disabledFocusable={!command.canRun}
        onClick={command.run}
        onPointerEnter={({ currentTarget }: { readonly currentTarget: HTMLElement }) => setPointedAt(currentTarget)}
        onPointerLeave={leave}
        onFocus={({ currentTarget }: { readonly currentTarget: HTMLElement }) => setPointedAt(currentTarget)}
        onBlur={leave}
      >
        {command.label}
      </Button>
      {says !== undefined && pointedAt !== undefined && <Hint says={says} target={pointedAt} onClose={leave} />}
    </>
  );
}

/** The same commands behind "More": for a bar's overflow, or a row's menu. */
export function CommandMenu({ commands, label }: { readonly commands: readonly Command[]; readonly label?: string | undefined }): ReactElement {
  return (
    <MenuButton
      appearance="subtle"
      icon={<MoreHorizontalRegular />}
      isIconOnly
      label={label ?? uiWords.moreCommands}
      entries={commands.map(({ id, label: words, icon, shortcut, canRun, whyNot, run }) => ({
        ...{ id, label: words, icon, run },
        detail: shortcut,
        explain: canRun ? undefined : whyNot,
        isDisabled: !canRun,
      }))}
    />
  );
}
