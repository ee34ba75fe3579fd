import type { ReactElement } from "react";
import { uiWords } from "../../content";
import { FetchedMenu } from "../menu/fetched-menu";
import type { MenuEntry } from "../menu/menu-entry";
import type { TableSort } from "../records/table-props";
import type { GridHeading } from "./grid-header";

export interface ColumnMenuProps {
  readonly heading: GridHeading;
  readonly target: HTMLElement;
  readonly canSort: boolean;
  readonly canHide: boolean;
  readonly onSort: (sort: TableSort) => void;
  readonly onStepWidth: (step: 1 | -1) => void;
  readonly onHide: () => void;
  readonly onClose: () => void;
}

/** Everything that the mouse does to a heading, by name. Wider and Narrower keep the menu open. */
export function ColumnMenu({ heading, target, onClose, ...offers }: ColumnMenuProps): ReactElement {
  return <FetchedMenu label={uiWords.columnOptions(heading.label)} entries={entriesOf(heading, offers)} target={target} onClose={onClose} />;
}

function entriesOf(heading: GridHeading, offers: Omit<ColumnMenuProps, "heading" | "target" | "onClose">): readonly MenuEntry[] {
  const isNumber = heading.align === "end";
  const sort = (direction: TableSort["direction"]) => (): void => offers.onSort({ columnId: heading.id, direction });
  const up = { id: "up", label: isNumber ? uiWords.sortNumberUp : uiWords.sortTextUp, run: sort("ascending") };
  const down = { id: "down", label: isNumber ? uiWords.sortNumberDown : uiWords.sortTextDown, run: sort("descending") };
  return [
    ...(offers.canSort && heading.sortable ? (isNumber ? [down, up] : [up, down]) : []),
    { id: "wider", label: uiWords.wider, keepsOpen: true, run: () => offers.onStepWidth(1) },
    { id: "narrower", label: uiWords.narrower, keepsOpen: true, run: () => offers.onStepWidth(-1) },
    ...(offers.canHide ? [{ id: "hide", label: uiWords.hideColumn(heading.label), run: offers.onHide }] : []),
  ];
}
