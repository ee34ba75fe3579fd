import type { MouseEvent, ReactElement } from "react";

/** One line of a menu. */
export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactElement | undefined;
  /** At the right: a shortcut. */
  readonly detail?: string | undefined;
  /** Below the label: why it cannot run. */
  readonly explain?: string | undefined;
  readonly isDisabled?: boolean | undefined;
  /** A real address, so that it can be opened in a new window. */
  readonly href?: string | undefined;
  readonly isCurrent?: boolean | undefined;
  /** "many": a check box, and the menu stays open. "one": one of the menu's radio items. */
  readonly choice?: { readonly of: "one" | "many"; readonly isChosen: boolean } | undefined;
  readonly keepsOpen?: boolean | undefined;
  readonly run: (event: MouseEvent<HTMLElement>) => void;
}
