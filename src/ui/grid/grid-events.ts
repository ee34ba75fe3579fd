import type { KeyboardEvent, MouseEvent } from "react";
import { nextSort } from "../records/table-props";
import { isWithin, positionOf } from "./grid-cells";
import { moveInGrid } from "./grid-position";
import type { GridModel } from "./use-grid";

/** Keys of the grid. One that does something here goes no further, neither to the browser nor to the page. */
export function handleGridKey<Row>(grid: GridModel<Row>, event: KeyboardEvent<HTMLElement>): void {
  if (isWithin(event.target, "data-editor") || !actOnKey(grid, event)) return;
  event.preventDefault();
  event.stopPropagation();
}

function actOnKey<Row>(grid: GridModel<Row>, event: KeyboardEvent<HTMLElement>): boolean {
  const { row, column } = grid.active.position;
  const next = moveInGrid(grid.active.position, event, grid.extent);
  if (next !== undefined) {
    grid.active.moveTo(next);
    return true;
  }
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "a" && grid.selection.isOffered) {
    grid.selection.toggleAll();
    return true;
  }
  if (row < 0) return event.altKey && event.key === "ArrowDown" && grid.openMenu(column);
  if (event.key === " ") return actOnSpace(grid, event);
  if (event.ctrlKey || event.altKey || event.metaKey) return false;
  if (event.key === "F2") return grid.startEdit(row, column);
  if (event.key !== "Enter" || grid.columnAt(column) === undefined) return false;
  return grid.openRow(row) || grid.startEdit(row, column);
}

function actOnSpace<Row>(grid: GridModel<Row>, event: KeyboardEvent<HTMLElement>): boolean {
  const { row, column } = grid.active.position;
  const isOnCheckbox = grid.columnAt(column) === undefined;
  if (event.shiftKey && grid.selection.isOffered) grid.selection.toggleRow(row);
  // The checkbox toggles by itself; elsewhere a space would scroll.
  else if (isOnCheckbox) return false;
  return true;
}

export function handleGridClick<Row>(grid: GridModel<Row>, event: MouseEvent<HTMLElement>): void {
  const position = positionOf(event.target);
  if (position === undefined || isWithin(event.target, "data-editor") || isWithin(event.target, "data-resize")) return;
  const column = grid.columnAt(position.column);
  if (position.row < 0) {
    if (isWithin(event.target, "data-menu")) grid.openMenu(position.column);
    else if (column === undefined) grid.selection.toggleAll();
    else if (isWithin(event.target, "data-sort")) grid.props.onSort?.(nextSort(column, grid.props.sort));
  } else if (column === undefined) {
    if (event.shiftKey) grid.selection.extendTo(position.row);
    else grid.selection.toggleRow(position.row);
  } else if (isWithin(event.target, "data-opens")) grid.openRow(position.row);
}

export function handleGridDoubleClick<Row>(grid: GridModel<Row>, event: MouseEvent<HTMLElement>): void {
  const position = positionOf(event.target);
  if (position === undefined || position.row < 0 || grid.columnAt(position.column) === undefined || isWithin(event.target, "data-editor")) return;
  if (!grid.startEdit(position.row, position.column)) grid.openRow(position.row);
}
