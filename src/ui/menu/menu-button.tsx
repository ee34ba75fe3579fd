import { Button, type ButtonProps } from "@fluentui/react-components";
import { useState, type KeyboardEvent, type ReactElement } from "react";
import { FetchedMenu } from "./fetched-menu";
import type { MenuEntry } from "./menu-entry";

export interface MenuButtonProps {
  readonly appearance?: NonNullable<ButtonProps["appearance"]>;
  readonly size?: NonNullable<ButtonProps["size"]>;
  readonly icon: ReactElement;
  readonly iconPosition?: NonNullable<ButtonProps["iconPosition"]>;
  /** The button's words, or its name where it shows an icon alone. */
  readonly label: string;
  readonly isIconOnly?: boolean | undefined;
  readonly entries: readonly MenuEntry[];
}

/** A button that opens a menu: by a press, Enter, Space or the down arrow. */
export function MenuButton({ label, isIconOnly, entries, ...look }: MenuButtonProps): ReactElement {
  const [target, setTarget] = useState<HTMLElement>();
  const toggle = ({ currentTarget }: { readonly currentTarget: HTMLElement }): void => setTarget(target === undefined ? currentTarget : undefined);
  const close = (focus: "back" | "elsewhere"): void => {
    setTarget(undefined);
    if (focus === "back") target?.focus();
  };
  return (
    <>
      <Button
        aria-haspopup="menu"
        aria-expanded={target !== undefined}
        aria-label={isIconOnly === true ? label : undefined}
        onClick={toggle}
        onKeyDown={(event: KeyboardEvent<HTMLElement>) => {
          if (event.key !== "ArrowDown" || target !== undefined) return;
          event.preventDefault();
          toggle(event);
        }}
        {...look}
      >
        {isIconOnly === true ? null : <span>{label}</span>}
      </Button>
      {target !== undefined && <FetchedMenu label={label} entries={entries} target={target} onClose={close} />}
    </>
  );
}
