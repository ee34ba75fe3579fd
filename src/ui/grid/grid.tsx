import { useRef, type ReactElement } from "react";
import { nameOfRow } from "../records/table-props";
import { EndEditContext } from "./cell-editor";
import { ColumnMenu } from "./column-menu";
import { handleGridClick, handleGridDoubleClick, handleGridKey } from "./grid-events";
import { GridHeader } from "./grid-header";
import { stepColumnWidth } from "./grid-position";
import { GridRow } from "./grid-row";
import { useGridStyles } from "./grid.styles";
import { useGrid, type GridModel, type GridProps } from "./use-grid";

/**
 * An ARIA grid for tens of thousands of rows: only those in sight exist, plus the one with focus. Its parent gives the height.
 * Enter opens, F2 edits, Shift+Space selects a row, Ctrl+A all, Alt+Down in a heading opens its menu.
 */
export function Grid<Row>(props: GridProps<Row>): ReactElement {
  const { label, rows, columns, emptyState } = props;
  const styles = useGridStyles();
  const gridRef = useRef<HTMLDivElement>(null);
  const grid = useGrid(props, gridRef);
  const { active, selection, widths } = grid;
  return (
    <EndEditContext value={grid.endEdit}>
      <div className={styles.frame}>
        {/* eslint-disable-next-line jsx-a11y/interactive-supports-focus -- focus stands on one of its cells (APG, roving tab index) */}
        <div
          ref={gridRef}
          role="grid"
          aria-label={label}
          aria-rowcount={rows.length + 1}
          aria-colcount={grid.columnIds.length}
          aria-multiselectable={selection.isOffered || undefined}
          className={styles.grid}
          onKeyDown={(event) => handleGridKey(grid, event)}
          onClick={(event) => handleGridClick(grid, event)}
          onDoubleClick={(event) => handleGridDoubleClick(grid, event)}
          onFocus={active.onFocus}
          onBlur={active.onBlur}
          onPointerDown={widths.onPointerDown}
          onPointerMove={widths.onPointerMove}
          onPointerUp={widths.onPointerUp}
        >
          <div role="presentation" className={styles.sheet}>
            <GridHeader
              headings={columns}
              sort={props.sort}
              canSort={props.onSort !== undefined}
              activeColumn={active.position.row < 0 ? active.position.column : undefined}
              selection={selection.heading}
            />
            <GridBody grid={grid} />
          </div>
        </div>
        {rows.length === 0 && grid.edited === undefined && emptyState !== undefined && <div className={styles.emptyState}>{emptyState}</div>}
      </div>
      <OpenColumnMenu grid={grid} />
    </EndEditContext>
  );
}

function GridBody<Row>({ grid }: { readonly grid: GridModel<Row> }): ReactElement {
  const { props, active, edited, rowHeightPx } = grid;
  const styles = useGridStyles();
  const shown = grid.rowIndexes.flatMap((index): (readonly [number, Row])[] => {
    const row = props.rows[index];
    return row === undefined ? [] : [[index, row]];
  });
  // In the same list under the same key: the editor, and what is typed in it, goes on as if the row were still there.
  if (edited !== undefined && grid.isEditedGone) shown.push([Math.max(0, active.position.row), edited.row]);
  return (
    <div role={shown.length === 0 ? "presentation" : "rowgroup"} className={styles.body} style={{ height: `${String(props.rows.length * rowHeightPx)}px` }}>
      {shown.map(([index, row]) => (
        <BodyRow key={props.rowKey(row)} grid={grid} row={row} index={index} />
      ))}
    </div>
  );
}

function BodyRow<Row>({ grid, row, index }: { readonly grid: GridModel<Row>; readonly row: Row; readonly index: number }): ReactElement {
  const { props, active, selection, edited } = grid;
  const key = props.rowKey(row);
  const edit = edited?.rowKey === key ? edited : undefined;
  return (
    <GridRow
      row={row}
      rowIndex={index}
      rowKey={key}
      name={nameOfRow(props, row)}
      columns={props.columns}
      heightPx={grid.rowHeightPx}
      hasSelection={selection.isOffered}
      isSelected={selection.keys.has(key)}
      opens={props.onOpen !== undefined}
      edits={props.onCommitCell !== undefined}
      activeColumn={index === active.position.row && row === props.rows[index] ? active.position.column : undefined}
      editedColumn={edit === undefined ? undefined : grid.columnIds.indexOf(edit.column.id)}
      editStart={edit?.column.edit?.start(edit.row)}
    />
  );
}

/** Stands outside the grid element: keys pressed in the menu are the menu's. */
function OpenColumnMenu<Row>({ grid }: { readonly grid: GridModel<Row> }): ReactElement | null {
  const { props, menu, widths } = grid;
  const column = props.columns.find((candidate) => candidate.id === menu?.columnId);
  if (menu === undefined || column === undefined) return null;
  return (
    <ColumnMenu
      heading={column}
      target={menu.target}
      canSort={props.onSort !== undefined}
      canHide={props.onHideColumn !== undefined}
      onSort={(sort) => props.onSort?.(sort)}
      onStepWidth={(step) => widths.setWidth(column.id, stepColumnWidth(widths.widthOf(column.id), step))}
      onHide={() => props.onHideColumn?.(column.id)}
      onClose={grid.closeMenu}
    />
  );
}
