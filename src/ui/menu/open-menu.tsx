import { Menu, MenuItem, MenuItemCheckbox, MenuItemLink, MenuItemRadio, MenuList, MenuPopover } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { MenuEntry } from "./menu-entry";

export interface OpenMenuProps {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  /** What was pressed to open it: the menu stands below. */
  readonly target: HTMLElement;
  /** `back`: the keyboard is still here, so focus belongs to what opened the menu. */
  readonly onClose: (focus: "back" | "elsewhere") => void;
}

/** A menu that is open. It takes focus, and arrows, letters and Escape work as in every menu. */
export function OpenMenu({ label, entries, target, onClose }: OpenMenuProps): ReactElement {
  const chosen = (of: "one" | "many"): string[] => entries.filter(({ choice }) => choice?.of === of && choice.isChosen).map(({ id }) => id);
  return (
    <Menu
      open
      checkedValues={{ one: chosen("one"), many: chosen("many") }}
      positioning={{ target, position: "below", align: "start", autoSize: true }}
      onOpenChange={(event, { open, type }) => {
        // A press on what opened the menu is answered there.
        const isOnTarget = event.target instanceof Node && target.contains(event.target);
        if (!open && !isOnTarget) onClose(type === "clickOutside" || type === "scrollOutside" ? "elsewhere" : "back");
      }}
    >
      <MenuPopover>
        <MenuList aria-label={label}>
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function Entry({ entry }: { readonly entry: MenuEntry }): ReactElement {
  const { id, label, choice, href } = entry;
  const shared = { ...(entry.icon === undefined ? {} : { icon: entry.icon }), disabled: entry.isDisabled === true, onClick: entry.run };
  if (href !== undefined) {
    return (
      <MenuItemLink href={href} aria-current={entry.isCurrent === true ? "page" : undefined} {...shared}>
        {label}
      </MenuItemLink>
    );
  }
  if (choice?.of === "many") {
    return (
      <MenuItemCheckbox name="many" value={id} persistOnClick {...shared}>
        {label}
      </MenuItemCheckbox>
    );
  }
  if (choice?.of === "one") {
    return (
      <MenuItemRadio name="one" value={id} {...shared}>
        {label}
      </MenuItemRadio>
    );
  }
  return (
    <MenuItem
      persistOnClick={entry.keepsOpen === true}
      {...(entry.detail === undefined ? {} : { secondaryContent: entry.detail })}
      {...(entry.explain === undefined ? {} : { subText: entry.explain })}
      {...shared}
    >
      {label}
    </MenuItem>
  );
}
