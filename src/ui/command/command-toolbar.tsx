import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger, Tooltip } from "@fluentui/react-components";
import { MoreHorizontalRegular } from "@fluentui/react-icons";
import { useRef, type ReactElement } from "react";
import { uiWords } from "../../content";
import { useContainerWidth } from "../layout/use-container-width";
import { ariaShortcut, type Command } from "./command";
import { useCommandToolbarStyles } from "./command-toolbar.styles";
import { useRovingToolbar } from "./use-roving-toolbar";

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
  const button = (
    <Button
      appearance={command.isPrimary === true ? "primary" : "subtle"}
      {...(command.icon === undefined ? {} : { icon: command.icon })}
      aria-keyshortcuts={ariaShortcut(command.shortcut)}
      disabledFocusable={!command.canRun}
      onClick={command.run}
    >
      {command.label}
    </Button>
  );
  return says === undefined ? (
    button
  ) : (
    <Tooltip content={says} relationship="description">
      {button}
    </Tooltip>
  );
}

/** The same commands behind "More": for a bar's overflow, or a row's menu. */
export function CommandMenu({ commands, label }: { readonly commands: readonly Command[]; readonly label?: string | undefined }): ReactElement {
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<MoreHorizontalRegular />} aria-label={label ?? uiWords.moreCommands} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {commands.map((command) => (
            <MenuItem
              key={command.id}
              {...(command.icon === undefined ? {} : { icon: command.icon })}
              {...(command.shortcut === undefined ? {} : { secondaryContent: command.shortcut })}
              {...(command.canRun || command.whyNot === undefined ? {} : { subText: command.whyNot })}
              aria-keyshortcuts={ariaShortcut(command.shortcut)}
              disabled={!command.canRun}
              onClick={command.run}
            >
              {command.label}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
