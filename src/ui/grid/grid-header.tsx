import { mergeClasses } from "@fluentui/react-components";
import { ArrowSortDownRegular, ArrowSortUpRegular, ChevronDownRegular } from "@fluentui/react-icons";
import { memo, type ReactElement } from "react";
import { uiWords } from "../../content";
import type { TableSort } from "../records/table-props";
import { useGridStyles } from "./grid.styles";

export interface GridHeading {
  readonly id: string;
  readonly label: string;
  readonly align: "start" | "end";
  readonly sortable: boolean;
}

export interface GridHeaderProps {
  readonly headings: readonly GridHeading[];
  readonly sort: TableSort | undefined;
  readonly canSort: boolean;
  readonly activeColumn: number | undefined;
  readonly selection: { readonly total: number; readonly state: "none" | "some" | "all" } | undefined;
}

/** The heading row. Each cell has one focus target; Alt with the down arrow opens its menu. Clicks are handled by the grid. */
export const GridHeader = memo(GridHeaderView);

function GridHeaderView({ headings, sort, canSort, activeColumn, selection }: GridHeaderProps): ReactElement {
  const styles = useGridStyles();
  const firstData = selection === undefined ? 0 : 1;
  return (
    <div role="rowgroup" className={styles.header}>
      <div role="row" aria-rowindex={1} data-row-index={-1} className={styles.headerRow}>
        {selection !== undefined && <SelectAllCell {...selection} isActive={activeColumn === 0} />}
        {headings.map((heading, index) => (
          <HeadingCell
            key={heading.id}
            heading={heading}
            columnIndex={index + firstData}
            isActive={activeColumn === index + firstData}
            sorts={canSort && heading.sortable}
            direction={sort?.columnId === heading.id ? sort.direction : undefined}
          />
        ))}
      </div>
    </div>
  );
}

function SelectAllCell({
  total,
  state,
  isActive,
}: {
  readonly total: number;
  readonly state: "none" | "some" | "all";
  readonly isActive: boolean;
}): ReactElement {
  const styles = useGridStyles();
  return (
    <div role="columnheader" aria-label={uiWords.selectColumn} aria-colindex={1} data-column-index={0} className={styles.selectionCell}>
      <input
        type="checkbox"
        data-cell-focus=""
        className={styles.checkbox}
        checked={state === "all"}
        readOnly
        ref={(input) => {
          if (input !== null) input.indeterminate = state === "some";
        }}
        tabIndex={isActive ? 0 : -1}
        aria-label={uiWords.selectAllRows(total)}
      />
    </div>
  );
}

interface HeadingCellProps {
  readonly heading: GridHeading;
  readonly columnIndex: number;
  readonly isActive: boolean;
  readonly sorts: boolean;
  readonly direction: TableSort["direction"] | undefined;
}

function HeadingCell({ heading, columnIndex, isActive, sorts, direction }: HeadingCellProps): ReactElement {
  const styles = useGridStyles();
  const tabIndex = isActive ? 0 : -1;
  return (
    <div
      role="columnheader"
      aria-colindex={columnIndex + 1}
      aria-sort={sorts ? (direction ?? "none") : undefined}
      data-column-index={columnIndex}
      className={mergeClasses(styles.headingCell, heading.align === "end" && styles.headingEnd)}
    >
      {sorts ? (
        <button type="button" data-cell-focus="" data-sort={heading.id} aria-keyshortcuts="Alt+ArrowDown" tabIndex={tabIndex} className={styles.headingButton}>
          <span className={styles.headingText}>{heading.label}</span>
          {direction === "ascending" && <ArrowSortUpRegular className={styles.headingIcon} />}
          {direction === "descending" && <ArrowSortDownRegular className={styles.headingIcon} />}
        </button>
      ) : (
        <span className={mergeClasses(styles.headingText, styles.headingPlain)}>{heading.label}</span>
      )}
      <button
        type="button"
        data-menu={heading.id}
        data-cell-focus={sorts ? undefined : ""}
        aria-haspopup="menu"
        aria-label={uiWords.columnOptions(heading.label)}
        tabIndex={sorts ? -1 : tabIndex}
        className={styles.headingMenu}
      >
        <ChevronDownRegular />
      </button>
      <span data-resize={heading.id} className={styles.resizeHandle} />
    </div>
  );
}
