import { Menu, MenuItem, MenuList, MenuPopover } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { uiWords } from "../../content";
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
export function ColumnMenu({ heading, target, canSort, canHide, onSort, onStepWidth, onHide, onClose }: ColumnMenuProps): ReactElement {
  const isNumber = heading.align === "end";
  const first = isNumber ? uiWords.sortNumberDown : uiWords.sortTextUp;
  const second = isNumber ? uiWords.sortNumberUp : uiWords.sortTextDown;
  const firstDirection = isNumber ? "descending" : "ascending";
  const secondDirection = isNumber ? "ascending" : "descending";
  return (
    <Menu open positioning={{ target, position: "below", align: "start" }} onOpenChange={(_event, { open }) => !open && onClose()}>
      <MenuPopover>
        <MenuList aria-label={uiWords.columnOptions(heading.label)}>
          {canSort && heading.sortable && (
            <>
              <MenuItem onClick={() => onSort({ columnId: heading.id, direction: firstDirection })}>{first}</MenuItem>
              <MenuItem onClick={() => onSort({ columnId: heading.id, direction: secondDirection })}>{second}</MenuItem>
            </>
          )}
          <MenuItem persistOnClick onClick={() => onStepWidth(1)}>
            {uiWords.wider}
          </MenuItem>
          <MenuItem persistOnClick onClick={() => onStepWidth(-1)}>
            {uiWords.narrower}
          </MenuItem>
          {canHide && <MenuItem onClick={onHide}>{uiWords.hideColumn(heading.label)}</MenuItem>}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
