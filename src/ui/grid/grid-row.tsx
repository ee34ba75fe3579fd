import { mergeClasses } from "@fluentui/react-components";
import { useMemo, type ReactElement } from "react";
import { uiWords } from "../../content";
import { canEditCell, type GridColumn } from "../records/table-props";
import { useSharedStyles } from "../theme/shared.styles";
import { CellEditor } from "./cell-editor";
import { useCellClass, useGridStyles, useRowClass } from "./grid.styles";

export interface GridRowProps<Row> {
  readonly row: Row;
  readonly rowIndex: number;
  readonly rowKey: string;
  readonly name: string;
  readonly columns: readonly GridColumn<Row>[];
  readonly heightPx: number;
  readonly hasSelection: boolean;
  readonly isSelected: boolean;
  readonly opens: boolean;
  readonly edits: boolean;
  /** Column numbers, present in the active and in the edited row only. */
  readonly activeColumn: number | undefined;
  readonly editedColumn: number | undefined;
  /** What the editor begins with: the cell as it was when the edit began. */
  readonly editStart: string | undefined;
}

/** One row. Its element is kept until something it shows has changed: scrolling and other rows' changes cost nothing here. */
export function GridRow<Row>(props: GridRowProps<Row>): ReactElement {
  const { row, rowIndex, rowKey, name, columns, heightPx, hasSelection, isSelected, opens, edits, activeColumn, editedColumn, editStart } = props;
  return useMemo(
    () => <RowView {...{ row, rowIndex, rowKey, name, columns, heightPx, hasSelection, isSelected, opens, edits, activeColumn, editedColumn, editStart }} />,
    [row, rowIndex, rowKey, name, columns, heightPx, hasSelection, isSelected, opens, edits, activeColumn, editedColumn, editStart],
  );
}

function RowView<Row>(props: GridRowProps<Row>): ReactElement {
  const { rowIndex, rowKey, name, columns, heightPx, hasSelection, isSelected, opens, activeColumn } = props;
  const styles = useGridStyles();
  const rowClass = useRowClass();
  const cellClass = useCellClass();
  const firstData = hasSelection ? 1 : 0;
  return (
    <div
      role="row"
      aria-rowindex={rowIndex + 2}
      aria-selected={hasSelection ? isSelected : undefined}
      data-row-index={rowIndex}
      data-row-key={rowKey}
      className={mergeClasses(rowClass, isSelected && styles.selectedRow)}
      style={{ transform: `translateY(${String(rowIndex * heightPx)}px)`, height: `${String(heightPx)}px` }}
    >
      {hasSelection && (
        <div role="gridcell" aria-colindex={1} data-column-index={0} className={styles.selectionCell}>
          <input
            type="checkbox"
            data-cell-focus=""
            className={styles.checkbox}
            checked={isSelected}
            readOnly
            tabIndex={activeColumn === 0 ? 0 : -1}
            aria-label={uiWords.selectRow(name)}
          />
        </div>
      )}
      {columns.map((column, index) => (
        <Cell key={column.id} {...props} column={column} columnIndex={index + firstData} className={cellClass} opensHere={opens && index === 0} />
      ))}
    </div>
  );
}

interface CellProps<Row> extends GridRowProps<Row> {
  readonly column: GridColumn<Row>;
  readonly columnIndex: number;
  readonly className: string;
  readonly opensHere: boolean;
}

function Cell<Row>(props: CellProps<Row>): ReactElement {
  const { row, column, columnIndex, className, opensHere, edits, activeColumn, editedColumn, editStart } = props;
  const styles = useGridStyles();
  const shared = useSharedStyles();
  const text = column.text(row);
  const isEditable = edits && canEditCell(column, row);
  const isEdited = editedColumn === columnIndex;
  return (
    <div
      role="gridcell"
      aria-colindex={columnIndex + 1}
      aria-readonly={edits ? !isEditable : undefined}
      data-column-index={columnIndex}
      tabIndex={activeColumn === columnIndex && !isEdited ? 0 : -1}
      className={mergeClasses(className, column.align === "end" && styles.alignEnd)}
    >
      <span
        data-opens={opensHere ? "" : undefined}
        className={mergeClasses(styles.content, opensHere && styles.opens, uiWords.emptyValues.includes(text) && styles.emptyValue)}
      >
        {column.render === undefined ? (
          text
        ) : (
          <>
            <span aria-hidden="true">{column.render(row)}</span>
            <span className={shared.visuallyHidden}>{text}</span>
          </>
        )}
      </span>
      {isEdited && <CellEditor label={column.label} startText={editStart ?? ""} choices={column.edit?.choices} inputMode={column.edit?.inputMode} />}
    </div>
  );
}
