import { Button, mergeClasses } from "@fluentui/react-components";
import { ArrowSortDownRegular, ArrowSortUpRegular } from "@fluentui/react-icons";
import { useRef, type ReactElement } from "react";
import { uiWords } from "../../content";
import { useOffersRows } from "../layout/row-focus";
import { useSharedStyles } from "../theme/shared.styles";
import { PageButtons } from "./page-buttons";
import { useSimpleTableStyles } from "./simple-table.styles";
import { nameOfRow, nextSort, toggleKey, type GridColumn, type TableProps } from "./table-props";
import { useOpenerFocus } from "./use-opener-focus";
import { usePages } from "./use-pages";

/** The same rows as a plain table, 50 a page: for people whose tools read tables better than grids. Editing happens after Open. */
export function SimpleTable<Row>(props: TableProps<Row>): ReactElement {
  const { label, rows, columns, rowKey, onSelectedKeys, onOpen, emptyState } = props;
  const styles = useSimpleTableStyles();
  const shared = useSharedStyles();
  const pages = usePages(rows);
  const frameRef = useRef<HTMLDivElement>(null);
  useOffersRows(useOpenerFocus(frameRef));
  return (
    <div ref={frameRef} className={styles.frame}>
      <div className={styles.scroller}>
        <table className={styles.table}>
          <caption className={shared.visuallyHidden}>{label}</caption>
          <thead>
            <tr>
              {onSelectedKeys !== undefined && <td className={styles.heading} />}
              {columns.map((column) => (
                <ColumnHeading key={column.id} column={column} {...props} />
              ))}
              {onOpen !== undefined && <td className={styles.heading} />}
            </tr>
          </thead>
          <tbody>
            {pages.rows.map((row) => (
              <TableRow key={rowKey(row)} {...props} row={row} />
            ))}
          </tbody>
        </table>
        {rows.length === 0 && emptyState !== undefined && <div className={styles.empty}>{emptyState}</div>}
      </div>
      <PageButtons label={label} pages={pages} />
    </div>
  );
}

function TableRow<Row>(props: TableProps<Row> & { readonly row: Row }): ReactElement {
  const { row, columns, rowKey, selectedKeys, onSelectedKeys, onOpen } = props;
  const styles = useSimpleTableStyles();
  const name = nameOfRow(props, row);
  const isSelected = selectedKeys?.has(rowKey(row)) ?? false;
  return (
    <tr data-row-key={rowKey(row)} className={mergeClasses(styles.row, isSelected && styles.selected)}>
      {onSelectedKeys !== undefined && (
        <td className={styles.cell}>
          <input
            type="checkbox"
            className={styles.checkbox}
            checked={isSelected}
            aria-label={uiWords.selectRow(name)}
            onChange={() => onSelectedKeys(toggleKey(selectedKeys ?? new Set(), rowKey(row)))}
          />
        </td>
      )}
      {columns.map((column, index) => (
        <TableCell key={column.id} column={column} row={row} isRowHeading={index === 0} />
      ))}
      {onOpen !== undefined && (
        <td className={mergeClasses(styles.cell, styles.action)}>
          <Button size="small" appearance="subtle" data-opens-row={rowKey(row)} onClick={() => onOpen(row)}>
            {uiWords.open(name)}
          </Button>
        </td>
      )}
    </tr>
  );
}

function ColumnHeading<Row>({ column, sort, onSort }: Pick<TableProps<Row>, "sort" | "onSort"> & { readonly column: GridColumn<Row> }): ReactElement {
  const styles = useSimpleTableStyles();
  const direction = sort?.columnId === column.id ? sort.direction : undefined;
  const className = mergeClasses(styles.heading, column.align === "end" && styles.alignEnd);
  if (!column.sortable || onSort === undefined) {
    return (
      <th scope="col" className={className}>
        {column.label}
      </th>
    );
  }
  return (
    <th scope="col" aria-sort={direction ?? "none"} className={className}>
      <button type="button" className={styles.sortButton} onClick={() => onSort(nextSort(column, sort))}>
        {column.label}
        {direction === "ascending" && <ArrowSortUpRegular />}
        {direction === "descending" && <ArrowSortDownRegular />}
      </button>
    </th>
  );
}

function TableCell<Row>({ column, row, isRowHeading }: { readonly column: GridColumn<Row>; readonly row: Row; readonly isRowHeading: boolean }): ReactElement {
  const styles = useSimpleTableStyles();
  const shared = useSharedStyles();
  const text = column.text(row);
  const content =
    column.render === undefined ? (
      text
    ) : (
      <>
        <span aria-hidden="true">{column.render(row)}</span>
        <span className={shared.visuallyHidden}>{text}</span>
      </>
    );
  const className = mergeClasses(styles.cell, column.align === "end" && styles.alignEnd, uiWords.emptyValues.includes(text) && shared.secondary);
  if (!isRowHeading) return <td className={className}>{content}</td>;
  return (
    <th scope="row" className={mergeClasses(className, styles.rowHeading)}>
      {content}
    </th>
  );
}
